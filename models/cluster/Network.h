#pragma once

#include "models/http/HttpThread.h"
#include "models/kube/ApiClient.h"
#include "models/kube/CredentialsPool.h"

#include <functional>
#include <memory>
#include <string>

namespace cluster {

/// What all connections of the program share: the I/O thread, the credentials that several entries have in common, and the
/// trust in plugins.
class Network
{
public:
    struct Settings
    {
        std::string stateFolder;                        ///< where trust in plugins is remembered; empty: nowhere
        kube::ExecTrust::Scope trust = kube::ExecTrust::Scope::Remembered;
        kube::Access access = kube::Access::ReadWrite;  ///< of every cluster
        std::function<void(const std::string &)> notice; ///< plain words for people, on the I/O thread
    };

    explicit Network(Settings settings);
    /// Every ClusterConnection is gone before.
    ~Network();

    http::HttpThread &thread() { return m_thread; }
    kube::CredentialsPool &credentials() { return *m_credentials; }
    const kube::ExecTrust &trust() const { return m_trust; }
    kube::Access access() const { return m_access; }

private:
    kube::Access m_access;
    kube::ExecTrust m_trust;
    platform::LoginShell m_loginShell;
    http::HttpThread m_thread;
    std::unique_ptr<kube::CredentialsPool> m_credentials;
};

/// Runs f on the executor's thread and waits for it. Never from that thread itself.
void runOn(base::Executor &executor, const std::function<void()> &f);

} // namespace cluster
