#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Prints rows as kubectl's table printer does (cli-runtime printers over liggitt/tabwriter: least width 6, padding 3).
///
/// A column is as wide as its widest cell in a run of rows that have it; the last cell of a row is not padded. Widths never shrink
/// again, also after flush(), which keeps the rows of a watch aligned. Cells are cut at the first line break and end in "...";
/// ESC and carriage returns are written as ^[ and \r; a tab inside a cell begins a new column, as it does for kubectl.
/// Rows are kept as text, once, until flush(). One thread at a time.
class TextTable
{
public:
    using Sink = std::function<void(std::string_view)>;

    explicit TextTable(Sink sink);

    /// As row(), with ASCII letters in capitals.
    void header(std::span<const std::string_view> names);
    void row(std::span<const std::string_view> cells);

    /// Writes out what is kept, in pieces of some 64 KiB. A row of one cell does this by itself.
    void flush();

private:
    /// What a column remembers: the width of each run of rows that is not yet written, and where the current one stands.
    struct Column
    {
        std::vector<std::size_t> runs;
        std::size_t width = 0;
    };

    void beginRow(std::size_t capacity);
    void appendCell(std::string_view cell);
    void endCell(std::size_t begin);
    void endRow();
    void writeRow(std::string_view row);
    void pad(std::size_t count);

    Sink m_sink;
    std::vector<std::string> m_chunks;
    std::vector<Column> m_columns;
    std::size_t m_padded = 0;      ///< padded cells of the row that is being added
    std::size_t m_open = 0;        ///< columns that the row before it had, and whose run goes on
    std::size_t m_cellStart = 0;
    std::vector<std::size_t> m_next;   ///< while writing: the run each column comes to next
    std::string m_out;
};

} // namespace text
