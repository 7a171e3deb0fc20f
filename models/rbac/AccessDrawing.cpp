#include "models/rbac/AccessDrawing.h"

#include <algorithm>
#include <map>
#include <set>

namespace rbac {

namespace {

using Cell = graph::Matrix::Cell;

constexpr std::size_t MostRows = 40;
constexpr int MatrixColumn = 5;
/// In the order people read them; others follow by name.
constexpr std::array<std::string_view, 8> usualVerbs = {"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"};

std::string filled(const std::string &pattern, const std::string &argument)
{
    std::string out = pattern;
    if (const auto at = out.find("%1"); at != std::string::npos)
        out.replace(at, 2, argument);
    return out;
}

std::string rowName(const Right &right)
{
    if (!right.url.empty())
        return right.url;
    std::string name = right.subresource.empty() ? right.resource : right.resource + '/' + right.subresource;
    return right.apiGroup.empty() ? name : name + '.' + right.apiGroup;
}

std::vector<std::string> columnsOf(const std::vector<Right> &rights)
{
    std::set<std::string_view> present;
    for (const Right &right : rights)
        present.insert(right.verb);
    const bool onlyStar = present.erase("*") != 0 && present.empty();
    std::vector<std::string> columns;
    for (const std::string_view verb : usualVerbs)
        if (present.erase(verb) != 0 || onlyStar)
            columns.emplace_back(verb);
    columns.insert(columns.end(), present.begin(), present.end());
    return columns;
}

void mark(const Right &right, const std::vector<std::string> &columns, std::vector<Cell> &cells)
{
    cells.resize(columns.size(), Cell::No);
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (right.verb == "*" || right.verb == columns[column])
            cells[column] = right.names.empty() || cells[column] == Cell::Yes ? Cell::Yes : Cell::NamedOnly;
}

std::string noteOf(const std::vector<Right> &rights, std::size_t cut, const DrawingWords &words)
{
    std::set<std::string> places;
    for (const Right &right : rights)
        places.insert(right.namespaceName);
    const bool isEverywhere = places.erase("") != 0;
    std::string note = isEverywhere ? words.everywhere : "";
    const auto add = [&note](const std::string &part) { note.append(note.empty() ? "" : " · ").append(part); };
    if (places.size() == 1)
        add(filled(words.onlyIn, *places.begin()));
    else if (!places.empty())
        add(filled(words.inSeveral, std::to_string(places.size())));
    if (!isEverywhere && !places.empty())
        add(words.nothingElse);
    if (cut > 0)
        add(filled(words.more, std::to_string(cut)));
    return note;
}

graph::Tone toneOf(const AccessNode &node)
{
    constexpr std::array<graph::Tone, 5> tones = {graph::Tone::Neutral, graph::Tone::Accent, graph::Tone::Group, graph::Tone::Binding, graph::Tone::Role};
    return tones[static_cast<std::size_t>(accessColumn(node.kind))];
}

graph::Marks marksOf(const AccessNode &node)
{
    graph::Marks marks;
    marks.implied = node.implied;
    marks.clusterWide = node.clusterWide;
    marks.dangling = node.state == AccessNode::State::Dangling;
    marks.unknown = node.state == AccessNode::State::Unknown;
    marks.risk = !node.risks.empty();
    return marks;
}

graph::Box boxOf(const AccessNode &node)
{
    graph::Box box;
    box.id = node.id;
    box.column = accessColumn(node.kind);
    box.title = node.stack > 1 ? node.name + " +" + std::to_string(node.stack - 1) : node.name;
    box.caption = node.kind + (node.stack > 1 ? "s" : "") + (node.namespaceName.empty() ? "" : " · " + node.namespaceName);
    box.tone = toneOf(node);
    box.rounded = box.column == 1;
    box.marks = marksOf(node);
    return box;
}

/// A line looks like the more special of its ends.
graph::Line lineOf(const AccessEdge &edge, const AccessNode &from, const AccessNode &to)
{
    graph::Line line;
    line.from = edge.from;
    line.to = edge.to;
    line.tone = toneOf(accessColumn(from.kind) == 0 ? from : to);
    line.label = edge.kind == "aggregates" ? std::string(edge.kind) : std::string();
    line.marks.implied = edge.implied;
    line.marks.clusterWide = from.clusterWide || (to.clusterWide && accessColumn(to.kind) == 3);
    line.marks.dangling = to.state == AccessNode::State::Dangling;
    line.marks.unknown = to.state == AccessNode::State::Unknown;
    return line;
}

} // namespace

graph::Matrix matrixOf(const std::vector<Right> &rights, const DrawingWords &words)
{
    graph::Matrix matrix;
    matrix.verbs = columnsOf(rights);
    std::map<std::string, std::vector<Cell>> rows;
    for (const Right &right : rights)
        mark(right, matrix.verbs, rows[rowName(right)]);
    for (auto &[name, cells] : rows)
        if (matrix.rows.size() < MostRows)
            matrix.rows.push_back({name, std::move(cells)});
    matrix.note = noteOf(rights, rows.size() - matrix.rows.size(), words);
    return matrix;
}

graph::Drawing drawingOf(const AccessGraph &access, const DrawingWords &words)
{
    graph::Drawing drawing;
    drawing.title = words.title;
    for (std::size_t column = 0; column < words.headings.size(); ++column)
        drawing.headings.push_back({static_cast<int>(column), words.headings[column]});
    std::map<std::string_view, const AccessNode *> nodes;
    for (const AccessNode &node : access.nodes) {
        nodes.emplace(node.id, &node);
        drawing.boxes.push_back(boxOf(node));
    }
    for (const AccessEdge &edge : access.edges)
        drawing.lines.push_back(lineOf(edge, *nodes.at(edge.from), *nodes.at(edge.to)));
    if (!access.matrix.empty())
        drawing.boxes.push_back({matrixId, MatrixColumn, words.headings[MatrixColumn], {}, graph::Tone::Neutral, false, {}, matrixOf(access.matrix, words)});
    return drawing;
}

} // namespace rbac
