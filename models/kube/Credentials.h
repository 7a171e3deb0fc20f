#pragma once

#include "models/kube/Authorizer.h"
#include "models/kube/CredentialsFile.h"
#include "models/kube/CredentialsPool.h"
#include "models/kube/TokenFile.h"

namespace kube {

/// Who we are to one server: answers every request's question for headers and connection.
///
/// Certificates, keys, the CA and tokenFile are used within a second after they were replaced on disk; the connections of the
/// ones before are retired. Nothing but impersonation is sent to an http server. A token in the kubeconfig, a basic password or
/// a client certificate beat an exec plugin, which is then never run. Belongs to the executor's thread.
class Credentials final : public Authorizer
{
public:
    /// The pool outlives this.
    Credentials(ConnectionSettings settings, CredentialsPool &pool);
    ~Credentials() override;

    /// Calls back on the executor, not before this returns. Waits while a plugin runs or a token is refreshed.
    /// An Untrusted error names a program that somebody must trust first.
    base::Job fetch(Done done) override;

    /// The server answered 401. Returns whether another fetch() may give other credentials, so that the request is worth
    /// sending again; false for static ones, and after two failures in a row until retry().
    bool rejected(const Authorization &authorization) override;

    /// A person asks: try again although it failed before.
    void retry() override;

    const ConnectionSettings &settings() const { return m_settings; }

private:
    struct Files;

    base::Result<std::shared_ptr<const http::Connection>> connection(const Credential *credential);
    base::Result<std::shared_ptr<const http::Connection>> adopt(std::shared_ptr<const http::Connection> fresh);
    base::Result<std::vector<http::Header>> headers(const Credential *credential);
    base::Result<base::SecretText> bearer(const Credential *credential);
    base::Result<Authorization> authorize(std::shared_ptr<const Credential> credential);
    bool usesSource() const;

    static std::uint64_t nextIdentity();

    const std::uint64_t m_identity = nextIdentity();    ///< no connection is shared with others, whose rights may differ
    ConnectionSettings m_settings;
    CredentialsPool &m_pool;
    std::unique_ptr<Files> m_files;
    std::shared_ptr<CredentialsSource> m_source;
    std::optional<TokenFile> m_tokenFile;
    std::shared_ptr<const http::Connection> m_connection;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);   ///< who asked may keep the job a little longer than this
};

} // namespace kube
