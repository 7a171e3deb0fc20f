#pragma once

#include "models/http/Request.h"
#include "models/kube/ConnectionSettings.h"
#include "models/kube/CredentialsSource.h"
#include "models/kube/ExecTrust.h"
#include "models/platform/LoginShell.h"

namespace kube {

/// What credentials need of the program; all of it outlives them.
struct CredentialsServices
{
    base::Executor &executor;                   ///< the I/O thread
    http::Transport &transport;                 ///< for identity providers
    const ExecTrust &trust;
    platform::LoginShell &loginShell;
    std::vector<std::string> environment;       ///< for plugins: platform::currentEnvironment()
    std::function<void(const std::string &)> notice = {};   ///< "renewed tokens could not be saved": plain words for people
};

/// The settings without the tokens that are renewed, in the kubeconfig as well, while a connection is in use (auth-provider oidc).
ConnectionSettings withoutRenewedTokens(ConnectionSettings settings);

/// Sources of credentials that several connections share, so that one plugin runs once for all of them. They are kept as long
/// as the pool. Belongs to the executor's thread.
class CredentialsPool
{
public:
    explicit CredentialsPool(CredentialsServices services);
    ~CredentialsPool();

    /// The source of an entry with an exec plugin or an auth-provider; null for all others. A source that is there already takes
    /// the tokens that a kubeconfig has by now, unless they were its own, and tries again with them.
    std::shared_ptr<CredentialsSource> source(const ConnectionSettings &settings);

    const CredentialsServices &services() const { return m_services; }

private:
    struct Entry
    {
        ConnectionSettings key;
        std::shared_ptr<CredentialsSource> source;
        std::function<void(const AuthProviderSettings &)> adopt;    ///< null: there is nothing that a kubeconfig renews
    };

    Entry make(const ConnectionSettings &settings) const;

    CredentialsServices m_services;
    std::vector<Entry> m_entries;
};

} // namespace kube
