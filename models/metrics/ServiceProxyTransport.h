#pragma once

#include "models/metrics/PrometheusTransport.h"

namespace metrics {

/// A port of a Service that may be a server of the Prometheus API.
struct ServicePort
{
    std::string namespaceName;
    std::string serviceName;
    int port = 0;
    bool tls = false;
    std::string prefix = {};        ///< of its paths: "/prometheus"; empty: none

    /// "monitoring/prometheus:9090/prometheus"
    std::string text() const;
    bool operator==(const ServicePort &) const = default;
};

/// Through the API server's service proxy: needs get on services/proxy. Where a very long query may not be sent in a body (create is missing, or
/// the cluster is marked read-only) it is sent in the URL after all.
class ServiceProxyTransport final : public PrometheusTransport
{
public:
    /// The api outlives every request.
    ServiceProxyTransport(kube::Api &api, ServicePort target);

    base::Job send(const PrometheusRequest &request, Done done) override;
    base::Executor &executor() override { return m_api.executor(); }
    Way way() const override { return Way::ServiceProxy; }
    const std::string &place() const override { return m_place; }

private:
    struct Errand;
    kube::ApiRequest requestFor(const PrometheusRequest &request, http::Method method) const;
    base::Job ask(const PrometheusRequest &request, http::Method method, Done done);

    kube::Api &m_api;
    ServicePort m_target;
    std::string m_place;
};

} // namespace metrics
