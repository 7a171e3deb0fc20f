#pragma once

#include "models/kube/Api.h"
#include "models/metrics/ClusterIdentity.h"
#include "models/metrics/PrometheusDiscovery.h"

#include <memory>

namespace metrics {

/// Reads the objects of a cluster that a search begins with: what only this cluster has, and what candidates are made of. Where the whole
/// cluster may not be listed the given namespaces are. I/O thread; letting go cancels.
class ClusterObjects final : public std::enable_shared_from_this<ClusterObjects>
{
public:
    ClusterObjects(kube::Api &api, std::vector<std::string> namespaces) : m_api(api), m_namespaces(std::move(namespaces)) { }

    void readIdentity(std::function<void()> done);
    void readCandidates(std::function<void()> done);

    const ClusterIdentity &identity() const { return m_identity; }
    const text::Value::List &services() const { return m_services; }
    const text::Value::List &prometheuses() const { return m_prometheuses; }
    /// Whether those of the whole cluster could be listed.
    bool sawAllServices() const { return m_sawAllServices; }
    const std::vector<DiscoveryGap> &gaps() const { return m_gaps; }
    /// Nothing could be read, and not because of rights: there is no way to the server now.
    bool isUnreachable() const;

    static constexpr std::size_t MostNamespaces = 20;
    static constexpr std::size_t MostServices = 10'000;

private:
    using Take = void (ClusterObjects::*)(const text::Value &);
    /// A list of the whole cluster and, where that is refused, of the known namespaces.
    struct List
    {
        std::string what;
        std::string group;                  ///< "/api/v1"
        std::string resource;
        std::string limit;
        std::string accept;
        Take take;
    };

    void ask(const List &list, const std::string &namespaceName, const std::string &continueToken = {});
    void fetch(kube::ApiRequest request, std::function<void(const base::Result<text::Value> &)> then);
    void listed(const List &list, const std::string &namespaceName, const base::Result<text::Value> &answer);
    void one();
    void takeNodes(const text::Value &list) { m_identity.takeNodes(list); }
    void takePods(const text::Value &list) { m_identity.takePods(list); }
    void takeServices(const text::Value &list);
    void takePrometheuses(const text::Value &list);

    kube::Api &m_api;
    std::vector<std::string> m_namespaces;
    ClusterIdentity m_identity;
    text::Value::List m_services;
    text::Value::List m_prometheuses;
    bool m_sawAllServices = false;
    std::vector<DiscoveryGap> m_gaps;
    std::size_t m_outstanding = 0;
    std::function<void()> m_done;
    std::vector<base::Job> m_jobs;
};

} // namespace metrics
