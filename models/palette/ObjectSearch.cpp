#include "models/palette/ObjectSearch.h"

#include "models/kinds/Groups.h"

#include <algorithm>
#include <tuple>

namespace palette {

namespace {

constexpr std::size_t RowsBetweenLooks = 256;               ///< at the clock
constexpr std::chrono::milliseconds News{250};              ///< rows that change and kinds that arrive are searched together

/// Many, short-lived, and told with the objects they are about; what cannot be watched is no object of its own.
bool isSearched(const kube::ResourceType &type)
{
    return type.can("list") && type.can("watch") && type.resource != "events";
}

std::vector<kube::ResourceType> searchedTypes(const cluster::ConnectedCluster &cluster)
{
    std::vector<kube::ResourceType> types;
    for (const kinds::SubjectGroup &group : kinds::groupBySubject(cluster.catalog()))
        std::ranges::copy_if(group.types, std::back_inserter(types), isSearched);
    return types;
}

} // namespace

ObjectSearch::ObjectSearch(cluster::Clusters &clusters, QObject *parent) : QObject(parent), m_clusters(clusters), m_wish({})
{
    connect(&clusters, &cluster::Clusters::connectedTo, this, &ObjectSearch::watch);
    connect(&clusters, &cluster::Clusters::disconnecting, this, &ObjectSearch::forget);
    for (cluster::ConnectedCluster *cluster : clusters.connected())
        watch(cluster);
}

ObjectSearch::~ObjectSearch() = default;

void ObjectSearch::watch(cluster::ConnectedCluster *cluster)
{
    m_names[cluster] = std::make_unique<KnownNames>(m_clusters.consumer(), [this] { again(); });
    connect(cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, cluster] {
        namesOf(cluster).use(cluster->api());
        again();
    });
    connect(cluster, &cluster::ConnectedCluster::rowsChanged, this, &ObjectSearch::again);
}

void ObjectSearch::forget(cluster::ConnectedCluster *cluster)
{
    disconnect(cluster, nullptr, this, nullptr);
    m_names.erase(cluster);
    m_nextTurn.cancel();
    m_sources.clear();
    m_current = 0;
    if (m_preferred == cluster)
        m_preferred = nullptr;
    for (auto *groups : {&m_groups, &m_found}) {
        for (HitGroup &group : *groups)
            std::erase_if(group.hits, [&](const Hit &hit) { return hit.cluster == cluster; });
    }
    again();
    if (m_isSearching)
        Q_EMIT changed();
}

std::vector<cluster::ConnectedCluster *> ObjectSearch::connected() const
{
    std::vector<cluster::ConnectedCluster *> clusters = m_clusters.connected();
    const auto isElsewhere = [this](const cluster::ConnectedCluster *each) { return !each->viewedAs().isEmpty() && each != m_preferred; };
    std::erase_if(clusters, [&](cluster::ConnectedCluster *each) { return !m_names.contains(each) || isElsewhere(each); });
    return clusters;
}

KnownNames &ObjectSearch::namesOf(cluster::ConnectedCluster *cluster)
{
    return *m_names.at(cluster);
}

/// What came in the meantime is searched too, but not more often than people read.
void ObjectSearch::again()
{
    if (!m_isSearching || m_nextSearch.isRunning())
        return;
    m_nextSearch = m_clusters.consumer().after(News, [this] {
        if (m_current < m_sources.size())
            return again(); // or rows that change without pause would keep it from ever coming to its end
        m_isRepeated = true;
        begin();
    });
}

void ObjectSearch::search(const std::string &typed, const cluster::ConnectedCluster *preferred)
{
    m_typed = typed;
    m_preferred = preferred;
    m_wish = ObjectWish(typed);
    for (const cluster::ConnectedCluster *cluster : connected())
        m_wish.preferKinds(searchedTypes(*cluster));
    m_isSearching = true;
    m_isRepeated = false;
    m_published = {};
    m_nextSearch.cancel();
    begin();
}

void ObjectSearch::begin()
{
    m_found = {};
    m_looked = 0;
    m_current = 0;
    gather();
    fetchMissing();
    turn();
}

void ObjectSearch::stop()
{
    m_isSearching = false;
    m_nextTurn.cancel();
    m_nextSearch.cancel();
    m_sources.clear();
    for (const auto &[cluster, names] : m_names)
        names->stop();
}

void ObjectSearch::gather()
{
    m_sources.clear();
    if (m_wish.isEmpty())
        return;
    std::vector<cluster::ConnectedCluster *> clusters = connected();
    std::ranges::stable_partition(clusters, [this](const cluster::ConnectedCluster *each) { return each == m_preferred; });
    for (cluster::ConnectedCluster *cluster : clusters) {
        for (const kube::ResourceType &type : searchedTypes(*cluster)) {
            if (!m_wish.ofKind(type).isPossible())
                continue;
            auto rows = cluster->known(type);
            auto names = rows ? nullptr : namesOf(cluster).kind(type).names;
            if (rows || names)
                m_sources.push_back({cluster, std::make_shared<const kube::ResourceType>(type), std::move(rows), std::move(names), 0});
        }
    }
}

