#include "widgets/rbac/ReachLink.h"

#include <algorithm>

namespace rbac {

namespace {

bool isReachable(const Request &request)
{
    return request.apiGroup.empty() && (request.resource == "pods" || request.resource == "services") && (request.subresource.empty() || request.subresource == "proxy");
}

QString placeOf(const std::string &namespaceName, const std::string &name) { return QString::fromStdString(namespaceName + '/' + name); }

} // namespace

std::optional<base::Address> reachLinkOf(const Question &question, const Inputs &inputs)
{
    const Request &request = question.request;
    const ObjectRef who = question.identity.ref();
    if (who.kind != "ServiceAccount" || !isReachable(request))
        return std::nullopt;
    const auto runsAsIt = [&](const PodUse &pod) { return pod.ref.namespaceName == who.namespaceName && pod.serviceAccount == who.name && pod.isAlive() && !pod.isMirror; };
    const auto pod = std::ranges::find_if(inputs.pods, runsAsIt);
    if (pod == inputs.pods.end())
        return base::Address{QStringLiteral("reach"), {}, {}, {}};
    const QString from = placeOf(pod->ref.namespaceName, pod->ref.name);
    if (request.name.empty() || request.namespaceName.empty())
        return base::Address{QStringLiteral("pods"), QString::fromStdString(pod->ref.namespaceName), QString::fromStdString(pod->ref.name), QStringLiteral("reach")};
    const QString service = request.resource == "services" ? QStringLiteral("svc/") : QString();
    return base::Address{QStringLiteral("reach"), {}, {}, QStringLiteral("pair:") + from + QStringLiteral("..") + service + placeOf(request.namespaceName, request.name)};
}

} // namespace rbac
