#include "models/graph/Svg.h"

#include "models/graph/SvgBox.h"
#include "models/graph/SvgText.h"
#include "models/graph/TextStyle.h"

#include <algorithm>
#include <map>

namespace graph {

namespace {

constexpr double Margin = 12;
constexpr double HeadingHeight = 26;

/// The curve or straight lines through a route's points, moved by dx, dy.
std::string pathOf(const Route &route)
{
    std::string path;
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        const Point to = route.points[i];
        if (i == 0) {
            path = "M" + number(to.x) + " " + number(to.y);
            continue;
        }
        const Point from = route.points[i - 1];
        if (from.x == to.x || from.y == to.y) {
            path += " L" + number(to.x) + " " + number(to.y);
            continue;
        }
        const std::string middle = number((from.x + to.x) / 2);
        path += " C" + middle + " " + number(from.y) + " " + middle + " " + number(to.y) + " " + number(to.x) + " " + number(to.y);
    }
    return path;
}

std::string dashes(const Marks &marks)
{
    if (marks.dangling)
        return "1 4";
    return marks.implied || marks.unknown ? "5 4" : "";
}

/// Where the label of a line stands: above its longest level part, else above the middle of its first curve; beside a line that
/// stays in its column.
struct LabelPlace
{
    Point point;
    std::string_view anchor = "middle";
};

LabelPlace labelPlace(const Route &route)
{
    if (route.points.size() == 4 && route.points[1].x == route.points[2].x)
        return {{route.points[1].x + 4, (route.points[1].y + route.points[2].y) / 2 + 8}, "start"};
    Point best = {(route.points[0].x + route.points[1].x) / 2, (route.points[0].y + route.points[1].y) / 2};
    double longest = 0;
    for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
        const double length = std::abs(route.points[i + 1].x - route.points[i].x);
        if (route.points[i].y != route.points[i + 1].y || length <= longest)
            continue;
        longest = length;
        best = {(route.points[i].x + route.points[i + 1].x) / 2, route.points[i].y};
    }
    return {best};
}

/// Writes one drawing.
class Writer
{
public:
    Writer(const Drawing &drawing, const Layout &layout, const Palette &palette)
        : m_drawing(drawing), m_layout(layout), m_palette(palette)
    {
    }

    std::string run()
    {
        begin();
        headings();
        for (std::size_t i = 0; i < std::min(m_drawing.lines.size(), m_layout.routes.size()); ++i)
            if (m_layout.routes[i].points.size() > 1)
                line(m_drawing.lines[i], m_layout.routes[i]);
        boxes();
        m_svg.close("g");
        m_svg.close("svg");
        return m_svg.take();
    }

private:
    void begin()
    {
        const std::string width = number(m_layout.width + 2 * Margin);
        const std::string height = number(m_layout.height + 2 * Margin + HeadingHeight);
        m_svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"}, {"width", width}, {"height", height},
                           {"viewBox", "0 0 " + width + " " + height}, {"role", "img"},
                           {"font-family", "Inter, Noto Sans, Noto Sans CJK KR, DejaVu Sans, sans-serif"},
                           {"font-size", number(CaptionSize)}});
        m_svg.element("title", {}, m_drawing.title);
        m_svg.element("rect", {{"width", width}, {"height", height}, {"fill", m_palette.background}});
        m_svg.open("g", {{"transform", "translate(" + number(Margin) + " " + number(Margin + HeadingHeight) + ")"}});
    }

    void headings()
    {
        for (const Heading &heading : m_drawing.headings)
            for (const Strip &strip : m_layout.strips)
                if (strip.column == heading.column)
                    m_svg.element("text", {{"x", number(strip.x)}, {"y", number(-HeadingHeight / 2)},
                                           {"fill", m_palette.secondary}, {"font-weight", "600"}}, heading.text);
    }

    void line(const Line &line, const Route &route)
    {
        const std::string path = pathOf(route);
        const std::string &colour = line.marks.onPath ? m_palette.accent : m_palette.of(line.tone);
        const double width = line.marks.onPath ? 2.4 : 1.3;
        const double outer = line.marks.clusterWide ? width + 2.6 : width;
        m_svg.element("path", {{"d", path}, {"fill", "none"}, {"stroke", colour}, {"stroke-width", number(outer)},
                               {"stroke-dasharray", dashes(line.marks)},
                               {"stroke-linecap", line.marks.dangling ? "round" : ""}});
        if (line.marks.clusterWide)
            m_svg.element("path", {{"d", path}, {"fill", "none"}, {"stroke", m_palette.background},
                                   {"stroke-width", number(outer - width)}});
        if (line.label.empty())
            return;
        const auto [at, anchor] = labelPlace(route);
        m_svg.element("text", {{"x", number(at.x)}, {"y", number(at.y - 5)}, {"fill", m_palette.secondary},
                               {"text-anchor", std::string(anchor)}, {"font-size", "10.5"}}, line.label);
    }

    void boxes()
    {
        std::map<std::string_view, const Box *> byId;
        for (const Box &box : m_drawing.boxes)
            byId.emplace(box.id, &box);
        for (const Place &place : m_layout.places)
            if (const auto box = byId.find(place.id); box != byId.end())
                writeSvgBox(m_svg, *box->second, place, m_palette);
    }

    const Drawing &m_drawing;
    const Layout &m_layout;
    const Palette &m_palette;
    SvgText m_svg;
};

} // namespace

std::string writeSvg(const Drawing &drawing, const Layout &layout, const Palette &palette)
{
    return Writer(drawing, layout, palette).run();
}

} // namespace graph
