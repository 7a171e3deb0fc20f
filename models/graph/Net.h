#pragma once

#include "models/graph/Graph.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace graph {

/// The graph as the algorithms see it: distinct nodes by column and id, and joints where a long line crosses a column, so that
/// every link joins two neighbouring layers. Independent of the order of the input, which it points into.
class Net
{
public:
    struct Vertex
    {
        const Node *node = nullptr;   ///< null: a joint
        int layer = 0;                ///< 0, 1, 2...: the columns that hold nodes
        double width = 0;
        double height = 0;
        std::vector<int> left = {};   ///< neighbours in the layer before
        std::vector<int> right = {};  ///< neighbours in the layer behind
        int straightLeft = -1;        ///< the neighbour of an important line, if there is one
        int straightRight = -1;

        bool isJoint() const { return !node; }
    };

    /// joints is how many at most; the longest lines go without when there would be more.
    Net(const Graph &graph, const Spacing &spacing, std::size_t joints = 40'000);

    /// The vertex of an id, or -1.
    int find(std::string_view id) const;
    /// The joints between two nodes, from left to right; empty for neighbours and lines without joints.
    const std::vector<int> &jointsBetween(int left, int right) const;

    /// The place of each vertex in its layer, from the top.
    std::vector<int> positions() const;

    std::vector<Vertex> vertices;
    std::vector<std::vector<int>> layers;   ///< the vertices from top to bottom
    std::vector<int> columns;               ///< the column of each layer

private:
    void addNodes(const Graph &graph);
    void link(int left, int right, double jointHeight);
    void markImportant(int left, int right);
    void addLinks(const Graph &graph, const Spacing &spacing, std::size_t joints);

    std::map<std::string_view, int> m_ids;
    std::map<std::pair<int, int>, std::vector<int>> m_joints;
};

} // namespace graph
