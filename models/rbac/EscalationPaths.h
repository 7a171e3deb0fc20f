#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Risks.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// Where an attacker wants to go: "cluster-admin", "node" or "namespace-admin:NAMESPACE".
struct EscalationTarget
{
    enum class Kind { ClusterAdmin, Node, NamespaceAdmin };

    Kind kind = Kind::ClusterAdmin;
    std::string namespaceName;

    static std::optional<EscalationTarget> parse(std::string_view text);
    std::string text() const;
};

/// One step: from whom to whom, by which risk ("R18", or "runs-as", "node-pods", "token-secret"), and through what.
struct EscalationStep
{
    std::string edge;
    std::string from;             ///< a reference, or a target's text
    std::string to;
    ObjectRef binding;            ///< the leading one; empty where none is needed
    std::optional<std::size_t> rule;
    std::vector<ObjectRef> needs; ///< all bindings it rests on

    bool operator==(const EscalationStep &) const = default;
};

struct EscalationPath
{
    std::vector<EscalationStep> steps;
    std::vector<ObjectRef> cut;   ///< the fewest bindings without which no path is left; empty when bindings cannot cut it
};

/// What was found, and whether everything was looked at.
struct EscalationSearch
{
    std::vector<EscalationPath> paths;
    bool isWhole = true;
};

/// The shortest paths from an identity to a target, the nearest first, and what cuts all paths, also longer ones. A path only takes a step
/// when the server's checks at writing would let it: bind and escalate together with the write (S67 to S75), cluster-scoped things by
/// cluster-wide grants only. What a controller or the node's isolation may forbid in addition is not known and is assumed to be open.
std::vector<EscalationPath> escalationPaths(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &from, const EscalationTarget &target, std::size_t most = 10);

/// How much a search looks at, at most: steps of all places together, and steps while it looks for the smallest cut.
struct EscalationBounds
{
    std::size_t paths = 10;
    std::size_t steps = 200'000;
    std::size_t looks = 20'000'000;
};

/// The same within bounds, so that it ends in a moment in any cluster, and until it is stopped.
EscalationSearch searchEscalations(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &from, const EscalationTarget &target, const EscalationBounds &bounds, std::stop_token stopped);

} // namespace rbac
