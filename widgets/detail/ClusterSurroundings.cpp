#include "widgets/detail/ClusterSurroundings.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/SessionWords.h"

#include <algorithm>

namespace detail {

Surroundings surroundingsOf(cluster::ConnectedCluster &cluster)
{
    const auto find = [&cluster](const Reference &reference) -> std::optional<base::Address> {
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
