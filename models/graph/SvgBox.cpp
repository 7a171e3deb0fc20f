#include "models/graph/SvgBox.h"

#include "models/graph/TextStyle.h"
#include "models/graph/TextWidth.h"

#include <algorithm>

namespace graph {

namespace {

constexpr double Corner = 5;
constexpr double DoubleInset = 3;
constexpr double HatchStep = 7;
constexpr double RiskSize = 15;

/// Slanted lines that fill a rectangle, as one path: clipping is not drawn by every reader of SVG.
std::string hatching(const Place &place)
{
    std::string path;
    for (double offset = HatchStep; offset < place.width + place.height; offset += HatchStep) {
        const double fromX = std::min(offset, place.width);
        const double toX = std::max(0.0, offset - place.height);
        path += "M" + number(place.x + fromX) + " " + number(place.y + offset - fromX) + " L" + number(place.x + toX) + " "
            + number(place.y + offset - toX) + " ";
    }
    if (!path.empty())
        path.pop_back();
    return path;
}

/// Writes the parts of one box.
class BoxWriter
{
public:
    BoxWriter(SvgText &svg, const Box &box, const Place &place, const Palette &palette)
        : m_svg(svg), m_box(box), m_place(place), m_palette(palette), m_colour(palette.of(box.tone))
    {
    }

    void run()
    {
        m_svg.open("g", {});
        m_svg.element("title", {}, description());
        if (m_box.matrix) {
            matrix(*m_box.matrix);
        } else {
            frame();
            words();
            marks();
        }
        m_svg.close("g");
    }

private:
    std::string description() const
    {
        std::string text = m_box.title;
        for (const std::string &part : {m_box.caption, wordsOf(m_box.marks)})
            if (!part.empty())
                text.append(text.empty() ? "" : ", ").append(part);
        return text;
    }

    void rectangle(double inset, const std::string &fill, const std::string &dashes)
    {
        const double radius = (m_box.rounded ? m_place.height / 3 : Corner) - inset / 2;
        m_svg.element("rect", {{"x", number(m_place.x + inset)}, {"y", number(m_place.y + inset)},
                               {"width", number(m_place.width - 2 * inset)}, {"height", number(m_place.height - 2 * inset)},
                               {"rx", number(radius)}, {"fill", fill}, {"stroke", m_colour},
                               {"stroke-width", m_box.marks.onPath ? "2.4" : "1.3"}, {"stroke-dasharray", dashes},
                               {"stroke-linecap", m_box.marks.dangling ? "round" : ""}});
    }

    void frame()
    {
        const std::string dashes = m_box.marks.dangling ? "1 4" : m_box.marks.implied ? "5 4" : "";
        rectangle(0, m_palette.surface, dashes);
        if (m_box.marks.unknown)
            m_svg.element("path", {{"d", hatching(m_place)}, {"fill", "none"}, {"stroke", m_palette.border}, {"stroke-width", "1"}});
        if (m_box.marks.clusterWide)
            rectangle(DoubleInset, "none", dashes);
    }

    void text(double x, double y, std::string_view what, double size, const std::string &colour, std::string_view weight,
              double room)
    {
        m_svg.element("text", {{"x", number(x)}, {"y", number(y)}, {"fill", colour}, {"font-size", number(size)},
                               {"font-weight", std::string(weight)}}, shortened(what, size, room));
    }

    void words()
    {
        const double room = m_place.width - 2 * BoxPadding;
        const double x = m_place.x + BoxPadding;
        text(x, m_place.y + 19, m_box.title, TitleSize, m_palette.text, "600", (room - (m_box.marks.risk ? SignRoom : 0)) / BoldFactor);
        text(x, m_place.y + 34.5, m_box.caption, CaptionSize, m_palette.secondary, "", room - (m_box.marks.confirmed ? SignRoom : 0));
    }

    void marks()
    {
        const double right = m_place.right();
        if (m_box.marks.risk) {
            m_svg.element("path", {{"d", "M" + number(right - RiskSize) + " " + number(m_place.y) + " L" + number(right) + " "
                                        + number(m_place.y) + " L" + number(right) + " " + number(m_place.y + RiskSize) + " Z"},
                                   {"fill", m_palette.error}});
            m_svg.element("text", {{"x", number(right - 4.5)}, {"y", number(m_place.y + 8.5)}, {"fill", m_palette.surface},
                                   {"font-size", "8.5"}, {"font-weight", "700"}, {"text-anchor", "middle"}}, "!");
        }
        if (m_box.marks.confirmed)
            lock(right - 15, m_place.bottom() - 16);
    }

