#pragma once

#include "models/cluster/Clusters.h"
#include "models/palette/KnownNames.h"
#include "models/palette/ObjectWish.h"

#include <QObject>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace palette {

/// An object that fits what was typed.
struct Hit
{
    cluster::ConnectedCluster *cluster = nullptr;
    std::shared_ptr<const kube::ResourceType> type;
    std::string namespaceName;
    std::string name;
};

/// The best of the objects that are equally near, and how many there are.
struct HitGroup
{
    std::vector<Hit> hits;
    std::size_t count = 0;
};

/// What was and was not looked at.
struct Coverage
{
    struct Kind
    {
        cluster::ConnectedCluster *cluster = nullptr;
        std::string kind;                       ///< qualified
        std::string reason;
    };
    std::size_t objects = 0;
    std::size_t kinds = 0;
    std::size_t clusters = 0;
    std::vector<Kind> waiting;                  ///< on their way
    std::vector<Kind> refused;
    std::vector<Kind> failed;
    std::vector<Kind> cut;                      ///< only their first objects
    bool isFinished = false;                    ///< everything that is known was looked at
};

/// Looks for an object by its name in all connected clusters: first in the rows that are shown live, then in what it fetches of the
/// other kinds. Works in short turns, so that nothing else waits. GUI thread.
class ObjectSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostHits = 50;                     ///< of each group
    static constexpr std::chrono::milliseconds Turn{6};
    static constexpr std::chrono::milliseconds BetweenNews{80};    ///< while a search goes on
    static constexpr std::size_t LeastLetters = 2;                  ///< before kinds are fetched

    /// The clusters outlive it.
    explicit ObjectSearch(cluster::Clusters &clusters, QObject *parent = nullptr);
    ~ObjectSearch() override;

    /// Begins anew; what a first turn finds is there at once. Objects of the preferred cluster come before equal others.
    void search(const std::string &typed, const cluster::ConnectedCluster *preferred);
    /// Nobody looks any more: requests are let go, what is known is kept for a while.
    void stop();

    const ObjectWish &wish() const { return m_wish; }
    const std::array<HitGroup, ClosenessCount> &groups() const { return m_groups; }
    Coverage coverage() const;

Q_SIGNALS:
    /// Hits or coverage are others.
    void changed();

private:
    struct Source
    {
        cluster::ConnectedCluster *cluster;
        std::shared_ptr<const kube::ResourceType> type;
        std::shared_ptr<cluster::LiveRows> rows;        ///< or
        std::shared_ptr<const NameList> names;
        std::size_t next = 0;
    };
    void watch(cluster::ConnectedCluster *cluster);
    void forget(cluster::ConnectedCluster *cluster);
    void again();
    void begin();
    void gather();
    void fetchMissing();
    void turn();
    bool work(Source &source, const ObjectWish::OfKind &wish, base::SteadyTime until);
    void take(const Source &source, Closeness closeness, std::string_view namespaceName, std::string_view name);
    void publish();
    /// Those that are not about to go.
    std::vector<cluster::ConnectedCluster *> connected() const;
    KnownNames &namesOf(cluster::ConnectedCluster *cluster);

    cluster::Clusters &m_clusters;
    ObjectWish m_wish;
    std::string m_typed;
    const cluster::ConnectedCluster *m_preferred = nullptr;
    std::array<HitGroup, ClosenessCount> m_groups;
    std::array<HitGroup, ClosenessCount> m_found;       ///< by the search that goes on
    std::vector<Source> m_sources;
    std::size_t m_current = 0;
    std::size_t m_looked = 0;
    base::SteadyTime m_published{};
    base::Job m_nextTurn;
    base::Job m_nextSearch;
    bool m_isSearching = false;
    bool m_isRepeated = false;                          ///< what is shown stays until the search is done
    std::map<cluster::ConnectedCluster *, std::unique_ptr<KnownNames>> m_names;
};

} // namespace palette
