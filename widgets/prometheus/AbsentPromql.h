#pragma once

#include "models/metrics/SharedPrometheus.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace prometheus {

/// Stands where questions in PromQL would be in a build that was made without Qt Charts: says so, and how to get to the page that the cluster's
/// Prometheus has of its own.
class AbsentPromql final : public base::Feature
{
public:
    explicit AbsentPromql(std::shared_ptr<metrics::SharedPrometheus> servers = std::make_shared<metrics::SharedPrometheus>()) : m_servers(std::move(servers)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<metrics::SharedPrometheus> m_servers;
};

} // namespace prometheus
