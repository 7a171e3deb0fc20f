#pragma once

#include "models/rights/ReadList.h"
#include "models/rbac/AccessFacts.h"
#include "models/rbac/Basis.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace cluster {
class ConnectedCluster;
}

namespace rights {

/// What access is worked out from: the lists of one cluster, as its viewer may read them.
struct Source
{
    std::function<std::shared_ptr<cluster::LiveRows>(const kube::ResourceType &type)> open;
    std::function<kube::ApiCatalog()> catalog;
    std::function<std::string()> version;       ///< "v1.36.3"; empty while it is not known
};

/// Lists of which nothing is heard now: what follows from them is as old as they are.
struct Stale
{
    kube::SyncState state;                          ///< of the one that is silent for longest
    std::vector<std::string_view> collections;

    bool operator==(const Stale &) const = default;
};

/// The facts about access in one cluster, and what questions about it are answered from, live, as long as somebody looks at them.
///
/// Only what they follow from is listed; they are worked out aside, when something changed: facts for tables at most once a second, the
/// basis of questions in a tenth of the time at most. GUI thread.
class LiveRights final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Pause{1000};
    static constexpr std::chrono::milliseconds LeastPause{50};

    /// The consumer, the GUI thread's, outlives it, and so does what the source asks.
    LiveRights(Source source, base::Executor &consumer);
    /// Of a connected cluster, which outlives it.
    LiveRights(cluster::ConnectedCluster &cluster, base::Executor &consumer);

    /// What somebody looks at from now on; nothing: they look away. changed() comes later, never from here.
    void setWanted(const void *who, rbac::FactSet facts);
    /// Who asks questions of their own needs everything that access is judged by. changed() comes later, never from here.
    void setAsking(const void *who, bool isAsking);
    /// The server serves other types.
    void catalogChanged();

    /// Null until they were worked out for the first time; an immutable snapshot, replaced by the next.
    const std::shared_ptr<const rbac::AccessFacts> &facts() const { return m_facts; }
    /// The same for questions: null while nobody asks, and until everything was read.
    const std::shared_ptr<const rbac::Basis> &basis() const { return m_basis; }
    /// Nothing while all lists are live.
    std::optional<Stale> stale() const;
    /// The resourceVersion of a role, binding, account, pod or namespace as it was read last; empty where it is not known.
    std::string versionOf(const rbac::ObjectRef &ref) const;
    /// Asks for the silent lists at once.
    void retryNow();

Q_SIGNALS:
    void changed();
    /// What stale() says may be other than before.
    void stateChanged();

private:
    rbac::FactSet wanted() const;
    bool isWanted() const { return wanted().any() || !m_asking.empty(); }
    std::chrono::milliseconds pause() const;
    void wantedChanged();
    void openLists();
    void listChanged();
    void workOutSoon();
    void workOut();
    void take(std::shared_ptr<const rbac::AccessFacts> facts, std::shared_ptr<const rbac::Basis> basis);

    Source m_source;
    base::Executor &m_consumer;
    std::map<const void *, rbac::FactSet> m_wanted;
    std::set<const void *> m_asking;
    std::map<std::string_view, std::unique_ptr<ReadList>> m_lists;      ///< null: the server has no such type
    std::shared_ptr<const rbac::AccessFacts> m_facts;
    std::shared_ptr<const rbac::Basis> m_basis;
    bool m_hasCatalog = false;              ///< before, nobody knows what the server does not serve
    bool m_isOther = false;                 ///< than what was worked out, or is being
    std::optional<base::SteadyTime> m_lastStart;
    std::chrono::milliseconds m_lastWork{0};        ///< how long it took
    base::Job m_pause;
    base::Job m_work;
};

} // namespace rights
