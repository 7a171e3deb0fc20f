#include "models/graph/Drawing.h"

#include "models/graph/TextStyle.h"
#include "models/graph/TextWidth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace graph {

namespace {

constexpr double BoxHeight = 44;
constexpr double LeastBoxWidth = 96;
constexpr double GreatestBoxWidth = 178;
constexpr double GreatestNamesWidth = 176;
constexpr double LeastNoteWidth = 180;

Node nodeOf(const Box &box)
{
    if (box.matrix) {
        const MatrixMetrics metrics = metricsOf(*box.matrix);
        return {box.id, box.column, metrics.width, metrics.height, {}};
    }
    const double title = textWidth(box.title, TitleSize) * BoldFactor + (box.marks.risk ? SignRoom : 0);
    const double caption = textWidth(box.caption, CaptionSize) + (box.marks.confirmed ? SignRoom : 0);
    const double width = std::ceil(std::max(title, caption)) + 2 * BoxPadding;
    return {box.id, box.column, std::clamp(width, LeastBoxWidth, GreatestBoxWidth), BoxHeight, LeastBoxWidth};
}

/// A part of the note is never divided: it may be wider.
std::vector<std::string> linesOf(std::string_view note, double width)
{
    constexpr std::string_view divider = " · ";
    std::vector<std::string> lines;
    while (!note.empty()) {
        const std::size_t end = note.find(divider);
        const std::string part(note.substr(0, end));
        note = end == note.npos ? std::string_view() : note.substr(end + divider.size());
        const std::string longer = lines.empty() ? part : lines.back() + std::string(divider) + part;
        if (!lines.empty() && textWidth(longer, CaptionSize) <= width)
            lines.back() = longer;
        else
            lines.push_back(part);
    }
    return lines;
}

/// The boxes of a column are equally wide; a matrix is as wide as it is.
void makeColumnsEven(const Drawing &drawing, Graph &graph)
{
    std::map<int, double> widths;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (!drawing.boxes[i].matrix)
            widths[graph.nodes[i].column] = std::max(widths[graph.nodes[i].column], graph.nodes[i].width);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (!drawing.boxes[i].matrix)
            graph.nodes[i].width = widths[graph.nodes[i].column];
}

} // namespace

std::string_view signOf(Matrix::Change change)
{
    constexpr std::array<std::string_view, 4> signs = {"", "+", "−", "±"};
    return signs[static_cast<std::size_t>(change)];
}

MatrixMetrics metricsOf(const Matrix &matrix)
{
    MatrixMetrics metrics;
    for (const Matrix::Row &row : matrix.rows)
        metrics.namesWidth = std::max(metrics.namesWidth, textWidth(row.name, CaptionSize) + BoxPadding);
    metrics.namesWidth = std::ceil(std::min(metrics.namesWidth, GreatestNamesWidth));
    double longestVerb = 0;
    for (const std::string &verb : matrix.verbs)
        longestVerb = std::max(longestVerb, textWidth(verb, CaptionSize));
    const double slanted = std::ceil(longestVerb * SlantFactor);
    metrics.headHeight = slanted + BoxPadding;
    const double table = metrics.namesWidth + static_cast<double>(matrix.verbs.size()) * MatrixMetrics::RowHeight + slanted;
    metrics.note = linesOf(matrix.note, std::max(table, LeastNoteWidth));
    metrics.width = table;
    for (const std::string &line : metrics.note)
        metrics.width = std::max(metrics.width, std::ceil(textWidth(line, CaptionSize)));
    metrics.height = metrics.headHeight + static_cast<double>(matrix.rows.size()) * MatrixMetrics::RowHeight;
    if (!metrics.note.empty())
        metrics.height += MatrixMetrics::RowHeight + static_cast<double>(metrics.note.size() - 1) * MatrixMetrics::NoteHeight;
    return metrics;
}

Graph graphOf(const Drawing &drawing)
{
    Graph graph;
    std::map<std::string_view, const Box *> boxes;
    for (const Box &box : drawing.boxes) {
        boxes.emplace(box.id, &box);
        graph.nodes.push_back(nodeOf(box));
    }
    makeColumnsEven(drawing, graph);
    for (const Line &line : drawing.lines) {
        Edge edge{line.from, line.to, {}, line.marks.onPath};
        const auto to = boxes.find(line.to);
        if (line.row && to != boxes.end() && to->second->matrix)
            edge.arrivesAt = metricsOf(*to->second->matrix).headHeight
                + (static_cast<double>(*line.row) + 0.5) * MatrixMetrics::RowHeight;
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

std::string wordsOf(const Marks &marks)
{
    const std::array<std::pair<bool, std::string_view>, 7> words = {{
        {marks.implied, "implied by the server"},
        {marks.clusterWide, "cluster-wide"},
        {marks.dangling, "dangling"},
        {marks.unknown, "unknown"},
        {marks.onPath, "on the path"},
        {marks.risk, "risk"},
        {marks.confirmed, "confirmed by the server"},
    }};
    std::string result;
    for (const auto &[isSet, word] : words)
        if (isSet)
            result.append(result.empty() ? "" : ", ").append(word);
    return result;
}

} // namespace graph
