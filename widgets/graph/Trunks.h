#pragma once

#include "models/graph/Layout.h"

#include <QPainterPath>
#include <QPointF>

#include <vector>

namespace graph {

/// What lines share that meet in large numbers at one side of a box: a stem out of the middle of that side, and a vertical part at x, from
/// which each line branches off at its own height.
struct Trunk
{
    QPointF stem;
    double x = 0;
};

/// How far a line goes along a trunk.
struct Limb
{
    int trunk = -1;
    double y = 0;
};

/// A line between two boxes, before it is bundled. The points outlive it.
struct Wire
{
    int from = -1;
    int to = -1;
    double fromMiddle = 0;
    double toMiddle = 0;
    const std::vector<Point> *points = nullptr;
};

/// What of a line is its own, and what it shares.
struct Strand
{
    QPainterPath path;
    std::vector<Limb> limbs;
};

struct Bundle
{
    std::vector<Strand> strands;    ///< of each wire
    std::vector<Trunk> trunks;
};

/// From that many on, lines at one side of a box share a trunk; fewer are curves of their own.
inline constexpr int LeastOfTrunk = 12;

/// The shapes of all lines; each has at least two points.
Bundle bundled(const std::vector<Wire> &wires);

} // namespace graph
