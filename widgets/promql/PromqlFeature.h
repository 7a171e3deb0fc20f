#pragma once

#include "models/metrics/SharedPrometheus.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace promql {

/// Questions in PromQL, and what the server that answers them scrapes, evaluates and alerts of.
class PromqlFeature final : public base::Feature
{
public:
    explicit PromqlFeature(std::shared_ptr<metrics::SharedPrometheus> servers = std::make_shared<metrics::SharedPrometheus>()) : m_servers(std::move(servers)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<metrics::SharedPrometheus> m_servers;
};

} // namespace promql
