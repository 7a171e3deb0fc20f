#pragma once

#include "models/graph/Drawing.h"
#include "models/graph/Layout.h"
#include "widgets/graph/SpatialIndex.h"
#include "widgets/graph/Trunks.h"

#include <QRectF>
#include <QString>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace graph {

/// A place in a scene: a box, or a cell of the table in it.
struct Spot
{
    int box = -1;
    int row = -1;
    int column = -1;

    bool isValid() const { return box >= 0; }
    bool isCell() const { return row >= 0; }
    bool operator==(const Spot &) const = default;
};

/// The boxes and lines that are lit together.
struct Light
{
    std::vector<int> boxes;
    std::vector<int> lines;

    bool isEmpty() const { return boxes.empty() && lines.empty(); }
    bool operator==(const Light &) const = default;
};

/// A placed drawing, ready to be painted, searched and walked through. Its boxes are numbered in the order of reading: by column, then
/// from top to bottom. Immutable.
class Scene
{
public:
    struct Node
    {
        Box box;
        QRectF frame;
        std::vector<int> in;    ///< lines
        std::vector<int> out;
    };
    struct Link
    {
        Line line;
        int from = -1;
        int to = -1;
        Strand strand;
        QRectF bounds;          ///< of what is its own
    };
    /// What lines of one look take of a trunk.
    struct Span
    {
        int trunk = -1;
        Line looks;
        double top = 0;
        double bottom = 0;
    };
    struct Column
    {
        QString heading;
        double x = 0;
    };

    /// layout is that of graphOf(drawing); what has no place in it is left out.
    Scene(const Drawing &drawing, const Layout &layout);

    const std::vector<Node> &nodes() const { return m_nodes; }
    const std::vector<Link> &links() const { return m_links; }
    const std::vector<Column> &columns() const { return m_columns; }
    const Node &node(int box) const { return m_nodes[static_cast<std::size_t>(box)]; }
    const Link &link(int line) const { return m_links[static_cast<std::size_t>(line)]; }
    int count() const { return static_cast<int>(m_nodes.size()); }
    const Trunk &trunk(int trunk) const { return m_trunks[static_cast<std::size_t>(trunk)]; }
    const QRectF &bounds() const { return m_bounds; }

    /// -1: there is none.
    int find(std::string_view id) const;
    Spot at(const QPointF &point) const;
    /// The same place in another scene; none when the box is not there. A row or verb that went takes the cell along.
    Spot sameIn(const Scene &other, const Spot &spot) const;
    std::vector<int> boxesNear(const QRectF &where) const { return m_boxIndex.around(where); }
    std::vector<int> linesNear(const QRectF &where) const { return m_lineIndex.around(where); }

    /// What all lines share, and what some do.
    const std::vector<Span> &spans() const { return m_spans; }
    std::vector<Span> spansOf(const std::vector<int> &lines) const;

    QRectF frameOf(const Spot &spot) const;
    /// Everything that a way through this box may take, back to where it begins and on to where it ends.
    Light through(int box) const;
    /// These boxes and the lines between them.
    Light among(const std::vector<std::string> &ids) const;

private:
    void addNodes(const Drawing &drawing, const Layout &layout);
    void addLinks(const Drawing &drawing, const Layout &layout);

    std::vector<Node> m_nodes;
    std::vector<Link> m_links;
    std::vector<Trunk> m_trunks;
    std::vector<Span> m_spans;
    std::vector<Column> m_columns;
    std::map<std::string, int, std::less<>> m_byId;
    QRectF m_bounds;
    SpatialIndex m_boxIndex;
    SpatialIndex m_lineIndex;
};

} // namespace graph
