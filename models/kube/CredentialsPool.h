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

/// Sources of credentials that several connections share, so that one plugin runs once for all of them. They are kept as long
/// as the pool. Belongs to the executor's thread.
class CredentialsPool
{
public:
    explicit CredentialsPool(CredentialsServices services);
    ~CredentialsPool();

    /// The source of an entry with an exec plugin or an auth-provider; null for all others.
    std::shared_ptr<CredentialsSource> source(const ConnectionSettings &settings);

    const CredentialsServices &services() const { return m_services; }

private:
    struct Entry { ConnectionSettings key; std::shared_ptr<CredentialsSource> source; };

    std::shared_ptr<CredentialsSource> make(const ConnectionSettings &settings) const;

    CredentialsServices m_services;
    std::vector<Entry> m_entries;
};

} // namespace kube
