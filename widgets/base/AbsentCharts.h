#pragma once

#include "widgets/base/Feature.h"

namespace base {

/// Stands where charts would be in a build that was made without Qt Charts: says so, and leads to what tells the same in numbers.
class AbsentCharts final : public Feature
{
public:
    void addTo(Registry &registry) override;
};

} // namespace base
