#pragma once

#include "models/graph/Drawing.h"
#include "models/graph/Layout.h"
#include "tests/support/Folders.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

/// Graphs that the tests of this folder share.
namespace samples {

/// The bytes of an expected drawing.
inline std::string file(const std::string &name)
{
    std::ifstream stream(folders::source("tests/data/graph/") + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// One ServiceAccount with its pods, groups, bindings, roles and what it may do.
inline graph::Drawing access()
{
    using namespace graph;
    using Cell = Matrix::Cell;
    const std::vector<Cell> all(6, Cell::Yes);
    const std::vector<Cell> read = {Cell::Yes, Cell::Yes, Cell::Yes};
    Matrix matrix{{"get", "list", "watch", "create", "update", "delete"},
                  {{"pods", read}, {"pods/log", {Cell::Yes}}, {"secrets", {Cell::NamedOnly}}, {"workflows", all}, {"viewers", all},
                   {"configmaps", read}, {"leases", {Cell::Unknown, Cell::Unknown}}},
                  "in kubeflow only · nothing cluster-wide"};
    Drawing drawing;
    drawing.title = "What ml-pipeline-ui may do";
    drawing.headings = {{0, "Pods"}, {1, "Identity"}, {2, "Groups"}, {3, "Bindings"}, {4, "Roles"}, {5, "May do"}};
    const auto box = [&drawing](std::string id, int column, std::string title, std::string caption, Tone tone, Marks marks = {}) {
        drawing.boxes.push_back({std::move(id), column, std::move(title), std::move(caption), tone, column == 1, marks, {}});
    };
    box("pod", 0, "ml-pipeline-ui-7c9f8d5b4-x2k4q", "Pod · kubeflow", Tone::Neutral);
    box("pods", 0, "+ 1 more pod", "same ServiceAccount", Tone::Neutral, {.implied = true});
    box("sa", 1, "ml-pipeline-ui", "ServiceAccount", Tone::Accent, {.onPath = true});
    box("g-ns", 2, "accounts of kubeflow", "…serviceaccounts:kubeflow", Tone::Group, {.implied = true});
    box("g-sa", 2, "all accounts", "system:serviceaccounts", Tone::Group, {.implied = true});
    box("g-all", 2, "everybody logged in", "system:authenticated", Tone::Group, {.implied = true});
    box("b-view", 3, "kubeflow-view", "RoleBinding · kubeflow", Tone::Binding);
    box("b-ui", 3, "ml-pipeline-ui", "RoleBinding · kubeflow", Tone::Binding, {.onPath = true});
    box("b-disc", 3, "system:discovery +2", "ClusterRoleBindings", Tone::Binding, {.clusterWide = true});
    box("b-lost", 3, "old-reader", "RoleBinding · kubeflow", Tone::Binding, {.dangling = true});
    box("r-view", 4, "view", "ClusterRole · aggregated", Tone::Role, {.risk = true});
    box("r-ui", 4, "ml-pipeline-ui", "Role · kubeflow", Tone::Role, {.onPath = true, .confirmed = true});
    box("r-disc", 4, "system:discovery +2", "ClusterRoles", Tone::Role, {.clusterWide = true});
    box("r-lost", 4, "reader", "Role · not known", Tone::Role, {.dangling = true, .unknown = true});
    drawing.boxes.push_back({"may", 5, "What ml-pipeline-ui may do", "verbs and resources", Tone::Neutral, false, {}, matrix});
    const auto line = [&drawing](std::string from, std::string to, Tone tone, Marks marks = {}, std::string label = "") {
        drawing.lines.push_back({std::move(from), std::move(to), std::move(label), tone, marks, {}});
    };
    line("pod", "sa", Tone::Neutral);
    line("pods", "sa", Tone::Neutral, {.implied = true});
    for (const char *group : {"g-ns", "g-sa", "g-all"})
        line("sa", group, Tone::Group, {.implied = true});
    line("sa", "b-ui", Tone::Binding, {.onPath = true}, "subject");
    line("sa", "b-lost", Tone::Binding, {.dangling = true});
    line("g-ns", "b-view", Tone::Binding);
    line("g-all", "b-disc", Tone::Binding, {.clusterWide = true});
    line("b-view", "r-view", Tone::Role);
    line("b-ui", "r-ui", Tone::Role, {.onPath = true});
    line("b-disc", "r-disc", Tone::Role, {.clusterWide = true});
    line("b-lost", "r-lost", Tone::Role, {.dangling = true});
    line("r-ui", "may", Tone::Role, {.onPath = true});
    drawing.lines.back().row = 3;
    return drawing;
}

/// nodes in six columns with about two lines each, most to the next column, some over several, back or inside of a column.
inline graph::Graph random(unsigned seed, int nodes)
{
    std::mt19937 engine(seed);
    const auto below = [&engine](int limit) { return static_cast<int>(engine() % static_cast<unsigned>(limit)); };
    graph::Graph graph;
    for (int i = 0; i < nodes; ++i)
        graph.nodes.push_back({"n" + std::to_string(i), below(6), 60.0 + below(100), 20.0 + below(50)});
    for (int i = 0; i < nodes * 2; ++i)
        graph.edges.push_back({"n" + std::to_string(below(nodes)), "n" + std::to_string(below(nodes)), {}});
    return graph;
}

} // namespace samples
