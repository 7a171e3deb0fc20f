#pragma once

#include "widgets/base/Feature.h"

namespace settings {

/// The page of what a person can choose for the whole program.
class SettingsFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace settings
