#pragma once

#include "models/graph/Graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace graph {

struct Point
{
    double x = 0;
    double y = 0;

    bool operator==(const Point &) const = default;
};

/// Where a node is: x and y are its left upper corner.
struct Place
{
    std::string id;
    int column = 0;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle() const { return y + height / 2; }
    bool operator==(const Place &) const = default;
};

/// The way of one edge: two neighbouring points with one x or one y are joined by a straight line, others by a curve that
/// leaves and arrives horizontally. No points: one of its nodes is not there.
struct Route
{
    std::string from;
    std::string to;
    std::vector<Point> points;

    bool operator==(const Route &) const = default;
};

/// The strip that a column takes.
struct Strip
{
    int column = 0;
    double x = 0;
    double width = 0;

    double right() const { return x + width; }
    bool operator==(const Strip &) const = default;
};

/// A finished drawing without looks. The left upper corner is 0,0.
struct Layout
{
    std::vector<Place> places;   ///< each id once, by column, then from top to bottom
    std::vector<Route> routes;   ///< one for each edge, in the order of Graph::edges
    std::vector<Strip> strips;   ///< by column
    double width = 0;
    double height = 0;

    const Place *find(std::string_view id) const;
};

/// Places the nodes in their columns with few crossings and straight long lines. The same graph in another order gives the same
/// places. Lines inside of a column and lines from right to left are allowed. Work is bounded by counted steps (10 000 nodes take
/// a second at most): beyond the bound the order is only less good. Any thread.
Layout layOut(const Graph &graph, const Spacing &spacing = {});

/// The same after a change: nodes that keep their column and height keep their place, what is new goes to the nearest free room.
/// A column that was there keeps its width as far as its nodes can be drawn in it; it moves to the right when one before it was added,
/// or grew by a node that cannot be narrower.
Layout layOutAgain(const Graph &graph, const Layout &previous, const Spacing &spacing = {});

} // namespace graph
