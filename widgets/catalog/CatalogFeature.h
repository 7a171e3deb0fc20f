#pragma once

#include "widgets/base/Feature.h"

namespace catalog {

/// Adds the page "catalog": every context found, whether its server answers, and the way in.
class CatalogFeature final : public base::Feature
{
public:
    /// The registry outlives the pages.
    void addTo(base::Registry &registry) override;
};

} // namespace catalog
