#pragma once

#include "models/cluster/CatalogReader.h"
#include "models/cluster/ClusterMarks.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/settings/Settings.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cluster {

/// Names one catalog entry: a context of a file.
struct EntryId
{
    std::string file;
    std::string context;

    static EntryId of(const kube::CatalogEntry &entry) { return {entry.file, entry.context.context}; }
    bool operator==(const EntryId &) const = default;
};

/// Names one session: an entry, and whom its server takes the requests for; nobody: oneself. Nothing is shared between two of them.
struct SessionId
{
    EntryId entry;
    kube::Impersonation viewedAs;

    static SessionId of(const ConnectedCluster &cluster) { return {EntryId::of(cluster.entry()), cluster.viewedAs()}; }
    bool operator==(const SessionId &) const = default;
};

/// Every context found and every cluster connected to: what the whole window is about. GUI thread.
class Clusters final : public QObject
{
    Q_OBJECT

public:
    /// The consumer is the GUI thread's, and outlives it.
    Clusters(kube::CatalogSources sources, Network::Settings network, base::Executor &consumer);
    ~Clusters() override;

    /// False until the files were read for the first time.
    bool isRead() const { return m_read; }
    const std::vector<kube::CatalogEntry> &entries() const { return m_snapshot.entries; }
    /// Files whose newest content is not what is shown, and why.
    const std::vector<CatalogProblem> &problems() const { return m_snapshot.problems; }
    const kube::CatalogSources &sources() const { return m_sources; }
    const kube::CatalogEntry *find(const EntryId &id) const;

    /// Files and folders of the person's, and pasted texts, which live in memory only.
    void add(const std::string &path);
    void paste(kube::PastedConfig pasted);
    /// Looks at all files again now: one was made.
    void readAgain();

    /// In the order they were connected; those that view as somebody right behind one's own.
    std::vector<ConnectedCluster *> connected() const;
    /// One's own session.
    ConnectedCluster *connected(const EntryId &id) const { return connected(SessionId{id, {}}); }
    ConnectedCluster *connected(const SessionId &id) const;
    /// The same one as long as it is not disconnected. Null when the entry is unknown or cannot be used.
    ConnectedCluster *connectTo(const EntryId &id);
    /// Beside one's own, which is connected as well: the same cluster as somebody else may see it. Always read-only.
    ConnectedCluster *viewAs(const EntryId &id, const kube::Impersonation &who);
    /// One's own, and with it all that view as somebody.
    void disconnectFrom(const EntryId &id);
    /// This one alone, where it views as somebody; else as above.
    void disconnectFrom(const SessionId &id);

    /// What a person said about an entry, and what was seen of its server. Where the settings could not be read no mark is known,
    /// and every cluster is read-only.
    ClusterMarks marks(const EntryId &id) const;
    /// Remembered, of a pasted text as long as the program runs, and obeyed at once.
    void mark(const EntryId &id, const ClusterMarks &marks);
    /// Its server told its version, and to a connected one what API groups it has.
    void saw(const EntryId &id, const std::string &version, const std::vector<std::string> &groups = {});
    /// The name a person gave it, else the context's.
    std::string shownName(const EntryId &id) const;

    Network &network() { return m_network; }
    /// What is remembered in the network's state folder, of clusters and of everything else.
    settings::Settings &settings() { return m_settings; }
    base::Executor &consumer() { return m_consumer; }

Q_SIGNALS:
    void entriesChanged();
    void marksChanged(const cluster::EntryId &id);
    void problemFound(const cluster::CatalogProblem &problem);
    void connectedTo(cluster::ConnectedCluster *cluster);
    /// It is deleted right after.
    void disconnecting(cluster::ConnectedCluster *cluster);

private:
    void take(CatalogSnapshot snapshot);
    void forgetUnseen();
    bool isPasted(const EntryId &id) const;
    void keepSeen(const EntryId &id, const ClusterMarks &marks);
    void obey(const EntryId &id);
    ConnectedCluster *connectSession(const SessionId &id);
    /// All sessions of an entry, one's own first.
    std::vector<ConnectedCluster *> sessionsOf(const EntryId &id) const;
    kube::Access accessOf(const SessionId &id) const;

    base::Executor &m_consumer;
    settings::Settings m_settings;
    kube::CatalogSources m_sources;
    Network m_network;
    CatalogSnapshot m_snapshot;
    bool m_read = false;
    std::map<std::string, ClusterMarks> m_pastedMarks;
    std::vector<std::unique_ptr<ConnectedCluster>> m_connected;
    std::unique_ptr<CatalogReader> m_reader;
};

} // namespace cluster
