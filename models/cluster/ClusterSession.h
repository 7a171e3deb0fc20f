#pragma once

#include "models/cluster/LiveStore.h"
#include "models/cluster/WakeWatch.h"
#include "models/kube/Discovery.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace cluster {

/// One connected cluster as one identity: what it serves, and its collections, each reflected once however many look at it.
///
/// Belongs to the thread of the consumer executor. A collection that nobody holds is reflected a while longer, so that coming
/// back finds it live, and then let go.
class ClusterSession
{
public:
    struct Observers
    {
        std::function<void()> catalogChanged;   ///< on the consumer's thread
        std::function<void()> rowsWait;         ///< on the I/O thread, once until pump(): some store has something to take
    };

    /// api and consumer outlive it. knownNamespaces: tried when namespaces may not be listed.
    ClusterSession(kube::Api &api, base::Executor &consumer, const std::vector<std::string> &knownNamespaces, Observers observers);
    ~ClusterSession();

    /// Others from now on.
    void setKnownNamespaces(const std::vector<std::string> &names);

    /// What the server serves, as last heard; empty before the first answer. Follows CRDs and API services that come and go.
    const kube::ApiCatalog &catalog() const { return m_catalog; }
    /// Why the last discovery failed; the catalog before it is kept.
    const std::optional<base::Error> &catalogError() const { return m_catalogError; }
    /// When it is tried again after it failed.
    const std::optional<base::SystemTime> &nextDiscovery() const { return m_nextDiscovery; }

    /// The live rows of a type; an empty namespace means all, an empty label selector everything. Hold it while somebody looks.
    std::shared_ptr<LiveStore> open(const kube::ResourceType &type, const std::string &namespaceName = {}, const std::string &labelSelector = {});
    struct Open
    {
        kube::ResourceType type;
        std::string namespaceName;              ///< empty: all
        std::string labelSelector;
        std::size_t rows = 0;
        kube::SyncState state;
        bool isLookedAt = false;                ///< else it is kept a while longer
    };
    /// Also those the session keeps for itself, to know when kinds come and go.
    std::vector<Open> openLists() const;
    std::size_t openCollections() const { return m_stores.size(); }

    /// Everything that waits is tried again now, over new connections and with credentials that were given up: a person asked.
    /// After a sleep of the machine the session does so by itself.
    void retryNow(kube::Retry what = kube::Retry::Waiting);

    static constexpr std::chrono::seconds GraceTime{60};
    static constexpr std::chrono::milliseconds CatalogDelay{300};
    static constexpr std::chrono::minutes CatalogRefresh{5};
    static constexpr std::chrono::seconds CatalogRetry{30};     ///< after a failure, or later where the server says so

private:
    struct Entry
    {
        kube::ResourceType type;
        std::string namespaceName;
        std::string labelSelector;
        std::shared_ptr<LiveStore> store;
        std::weak_ptr<LiveStore> handle;
        base::Job grace;
    };
    /// What is left of the session for handles that outlive it.
    struct Anchor { ClusterSession *session = nullptr; };

    std::unique_ptr<LiveStore> makeStore(const Entry &entry, std::function<void()> changed);
    void released(const std::string &key);
    void discover();
    void discovered(base::Result<kube::ApiCatalog> catalog);
    void followDefinitions();
    void pumpDefinitions(std::size_t index);
    void definitionsChanged();

    kube::Api &m_api;
    base::Executor &m_consumer;
    Observers m_observers;
    std::shared_ptr<kube::Reflector::ServerAbilities> m_abilities;
    std::shared_ptr<NamespaceNames> m_namespaces;
    std::shared_ptr<Anchor> m_anchor;

    kube::ApiCatalog m_catalog;
    std::shared_ptr<kube::DiscoveryMemory> m_discoveryMemory;
    std::optional<base::Error> m_catalogError;
    std::optional<base::SystemTime> m_nextDiscovery;
    base::Job m_discovery;
    base::Job m_discoveryDelay;
    base::Job m_refresh;
    std::vector<std::unique_ptr<LiveStore>> m_definitions;  ///< CRDs and API services, to know when to ask again; null: not to be had
    std::map<std::string, Entry> m_stores;
    WakeWatch m_wakeWatch;
};

} // namespace cluster