void ObjectSearch::fetchMissing()
{
    if (m_typed.size() < LeastLetters)
        return;
    for (cluster::ConnectedCluster *cluster : connected()) {
        std::vector<kube::ResourceType> missing;
        for (const kube::ResourceType &type : searchedTypes(*cluster)) {
            if (m_wish.ofKind(type).isPossible() && !cluster->known(type))
                missing.push_back(type);
        }
        namesOf(cluster).want(cluster->api(), missing);
    }
}

void ObjectSearch::turn()
{
    const base::Clock &clock = m_clusters.consumer().clock();
    const auto until = clock.steady() + Turn;
    while (m_current < m_sources.size()) {
        Source &source = m_sources[m_current];
        if (!work(source, m_wish.ofKind(*source.type), until))
            break;
        ++m_current;
    }
    const bool isDone = m_current >= m_sources.size();
    if (isDone)
        m_nextTurn.cancel();
    else
        m_nextTurn = m_clusters.consumer().after(std::chrono::milliseconds(0), [this] { turn(); });
    if (isDone || (!m_isRepeated && clock.steady() - m_published >= BetweenNews))
        publish();
}

/// Whether it came to the end.
bool ObjectSearch::work(Source &source, const ObjectWish::OfKind &wish, base::SteadyTime until)
{
    const base::Clock &clock = m_clusters.consumer().clock();
    const std::size_t end = source.rows ? source.rows->store().end() : source.names->names.size();
    while (source.next < end) {
        const std::size_t stop = std::min(end, source.next + RowsBetweenLooks);
        for (; source.next < stop; ++source.next) {
            std::string_view space, name;
            if (source.rows) {
                const kube::Store &store = source.rows->store();
                const auto row = static_cast<kube::RowId>(source.next);
                if (!store.contains(row))
                    continue;
                space = store.namespaceName(row);
                name = store.name(row);
            } else {
                space = source.names->names[source.next].namespaceName();
                name = source.names->names[source.next].name();
            }
            ++m_looked;
            if (const auto closeness = wish.closeness(space, name))
                take(source, *closeness, space, name);
        }
        if (source.next < end && clock.steady() >= until)
            return false;
    }
    return true;
}

/// The best of a group are kept in their order, so that most of what comes is seen at a glance to be none of them.
void ObjectSearch::take(const Source &source, Closeness closeness, std::string_view namespaceName, std::string_view name)
{
    HitGroup &group = m_found[static_cast<std::size_t>(closeness)];
    ++group.count;
    const auto rank = [this](const cluster::ConnectedCluster *cluster, std::string_view hitName, std::string_view space, const kube::ResourceType &type) {
        return std::tuple(cluster != m_preferred, hitName.size(), hitName, space, std::string_view(type.resource));
    };
    const auto rankOfHit = [&](const Hit &hit) { return rank(hit.cluster, hit.name, hit.namespaceName, *hit.type); };
    const auto own = rank(source.cluster, name, namespaceName, *source.type);
    if (group.hits.size() >= MostHits && !(own < rankOfHit(group.hits.back())))
        return;
    const auto place = std::ranges::upper_bound(group.hits, own, {}, rankOfHit);
    group.hits.insert(place, {source.cluster, source.type, std::string(namespaceName), std::string(name)});
    if (group.hits.size() > MostHits)
        group.hits.pop_back();
}

void ObjectSearch::publish()
{
    m_published = m_clusters.consumer().clock().steady();
    m_groups = m_found;
    Q_EMIT changed();
}

Coverage ObjectSearch::coverage() const
{
    Coverage coverage;
    coverage.objects = m_looked;
    coverage.isFinished = m_current >= m_sources.size();
    for (cluster::ConnectedCluster *cluster : connected()) {
        ++coverage.clusters;
        for (const kube::ResourceType &type : searchedTypes(*cluster)) {
            if (!m_wish.ofKind(type).isPossible())
                continue;
            const Coverage::Kind kind{cluster, type.qualifiedName(), {}};
            const KnownNames::Kind &names = m_names.at(cluster)->kind(type);
            const auto rows = cluster->known(type);
            const auto add = [&](std::vector<Coverage::Kind> &list, const std::string &reason) { list.push_back({cluster, kind.kind, reason}); };
            if (rows && rows->store().isComplete())
                ++coverage.kinds;
            else if (rows && rows->state().error)
                add(rows->state().error->kind == base::ErrorKind::Forbidden ? coverage.refused : coverage.failed, rows->state().error->message);
            else if (rows || names.state == KnownNames::State::Waiting)
                add(coverage.waiting, {});
            else if (names.state == KnownNames::State::Known)
                names.names->isCut ? add(coverage.cut, {}) : void(++coverage.kinds);
            else if (names.state == KnownNames::State::Refused)
                add(coverage.refused, names.reason);
            else if (names.state == KnownNames::State::Failed)
                add(coverage.failed, names.reason);
        }
    }
    return coverage;
}

} // namespace palette
