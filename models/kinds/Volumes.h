#pragma once

#include "models/kinds/Annotations.h"
#include "models/kinds/CellText.h"

namespace kinds {

/// "RWO,ROX,RWX,RWOP", those that are in the list, in this order.
void writeAccessModes(CellWriter &out, const Record &object, const Items &modes);

/// The storage class: a beta annotation comes before the field.
void writeStorageClass(CellWriter &out, const Record &object, const AnnotationFields &annotations, Field storageClass);

/// A list of quantities by resource name.
struct ResourceFields
{
    ResourceFields(Plan &plan, std::string_view path) : map(plan.items(path)) {}

    Items map;

    /// "0" for a resource that is not there, as an empty quantity is written.
    std::string_view quantity(const Record &object, std::string_view resource) const;
};

} // namespace kinds
