#pragma once

#include "widgets/base/Feature.h"

namespace table {

/// Live tables of any kind.
class TableFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace table
