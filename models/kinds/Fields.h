#pragma once

#include "models/fields/Plan.h"

#include <string_view>

namespace kinds {

using fields::Field;
using fields::Plan;

/// What is read of every object; a kind derives from it and names its own fields in members with initializers.
struct Fields
{
    Fields(std::string_view apiVersion, std::string_view kind) : plan(apiVersion, kind) {}

    Plan plan;
    Field name = plan.field("metadata.name");
    Field namespaceName = plan.field("metadata.namespace");
    Field uid = plan.field("metadata.uid");
    Field resourceVersion = plan.field("metadata.resourceVersion");
    Field created = plan.field("metadata.creationTimestamp");
};

} // namespace kinds
