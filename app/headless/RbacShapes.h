#pragma once

#include "models/rbac/AccessShapes.h"
#include "models/rbac/NearMiss.h"
#include "models/text/Value.h"

namespace headless {

/// The shapes in which answers about access are printed; every key is there, absent values are "", [] or null.

using rbac::mapOf;
using rbac::refList;
using rbac::rightShape;
using rbac::textList;
using rbac::textValue;

text::Value pathShape(const rbac::AccessEvaluator &evaluator, const rbac::Grant &grant);
text::Value nearMissShape(const rbac::NearMiss &miss);

} // namespace headless
