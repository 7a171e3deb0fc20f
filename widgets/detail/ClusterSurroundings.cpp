#include "widgets/detail/ClusterSurroundings.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/SessionWords.h"

#include <QUrl>

#include <algorithm>

namespace detail {

namespace {

/// Users and groups are no objects: they have a page of their access.
std::optional<base::Address> identityAddress(const Reference &reference)
{
    const bool isIdentity = reference.group == "rbac.authorization.k8s.io" && (reference.kind == "User" || reference.kind == "Group");
    if (!isIdentity || reference.name.empty())
        return std::nullopt;
    const QString name = QString::fromStdString(reference.kind + '/' + reference.name);
    return base::Address{QStringLiteral("ask"), {}, {}, QStringLiteral("of:") + QString::fromLatin1(QUrl::toPercentEncoding(name, " \"/(){}':@*"))};
}

} // namespace

Surroundings surroundingsOf(cluster::ConnectedCluster &cluster)
{
    const auto find = [&cluster](const Reference &reference) -> std::optional<base::Address> {
        if (const auto identity = identityAddress(reference))
            return identity;
        const auto types = cluster.catalog().types();
        const auto found = std::ranges::find_if(types, [&](const kube::ResourceType &type) { return type.kind == reference.kind && type.group == reference.group; });
        if (found == types.end() || reference.name.empty())
            return std::nullopt;
        const std::string &space = found->namespaced ? reference.namespaceName : std::string();
        return base::Address{QString::fromStdString(found->qualifiedName()), QString::fromStdString(space), QString::fromStdString(reference.name), {}};
    };
    Surroundings surroundings{find};
    surroundings.clock = &cluster.clock();
    surroundings.kubectl = [&cluster] { return base::kubectlFor(cluster); };
    return surroundings;
}

} // namespace detail
