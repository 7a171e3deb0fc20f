#include "widgets/detail/Relations.h"

#include "models/cluster/ConnectedCluster.h"

#include <algorithm>

namespace detail {

namespace {

/// In the version that the server prefers.
OwnerChain::FindType typesOf(const cluster::ConnectedCluster &cluster)
{
    return [&cluster](const Reference &reference) -> std::optional<kube::ResourceType> {
        const auto types = cluster.catalog().types();
        const auto found = std::ranges::find_if(types, [&](const kube::ResourceType &type) { return type.kind == reference.kind && type.group == reference.group; });
        return found == types.end() ? std::nullopt : std::optional(*found);
    };
}

} // namespace

Relations::Relations(cluster::ConnectedCluster &cluster, ObjectName name) : m_name(std::move(name))
{
    connectTo(cluster.api(), typesOf(cluster));
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api == &cluster.api())
            return;
        connectTo(cluster.api(), typesOf(cluster));
        Q_EMIT changed();
    });
}

Relations::Relations(kube::Api &api, OwnerChain::FindType findType, ObjectName name) : m_name(std::move(name))
{
    connectTo(api, findType);
}

void Relations::connectTo(kube::Api &api, const OwnerChain::FindType &findType)
{
    m_api = &api;
    m_owners = std::make_unique<OwnerChain>(api, m_executor, findType, [this] { Q_EMIT changed(); });
    if (!isService())
        return;
    m_endpoints = std::make_unique<LiveList>(api, m_executor, endpointsOf(m_name.namespaceName, m_name.name), [this] {
        LiveList::Content content = m_endpoints->take();
        // A new connection begins with nothing; what is shown stays until it knows more.
        if (content.isComplete || !m_known.isComplete)
            m_known = std::move(content);
        Q_EMIT changed();
    });
}

void Relations::addTo(Summary &summary) const
{
    addOwnersAbove(summary, m_owners->owners());
    if (!isService())
        return;
    Section endpoints = endpointsSection(m_known);
    if (endpoints.rows.empty() && !endpoints.table)
        return;
    // After what the Service says itself, before what every object has.
    const auto conditions = std::ranges::find_if(summary.sections, [](const Section &section) { return section.title.words == "Conditions" || section.title.words == "Object"; });
    summary.sections.insert(conditions, std::move(endpoints));
}

} // namespace detail
