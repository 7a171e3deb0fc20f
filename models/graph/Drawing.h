#pragma once

#include "models/graph/Graph.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graph {

/// What a thing is, which decides its colour.
enum class Tone { Neutral, Accent, Group, Binding, Role, Warning };

/// What is true of a box or a line; each has a shape of its own, so that colour is never alone.
struct Marks
{
    bool implied = false;       ///< dashed: the server adds it, no object says it
    bool clusterWide = false;   ///< double
    bool dangling = false;      ///< dotted: it names what is not there
    bool unknown = false;       ///< hatched: it could not be read
    bool onPath = false;        ///< thick: part of the answer
    bool risk = false;          ///< a corner with an exclamation mark
    bool confirmed = false;     ///< a lock: the server said the same
};

/// What somebody may do, as a table of resources and verbs.
struct Matrix
{
    /// Yes: in some namespaces.
    enum class Cell { No, Yes, NamedOnly, Unknown, Everywhere };
    /// What becomes of a cell, where a table shows what would be: gained and lost means in one place the one, in another the other.
    enum class Change { None, Gained, Lost, GainedAndLost };
    struct Row
    {
        std::string name;
        std::vector<Cell> cells;                ///< missing ones are No
        std::vector<Change> changes = {};       ///< missing ones are None

        Cell cell(std::size_t column) const { return column < cells.size() ? cells[column] : Cell::No; }
        Change change(std::size_t column) const { return column < changes.size() ? changes[column] : Change::None; }
    };

    std::vector<std::string> verbs;
    std::vector<Row> rows;
    std::string note;              ///< a sentence below the table, its parts divided by " · "
};

/// A node with its words. A box with a matrix is drawn as that table, without a border.
struct Box
{
    std::string id;
    int column = 0;
    std::string title;
    std::string caption;     ///< the kind in words: "RoleBinding · shop"
    Tone tone = Tone::Neutral;
    bool rounded = false;    ///< an identity
    Marks marks;
    std::optional<Matrix> matrix;
};

/// A line with its looks; of the marks, risk and confirmed are not drawn.
struct Line
{
    std::string from;
    std::string to;
    std::string label;
    Tone tone = Tone::Neutral;
    Marks marks;
    std::optional<std::size_t> row;   ///< the row of the matrix that the line goes to
};

/// The words above a column.
struct Heading
{
    int column = 0;
    std::string text;
};

/// A graph with words and looks, not yet placed. All texts may come from outside.
struct Drawing
{
    std::string title;
    std::vector<Heading> headings;
    std::vector<Box> boxes;
    std::vector<Line> lines;
};

/// The sizes of the boxes, for layOut(): in each column as wide as the longest words, within limits.
Graph graphOf(const Drawing &drawing);

/// How a matrix is divided, in pixels from its upper left corner.
struct MatrixMetrics
{
    double namesWidth = 0;
    double headHeight = 0;   ///< of the slanted verbs
    double width = 0;
    double height = 0;

    std::vector<std::string> note = {};   ///< in lines that are hardly wider than the table

    static constexpr double RowHeight = 23;
    static constexpr double NoteHeight = 17;   ///< of a line
    static constexpr double CellSize = 18;
};

/// "+", "−", "±"; empty without a change.
std::string_view signOf(Matrix::Change change);

MatrixMetrics metricsOf(const Matrix &matrix);

/// The marks in words, for tool tips and readers: "cluster-wide, on the path"; empty without marks.
std::string wordsOf(const Marks &marks);

} // namespace graph
