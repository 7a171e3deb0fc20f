#pragma once

#include "models/graph/Drawing.h"
#include "models/rbac/AccessGraph.h"
#include "models/rbac/RightsTable.h"

#include <array>
#include <string>

namespace rbac {

/// The words of a drawing that are not Kubernetes' own, so that a window can say them in its language.
struct DrawingWords
{
    std::array<std::string, 7> headings = {"Pods and workloads", "Identity", "Groups", "Bindings", "Roles", "Namespaces", "May do"};
    std::string allNamespaces = "all namespaces";
    std::string everybody = "everybody logged in";
    std::string allAccounts = "all accounts";
    std::string accountsOf = "accounts of %1";        ///< %1: a namespace
    std::string title = "What is allowed, and why";
    std::string everywhere = "in the whole cluster";
    std::string onlyIn = "in %1 only";                ///< %1: a namespace
    std::string inSeveral = "in %1 namespaces";       ///< %1: how many
    std::string alsoIn = "more in %1";                ///< %1: a namespace
    std::string alsoInSeveral = "more in %1 namespaces";      ///< %1: how many
    std::string nothingElse = "nothing cluster-wide";
    std::string aggregated = "aggregated";            ///< of a role: from parts
    std::string missing = "✕ does not exist";
    std::string more = "%1 more resources";           ///< below a table that was cut
    std::string byDefault = "%1 more by default";     ///< what everybody has who is like that
    std::array<std::string, 3> changes = {"+ gained", "− lost", "~ changed"};      ///< in the order of GraphChange, from the second
};

/// The id of the box that holds the table of rights.
inline constexpr const char *matrixId = "may-do";

/// The id of the box of a node. An identity that is a group may stand among the groups of another one, too.
std::string boxId(const GraphNode &node);

/// The access graph as boxes, lines and one table of resources and verbs, with the shapes that everybody knows.
graph::Drawing drawingOf(const AccessGraph &graph, const DrawingWords &words = {});

/// The rights of a graph as a table, with a note where they hold and what was folded.
graph::Matrix matrixOf(const AccessGraph &access, const DrawingWords &words = {});

} // namespace rbac
