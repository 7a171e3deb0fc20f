#include "models/kube/CredentialsPool.h"

#include "models/kube/ExecPlugin.h"
#include "models/kube/OidcRefresh.h"

#include <algorithm>

namespace kube {

namespace {

/// A source together with what renews it; whoever shares the source keeps both.
template<typename Renewer>
struct Renewed
{
    Renewed(const ConnectionSettings &settings, const CredentialsServices &services)
        : renewer(settings, services),
          source(services.executor, [this](CredentialsSource::Renewed done) { return renewer.run(std::move(done)); })
    {
    }

    Renewer renewer;
    CredentialsSource source;
};

base::Error providerError(const std::string &name)
{
    struct Advice { std::string_view name; const char *text; };
    static constexpr Advice removed[] = {
        {"gcp", "The gcp auth plugin has been removed.\nPlease use the \"gke-gcloud-auth-plugin\" kubectl/client-go credential plugin "
                "instead.\nSee https://cloud.google.com/blog/products/containers-kubernetes/kubectl-auth-changes-in-gke for further details"},
        {"azure", "The azure auth plugin has been removed.\nPlease use the https://github.com/Azure/kubelogin kubectl/client-go credential "
                  "plugin instead.\nSee https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins "
                  "for further details"},
    };
    for (const Advice &advice : removed) {
        if (advice.name == name)
            return base::makeError(base::ErrorKind::Unsupported, advice.text);
    }
    return base::makeError(base::ErrorKind::Unsupported, "no Auth Provider found for name \"" + visibleText(name) + "\"");
}

std::shared_ptr<CredentialsSource> failingSource(base::Executor &executor, const base::Error &error)
{
    return std::make_shared<CredentialsSource>(executor, [&executor, error](const CredentialsSource::Renewed &done) {
        return executor.after(std::chrono::milliseconds(0), [done, error] { done(error); });
    });
}

/// What two entries must have in common to share a source: everything that a plugin or provider is told.
ConnectionSettings keyOf(const ConnectionSettings &settings)
{
    ConnectionSettings key;
    key.server = settings.server;
    key.serverName = settings.serverName;
    key.insecure = settings.insecure;
    key.authorityFile = settings.authorityFile;
    key.authorityPem = settings.authorityPem;
    key.proxy = settings.proxy;
    key.compression = settings.compression;
    key.exec = settings.exec;
    key.authProvider = withoutRenewedTokens(settings).authProvider;
    key.userFile = settings.userFile;
    key.userName = settings.authProvider ? settings.userName : std::string();
    return key;
}

} // namespace

ConnectionSettings withoutRenewedTokens(ConnectionSettings settings)
{
    if (settings.authProvider) {
        for (const char *key : {"id-token", "refresh-token"})
            settings.authProvider->config.erase(key);
    }
    return settings;
}

CredentialsPool::CredentialsPool(CredentialsServices services) : m_services(std::move(services)) { }

CredentialsPool::~CredentialsPool() = default;

std::shared_ptr<CredentialsSource> CredentialsPool::source(const ConnectionSettings &settings)
{
    if (!settings.exec && !settings.authProvider)
        return {};
    const ConnectionSettings key = keyOf(settings);
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.key == key; });
    if (known == m_entries.end())
        return m_entries.emplace_back(make(settings)).source;
    if (known->adopt)
        known->adopt(*settings.authProvider);
    return known->source;
}

CredentialsPool::Entry CredentialsPool::make(const ConnectionSettings &settings) const
{
    if (settings.exec) {
        const auto both = std::make_shared<Renewed<ExecPlugin>>(settings, m_services);
        return {keyOf(settings), {both, &both->source}, {}};
    }
    if (settings.authProvider->name != "oidc")
        return {keyOf(settings), failingSource(m_services.executor, providerError(settings.authProvider->name)), {}};
    const auto both = std::make_shared<Renewed<OidcRefresh>>(settings, m_services);
    const auto adopt = [both](const AuthProviderSettings &provider) {
        if (both->renewer.adopt(provider.config))
            both->source.retry();
    };
    return {keyOf(settings), {both, &both->source}, adopt};
}

} // namespace kube
