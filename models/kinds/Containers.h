#pragma once

#include "models/kinds/CellText.h"

#include <string>

namespace kinds {

/// The containers of a pod template, at "spec.template.spec" for example.
struct ContainerFields
{
    ContainerFields(Plan &plan, const std::string &podSpec) : list(plan.items(podSpec + ".containers")) {}

    Items list;
    Field name = list.field("name");
    Field image = list.field("image");
};

/// Two cells: the names, and the images.
void writeContainers(CellWriter &out, const Record &object, const ContainerFields &containers);

} // namespace kinds
