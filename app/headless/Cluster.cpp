#include "app/headless/Cluster.h"

#include "app/headless/ErrorText.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/InPod.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/platform/ChildProcess.h"
#include "models/platform/Paths.h"
#include "models/text/Plain.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace headless {

using base::ErrorKind;
using base::Result;

namespace {

base::Error asError(const kube::KubeConfigError &error)
{
    base::Error result = base::makeErrorAt(ErrorKind::BadInput, error.message, error.line);
    if (error.kind == kube::KubeConfigErrorKind::Config)
        result.reason = configurationInvalid;
    return result;
}

cluster::Network::Settings networkSettings(const Invocation &invocation, std::ostream &err)
{
    cluster::Network::Settings settings;
    settings.stateFolder = platform::Paths::ofUser(invocation.dataFolder).state();
    settings.trust = invocation.trustExec ? kube::ExecTrust::Scope::EverythingNow : kube::ExecTrust::Scope::Remembered;
    settings.notice = [&err](const std::string &text) { err << text::plain(text) << '\n'; };
    return settings;
}

/// Without any server kubectl tries the one that KUBERNETES_MASTER names, else this machine.
std::string defaultServer()
{
    const char *master = std::getenv("KUBERNETES_MASTER");
    return master && *master ? master : "http://localhost:8080";
}

/// What the merged view and the flags choose; with the default server if they name none.
struct Choice
{
    kube::ContextChoice context;
    bool isDefaultServer = false;
};

Choice choose(const kube::KubeConfig &config, kube::KubeConfigOverrides overrides, const kube::KubeFiles &files)
{
    kube::ContextChoice choice = kube::chooseContext(config, overrides, files);
    if (!choice.error || choice.error->message != "no server")
        return {std::move(choice), false};
    overrides.server = defaultServer();
    return {kube::chooseContext(config, overrides, files), true};
}

/// In a pod, as clientcmd's DeferredLoadingClientConfig: its ServiceAccount counts if nothing else is said, and its namespace if none is.
Result<kube::ConnectionSettings> inPod(const kube::KubeConfig &config, const Invocation &invocation, kube::ConnectionSettings settings, bool isDefaultServer)
{
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::PodSurroundings pod = kube::PodSurroundings::ofProcess();
    if (!kube::isInPod(pod, files))
        return settings;
    const bool limitsTime = invocation.requestTimeout && invocation.requestTimeout->count() > 0;
    if (isDefaultServer && !limitsTime && kube::saysNothing(settings))
        return kube::podConnection(pod, invocation.overrides, files);
    const auto context = std::ranges::find(config.contexts, settings.contextName, &kube::KubeConfig::Context::name);
    if (invocation.overrides.namespaceName.empty() && (context == config.contexts.end() || context->namespaceName.empty()))
        settings.namespaceName = kube::podNamespace(pod, files);
    return settings;
}

} // namespace

kube::KubeConfigPlaces kubeConfigPlaces(const Invocation &invocation)
{
    kube::KubeConfigPlaces places;
    places.explicitFile = invocation.kubeconfig;
    const auto environment = platform::currentEnvironment();
    places.environment = platform::environmentValue(environment, "KUBECONFIG");
    places.home = kube::kubeHome(environment, kube::KubeFiles::system());
    if (places.home.empty())
        places.home = platform::Paths::ofUser().home();
    return places;
}

Cluster::Cluster(const Invocation &invocation, kube::ConnectionSettings settings, std::ostream &err)
    : m_network(networkSettings(invocation, err)), m_connection(m_network, std::move(settings))
{
    m_connection.api().setWarningHandler([this, &err](const std::string &warning) {
        if (m_warned.insert(warning).second)
            err << "Warning: " << text::plain(warning) << '\n';
    });
}

Result<std::unique_ptr<Cluster>> Cluster::connect(const Invocation &invocation, std::ostream &err)
{
    const kube::KubeFiles &files = kube::KubeFiles::system();
    const kube::MergedConfig merged = kube::loadMergedConfig(kubeConfigPlaces(invocation), files);
    if (merged.error)
        return asError(*merged.error);
    auto [choice, isDefaultServer] = choose(merged.config, invocation.overrides, files);
    if (choice.error)
        return asError(*choice.error);
    if (!choice.selected)
        return base::makeError(ErrorKind::BadInput, "no context was chosen");
    if (choice.selected->error)
        return asError(*choice.selected->error);
    if (!choice.selected->connection)
        return base::makeError(ErrorKind::BadInput, "the context names no server");
    auto settings = inPod(merged.config, invocation, std::move(*choice.selected->connection), isDefaultServer);
    if (!settings)
        return settings.error();
    return std::unique_ptr<Cluster>(new Cluster(invocation, std::move(*settings), err));
}

} // namespace headless
