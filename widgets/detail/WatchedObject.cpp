#include "widgets/detail/WatchedObject.h"

#include "models/cluster/ConnectedCluster.h"

namespace detail {

WatchedObject::WatchedObject(cluster::ConnectedCluster &cluster, ObjectName name)
{
    m_api = &cluster.api();
    m_live = std::make_unique<LiveObject>(cluster.api(), m_executor, std::move(name), [this] { take(); });
    // The signal comes while the API of the connection before still lives.
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
}

WatchedObject::WatchedObject(kube::Api &api, ObjectName name) : m_api(&api)
{
    m_live = std::make_unique<LiveObject>(api, m_executor, std::move(name), [this] { take(); });
}

void WatchedObject::connectTo(kube::Api &api)
{
    m_api = &api;
    auto next = std::make_unique<LiveObject>(api, m_executor, m_live->name(), [this] { take(); });
    next->keep(m_live->object(), m_live->state());
    m_live = std::move(next);
    Q_EMIT changed();
}

std::string WatchedObject::uid() const
{
    return object() ? (*object())["metadata"]["uid"].text() : std::string();
}

void WatchedObject::take()
{
    if (object() != m_told) {
        m_told = object();
        m_word = stateOf(*m_told);
    }
    Q_EMIT changed();
}

std::shared_ptr<WatchedObject> WatchedObjects::watch(cluster::ConnectedCluster &cluster, const kube::ResourceType &type, const base::Address &address)
{
    std::erase_if(m_objects, [](const auto &entry) { return entry.second.expired(); });
    const std::string key = std::to_string(reinterpret_cast<std::uintptr_t>(&cluster)) + '/' + type.apiVersion() + '/' + type.resource + '/'
        + address.namespaceName.toStdString() + '/' + address.name.toStdString();
    if (auto known = m_objects[key].lock())
        return known;
    auto object = std::make_shared<WatchedObject>(cluster, ObjectName{type, address.namespaceName.toStdString(), address.name.toStdString()});
    m_objects[key] = object;
    return object;
}

} // namespace detail
