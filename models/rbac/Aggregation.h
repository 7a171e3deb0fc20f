#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace rbac {

/// What the controller of aggregated ClusterRoles does (kubernetes pkg/controller/clusterroleaggregation; S56 to S60). The
/// authorizer itself uses the stored rules only.

/// The rules the controller would write into the role: of each selector in order the matching ClusterRoles by name, without
/// itself, equal rules once. The ClusterRoles are sorted by name.
std::vector<PolicyRule> aggregatedRules(const Role &role, const std::vector<std::shared_ptr<const Role>> &clusterRoles);

/// The ClusterRoles that change until nothing changes any more; roles may be of all kinds and in any order. Ends after as many
/// passes as there are roles at the latest, whatever the selectors say.
std::vector<std::shared_ptr<const Role>> settledAggregation(const std::vector<std::shared_ptr<const Role>> &roles);

/// The ClusterRoles that bring this rule into an aggregated role, by name; empty when the role is not aggregated.
std::vector<ObjectRef> contributors(const AccessEvaluator &evaluator, const Role &role, std::size_t rule);

} // namespace rbac
