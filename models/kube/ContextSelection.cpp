#include "models/kube/ContextSelection.h"

#include "models/kube/KubeConfigChecks.h"
#include "models/kube/ServerUrl.h"

namespace kube {

namespace {

using Kind = KubeConfigErrorKind;

constexpr std::string_view noServer = "no server";
constexpr std::string_view execExtension = "client.authentication.k8s.io/exec";
constexpr std::uint64_t largestTokenFile = 1024 * 1024;

std::optional<KubeConfigError> errorOf(Kind kind, const std::vector<KubeConfigProblem> &problems)
{
    if (problems.empty())
        return std::nullopt;
    KubeConfigError error{kind, {}, 0};
    for (const KubeConfigProblem &problem : problems) {
        error.message += (error.message.empty() ? "" : "; ") + problem.message;
        if (error.line == 0)
            error.line = problem.line;
    }
    return error;
}

void overrideText(std::string &out, const std::string &value)
{
    if (!value.empty())
        out = value;
}

// As client-go does: no verification clears the CA, a CA given by hand clears the other one and "insecure", a server
// given by hand clears the name that belonged to the old one.
void overrideCluster(KubeConfig::Cluster &cluster, const KubeConfigOverrides &overrides)
{
    overrideText(cluster.server, overrides.server);
    if (overrides.insecure || !overrides.authorityFile.empty()) {
        cluster.insecure = overrides.insecure;
        cluster.authorityFile = overrides.authorityFile;
        cluster.authorityPem.clear();
    }
    if (!overrides.server.empty() || !overrides.serverName.empty())
        cluster.serverName = overrides.serverName;
}

void overrideUser(KubeConfig::User &user, const KubeConfigOverrides &overrides)
{
    if (!overrides.token.isEmpty())
        user.token = overrides.token;
    overrideText(user.impersonation.user, overrides.impersonateUser);
    overrideText(user.impersonation.uid, overrides.impersonateUid);
    if (!overrides.impersonateGroups.empty())
        user.impersonation.groups = overrides.impersonateGroups;
}

// Letters, digits, punctuation and white space stay; every other ASCII control character is spelled out as kubectl does.
std::string withoutControls(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const unsigned char byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || (byte >= 9 && byte <= 13))
            out += c;
        else
            out += std::string("U+00") + digits[byte >> 4] + digits[byte & 15];
    }
    return out;
}

void takeTrust(ConnectionSettings &settings, const KubeConfig::Cluster &cluster)
{
    settings.authorityPem = cluster.authorityPem;
    settings.authorityFile = cluster.authorityPem.empty() ? cluster.authorityFile : std::string();
    settings.insecure = cluster.insecure;
    settings.serverName = cluster.serverName;
}

void takeCertificate(ConnectionSettings &settings, const KubeConfig::User &user)
{
    if (user.clientCertificateFile.empty() && user.clientCertificatePem.empty())
        return;
    settings.clientCertificatePem = user.clientCertificatePem;
    settings.clientCertificateFile = user.clientCertificatePem.empty() ? user.clientCertificateFile : std::string();
    settings.clientKeyPem = user.clientKeyPem;
    settings.clientKeyFile = user.clientKeyPem.isEmpty() ? user.clientKeyFile : std::string();
}

void takeCredentials(ConnectionSettings &settings, const KubeConfig::User &user, const KubeConfig::Cluster &cluster)
{
    takeCertificate(settings, user);
    settings.token = user.token;
    settings.tokenFile = user.tokenFile;
    settings.username = user.username;
    settings.password = user.password;
    settings.authProvider = user.authProvider;
    settings.exec = user.exec;
    if (!settings.exec)
        return;
    settings.exec->installHint = withoutControls(settings.exec->installHint);
    for (const KubeConfig::Extension &extension : cluster.extensions) {
        if (extension.name == execExtension)
            settings.exec->clusterConfig = extension.value;
    }
}

