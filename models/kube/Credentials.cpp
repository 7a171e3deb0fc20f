#include "models/kube/Credentials.h"

#include "models/http/Certificate.h"
#include "models/kube/CredentialsHeaders.h"

#include <atomic>

namespace kube {

/// The files of one entry that may change while it is in use.
struct Credentials::Files
{
    explicit Files(const ConnectionSettings &settings)
    {
        if (!settings.authorityFile.empty())
            authority.emplace(settings.authorityFile, http::checkAuthority);
        if (!settings.clientCertificateFile.empty())
            certificate.emplace(settings.clientCertificateFile);
        if (!settings.clientKeyFile.empty())
            key.emplace(settings.clientKeyFile);
    }

    std::optional<CredentialsFile> authority;
    std::optional<CredentialsFile> certificate;
    std::optional<CredentialsFile> key;
};

namespace {

/// The content of the file if there is one, else what the kubeconfig holds itself.
base::Result<std::string> contentOf(std::optional<CredentialsFile> &file, const std::string &data, base::SteadyTime now,
                                    const char *what, const std::string &whose)
{
    if (!file)
        return data;
    auto content = file->content(now);
    if (content)
        return content;
    base::Error error = std::move(content).error();
    error.message = std::string("unable to read ") + what + " " + file->path() + " for " + whose + " due to " + error.message;
    return error;
}

} // namespace

Credentials::Credentials(ConnectionSettings settings, CredentialsPool &pool)
    : m_settings(std::move(settings)), m_pool(pool), m_files(std::make_unique<Files>(m_settings))
{
    if (!m_settings.tokenFile.empty())
        m_tokenFile.emplace(m_settings.tokenFile);
    if (usesSource())
        m_source = m_pool.source(m_settings);
}

Credentials::~Credentials() = default;

std::uint64_t Credentials::nextIdentity()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

bool Credentials::usesSource() const
{
    const bool bearer = !m_settings.token.isEmpty() || !m_settings.tokenFile.empty() || !m_settings.username.empty();
    const bool certificate = !m_settings.clientCertificateFile.empty() || !m_settings.clientCertificatePem.empty();
    if (!m_settings.tls || bearer)
        return false;
    return m_settings.authProvider || (m_settings.exec && !certificate);
}

base::Job Credentials::fetch(Done done)
{
    if (m_source) {
        return m_source->fetch([this, alive = std::weak_ptr(m_alive), done = std::move(done)](base::Result<std::shared_ptr<const Credential>> credential) {
            if (alive.expired())
                return;
            if (!credential)
                return done(std::move(credential).error());
            done(authorize(std::move(*credential)));
        });
    }
    auto [job, token] = base::Job::make();
    m_pool.services().executor.post([this, alive = std::weak_ptr(m_alive), token = token, done = std::move(done)] {
        if (!alive.expired())
            token.finish([&] { done(authorize(nullptr)); });
    });
    return std::move(job);
}

base::Result<Authorization> Credentials::authorize(std::shared_ptr<const Credential> credential)
{
    auto settings = connection(credential.get());
    if (!settings)
        return std::move(settings).error();
    auto lines = headers(credential.get());
    if (!lines)
        return std::move(lines).error();
    return Authorization{std::move(*lines), std::move(*settings), std::move(credential)};
}

base::Result<std::shared_ptr<const http::Connection>> Credentials::connection(const Credential *credential)
{
    const base::SteadyTime now = m_pool.services().executor.clock().steady();
    auto authority = contentOf(m_files->authority, m_settings.authorityPem, now, "certificate-authority", m_settings.clusterName);
    auto certificate = contentOf(m_files->certificate, m_settings.clientCertificatePem, now, "client-cert", m_settings.userName);
    auto key = contentOf(m_files->key, m_settings.clientKeyPem.reveal(), now, "client-key", m_settings.userName);
    for (auto *part : {&authority, &certificate, &key}) {
        if (!*part)
            return std::move(*part).error();
    }
    auto fresh = std::make_shared<http::Connection>(http::Connection{*authority, *certificate, base::SecretText(*key),
        m_settings.serverName, m_settings.insecure, m_settings.proxy, m_settings.compression, m_identity});
    if (credential && !credential->clientCertificatePem.empty()) {
        fresh->clientCertificatePem = credential->clientCertificatePem;
        fresh->clientKeyPem = credential->clientKeyPem;
    }
    return adopt(std::move(fresh));
}

/// Keeps the old object while nothing changed, and while a certificate was replaced but its key not yet.
base::Result<std::shared_ptr<const http::Connection>> Credentials::adopt(std::shared_ptr<const http::Connection> fresh)
{
    if (m_connection && *m_connection == *fresh)
        return m_connection;
    if (!fresh->clientCertificatePem.empty()) {
        auto fits = http::keyFits(fresh->clientCertificatePem, fresh->clientKeyPem.reveal());
        if (!fits && m_connection)
            return m_connection;
        if (!fits)
            return std::move(fits).error();
    }
    if (m_connection)
        m_pool.services().transport.expire(*m_connection);
    m_connection = std::move(fresh);
    return m_connection;
}

base::Result<std::vector<http::Header>> Credentials::headers(const Credential *credential)
{
    std::vector<http::Header> headers;
    if (m_settings.tls) {
        auto token = bearer(credential);
        if (!token)
            return std::move(token).error();
        if (!token->isEmpty())
            headers.push_back(bearerHeader(*token));
        else if (!m_settings.username.empty())
            headers.push_back(basicHeader(m_settings.username, m_settings.password));
    }
    for (http::Header &header : impersonationHeaders(m_settings.impersonation))
        headers.push_back(std::move(header));
    if (auto good = checkHeaders(headers); !good)
        return std::move(good).error();
    return headers;
}

base::Result<base::SecretText> Credentials::bearer(const Credential *credential)
{
    if (credential)
        return credential->token;
    if (!m_tokenFile)
        return m_settings.token;
    auto token = m_tokenFile->token(m_pool.services().executor.clock().steady());
    if (token)
        return base::SecretText(std::move(*token));
    if (!m_settings.token.isEmpty())
        return m_settings.token;
    return std::move(token).error();
}

bool Credentials::rejected(const Authorization &authorization)
{
    if (m_source)
        return m_source->rejected(authorization.credential);
    if (!m_settings.tls || !m_tokenFile)
        return false;
    // Worth another try only if the file holds another token by now.
    m_tokenFile->rejected();
    auto token = bearer(nullptr);
    return token && !token->isEmpty() && !authorization.headers.empty() && authorization.headers.front() != bearerHeader(*token);
}

void Credentials::retry()
{
    if (m_source)
        m_source->retry();
    if (m_tokenFile)
        m_tokenFile->rejected();
}

} // namespace kube
