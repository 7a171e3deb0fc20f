#include "models/kube/KubeConfigChecks.h"

#include "models/http/Certificate.h"
#include "models/kube/Base64.h"
#include "models/kube/ServerUrl.h"
#include "models/platform/NativePath.h"

#include <algorithm>
#include <functional>

namespace kube {

namespace {

using Cluster = KubeConfig::Cluster;
using User = KubeConfig::User;
using Problems = std::vector<KubeConfigProblem>;

constexpr std::uint64_t largestCredentialFile = 16 * 1024 * 1024;

/// Collects problems about one entry.
class Findings
{
public:
    Findings(const std::string &name, const KubeConfig::Entry &entry, const KubeFiles &files)
        : m_name(name)
        , m_entry(entry)
        , m_files(files)
    {
    }

    void add(bool isWrong, std::string_view field, const std::string &message)
    {
        if (isWrong)
            m_problems.push_back({message, m_entry.lineOf(field)});
    }

    void addUnreadable(std::string_view field, std::string_view word, const std::string &path)
    {
        if (path.empty() || isForeign(field, path))
            return;
        if (auto opened = m_files.open(path); !opened)
            add(true, field, "unable to read " + std::string(word) + " " + path + " for " + m_name + " due to " + opened.error().message);
    }

    /// A path that leads where a kubeconfig may not lead, which is a problem, and not opened.
    bool isForeign(std::string_view field, const std::string &path)
    {
        const std::string why = path.empty() ? path : platform::foreignPath(path, m_entry.file);
        add(!why.empty(), field, std::string(field) + " " + goQuoted(path) + " of " + m_name + " is not opened: " + why);
        return !why.empty();
    }

