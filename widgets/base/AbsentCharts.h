#pragma once

#include "widgets/base/Feature.h"

namespace base {

/// Stands where charts would be in a build that was made without Qt Charts, and says so.
class AbsentCharts final : public Feature
{
public:
    void addTo(Registry &registry) override;
};

} // namespace base
