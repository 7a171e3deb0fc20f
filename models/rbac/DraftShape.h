#pragma once

#include "models/rbac/Draft.h"
#include "models/text/Value.h"

#include <string_view>
#include <vector>

namespace rbac {

/// What of an object of rbac.authorization.k8s.io does not have the shape that is stored: unknown fields, values of another type.
/// Nothing for every other object. Lines count from the first of its document.
std::vector<DraftProblem> shapeProblems(const text::Value &object);

/// The place of a field such as "rules[0].verbs", or of what is left of the way there.
const text::Value &placeOfField(const text::Value &object, std::string_view field);

} // namespace rbac
