#include "models/cluster/Clusters.h"

#include <algorithm>

namespace cluster {

Clusters::Clusters(kube::CatalogSources sources, Network::Settings network, base::Executor &consumer)
    : m_consumer(consumer)
    , m_settings(consumer, network.stateFolder)
    , m_sources(std::move(sources))
    , m_network(std::move(network))
    , m_reader(std::make_unique<CatalogReader>(m_sources, consumer, [this](CatalogSnapshot snapshot) { take(std::move(snapshot)); }))
{
}

Clusters::~Clusters() = default;

void Clusters::take(CatalogSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    m_read = true;
    for (const auto &connected : m_connected) {
        if (const kube::CatalogEntry *entry = find(EntryId::of(connected->entry())))
            connected->setEntry(*entry);
    }
    Q_EMIT entriesChanged();
    for (const CatalogProblem &problem : m_snapshot.newProblems)
        Q_EMIT problemFound(problem);
}

const kube::CatalogEntry *Clusters::find(const EntryId &id) const
{
    const auto found = std::ranges::find_if(m_snapshot.entries, [&](const kube::CatalogEntry &entry) { return EntryId::of(entry) == id; });
    return found == m_snapshot.entries.end() ? nullptr : &*found;
}

void Clusters::add(const std::string &path)
{
    if (std::ranges::find(m_sources.added, path) != m_sources.added.end())
        return;
    m_sources.added.push_back(path);
    m_reader->setSources(m_sources);
}

void Clusters::paste(kube::PastedConfig pasted)
{
    std::erase_if(m_sources.pasted, [&](const kube::PastedConfig &other) { return other.name == pasted.name; });
    m_sources.pasted.push_back(std::move(pasted));
    m_reader->setSources(m_sources);
}

void Clusters::readAgain()
{
    m_reader->setSources(m_sources);
}

std::vector<ConnectedCluster *> Clusters::connected() const
{
    std::vector<ConnectedCluster *> all;
    std::ranges::transform(m_connected, std::back_inserter(all), [](const auto &connected) { return connected.get(); });
    return all;
}

ConnectedCluster *Clusters::connected(const EntryId &id) const
{
    const auto found = std::ranges::find_if(m_connected, [&](const auto &connected) { return EntryId::of(connected->entry()) == id; });
    return found == m_connected.end() ? nullptr : found->get();
}

ConnectedCluster *Clusters::connectTo(const EntryId &id)
{
    if (ConnectedCluster *known = connected(id))
        return known;
    const kube::CatalogEntry *entry = find(id);
    if (!entry || !entry->context.connection || entry->error())
        return nullptr;
    m_connected.push_back(std::make_unique<ConnectedCluster>(m_network, m_consumer, *entry));
    Q_EMIT connectedTo(m_connected.back().get());
    return m_connected.back().get();
}

void Clusters::disconnectFrom(const EntryId &id)
{
    const auto found = std::ranges::find_if(m_connected, [&](const auto &connected) { return EntryId::of(connected->entry()) == id; });
    if (found == m_connected.end())
        return;
    Q_EMIT disconnecting(found->get());
    m_connected.erase(found);
}

} // namespace cluster
