#pragma once

#include "widgets/base/Feature.h"

namespace rights {

/// Columns about access in the tables of accounts, roles and pods.
class RightsFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace rights
