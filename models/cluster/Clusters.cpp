#include "models/cluster/Clusters.h"

#include "models/kube/Distribution.h"

#include <algorithm>
#include <set>

namespace cluster {

namespace {

constexpr std::string_view Section = "clusters";
/// What servers told stands apart: another program writes it on its own, and must not write an older word of a person's with it.
constexpr std::string_view SeenSection = "clusters seen";
constexpr std::chrono::hours SeenAgain{1};      ///< how old the last sight may become before it is written anew
constexpr std::chrono::hours SeenLast{24 * 90}; ///< how long the server of an entry that is gone is remembered

std::string keyOf(const EntryId &id) { return id.file + '\n' + id.context; }

/// Of these marks only what the server told.
void takeSeen(ClusterMarks &marks, const ClusterMarks &seen)
{
    marks.version = seen.version;
    marks.distribution = seen.distribution;
    marks.seen = seen.seen;
}

/// While no mark is known none may be overlooked: as if the program had been started read-only.
Network::Settings obeyingLostMarks(Network::Settings network, const settings::Settings &remembered)
{
    if (remembered.trouble())
        network.access = kube::Access::ReadOnly;
    return network;
}

} // namespace

Clusters::Clusters(kube::CatalogSources sources, Network::Settings network, base::Executor &consumer)
    : m_consumer(consumer)
    , m_settings(consumer, network.stateFolder)
    , m_sources(std::move(sources))
    , m_network(obeyingLostMarks(std::move(network), m_settings))
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
    forgetUnseen();
    Q_EMIT entriesChanged();
    for (const CatalogProblem &problem : m_snapshot.newProblems)
        Q_EMIT problemFound(problem);
}

