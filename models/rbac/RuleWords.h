#pragma once

#include "models/kube/ApiCatalog.h"
#include "models/rbac/Objects.h"

#include <string_view>
#include <vector>

namespace rbac {

/// The rules that few words mean, separated by blanks or commas: "get list" on "pods pods/log deployments.apps /metrics", of these names only.
/// Resources of one API group share a rule; a group that is not named is the one that the server has for it. Empty when a verb or a
/// resource is missing.
std::vector<PolicyRule> rulesOf(std::string_view verbs, std::string_view resources, std::string_view names, const kube::ApiCatalog &catalog);

} // namespace rbac
