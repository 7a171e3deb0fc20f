#pragma once

#include "widgets/base/Feature.h"

namespace downward {

/// What the Downward API gives the containers of a pod, on a tab of its page.
class DownwardFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace downward
