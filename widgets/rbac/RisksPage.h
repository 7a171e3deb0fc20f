#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/rbac/RiskExport.h"
#include "models/rbac/RiskPicture.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/Page.h"
#include "widgets/rbac/RisksModel.h"

#include <QTimer>

#include <memory>
#include <optional>

class QPushButton;
class QStackedLayout;

namespace base {
class ClusterView;
class PlainLabel;
class PlainTable;
class SearchLine;
class StateNotice;
}

namespace rbac {

class RiskPane;
class SeverityChips;

/// The findings about access in a cluster, the gravest first, with the way of the one that is selected and what ends it. Everything is worked out
/// aside; what is shown stays until there is something newer.
class RisksPage final : public base::Page
{
    Q_OBJECT

public:
    RisksPage(std::shared_ptr<rights::LiveRights> live, base::ClusterView &view, QWidget *parent = nullptr);
    ~RisksPage() override;

    base::Address address() const override { return {QStringLiteral("risks"), {}, {}, {}}; }
    QString title() const override;
    QString command() const override;
    std::vector<base::Command> commands() override;
    bool find() override;
    bool isSettled() const override { return m_isSettled; }
    text::Value state() const override;
    void restore(const text::Value &state) override;

    const RisksModel &model() const { return *m_model; }
    base::PlainTable &table() { return *m_table; }
    RiskPane &pane() { return *m_pane; }
    void showOnly(Severities severities, const QString &words);
    /// Writes what the table shows; tells by noticed().
    void exportTo(const QString &path, RiskFormat format);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFilter();
    QWidget *makeContent();
    void takeBasis();
    void tellState();
    void wishChanged();
    void listNow();
    void list();
    void take(std::shared_ptr<const RiskList> list);
    void tellCounts();
    void tellUnreadable();
    void sortBy(int column);
    void selectionChanged();
    void drawSelected();
    void takeWay(RiskWay way);
    void askPath(RiskFormat format);
    std::optional<Risk> selected() const;
    RiskWish wish() const;
    void openAccess(int row);
    void recolor();

    std::shared_ptr<rights::LiveRights> m_live;
    base::ClusterView &m_view;
    std::shared_ptr<const Basis> m_basis;
    std::shared_ptr<const Basis> m_listed;  ///< what the table is, or is being, made of
    bool m_isOther = false;                 ///< the basis, than that
    RisksModel *m_model;
    RiskPart m_order = RiskPart::Severity;
    bool m_isDescending = false;
    bool m_isSettled = false;
    bool m_isTaking = false;                ///< the selection moves because the rows are others
    std::optional<Risk> m_drawn;
    std::shared_ptr<const Basis> m_drawnFrom;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    base::StateNotice *m_stale;
    base::StateNotice *m_unreadable;
    base::PlainLabel *m_name = nullptr;
    base::PlainLabel *m_figures = nullptr;
    base::PlainLabel *m_progress = nullptr;
    base::SearchLine *m_words = nullptr;
    SeverityChips *m_chips = nullptr;
    QPushButton *m_fold = nullptr;
    base::PlainTable *m_table;
    RiskPane *m_pane;
    QTimer m_slow;                          ///< after it, that it takes longer is told
    base::EventLoopExecutor m_executor;
    base::Job m_listing;
    base::Job m_again;
    base::Job m_drawing;
    base::Job m_paths;
    base::Job m_writing;
};

} // namespace rbac
