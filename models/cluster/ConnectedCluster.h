#pragma once

#include "models/cluster/ClusterConnection.h"
#include "models/cluster/ClusterSession.h"
#include "models/cluster/FrameIntake.h"
#include "models/cluster/JudgedApi.h"
#include "models/cluster/ReturnWatch.h"
#include "models/kube/Catalog.h"

#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <optional>

namespace cluster {

/// How a connected cluster is, in one word, and since when.
struct Health
{
    enum class State {
        Connecting,
        Live,
        Stale,          ///< what is shown was true at `since`
        Refused,        ///< the server, or what makes our credentials, says no
        Untrusted,      ///< a program would run that nobody has trusted yet
    };

    State state = State::Connecting;
    base::SystemTime since{};
    std::optional<base::Error> error;
    std::optional<base::SystemTime> nextAttempt = {};   ///< when it is tried again by itself

    bool operator==(const Health &) const = default;
};

/// One catalog entry somebody connected to, as oneself or viewing as somebody else: its session, and its rows, brought to the GUI thread once a frame. GUI thread.
class ConnectedCluster final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Frame{16};

    /// The entry has connection settings. The network and the consumer, the GUI thread's, outlive it.
    /// viewedAs: whom the server is to take the requests for, instead of whom the kubeconfig says; nobody: as the kubeconfig says.
    ConnectedCluster(Network &network, base::Executor &consumer, kube::CatalogEntry entry, kube::Access access = kube::Access::ReadWrite, kube::Impersonation viewedAs = {});
    ~ConnectedCluster() override;

    const kube::CatalogEntry &entry() const { return m_entry; }
    const kube::ConnectionSettings &settings() const { return m_link->connection.settings(); }
    /// The entry as the catalog reads it now; a change of how the server is reached makes a new connection.
    void setEntry(kube::CatalogEntry entry);

    /// Nobody: one looks as oneself.
    const kube::Impersonation &viewedAs() const { return m_viewedAs; }
    /// Whether what the viewed one may see is worked out: requests go out as oneself, and only those that a judge lets through.
    bool isComputed() const { return m_judge != nullptr; }
    /// Null: the server is asked to take the requests for the viewed one. Everything is asked for anew.
    void setJudge(std::shared_ptr<const Judge> judge);

    const kube::ApiCatalog &catalog() const { return m_link->session->catalog(); }
    kube::Api &api() { return m_link->api(); }
    /// Port-forwards and the like, as whom the server is told; while isComputed() that is oneself, and nothing may be opened for the viewed one.
    const kube::PodStreams &streams() const { return m_link->connection.streams(); }
    /// What all clusters share; for requests to other servers than the API server.
    Network &network() { return m_network; }
    /// Changes with each connection: api() and streams() of an older one are gone.
    int connectionNumber() const { return m_linkCount; }
    /// What may leave the program; holds for every request from now on, and for later connections.
    kube::Access access() const { return m_access; }
    void setAccess(kube::Access access);
    /// Namespaces that are tried where they may not be listed: the kubeconfig's own, those a person added, and those that are looked at.
    std::vector<std::string> knownNamespaces() const;
    void setAddedNamespaces(std::vector<std::string> names);
    void setChosenNamespaces(std::vector<std::string> names);
    /// Those in which somebody who is viewed has rights, where they cannot list namespaces themselves.
    void setSuspectedNamespaces(std::vector<std::string> names);
    /// gitVersion of the server; empty until it told it.
    const std::string &version() const { return m_version; }
    /// The API groups it has, each once.
    std::vector<std::string> groups() const;
    const Health &health() const { return m_health; }
    /// The time where the server is: what ages are counted by.
    const base::Clock &clock() const { return *m_clock; }

    /// The live rows of a type; an empty namespace means all, an empty label selector everything. Hold them while somebody looks.
    std::shared_ptr<LiveRows> open(const kube::ResourceType &type, const std::string &namespaceName = {}, const std::string &labelSelector = {});
    /// The rows of a type in all namespaces, if somebody looks at them now; else null.
    std::shared_ptr<LiveRows> known(const kube::ResourceType &type) const;
    /// What it was asked since somebody connected to it. Any thread.
    const kube::Traffic &traffic() const { return *m_traffic; }
    /// The lists that are kept live, by their kinds.
    std::vector<ClusterSession::Open> openLists() const { return m_link->session->openLists(); }
    std::size_t openCollections() const { return m_link->session->openCollections(); }

    /// Everything that waits tries again now.
    void retryNow();
    /// A new connection: the person trusted a plugin, or asked for it.
    void reconnect();

Q_SIGNALS:
    void catalogChanged();
    void healthChanged();
    void accessChanged();
    /// The rows are had in another way: isComputed().
    void judgeChanged();
    void versionChanged();
    void addedNamespacesChanged();
    /// After each frame in which some rows changed.
    void rowsChanged();

private:
    /// What belongs to one connection. The wake-up is shared with the I/O thread, which may outlast the connection by a moment.
    struct Link
    {
        Link(ConnectedCluster &owner, kube::ConnectionSettings settings);
        kube::Api &api() { return judged ? static_cast<kube::Api &>(*judged) : connection.api(); }

        ClusterConnection connection;
        std::unique_ptr<JudgedApi> judged;      ///< null: everything is sent
        std::unique_ptr<ClusterSession> session;
    };
    struct WakeUp
    {
        WakeUp(base::Executor &executor, ConnectedCluster *cluster) : consumer(executor), owner(cluster) { }

        base::Executor &consumer;
        ConnectedCluster *owner;            ///< only looked at on the consumer's thread
        std::atomic<bool> pending = false;
    };

    kube::ConnectionSettings sentSettings() const;
    void namespacesChanged();
    void askVersion();
    void takeVersion(const std::string &answer);
    void pump();
    void pumpNextFrame();
    void updateHealth();
    Health currentHealth() const;
    void watchForReturn();
    std::vector<std::string> knownBeside(const std::string &own) const;

    Network &m_network;
    base::Executor &m_consumer;
    kube::CatalogEntry m_entry;
    kube::Access m_access;
    const kube::Impersonation m_viewedAs;
    std::shared_ptr<const Judge> m_judge;
    std::vector<std::string> m_addedNamespaces;
    std::vector<std::string> m_chosenNamespaces;
    std::vector<std::string> m_suspectedNamespaces;
    std::string m_version;
    std::shared_ptr<WakeUp> m_wakeUp;
    std::shared_ptr<kube::ServerClock> m_clock;
    std::shared_ptr<kube::Traffic> m_traffic;
    std::unique_ptr<Link> m_link;
    int m_linkCount = 1;        ///< an answer to an older one is none any more
    base::Job m_versionQuestion;        ///< of the link
    std::map<std::string, std::weak_ptr<LiveRows>> m_rows;
    Health m_health;
    base::SystemTime m_since;
    base::SteadyTime m_lastPump{};
    base::Job m_nextPump;
    FrameIntake m_intake;
    ReturnWatch m_return;
};

} // namespace cluster