ConnectionSettings settingsOf(const ContextSelection &selection, const ServerUrl &server)
{
    ConnectionSettings settings;
    settings.server = server.url;
    settings.tls = server.tls;
    settings.proxy = selection.clusterEntry.proxy;
    settings.compression = !selection.clusterEntry.disableCompression;
    if (!selection.userEntry.impersonation.user.empty())
        settings.impersonation = selection.userEntry.impersonation;
    if (server.tls) {
        takeTrust(settings, selection.clusterEntry);
        takeCredentials(settings, selection.userEntry, selection.clusterEntry);
    }
    settings.namespaceName = selection.namespaceName;
    settings.contextName = selection.context;
    settings.clusterName = selection.cluster;
    settings.userName = selection.user;
    settings.contextFile = selection.file;
    settings.userFile = selection.userEntry.file;
    return settings;
}

/// Reads a lone token file once, because kubectl does and fails without it.
std::optional<KubeConfigError> checkTokenFile(const KubeConfig::User &user, const KubeFiles &files)
{
    if (!user.token.isEmpty() || user.tokenFile.empty())
        return std::nullopt;
    const auto bytes = files.read(user.tokenFile, largestTokenFile);
    return bytes ? std::nullopt : std::optional(KubeConfigError{Kind::Config, bytes.error().message, user.lineOf("tokenFile")});
}

/// Everything between a selection and its connection, in kubectl's order.
void connect(ContextSelection &selection, const KubeFiles &files)
{
    const KubeConfig::Cluster &cluster = selection.clusterEntry;
    const KubeConfig::User &user = selection.userEntry;
    if (cluster.server.empty()) {
        selection.error = KubeConfigError{Kind::Config, std::string(noServer), 0};
        return;
    }
    const auto server = parseServerUrl(cluster.server);
    if (!server) {
        selection.error = KubeConfigError{Kind::Transport, server.error().message, cluster.lineOf("server")};
        return;
    }
    if (server->tls) {
        selection.error = checkTokenFile(user, files);
        if (!selection.error)
            selection.error = errorOf(Kind::Transport, transportProblems(cluster, user, files));
    }
    if (!selection.error)
        selection.connection = settingsOf(selection, *server);
}

void append(std::vector<KubeConfigProblem> &problems, std::vector<KubeConfigProblem> more)
{
    for (KubeConfigProblem &problem : more)
        problems.push_back(std::move(problem));
}

template<typename T>
bool takeEntry(T &out, const std::vector<T> &entries, const std::string &name)
{
    const T *entry = findEntry(entries, name);
    if (entry)
        out = *entry;
    return entry != nullptr;
}

KubeConfigError configError(std::string message)
{
    return {Kind::Config, std::move(message), 0};
}

/// An entry that the command line names and no file has.
struct MissingEntries
{
    std::string context;
    std::string user;
    std::string cluster;

    std::optional<KubeConfigError> error() const
    {
        if (!user.empty())
            return configError("auth info " + goQuoted(user) + " does not exist");
        if (!context.empty())
            return configError("context " + goQuoted(context) + " does not exist");
        return cluster.empty() ? std::nullopt : std::optional(configError("cluster " + goQuoted(cluster) + " does not exist"));
    }
};

/// kubectl first asks for the namespace, which runs all checks, unless the command line names one; then it looks for the entries.
std::optional<KubeConfigError> checkChoice(const ContextSelection &selection, const MissingEntries &missing, bool namesNamespace,
                                           std::vector<KubeConfigProblem> problems, const KubeFiles &files)
{
    if (missing.user.empty())
        append(problems, problemsOfUser(selection.user, selection.userEntry, files));
    if (missing.cluster.empty())
        append(problems, problemsOfCluster(selection.cluster, selection.clusterEntry, files));
    else
        problems.push_back({"no server found for cluster " + goQuoted(missing.cluster), 0});
    const auto refused = errorOf(Kind::Config, problems);
    const auto absent = missing.error();
    return absent && (namesNamespace || !refused) ? absent : refused;
}

