#pragma once

#include "models/kube/ItemStreams.h"
#include "models/kube/RowReader.h"
#include "models/text/Value.h"

namespace kube {

/// Reads the rows of a server's Table, one row object or a watch event's Table of one row. An Age that is the object's own
/// becomes a time again, since the server's text stands still. Of a plain object, from servers without Tables, name and age.
/// What the row says of the object is kept: all of it, or its metadata without what kubectl applied, which may hold secrets.
class TableRowReader final : public RowReader
{
public:
    explicit TableRowReader(const base::Clock &clock) : m_clock(clock) { }

    const std::vector<Column> &columns() const override { return m_columns; }
    bool setColumns(std::vector<Column> columns) override;
    base::Result<ReadRow> read(ItemFormat format, std::string_view object) override;

private:
    void writeCell(std::size_t index, const text::Value &cell, const text::Value &metadata);
    void writeObject();
    void writeNameOrAge(std::size_t index, const text::Value &metadata);

    const base::Clock &m_clock;
    std::vector<Column> m_columns;
    CellWriter m_cells;
    text::Value m_row;
    std::string m_object;
};

/// A cell of a Table as kubectl shows it: null is empty, everything but text as JSON.
std::string tableCellText(const text::Value &cell);

} // namespace kube
