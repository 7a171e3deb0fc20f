#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Explain.h"
#include "models/rbac/Risks.h"
#include "models/rbac/Through.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// The layers of the access graph, from left to right.
enum class GraphLayer { Pod, Identity, Group, Binding, Role, Namespace };

enum class GraphState { Ok, Dangling, Unknown };

/// "ok", "dangling", "unknown"
std::string_view graphStateName(GraphState state);

/// What a change does to a part of the graph: it comes, it goes, or it is another one.
enum class GraphChange { None, Gained, Lost, Changed };

/// One thing of the graph; what is alike in many places is one card with a count.
struct GraphNode
{
    std::string id;                     ///< the reference of the (first) object
    GraphLayer layer = GraphLayer::Identity;
    std::string kind;
    std::string name;
    std::string namespaceName;
    bool isImplied = false;             ///< a group that authentication adds
    std::size_t stack = 1;              ///< how many objects stand behind it
    bool isClusterWide = false;
    GraphState state = GraphState::Ok;
    std::vector<std::string> folded;    ///< the references of the others in the stack
    std::vector<std::string> risks;     ///< ids, each once
    std::string origin;                 ///< of bindings and roles, see originOf()
    ObjectRef owner = {};               ///< of a pod, or of all pods of a card: the workload that controls it; empty: none
    GraphChange change = GraphChange::None;

    bool operator==(const GraphNode &) const = default;
};

/// "runs-as", "member", "bound", "grants", "aggregates", "touches"
struct GraphEdge
{
    std::string from;
    std::string to;
    std::string kind;
    bool isImplied = false;
    GraphChange change = GraphChange::None;

    auto operator<=>(const GraphEdge &) const = default;
};

/// Pod, identity, groups, bindings, roles with their parts and the namespaces they reach; what is granted is the matrix beside it.
struct AccessGraph
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<Right> matrix;
    std::vector<Right> foldedRights = {};   ///< that only defaults give, and that make no rows of their own
    std::size_t foldedRows = 0;         ///< the rows that they would make
    bool isWhole = true;                ///< else bindings or roles could not be read: what is not granted here is not known
    std::size_t otherRights = 0;        ///< of the same identities, that were left out because they come through something else
    std::vector<Right> gained = {};     ///< of the matrix, as far as it was not held before
    std::vector<Right> lost = {};       ///< what was held before, as far as it is not held any more
    std::vector<Right> held = {};       ///< all that was held before
};

/// The cards that are not to be, by the id of their first object.
using Unfolded = std::set<std::string, std::less<>>;

/// The graph of one or several identities. Bindings of the same role and subjects in several namespaces are one card. The order of nodes
/// and edges depends on the objects alone. Only what comes through certain objects is in it, if there are any.
AccessGraph accessGraph(const AccessEvaluator &evaluator, const Inputs &inputs, const std::vector<Identity> &identities, const std::vector<Risk> &risks, const Unfolded &unfolded = {}, const Through &through = {});

/// What counts at one moment.
struct GraphSide
{
    const AccessEvaluator &evaluator;
    const Inputs &inputs;
};

/// The same of what is and of what would be, in one: what only one of them has is gained or lost, the table is that of what would be. The risks
/// are those of what would be.
AccessGraph changedGraph(const GraphSide &before, const GraphSide &after, const std::vector<Identity> &identities, const std::vector<Risk> &risks, const Unfolded &unfolded = {});

} // namespace rbac
