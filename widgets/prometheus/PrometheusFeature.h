#pragma once

#include "models/metrics/SharedPrometheus.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace prometheus {

/// Where a cluster's metrics come from: which servers were asked and what each said, and a server that a person names.
class PrometheusFeature final : public base::Feature
{
public:
    explicit PrometheusFeature(std::shared_ptr<metrics::SharedPrometheus> servers = std::make_shared<metrics::SharedPrometheus>()) : m_servers(std::move(servers)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<metrics::SharedPrometheus> m_servers;
};

} // namespace prometheus
