#pragma once

#include "models/kube/CredentialsPool.h"

namespace kube {

/// The auth-provider oidc: hands out the id-token of the kubeconfig, and a renewed one when that expires or is refused. Renewed
/// tokens are written back to the kubeconfig they came from, because a refresh token often serves only once; when that fails they
/// stay in use here and the services' notice says so. Nothing is sent but over TLS. Belongs to the executor's thread.
class OidcRefresh
{
public:
    /// settings.authProvider must be set and be oidc. The services outlive this.
    OidcRefresh(const ConnectionSettings &settings, const CredentialsServices &services);

    /// Calls back on the executor, not before this returns. One run at a time.
    base::Job run(CredentialsSource::Renewed done);

    /// The kubeconfig holds these tokens now. Takes them, unless they are ones that were in use here: those may be older.
    bool adopt(const std::map<std::string, base::SecretText> &config);

private:
    struct Answer { int status = 0; std::string body; };
    using Answered = std::function<void(base::Result<Answer>)>;
    enum class ClientStyle { InHeader, InBody };   ///< where client-id and client-secret are

    const std::string &value(const std::string &key) const;
    void know();
    std::optional<base::Error> prepare();
    void discover();
    void requestTokens(const std::string &endpoint, ClientStyle style);
    void takeTokens(const std::string &endpoint, ClientStyle style, const base::Result<Answer> &answer);
    base::Error away(const base::Error &why) const;
    base::Result<Credential> accept(std::string_view body);
    void save();
    void send(http::Request request, Answered done);
    void finish(base::Result<Credential> result);

    const CredentialsServices &m_services;
    std::string m_file;
    std::string m_user;
    std::map<std::string, base::SecretText> m_config;
    std::map<std::string, base::SecretText> m_unsaved;
    std::shared_ptr<const http::Connection> m_connection;
    CredentialsSource::Renewed m_done;
    base::Job m_stage;
    base::Job m_saving;
    std::vector<base::SecretText> m_known;      ///< id-tokens that were in use here, the newest last
    bool m_handedOut = false;
};

/// Error::reason of an issuer that could not be reached: it is not the cluster's server that is away.
inline constexpr std::string_view issuerAway = "issuer-away";

/// When an ID token's claim exp says it ends, less ten seconds; the error's words are kubectl's.
base::Result<base::SystemTime> idTokenEnd(std::string_view idToken);

} // namespace kube