ContextSelection namesOf(const KubeConfig &config, const KubeConfigOverrides &overrides)
{
    ContextSelection selection;
    selection.context = overrides.context.empty() ? config.currentContext : overrides.context;
    if (const KubeConfig::Context *context = findEntry(config.contexts, selection.context)) {
        selection.file = context->file;
        selection.cluster = context->cluster;
        selection.user = context->user;
        selection.namespaceName = context->namespaceName;
    }
    overrideText(selection.cluster, overrides.cluster);
    overrideText(selection.user, overrides.user);
    overrideText(selection.namespaceName, overrides.namespaceName);
    if (selection.namespaceName.empty())
        selection.namespaceName = "default";
    return selection;
}

} // namespace

bool ContextSelection::tls() const
{
    const auto server = parseServerUrl(clusterEntry.server);
    return server && server->tls;
}

std::string_view ContextSelection::authority() const
{
    if (!tls() || clusterEntry.insecure)
        return "none";
    return !clusterEntry.authorityPem.empty() ? "data" : !clusterEntry.authorityFile.empty() ? "file" : "system";
}

std::string ContextSelection::credential() const
{
    if (!tls())
        return "none";
    std::string words;
    const auto add = [&](bool isSent, const std::string &word) {
        if (isSent)
            words += (words.empty() ? "" : "+") + word;
    };
    const KubeConfig::User &who = userEntry;
    const bool certificate = !who.clientCertificatePem.empty() || !who.clientCertificateFile.empty();
    const bool header = !who.token.isEmpty() || !who.tokenFile.empty() || !who.username.empty();
    add(certificate, "client-certificate");
    add(!who.token.isEmpty(), "token");
    add(!who.tokenFile.empty(), "token-file");
    add(!who.username.empty(), "basic");
    add(who.exec && !header && !certificate, "exec");
    // A request that has an Authorization header already is left alone by the providers.
    if (who.authProvider)
        add(!header, who.authProvider->name == "oidc" ? "oidc" : "auth-provider:" + who.authProvider->name);
    return words.empty() ? "none" : words;
}

ContextChoice chooseContext(const KubeConfig &config, const KubeConfigOverrides &overrides, const KubeFiles &files)
{
    ContextSelection selection = namesOf(config, overrides);
    const bool hasContext = findEntry(config.contexts, selection.context) != nullptr;
    const bool hasCluster = takeEntry(selection.clusterEntry, config.clusters, selection.cluster);
    const bool hasUser = takeEntry(selection.userEntry, config.users, selection.user);
    overrideCluster(selection.clusterEntry, overrides);
    overrideUser(selection.userEntry, overrides);

    MissingEntries missing;
    missing.context = hasContext ? std::string() : overrides.context;
    missing.user = hasUser ? std::string() : overrides.user;
    missing.cluster = hasCluster ? std::string() : overrides.cluster;
    std::vector<KubeConfigProblem> problems;
    if (!selection.context.empty() && !hasContext)
        problems.push_back({"context was not found for specified context: " + selection.context, overrides.context.empty() ? config.currentContextLine : 0});
    selection.error = checkChoice(selection, missing, !overrides.namespaceName.empty(), std::move(problems), files);
    if (!selection.error)
        connect(selection, files);

    ContextChoice choice{std::nullopt, selection.error};
    const bool isChosen = hasContext || (selection.context.empty() && !selection.clusterEntry.server.empty());
    if (isChosen)
        choice.selected = std::move(selection);
    return choice;
}

ContextSelection describeContext(const KubeConfig &config, const KubeConfig::Context &context, const KubeFiles &files)
{
    ContextSelection selection;
    selection.context = context.name;
    selection.cluster = context.cluster;
    selection.user = context.user;
    selection.namespaceName = context.namespaceName.empty() ? "default" : context.namespaceName;
    selection.file = context.file;
    const bool hasCluster = takeEntry(selection.clusterEntry, config.clusters, context.cluster);
    takeEntry(selection.userEntry, config.users, context.user);
    selection.error = checkChoice(selection, {}, false, {}, files);
    if (!selection.error)
        connect(selection, files);
    if (selection.error && selection.error->line == 0)
        selection.error->line = hasCluster ? selection.clusterEntry.line : context.lineOf("cluster");
    return selection;
}

} // namespace kube
