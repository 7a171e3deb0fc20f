#pragma once

#include "widgets/base/Feature.h"

namespace detail {

/// The page of one object, with what every object has: its details, its YAML, its events.
class DetailFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace detail
