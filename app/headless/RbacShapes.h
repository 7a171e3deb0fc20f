#pragma once

#include "models/rbac/Explain.h"
#include "models/rbac/NearMiss.h"
#include "models/text/Value.h"

#include <string>
#include <utility>
#include <vector>

namespace headless {

/// The shapes in which answers about access are printed; every key is there, absent values are "", [] or null.

text::Value textValue(std::string_view text);
text::Value textList(const std::vector<std::string> &words);
text::Value refList(const std::vector<rbac::ObjectRef> &refs);
/// A map of these members.
text::Value mapOf(std::vector<std::pair<std::string, text::Value>> members);

text::Value pathShape(const rbac::AccessEvaluator &evaluator, const rbac::Grant &grant);
text::Value nearMissShape(const rbac::NearMiss &miss);
text::Value rightShape(const rbac::Right &right);

} // namespace headless