    Problems take() { return std::move(m_problems); }

private:
    const std::string &m_name;
    const KubeConfig::Entry &m_entry;
    const KubeFiles &m_files;
    Problems m_problems;
};

void checkClientCertificate(Findings &findings, const std::string &name, const User &user)
{
    const bool hasFile = !user.clientCertificateFile.empty();
    const bool hasData = !user.clientCertificatePem.empty();
    const bool hasKeyFile = !user.clientKeyFile.empty();
    const bool hasKeyData = !user.clientKeyPem.isEmpty();
    if (!hasFile && !hasData)
        return;
    findings.add(hasFile && hasData, "client-certificate-data",
                 "client-cert-data and client-cert are both specified for " + name + ". client-cert-data will override.");
    findings.add(hasKeyFile && hasKeyData, "client-key-data",
                 "client-key-data and client-key are both specified for " + name + "; client-key-data will override");
    findings.add(!hasKeyFile && !hasKeyData, hasFile ? "client-certificate" : "client-certificate-data",
                 "client-key-data or client-key must be specified for " + name + " to use the clientCert authentication method.");
    findings.addUnreadable("client-certificate", "client-cert", user.clientCertificateFile);
    findings.addUnreadable("client-key", "client-key", user.clientKeyFile);
}

void checkExec(Findings &findings, const std::string &name, const User &user)
{
    if (!user.exec)
        return;
    const ExecSettings &exec = *user.exec;
    const std::string forExec = " must be specified for " + name + " to use exec authentication plugin";
    findings.add(user.authProvider.has_value(), "auth-provider", "authProvider cannot be provided in combination with an exec plugin for " + name);
    findings.add(exec.command.empty(), "exec", "command" + forExec);
    findings.isForeign("exec", exec.command);
    findings.add(exec.apiVersion.empty(), "exec", "apiVersion" + forExec);
    for (const ExecVariable &variable : exec.environment)
        findings.add(variable.name.empty(), "exec", "env variable name" + forExec);
    const std::string &mode = exec.interactiveMode;
    findings.add(mode.empty(), "exec", "interactiveMode" + forExec);
    findings.add(!mode.empty() && mode != "Never" && mode != "IfAvailable" && mode != "Always", "exec",
                 "invalid interactiveMode for " + name + ": " + goQuoted(mode));
}

/// A step of making the connection: the first problem ends it.
using Step = std::function<void(Problems &)>;

Problems firstOf(std::initializer_list<Step> steps)
{
    Problems problems;
    for (const Step &step : steps) {
        step(problems);
        if (!problems.empty())
            break;
    }
    return problems;
}

/// The data, or the content of the file; a file that cannot be read is a problem.
std::string contentOf(const std::string &data, const std::string &file, int line, const KubeFiles &files, Problems &problems, const std::string &prefix = {})
{
    if (!data.empty() || file.empty())
        return data;
    auto bytes = files.read(file, largestCredentialFile);
    if (bytes)
        return std::move(*bytes);
    problems.push_back({prefix + bytes.error().message, line});
    return {};
}

void checkExecVersion(const ExecSettings &exec, int line, Problems &problems)
{
    if (exec.apiVersion != "client.authentication.k8s.io/v1" && exec.apiVersion != "client.authentication.k8s.io/v1beta1")
        problems.push_back({"exec plugin: invalid apiVersion " + goQuoted(exec.apiVersion), line});
}

constexpr std::string_view gcpIsGone = "The gcp auth plugin has been removed.\n"
                                       "Please use the \"gke-gcloud-auth-plugin\" kubectl/client-go credential plugin instead.\n"
                                       "See https://cloud.google.com/blog/products/containers-kubernetes/kubectl-auth-changes-in-gke for further details";
constexpr std::string_view azureIsGone = "The azure auth plugin has been removed.\n"
                                         "Please use the https://github.com/Azure/kubelogin kubectl/client-go credential plugin instead.\n"
                                         "See https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins for further details";

std::string settingOf(const AuthProviderSettings &provider, const std::string &key)
{
    const auto found = provider.config.find(key);
    return found == provider.config.end() ? std::string() : found->second.reveal();
}

std::string oidcProblem(const AuthProviderSettings &provider, const KubeFiles &files)
{
    for (const char *key : {"idp-issuer-url", "client-id"}) {
        if (settingOf(provider, key).empty())
            return std::string("Must provide ") + key;
    }
    auto authority = decodeBase64(settingOf(provider, "idp-certificate-authority-data"));
    if (!authority)
        return authority.error().message;
    Problems problems;
    const std::string pem = contentOf(*authority, settingOf(provider, "idp-certificate-authority"), 0, files, problems);
    if (!problems.empty())
        return problems[0].message;
    const auto checked = pem.empty() ? base::Result<void>() : http::checkAuthority(pem);
    return checked ? std::string() : checked.error().message;
}

std::string providerProblem(const AuthProviderSettings &provider, const KubeFiles &files)
{
    if (provider.name == "gcp")
        return std::string(gcpIsGone);
    if (provider.name == "azure")
        return std::string(azureIsGone);
    return provider.name == "oidc" ? oidcProblem(provider, files) : "no Auth Provider found for name " + goQuoted(provider.name);
}

/// Whether the user has a client certificate with its key.
bool hasCertificate(const User &user)
{
    return (!user.clientCertificatePem.empty() || !user.clientCertificateFile.empty()) && (!user.clientKeyPem.isEmpty() || !user.clientKeyFile.empty());
}

void checkSource(const Cluster &cluster, const User &user, const KubeFiles &files, Problems &problems)
{
    if (user.exec) {
        const int authorityLine = cluster.lineOf("certificate-authority");
        if (user.exec->provideClusterInfo)
            contentOf(cluster.authorityPem, cluster.authorityFile, authorityLine, files, problems, "failed to load CA bundle for execProvider: ");
        if (problems.empty())
            checkExecVersion(*user.exec, user.lineOf("exec"), problems);
    }
    if (user.authProvider && problems.empty()) {
        if (std::string problem = providerProblem(*user.authProvider, files); !problem.empty())
            problems.push_back({std::move(problem), user.lineOf("auth-provider")});
    }
}

/// The TLS part; needs the content of all files at once.
void checkTls(const Cluster &cluster, const User &user, const KubeFiles &files, Problems &problems)
{
    const bool usesCertificate = hasCertificate(user);
    const bool hasAuthority = !cluster.authorityPem.empty() || !cluster.authorityFile.empty();
    const int authorityLine = cluster.lineOf(cluster.authorityPem.empty() ? "certificate-authority" : "certificate-authority-data");
    const int keyLine = user.lineOf(user.clientKeyPem.isEmpty() ? "client-key" : "client-key-data");
    std::string authority, certificate, key;
    problems = firstOf({
        [&](Problems &out) { authority = contentOf(cluster.authorityPem, cluster.authorityFile, authorityLine, files, out); },
        [&](Problems &out) { certificate = contentOf(user.clientCertificatePem, usesCertificate ? user.clientCertificateFile : "", user.lineOf("client-certificate"), files, out); },
        [&](Problems &out) { key = contentOf(user.clientKeyPem.reveal(), usesCertificate ? user.clientKeyFile : "", keyLine, files, out); },
        [&](Problems &out) {
            if (hasAuthority && cluster.insecure)
                out.push_back({"specifying a root certificates file with the insecure flag is not allowed", cluster.lineOf("insecure-skip-tls-verify")});
        },
        [&](Problems &out) {
            const auto checked = authority.empty() ? base::Result<void>() : http::checkAuthority(authority);
            if (!checked)
                out.push_back({checked.error().message, authorityLine});
        },
        [&](Problems &out) {
            // A pair of files is read anew for every connection, so kubectl does not look at it beforehand.
            const bool onlyFiles = user.clientCertificatePem.empty() && user.clientKeyPem.isEmpty();
            const auto checked = usesCertificate && !onlyFiles ? http::keyFits(certificate, key) : base::Result<void>();
            if (!checked)
                out.push_back({checked.error().message, keyLine});
        },
    });
}

} // namespace

Problems problemsOfUser(const std::string &name, const User &user, const KubeFiles &files)
{
    Findings findings(name, user, files);
    checkClientCertificate(findings, name, user);
    checkExec(findings, name, user);
    findings.isForeign("tokenFile", user.tokenFile);
    if (user.authProvider)
        findings.isForeign("auth-provider", settingOf(*user.authProvider, "idp-certificate-authority"));
    const bool basic = !user.username.empty() || !user.password.isEmpty();
    findings.add(!user.token.isEmpty() && basic, "token",
                 "more than one authentication method found for " + name + "; found [token basicAuth], only one is allowed");
    const Impersonation &who = user.impersonation;
    findings.add(who.user.empty() && !who.isEmpty(), !who.uid.empty() ? "as-uid" : !who.groups.empty() ? "as-groups" : "as-user-extra",
                 "requesting uid, groups or user-extra for " + name + " without impersonating a user");
    return findings.take();
}

Problems problemsOfCluster(const std::string &name, const Cluster &cluster, const KubeFiles &files)
{
    Findings findings(name, cluster, files);
    const std::string proxy = cluster.proxy.empty() ? std::string() : proxyProblem(cluster.proxy);
    findings.add(!proxy.empty(), "proxy-url",
                 "invalid 'proxy-url' " + goQuoted(withoutUserInfo(cluster.proxy)) + " for cluster " + goQuoted(name) + ": " + proxy);
    findings.add(!cluster.authorityFile.empty() && !cluster.authorityPem.empty(), "certificate-authority-data",
                 "certificate-authority-data and certificate-authority are both specified for " + name
                     + ". certificate-authority-data will override.");
    findings.addUnreadable("certificate-authority", "certificate-authority", cluster.authorityFile);
    return findings.take();
}

Problems transportProblems(const Cluster &cluster, const User &user, const KubeFiles &files)
{
    return firstOf({
        [&](Problems &out) { checkSource(cluster, user, files, out); },
        [&](Problems &out) { checkTls(cluster, user, files, out); },
        [&](Problems &out) {
            const bool hasToken = !user.token.isEmpty() || !user.tokenFile.empty();
            if (hasToken && !user.username.empty())
                out.push_back({"username/password or bearer token may be set, but not both", user.lineOf("username")});
        },
    });
}

} // namespace kube
