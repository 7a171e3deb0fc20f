#pragma once

#include <optional>
#include <string>
#include <vector>

namespace graph {

/// A box to be placed. Ids are the identity between two layouts; of a repeated id the first node counts.
struct Node
{
    std::string id;
    int column = 0;   ///< columns are drawn by rising number; numbers without nodes take no room
    double width = 0;
    double height = 0;
    double leastWidth = 0;   ///< it may be drawn as narrow where its column has no more room; 0: it takes its width
};

/// A line between two nodes. One that names a node that is not there gets no route.
struct Edge
{
    std::string from;
    std::string to;
    std::optional<double> arrivesAt = {};   ///< below the top of "to": a row of a table; else around its middle
    bool important = false;                 ///< rather straight than others
};

/// What is to be laid out. The order of nodes and edges has no meaning.
struct Graph
{
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// The room left between things, in the unit of the sizes.
struct Spacing
{
    double nodes = 16;     ///< between two nodes of a column
    double columns = 32;
    double lines = 14;     ///< around a line that passes through a column
    double ports = 7;      ///< between two lines that meet at a node
};

} // namespace graph
