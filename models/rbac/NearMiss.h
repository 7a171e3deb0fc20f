#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Sentence.h"

#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// A binding that nearly allows a request: the first part that fails, and what is wrong in words.
struct NearMiss
{
    ObjectRef binding;
    ObjectRef role;
    Part failed = Part::Subject;
    Sentence message;
};

/// "namespace", "subject", "roleRef", "verb", "group", "resource", "subresource", "name", "url"
std::string_view partName(Part part);

/// The bindings that come nearest to allowing it, nearest first: by the number of failing parts, of which another resource
/// counts twice, then by how much they are about just this. For a request that is allowed, what else would nearly allow it.
std::vector<NearMiss> nearMisses(const AccessEvaluator &evaluator, const Identity &identity, const Request &request, std::size_t most = 10);

} // namespace rbac
