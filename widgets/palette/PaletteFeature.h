#pragma once

#include "widgets/base/Feature.h"

namespace palette {

/// Commands by name, and the way to any object.
class PaletteFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace palette
