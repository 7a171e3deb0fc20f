#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/overview/Expiry.h"
#include "models/overview/Overview.h"
#include "widgets/base/Page.h"

#include <QBasicTimer>

#include <optional>

class QBoxLayout;

namespace base {
class ClusterView;
class PlainLabel;
class PlainTable;
}

namespace overview {

class FactsModel;
class StateGrid;
class UnwellModel;
class WarningsModel;

/// How a cluster is: every kind by state, what needs attention and why, the newest warnings, versions, and what ends soon.
/// It listens for as long as it is open, and counts anew at most twice a second while it is on screen.
class OverviewPage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it.
    explicit OverviewPage(base::ClusterView &view, QWidget *parent = nullptr);
    ~OverviewPage() override;

    base::Address address() const override { return {QStringLiteral("overview"), {}, {}, {}}; }
    QString title() const override;
    QString command() const override;
    QString apiCall() const override;
    bool isSettled() const override;
    void becameCurrent() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTop();
    QWidget *makeBottom();
    QWidget *makePart(base::PlainLabel *title, QWidget *content);
    void namespacesChanged();
    void readExpiries();
    void overviewChanged();
    void refresh();
    void showFigures();
    std::vector<kube::ResourceType> listed() const;

    base::ClusterView &m_view;
    base::EventLoopExecutor m_executor;
    Overview m_overview;
    std::optional<std::vector<Expiry>> m_expiries;      ///< not read yet
    base::Job m_reading;
    StateGrid *m_states;
    UnwellModel *m_unwell;
    WarningsModel *m_warnings;
    FactsModel *m_facts;
    base::PlainTable *m_unwellTable;
    base::PlainTable *m_warningsTable;
    base::PlainTable *m_factsTable;
    QBoxLayout *m_top = nullptr;
    base::PlainLabel *m_figures = nullptr;
    base::PlainLabel *m_unwellTitle = nullptr;
    base::PlainLabel *m_warningsTitle = nullptr;
    QBasicTimer m_turn;
    QString m_command;                                  ///< told last
    bool m_isChanged = true;
    bool m_wasComplete = false;
    bool m_wasSettled = false;
};

} // namespace overview
