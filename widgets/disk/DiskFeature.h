#pragma once

#include "widgets/base/Feature.h"

namespace disk {

/// What fills the disk of a node, on the node's page.
class DiskFeature final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override;
};

} // namespace disk