/// What servers told of entries that are no more would otherwise stay for ever.
void Clusters::forgetUnseen()
{
    const base::SystemTime now = m_consumer.clock().now();
    std::set<std::string> present;
    for (const kube::CatalogEntry &entry : m_snapshot.entries)
        present.insert(keyOf(EntryId::of(entry)));
    for (const std::string &key : m_settings.keys(SeenSection)) {
        if (!present.contains(key) && now - ClusterMarks::read(m_settings.value(SeenSection, key)).seen > SeenLast)
            m_settings.set(SeenSection, key, {});
    }
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

ClusterMarks Clusters::marks(const EntryId &id) const
{
    if (isPasted(id)) {
        const auto found = m_pastedMarks.find(keyOf(id));
        return found == m_pastedMarks.end() ? ClusterMarks() : found->second;
    }
    ClusterMarks marks = ClusterMarks::read(m_settings.value(Section, keyOf(id)));
    takeSeen(marks, ClusterMarks::read(m_settings.value(SeenSection, keyOf(id))));
    return marks;
}

void Clusters::mark(const EntryId &id, const ClusterMarks &marks)
{
    if (marks == this->marks(id))
        return;
    ClusterMarks said = marks;
    takeSeen(said, {});
    if (!isPasted(id))
        m_settings.set(Section, keyOf(id), said.write());
    keepSeen(id, marks);
    obey(id);
}

/// Another text may be pasted under the same name tomorrow: what is said of one ends with the program.
bool Clusters::isPasted(const EntryId &id) const
{
    return std::ranges::any_of(m_sources.pasted, [&](const kube::PastedConfig &pasted) { return pasted.name == id.file; });
}

void Clusters::keepSeen(const EntryId &id, const ClusterMarks &marks)
{
    ClusterMarks seen;
    takeSeen(seen, marks);
    if (isPasted(id))
        m_pastedMarks[keyOf(id)] = marks;
    else
        m_settings.set(SeenSection, keyOf(id), seen.write());
}

void Clusters::saw(const EntryId &id, const std::string &version, const std::vector<std::string> &groups)
{
    ClusterMarks marks = this->marks(id);
    const base::SystemTime now = m_consumer.clock().now();
    const bool isNews = marks.version != version || now - marks.seen >= SeenAgain || (marks.distribution.empty() && !groups.empty());
    if (version.empty() || version.size() > ClusterMarks::LongestText || !isNews)
        return;
    const kube::CatalogEntry *entry = find(id);
    if (!entry)
        return;
    kube::DistributionTraces traces = kube::tracesOf(entry->context.clusterEntry, id.context);
    traces.version = version;
    traces.groups = groups;
    if (const std::string distribution = kube::distributionOf(traces); !distribution.empty())
        marks.distribution = distribution;
    marks.version = version;
    marks.seen = now;
    keepSeen(id, marks);
    Q_EMIT marksChanged(id);
}

std::string Clusters::shownName(const EntryId &id) const
{
    const std::string name = marks(id).name;
    return name.empty() ? id.context : name;
}

kube::Access Clusters::accessOf(const SessionId &id) const
{
    const bool isReadOnly = m_network.access() == kube::Access::ReadOnly || !id.viewedAs.isEmpty() || marks(id.entry).isReadOnly;
    return isReadOnly ? kube::Access::ReadOnly : kube::Access::ReadWrite;
}

void Clusters::obey(const EntryId &id)
{
    for (ConnectedCluster *cluster : sessionsOf(id)) {
        cluster->setAccess(accessOf(SessionId::of(*cluster)));
        cluster->setAddedNamespaces(marks(id).namespaces);
    }
    Q_EMIT marksChanged(id);
}

std::vector<ConnectedCluster *> Clusters::connected() const
{
    std::vector<ConnectedCluster *> all;
    std::ranges::transform(m_connected, std::back_inserter(all), [](const auto &connected) { return connected.get(); });
    return all;
}

std::vector<ConnectedCluster *> Clusters::sessionsOf(const EntryId &id) const
{
    std::vector<ConnectedCluster *> all = connected();
    std::erase_if(all, [&](const ConnectedCluster *each) { return EntryId::of(each->entry()) != id; });
    return all;
}

ConnectedCluster *Clusters::connected(const SessionId &id) const
{
    const auto found = std::ranges::find_if(m_connected, [&](const auto &connected) { return SessionId::of(*connected) == id; });
    return found == m_connected.end() ? nullptr : found->get();
}

ConnectedCluster *Clusters::connectTo(const EntryId &id)
{
    const bool isNew = !connected(id);
    ConnectedCluster *cluster = connectSession({id, {}});
    if (cluster && isNew)
        connect(cluster, &ConnectedCluster::versionChanged, this, [this, id, cluster] { saw(id, cluster->version(), cluster->groups()); });
    return cluster;
}

ConnectedCluster *Clusters::viewAs(const EntryId &id, const kube::Impersonation &who)
{
    if (who.isEmpty() || !connectTo(id))
        return nullptr;
    return connectSession({id, who});
}

ConnectedCluster *Clusters::connectSession(const SessionId &id)
{
    if (ConnectedCluster *known = connected(id))
        return known;
    const kube::CatalogEntry *entry = find(id.entry);
    if (!entry || !entry->context.connection || entry->error())
        return nullptr;
    const auto isOfEntry = [&](const auto &connected) { return EntryId::of(connected->entry()) == id.entry; };
    const auto last = std::find_if(m_connected.rbegin(), m_connected.rend(), isOfEntry);
    auto made = std::make_unique<ConnectedCluster>(m_network, m_consumer, *entry, accessOf(id), id.viewedAs);
    ConnectedCluster *cluster = made.get();
    m_connected.insert(last == m_connected.rend() ? m_connected.end() : last.base(), std::move(made));
    cluster->setAddedNamespaces(marks(id.entry).namespaces);
    Q_EMIT connectedTo(cluster);
    return cluster;
}

void Clusters::disconnectFrom(const EntryId &id)
{
    std::vector<ConnectedCluster *> sessions = sessionsOf(id);
    for (auto last = sessions.rbegin(); last != sessions.rend(); ++last)
        disconnectFrom(SessionId::of(**last));
}

void Clusters::disconnectFrom(const SessionId &id)
{
    const auto isMeant = [&](const auto &connected) { return SessionId::of(*connected) == id; };
    const auto isAnother = [&](const auto &connected) { return EntryId::of(connected->entry()) == id.entry && !isMeant(connected); };
    if (id.viewedAs.isEmpty() && std::ranges::any_of(m_connected, isAnother))
        return disconnectFrom(id.entry);
    const auto found = std::ranges::find_if(m_connected, isMeant);
    if (found == m_connected.end())
        return;
    Q_EMIT disconnecting(found->get());
    m_connected.erase(std::ranges::find_if(m_connected, isMeant));
}

} // namespace cluster
