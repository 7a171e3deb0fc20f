#pragma once

#include "widgets/base/Feature.h"

namespace overview {

/// How a cluster is, on one page.
class OverviewFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace overview
