#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// What the controller of aggregated ClusterRoles does (kubernetes pkg/controller/clusterroleaggregation; S56 to S60). The
/// authorizer itself uses the stored rules only.

/// Whether a selector of the role takes in the other one; never for a role that aggregates nothing, nor for itself.
bool aggregates(const Role &role, const Role &other);

/// The ClusterRoles that take this one in, directly or through others; in order.
std::vector<ObjectRef> wholesOf(const std::vector<std::shared_ptr<const Role>> &roles, const ObjectRef &part);

/// The ClusterRoles that change until nothing changes any more; roles may be of all kinds and in any order. Ends after as many
/// passes as there are roles at the latest, whatever the selectors say.
std::vector<std::shared_ptr<const Role>> settledAggregation(const std::vector<std::shared_ptr<const Role>> &roles);

/// A label that is nearly one that a role selects by.
struct LabelSlip
{
    std::string own;        ///< "to-veiw=true"
    std::string meant;      ///< "to-view=true"
};

/// A ClusterRole that would bring into an aggregated role what allows the request, directly or through other aggregated ones.
struct GrantingPart
{
    ObjectRef role;
    std::optional<LabelSlip> slip;      ///< what keeps it from being selected; nothing when it is selected
};

/// The first by name; one that is selected goes before one that only nearly is.
std::optional<GrantingPart> grantingPart(const AccessEvaluator &evaluator, const Role &role, const Probe &probe);

/// A ClusterRole that a label nearly brings into an aggregated role.
struct NearPart
{
    ObjectRef role;
    LabelSlip slip;

    bool operator==(const NearPart &other) const { return role == other.role && slip.own == other.slip.own && slip.meant == other.slip.meant; }
};

/// Those that are not selected and have a label that is one letter away from one that selects, by name.
std::vector<NearPart> nearParts(const std::vector<std::shared_ptr<const Role>> &roles, const Role &role);

/// The ClusterRoles that bring this rule into an aggregated role, by name; empty when the role is not aggregated.
std::vector<ObjectRef> contributors(const AccessEvaluator &evaluator, const Role &role, std::size_t rule);

} // namespace rbac
