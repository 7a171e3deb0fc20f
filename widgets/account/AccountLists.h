#pragma once

#include "models/account/AccountUse.h"
#include "models/base/EventLoopExecutor.h"

#include <QObject>

namespace cluster {
class ConnectedCluster;
}

namespace account {

/// Who uses an account and which Secrets hold tokens of it, as the server says; live while somebody looks, over reconnections too. Of Secrets
/// only the metadata is asked for, each time somebody begins to look.
class AccountLists final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    AccountLists(cluster::ConnectedCluster &cluster, rbac::ServiceAccountRef account, QObject *parent = nullptr);
    ~AccountLists() override;

    void setLooking(bool isLooking);
    const Users &users() const { return m_users; }
    const detail::LiveList::Content &tokenSecrets() const { return m_secrets; }
    /// Everything that can be known is.
    bool isKnown() const;

Q_SIGNALS:
    void changed();

private:
    void catalogChanged();
    void open();
    void openUsers(const UserKind &kind);
    void take(const std::string &kind);
    void askSecrets();
    void takeSecrets(const base::Result<std::string> &answer);

    cluster::ConnectedCluster &m_cluster;
    rbac::ServiceAccountRef m_account;
    kube::Api *m_api = nullptr;         ///< that is asked; null: nobody looks
    base::EventLoopExecutor m_executor;
    std::map<std::string, std::unique_ptr<detail::LiveList>> m_lists;
    Users m_users;
    detail::LiveList::Content m_secrets;
    base::Job m_question;
};

} // namespace account
