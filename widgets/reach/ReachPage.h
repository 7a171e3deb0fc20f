#pragma once

#include "widgets/base/Page.h"
#include "widgets/reach/ReachPane.h"

namespace base {
class ClusterView;
}

namespace reach {

/// The page on which any two pods are told about. Its address names them: "reach#pair:team-a/web-1..team-b/db-0".
class ReachPage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it.
    ReachPage(base::ClusterView &view, ReachPane::Known known, QWidget *parent = nullptr);

    /// Of two pods.
    static base::Address addressFor(const rbac::ObjectRef &from, const rbac::ObjectRef &to);

    base::Address address() const override { return {QStringLiteral("reach"), {}, {}, {}}; }
    QString title() const override { return tr("Reach"); }
    QString command() const override { return m_pane->command(); }
    bool isSettled() const override { return m_pane->isSettled(); }
    bool find() override;
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;

    ReachPane &pane() { return *m_pane; }

private:
    ReachPane *m_pane;
};

/// The same for one pod, as a tab of its page.
class ReachTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    ReachTab(cluster::ConnectedCluster &cluster, ReachPane::Known known, const rbac::ObjectRef &pod, QWidget *parent = nullptr);

    QString command() const override { return m_pane->command(); }
    bool isSettled() const override { return m_pane->isSettled(); }
    bool find() override;

    ReachPane &pane() { return *m_pane; }

private:
    ReachPane *m_pane;
};

} // namespace reach