    void lock(double x, double y)
    {
        m_svg.element("path", {{"d", "M" + number(x + 2) + " " + number(y + 5) + " v-2 a2.5 2.5 0 0 1 5 0 v2"}, {"fill", "none"},
                               {"stroke", m_palette.ok}, {"stroke-width", "1.2"}});
        m_svg.element("rect", {{"x", number(x)}, {"y", number(y + 5)}, {"width", "9"}, {"height", "6"}, {"rx", "1"},
                               {"fill", m_palette.ok}});
    }

    void matrix(const Matrix &matrix)
    {
        const MatrixMetrics metrics = metricsOf(matrix);
        for (std::size_t column = 0; column < matrix.verbs.size(); ++column)
            verb(matrix.verbs[column], m_place.x + metrics.namesWidth + static_cast<double>(column) * MatrixMetrics::RowHeight + 8,
                 m_place.y + metrics.headHeight - 6);
        double y = m_place.y + metrics.headHeight;
        for (const Matrix::Row &line : matrix.rows) {
            row(matrix, line, y, metrics);
            y += MatrixMetrics::RowHeight;
        }
        for (const std::string &line : metrics.note) {
            text(m_place.x, y + 15, line, CaptionSize, m_palette.secondary, "", m_place.width);
            y += MatrixMetrics::NoteHeight;
        }
    }

    void verb(const std::string &name, double x, double y)
    {
        m_svg.element("text", {{"transform", "translate(" + number(x) + " " + number(y) + ") rotate(-45)"},
                               {"fill", m_palette.secondary}}, name);
    }

    void row(const Matrix &matrix, const Matrix::Row &line, double y, const MatrixMetrics &metrics)
    {
        text(m_place.x, y + 15, line.name, CaptionSize, m_palette.text, "", metrics.namesWidth - 4);
        for (std::size_t column = 0; column < matrix.verbs.size(); ++column)
            cell(lookOf(line.cell(column), line.change(column)),
                 m_place.x + metrics.namesWidth + static_cast<double>(column) * MatrixMetrics::RowHeight,
                 y + (MatrixMetrics::RowHeight - MatrixMetrics::CellSize) / 2);
    }

    struct CellLook { std::string_view sign; const std::string &colour; const std::string &fill; bool isDouble = false; };

    CellLook lookOf(Matrix::Cell cell, Matrix::Change change) const
    {
        if (change != Matrix::Change::None)
            return {signOf(change), change == Matrix::Change::Gained ? m_palette.accent : m_palette.warning, m_palette.surface};
        switch (cell) {
        case Matrix::Cell::Everywhere: return {"✓", m_palette.ok, m_palette.okSurface, true};
        case Matrix::Cell::Yes: return {"✓", m_palette.ok, m_palette.okSurface};
        case Matrix::Cell::NamedOnly: return {"(✓)", m_palette.ok, m_palette.surface};
        case Matrix::Cell::Unknown: return {"?", m_palette.secondary, m_palette.surface};
        case Matrix::Cell::No: break;
        }
        return {"·", m_palette.secondary, m_palette.surface};
    }

    void cell(const CellLook &look, double x, double y)
    {
        const std::string size = number(MatrixMetrics::CellSize);
        m_svg.element("rect", {{"x", number(x)}, {"y", number(y)}, {"width", size}, {"height", size}, {"rx", "3"},
                               {"fill", look.fill}, {"stroke", m_palette.border}});
        if (look.isDouble)
            m_svg.element("rect", {{"x", number(x + 2)}, {"y", number(y + 2)}, {"width", number(MatrixMetrics::CellSize - 4)}, {"height", number(MatrixMetrics::CellSize - 4)}, {"rx", "2"},
                                   {"fill", "none"}, {"stroke", look.colour}});
        m_svg.element("text", {{"x", number(x + MatrixMetrics::CellSize / 2)}, {"y", number(y + 13)}, {"fill", look.colour},
                               {"text-anchor", "middle"}}, look.sign);
    }

    SvgText &m_svg;
    const Box &m_box;
    const Place &m_place;
    const Palette &m_palette;
    const std::string &m_colour;
};

} // namespace

void writeSvgBox(SvgText &svg, const Box &box, const Place &place, const Palette &palette)
{
    BoxWriter(svg, box, place, palette).run();
}

} // namespace graph
