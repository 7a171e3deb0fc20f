#include "models/kube/InPod.h"

#include "models/http/Certificate.h"

#include <cstdlib>

namespace kube {

using base::Result;

namespace {

constexpr std::uint64_t largestFile = 1024 * 1024;
constexpr std::string_view white = " \t\r\n\v\f";

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(white);
    return first == text.npos ? std::string() : text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string serverOf(const PodSurroundings &pod)
{
    const bool isIpv6 = pod.host.find(':') != pod.host.npos;
    return "https://" + (isIpv6 ? '[' + pod.host + ']' : pod.host) + ':' + pod.port;
}

bool isUsableAuthority(const std::string &path, const KubeFiles &files)
{
    const auto pem = files.read(path, largestFile);
    return pem && http::checkAuthority(*pem);
}

} // namespace

PodSurroundings PodSurroundings::ofProcess()
{
    return {environment("KUBERNETES_SERVICE_HOST"), environment("KUBERNETES_SERVICE_PORT"), environment("POD_NAMESPACE")};
}

bool isInPod(const PodSurroundings &pod, const KubeFiles &files)
{
    const std::string token = pod.folder + "/token";
    if (pod.host.empty() || pod.port.empty() || files.isFolder(token))
        return false;
    const auto opened = files.open(token);
    return opened || opened.error().kind != base::ErrorKind::NotFound;
}

Result<ConnectionSettings> podConnection(const PodSurroundings &pod, const KubeConfigOverrides &overrides, const KubeFiles &files)
{
    const std::string authority = pod.folder + "/ca.crt";
    const auto token = files.read(pod.folder + "/token", largestFile);
    if (!token)
        return token.error();
    ConnectionSettings settings;
    settings.server = overrides.server.empty() ? serverOf(pod) : overrides.server;
    settings.tls = settings.server.starts_with("https://");
    settings.authorityFile = isUsableAuthority(authority, files) ? authority : std::string();
    if (!overrides.authorityFile.empty())
        settings.authorityFile = overrides.authorityFile;
    settings.token = overrides.token;
    if (overrides.token.isEmpty()) {
        settings.token = base::SecretText(*token);
        settings.tokenFile = pod.folder + "/token";
    }
    settings.namespaceName = overrides.namespaceName.empty() ? podNamespace(pod, files) : overrides.namespaceName;
    return settings;
}

std::string podNamespace(const PodSurroundings &pod, const KubeFiles &files)
{
    if (!pod.namespaceName.empty())
        return pod.namespaceName;
    const auto text = files.read(pod.folder + "/namespace", largestFile);
    const std::string name = text ? trimmed(*text) : std::string();
    return name.empty() ? "default" : name;
}

bool saysNothing(const ConnectionSettings &settings)
{
    ConnectionSettings nothing;
    nothing.server = settings.server;
    nothing.tls = settings.tls;
    nothing.namespaceName = settings.namespaceName;
    nothing.contextName = settings.contextName;
    nothing.clusterName = settings.clusterName;
    nothing.userName = settings.userName;
    nothing.contextFile = settings.contextFile;
    nothing.userFile = settings.userFile;
    return settings == nothing;
}

} // namespace kube
