#include "models/metrics/SharedPrometheus.h"

#include "models/base/EventLoopExecutor.h"
#include "models/platform/Paths.h"

namespace metrics {

namespace {

std::string keyOf(const cluster::ConnectedCluster &cluster)
{
    const kube::CatalogEntry &entry = cluster.entry();
    return entry.file + '\n' + entry.context.context + '\n' + (entry.context.connection ? entry.context.connection->server : std::string());
}

/// Beside the settings; empty where these are not kept either.
std::string secretsFolder(const settings::Settings &settings)
{
    const std::string file = settings.path();
    return file.empty() ? std::string() : platform::joinPath(file.substr(0, file.find_last_of("/\\")), "secrets");
}

template<typename Map>
std::optional<DirectServer> namedIn(const Map &named, const std::string &key)
{
    const auto found = named.find(key);
    return found == named.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

/// The server of one cluster, with the executor that brings it to this thread.
struct SharedPrometheus::Entry
{
    Entry(cluster::ConnectedCluster &cluster, settings::Settings &settings, std::shared_ptr<ServerSecrets> secrets, std::shared_ptr<Named> named)
        : server(cluster, settings, executor, std::move(secrets), namedIn(*named, keyOf(cluster)))
    {
        QObject::connect(&server, &ClusterPrometheus::changed, &server, [this, named = std::move(named), key = keyOf(cluster)] {
            if (server.server() && !server.own().isIncomplete())
                (*named)[key] = *server.server();
            else
                named->erase(key);
        });
    }

    base::EventLoopExecutor executor;
    ClusterPrometheus server;
};

std::shared_ptr<ClusterPrometheus> SharedPrometheus::of(cluster::ConnectedCluster &cluster, settings::Settings &settings)
{
    if (!m_secrets)
        m_secrets = std::make_shared<ServerSecrets>(secretsFolder(settings), m_key);
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster, settings, m_secrets, m_named);
    return {entry, &entry->server};
}

} // namespace metrics
