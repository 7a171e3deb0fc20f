#include "models/rbac/AccessDrawing.h"

#include <algorithm>
#include <map>
#include <set>

namespace rbac {

namespace {

using Cell = graph::Matrix::Cell;

constexpr int MatrixColumn = 6;
std::string filled(const std::string &pattern, const std::string &argument)
{
    std::string out = pattern;
    if (const auto at = out.find("%1"); at != std::string::npos)
        out.replace(at, 2, argument);
    return out;
}

std::string noteOf(const AccessGraph &access, std::size_t cut, const DrawingWords &words)
{
    std::set<std::string> places;
    for (const Right &right : access.matrix)
        places.insert(right.namespaceName);
    const bool isEverywhere = places.erase("") != 0;
    std::string note = isEverywhere ? words.everywhere : "";
    const auto add = [&note](const std::string &part) { note.append(note.empty() ? "" : " · ").append(part); };
    if (places.size() == 1)
        add(filled(isEverywhere ? words.alsoIn : words.onlyIn, *places.begin()));
    else if (!places.empty())
        add(filled(isEverywhere ? words.alsoInSeveral : words.inSeveral, std::to_string(places.size())));
    if (!isEverywhere && !places.empty())
        add(words.nothingElse);
    if (cut > 0)
        add(filled(words.more, std::to_string(cut)));
    if (access.foldedRows > 0)
        add(filled(words.byDefault, std::to_string(access.foldedRows)));
    return note;
}

graph::Tone toneOf(GraphLayer layer)
{
    constexpr std::array<graph::Tone, 6> tones = {graph::Tone::Neutral, graph::Tone::Accent, graph::Tone::Group,
                                                  graph::Tone::Binding, graph::Tone::Role, graph::Tone::Neutral};
    return tones[static_cast<std::size_t>(layer)];
}

graph::Marks marksOf(const GraphNode &node)
{
    graph::Marks marks;
    marks.implied = node.isImplied;
    marks.clusterWide = node.isClusterWide;
    marks.dangling = node.state == GraphState::Dangling;
    marks.unknown = node.state == GraphState::Unknown;
    marks.risk = !node.risks.empty();
    return marks;
}

/// With its sign and word before everything else.
void markChange(GraphChange change, const DrawingWords &words, graph::Box &box)
{
    if (change == GraphChange::None)
        return;
    box.caption = words.changes[static_cast<std::size_t>(change) - 1] + (box.caption.empty() ? "" : " · ") + box.caption;
    box.tone = change == GraphChange::Lost ? graph::Tone::Warning : graph::Tone::Accent;
}

/// Of a line there is room for the sign alone.
void markChange(GraphChange change, const DrawingWords &words, graph::Line &line)
{
    if (change == GraphChange::None)
        return;
    const std::string &word = words.changes[static_cast<std::size_t>(change) - 1];
    line.label = word.substr(0, word.find(' ')) + (line.label.empty() ? "" : " ") + line.label;
    line.tone = change == GraphChange::Lost ? graph::Tone::Warning : graph::Tone::Accent;
}

/// What people call a group that authentication adds; empty for all others.
std::string groupTitle(const GraphNode &node, const DrawingWords &words)
{
    const std::string ofNamespace = std::string(allAccountsGroup) + ':';
    if (node.layer != GraphLayer::Group || !node.isImplied)
        return {};
    if (node.name == authenticatedGroup)
        return words.everybody;
    if (node.name == allAccountsGroup)
        return words.allAccounts;
    return node.name.starts_with(ofNamespace) ? filled(words.accountsOf, node.name.substr(ofNamespace.size())) : std::string();
}

graph::Box boxOf(const GraphNode &node, const DrawingWords &words)
{
    graph::Box box;
    box.id = boxId(node);
    box.column = static_cast<int>(node.layer);
    const bool isEverywhere = node.layer == GraphLayer::Namespace && node.isClusterWide;
    const std::string group = groupTitle(node, words);
    box.title = isEverywhere ? words.allNamespaces : !group.empty() ? group : node.name;
    const bool isWorkload = node.stack > 1 && !node.owner.name.empty();
    if (isWorkload)
        box.title = node.owner.name + " ×" + std::to_string(node.stack);
    else if (node.stack > 1)
        box.title += " +" + std::to_string(node.stack - 1);
    box.caption = !group.empty() ? node.name : isWorkload ? node.owner.kind + " · " + node.owner.namespaceName : node.kind + (node.stack > 1 ? "s" : "") + (node.namespaceName.empty() ? "" : " · " + node.namespaceName);
    if (node.state == GraphState::Dangling)
        box.caption = words.missing + " · " + box.caption;
    box.tone = toneOf(node.layer);
    box.rounded = node.layer == GraphLayer::Identity;
    box.marks = marksOf(node);
    markChange(node.change, words, box);
    return box;
}

/// A line has the colour of where it goes, and the marks of its ends.
graph::Line lineOf(const GraphEdge &edge, const GraphNode &from, const GraphNode &to, const DrawingWords &words)
{
    graph::Line line;
    line.from = boxId(from);
    line.to = boxId(to);
    line.tone = toneOf(to.layer == GraphLayer::Identity ? from.layer : to.layer);
    line.label = edge.kind == "aggregates" ? edge.kind : std::string();
    line.marks.implied = edge.isImplied;
    line.marks.clusterWide = to.layer == GraphLayer::Binding ? to.isClusterWide : from.layer == GraphLayer::Binding && from.isClusterWide;
    line.marks.dangling = to.state == GraphState::Dangling;
    line.marks.unknown = to.state == GraphState::Unknown;
    markChange(edge.change, words, line);
    return line;
}

/// The later layer wins where a group is also asked about as an identity: lines to bindings leave from there.
std::map<std::string_view, const GraphNode *> nodesById(const AccessGraph &access)
{
    std::map<std::string_view, const GraphNode *> nodes;
    for (const GraphNode &node : access.nodes) {
        const GraphNode *&known = nodes[node.id];
        if (!known || known->layer < node.layer)
            known = &node;
    }
    return nodes;
}

} // namespace

std::string boxId(const GraphNode &node)
{
    return std::to_string(static_cast<int>(node.layer)) + ' ' + node.id;
}

graph::Matrix matrixOf(const AccessGraph &access, const DrawingWords &words)
{
    const RightsTable table(access.matrix, access.foldedRights, access.isWhole ? Cell::No : Cell::Unknown, {access.gained, access.lost, access.held});
    return {table.verbs(), table.rows(), noteOf(access, table.cut(), words)};
}

graph::Drawing drawingOf(const AccessGraph &access, const DrawingWords &words)
{
    graph::Drawing drawing;
    drawing.title = words.title;
    for (std::size_t column = 0; column < words.headings.size(); ++column)
        drawing.headings.push_back({static_cast<int>(column), words.headings[column]});
    std::set<std::string_view> aggregated;
    for (const GraphEdge &edge : access.edges)
        if (edge.kind == "aggregates")
            aggregated.insert(edge.from);
    for (const GraphNode &node : access.nodes) {
        drawing.boxes.push_back(boxOf(node, words));
        if (node.layer == GraphLayer::Role && aggregated.contains(node.id))
            drawing.boxes.back().caption += " · " + words.aggregated;
    }
    const auto nodes = nodesById(access);
    for (const GraphEdge &edge : access.edges) {
        const auto from = nodes.find(edge.from);
        const auto to = nodes.find(edge.to);
        if (from != nodes.end() && to != nodes.end())
            drawing.lines.push_back(lineOf(edge, *from->second, *to->second, words));
    }
    if (!access.matrix.empty() || !access.lost.empty() || access.foldedRows > 0)
        drawing.boxes.push_back({matrixId, MatrixColumn, words.headings.back(), {}, graph::Tone::Neutral, false, {}, matrixOf(access, words)});
    return drawing;
}

} // namespace rbac
