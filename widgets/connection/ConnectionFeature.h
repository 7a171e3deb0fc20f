#pragma once

#include "widgets/base/Feature.h"

namespace connection {

/// What goes over the wire to a cluster.
class ConnectionFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace connection
