#pragma once

#include "models/rbac/AccessGraph.h"

#include <set>
#include <string>
#include <string_view>

namespace rbac {

/// Who brings an object: "Kubernetes" for its own defaults, a vendor for what a platform adds; empty for everything else.
std::string_view originOf(const Labels &labels, std::string_view name);

/// The graph as people want to see it: bindings of one origin that the same groups have are one card, the roles that only they give are another one; the pods of an
/// identity, when they are more than three, a card for each of a few workloads, or a single one. Nothing is hidden: a card counts and names what is in it, and rows of rights that only
/// folded bindings give are counted. The objects of alone go into no card.
AccessGraph foldedGraph(const AccessGraph &graph, const Unfolded &unfolded = {}, const std::set<std::string> &alone = {});

} // namespace rbac
