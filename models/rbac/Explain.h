#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// One right of an identity, with the way it comes: one verb on one resource (or URL) of one rule.
struct Right
{
    std::string verb;
    std::string apiGroup;
    std::string resource;
    std::string subresource;
    std::vector<std::string> names;   ///< empty: all
    std::string url;
    std::string namespaceName;        ///< empty: in the whole cluster
    ObjectRef subject;
    ObjectRef binding;
    ObjectRef role;
    std::size_t rule = 0;

    auto operator<=>(const Right &) const = default;
};

/// Everything the bindings of all namespaces give to an identity; URLs through RoleBindings count for nothing and are left
/// out (S36).
std::vector<Right> rightsOf(const AccessEvaluator &evaluator, const Identity &identity);

/// In order, each once.
std::vector<Right> sortedOnce(std::vector<Right> rights);

/// The rights in one rule, without saying through what; namespaceName is where they hold.
std::vector<Right> rightsOfRule(const PolicyRule &rule, const std::string &namespaceName);

/// The one binding that all ways go through, without which the answer would change; nothing when there are several or none.
std::optional<ObjectRef> carrierOf(const std::vector<Grant> &grants);

} // namespace rbac
