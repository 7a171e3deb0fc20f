#include "models/graph/Dot.h"

#include "models/text/Plain.h"

#include <array>
#include <map>

namespace graph {

namespace {

/// A string of DOT; a backslash before anything but a quote is an escape of labels, so it is doubled.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char character : text::plain(text)) {
        if (character == '"' || character == '\\')
            result += '\\';
        if (character == '\n')
            result += "\\n";
        else
            result += character;
    }
    return result + '"';
}

std::string styleOf(const Marks &marks, bool rounded)
{
    std::string style = rounded ? "rounded" : "";
    const auto add = [&style](bool isSet, std::string_view word) {
        if (isSet)
            style.append(style.empty() ? "" : ",").append(word);
    };
    add(marks.implied && !marks.dangling, "dashed");
    add(marks.dangling, "dotted");
    add(marks.onPath, "bold");
    add(marks.unknown, "diagonals");
    return style;
}

/// How far an allowed verb reaches, after a mark; empty for what is not allowed.
std::string_view extentOf(Matrix::Cell cell)
{
    /// In the order of Matrix::Cell.
    constexpr std::array<std::string_view, 5> extents = {"", "+", "+ (named)", "", "+ (everywhere)"};
    return extents[static_cast<std::size_t>(cell)];
}

std::string rowsOf(const Matrix &matrix)
{
    std::string result;
    for (const Matrix::Row &row : matrix.rows) {
        std::string verbs;
        for (std::size_t i = 0; i < matrix.verbs.size(); ++i) {
            const std::string_view extent = extentOf(row.cell(i));
            if (!extent.empty() || row.change(i) != Matrix::Change::None)
                verbs.append(verbs.empty() ? "" : " ").append(signOf(row.change(i))).append(matrix.verbs[i]).append(extent.empty() ? extent : extent.substr(1));
        }
        if (!verbs.empty())
            result.append("\n").append(row.name).append(": ").append(verbs);
    }
    return result + (matrix.note.empty() ? "" : "\n" + matrix.note);
}

std::string nodeOf(const Box &box)
{
    std::string label = box.title;
    for (const std::string &part : {box.caption, wordsOf(box.marks)})
        if (!part.empty())
            label.append(label.empty() ? "" : "\n").append(part);
    if (box.matrix)
        label += rowsOf(*box.matrix);
    std::string line = quoted(box.id) + " [label=" + quoted(label);
    if (const std::string style = styleOf(box.marks, box.rounded); !style.empty())
        line += ", style=" + quoted(style);
    if (box.marks.clusterWide)
        line += ", peripheries=2";
    return line + "];\n";
}

std::string edgeOf(const Line &line)
{
    std::string result = "  " + quoted(line.from) + " -> " + quoted(line.to);
    std::string attributes;
    if (!line.label.empty())
        attributes += "label=" + quoted(line.label);
    if (const std::string style = styleOf(line.marks, false); !style.empty())
        attributes.append(attributes.empty() ? "" : ", ").append("style=" + quoted(style));
    return result + (attributes.empty() ? "" : " [" + attributes + "]") + ";\n";
}

} // namespace

std::string writeDot(const Drawing &drawing)
{
    std::string dot = "digraph " + quoted(drawing.title) + " {\n  rankdir=LR;\n  node [shape=box];\n";
    std::map<int, std::string> ranks;
    for (const Box &box : drawing.boxes)
        ranks[box.column] += "    " + nodeOf(box);
    for (const auto &[column, nodes] : ranks)
        dot += "  {\n    rank=same;\n" + nodes + "  }\n";
    for (const Line &line : drawing.lines)
        dot += edgeOf(line);
    return dot + "}\n";
}

} // namespace graph
