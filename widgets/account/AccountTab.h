#pragma once

#include "models/rbac/Objects.h"
#include "widgets/account/BasisTab.h"

class QPushButton;

namespace base {
class PlainLabel;
}
namespace cluster {
class ConnectedCluster;
}

namespace account {

class AccountLists;

/// Everything about a ServiceAccount on one page: who uses it, its tokens, what is bound to it, its risks; and the way to a token of it.
class AccountTab final : public BasisTab
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    AccountTab(cluster::ConnectedCluster &cluster, std::shared_ptr<rights::LiveRights> live, rbac::ServiceAccountRef account, QWidget *parent = nullptr);

    QString command() const override;
    std::vector<base::Command> commands() override;

Q_SIGNALS:
    void tokenRequested();

protected:
    std::function<detail::Summary()> telling(std::shared_ptr<const rbac::Basis> basis) override;
    void lookingChanged(bool isLooking) override;

private:
    QWidget *makeHead();
    void tellRefusal();

    cluster::ConnectedCluster &m_cluster;
    rbac::ServiceAccountRef m_account;
    AccountLists *m_lists;
    QPushButton *m_token = nullptr;
};

} // namespace account
