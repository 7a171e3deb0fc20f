#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/Page.h"
#include "widgets/rbac/ReportExport.h"
#include "widgets/rbac/RiskDrawer.h"
#include "widgets/rbac/RisksTable.h"

#include <QTimer>

#include <memory>

class QStackedLayout;

namespace base {
class ClusterView;
class PlainTable;
class StateNotice;
}

namespace rbac {

class RiskPane;
class RisksHead;

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

    const RisksModel &model() const { return m_table->model(); }
    base::PlainTable &table() { return m_table->widget(); }
    RisksHead &head() { return *m_head; }
    RiskPane &pane() { return *m_pane; }
    void showOnly(Severities severities, const QString &words);
    /// Writes what the table shows; tells by noticed().
    void exportTo(const QString &path, RiskFormat format) { m_export->writeTo(path, format); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void listen();
    void takeBasis();
    void tellState();
    void wishChanged();
    void listNow();
    void list();
    void take(std::shared_ptr<const RiskList> list);
    void tellUnreadable();
    void openAccess(const Risk &risk);
    std::optional<ReportExport::Report> report() const;
    RiskWish wish() const;

    std::shared_ptr<rights::LiveRights> m_live;
    base::ClusterView &m_view;
    std::shared_ptr<const Basis> m_basis;
    std::shared_ptr<const Basis> m_listed;  ///< what the table is, or is being, made of
    bool m_isOther = false;                 ///< the basis, than that
    bool m_isSettled = false;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    base::StateNotice *m_stale;
    base::StateNotice *m_unreadable;
    RisksHead *m_head;
    RisksTable *m_table;
    RiskPane *m_pane;
    ReportExport *m_export;
    RiskDrawer m_drawer;
    QTimer m_slow;                          ///< after it, that it takes longer is told
    base::EventLoopExecutor m_executor;
    base::Job m_listing;
    base::Job m_again;
};

} // namespace rbac
