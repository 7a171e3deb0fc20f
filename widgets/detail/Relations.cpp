#include "widgets/detail/Relations.h"

#include "models/cluster/ConnectedCluster.h"

#include <algorithm>

namespace detail {

OwnerChain::FindType typesOf(const cluster::ConnectedCluster &cluster)
{
    return [&cluster](const Reference &reference) -> std::optional<kube::ResourceType> {
        const auto types = cluster.catalog().types();
        const auto found = std::ranges::find_if(types, [&](const kube::ResourceType &type) { return type.kind == reference.kind && type.group == reference.group; });
        return found == types.end() ? std::nullopt : std::optional(*found);
    };
}

namespace {

/// A new list begins with nothing; what is shown stays until it knows more.
void takeFrom(LiveList &list, LiveList::Content &known)
{
    LiveList::Content content = list.take();
    if (content.isComplete || !known.isComplete)
        known = std::move(content);
    else
        known.state = std::move(content.state);
}

} // namespace

/// One relation, and the list that is kept of it.
struct Relations::Watch
{
    Related related;
    std::unique_ptr<LiveList> list = {};        ///< null: nobody looks, or the server has no such kind
};

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

Relations::~Relations() = default;

void Relations::connectTo(kube::Api &api, const OwnerChain::FindType &findType)
{
    m_api = &api;
    m_findType = findType;
    m_owners = std::make_unique<OwnerChain>(api, m_executor, findType, [this] { Q_EMIT changed(); });
    m_endpoints.reset();
    for (const auto &watch : m_related)
        watch->list.reset();
    if (!m_isPaused)
        follow(m_object);
}

void Relations::follow(Object object)
{
    m_isPaused = false;
    m_object = std::move(object);
    m_owners->follow(*m_object);
    watchEndpoints();
    watchRelated();
}

void Relations::pause()
{
    m_isPaused = true;
    m_endpoints.reset();
    for (const auto &watch : m_related)
        watch->list.reset();
}

void Relations::watchEndpoints()
{
    if (!isService() || m_endpoints)
        return;
    m_endpoints = std::make_unique<LiveList>(*m_api, m_executor, endpointsOf(m_name.namespaceName, m_name.name), [this] {
        takeFrom(*m_endpoints, m_known);
        Q_EMIT changed();
    });
}

/// What is asked for already goes on; what is worth it no more is let go.
void Relations::watchRelated()
{
    std::vector<std::unique_ptr<Watch>> next;
    for (Relation &relation : relationsOf(m_object)) {
        const auto known = std::ranges::find_if(m_related, [&](const auto &watch) { return watch && watch->related.relation.question == relation.question; });
        next.push_back(known == m_related.end() ? std::make_unique<Watch>(Watch{{std::move(relation)}}) : std::move(*known));
        if (!next.back()->list)
            ask(*next.back());
    }
    m_related = std::move(next);
}

void Relations::ask(Watch &watch)
{
    const Relation &relation = watch.related.relation;
    const auto type = m_findType(relation.kind);
    if (!type)
        return;
    kube::Collection collection;
    collection.type = *type;
    collection.namespaceName = relation.kind.namespaceName;
    collection.labelSelector = relation.labels;
    collection.fieldSelector = relation.fields;
    watch.list = std::make_unique<LiveList>(*m_api, m_executor, std::move(collection), [this, &watch] {
        LiveList::Content &content = watch.related.content;
        takeFrom(*watch.list, content);
        // Half a list is not told; of a large one the pieces come by the hundred.
        if (content.isComplete || content.state.error)
            Q_EMIT changed();
    }, relation.reduce);
}

void Relations::addTo(Summary &summary) const
{
    addOwnersAbove(summary, m_owners->owners());
    if (isService()) {
        Section endpoints = endpointsSection(m_known);
        // After what the Service says itself, before what every object has.
        const auto conditions = std::ranges::find_if(summary.sections, [](const Section &section) { return section.title.words == "Conditions" || section.title.words == "Object"; });
        if (!endpoints.rows.empty() || endpoints.table)
            summary.sections.insert(conditions, std::move(endpoints));
    }
    std::vector<const Related *> related;
    for (const auto &watch : m_related)
        related.push_back(&watch->related);
    if (m_object)
        addRelations(summary, *m_object, related, m_owners->owners());
}

} // namespace detail
