// The columns that features add.

#include "models/tables/TableModel.h"

#include <QTimer>

#include <algorithm>

namespace tables {

namespace {

constexpr std::size_t AddedAtOnce = 2000; // some milliseconds, also where rows are sorted by them

} // namespace

void TableModel::setAdded(std::vector<AddedCells *> added)
{
    beginResetModel();
    const std::vector<std::string> namesBefore = columnNames();
    for (const AddedCells *each : added)
        connect(each, &AddedCells::changed, this, &TableModel::takeAdded);
    m_rows.setAdded(std::move(added));
    readColumns(namesBefore);
    readRows();
    endResetModel();
}

/// Those that are shown, or that rows are sorted, grouped or found by. Other ones cost nothing.
std::vector<char> TableModel::wantedColumns() const
{
    std::vector<char> wanted = m_columnShown;
    for (const SortColumn &by : sortBy().columns)
        wanted[by.column] = 1;
    for (const FilterTerm &term : m_filter.filter().terms())
        if (term.column)
            wanted[*term.column] = 1;
    if (m_groups.column())
        wanted[*m_groups.column()] = 1;
    return wanted;
}

/// Whether cells were read that may change what rows are sorted and found by.
bool TableModel::wantAdded()
{
    if (!m_rows.hasAdded() || !m_rows.wantAdded(wantedColumns()))
        return false;
    for (kube::RowId row = 0; row < m_known.size(); ++row)
        if (m_known[row] != 0 && m_rows.store().contains(row))
            m_rows.readAdded(row);
    return true;
}

void TableModel::takeAdded()
{
    m_addedRead = 0;
    if (!m_isReadingAdded)
        readMoreAdded();
}

/// Many rows by parts: between them the window answers.
void TableModel::readMoreAdded()
{
    kube::Delta delta;
    const auto end = static_cast<kube::RowId>(std::min<std::size_t>(m_addedRead + AddedAtOnce, m_known.size()));
    for (; m_addedRead < end; ++m_addedRead)
        if (m_known[m_addedRead] != 0 && m_rows.store().contains(m_addedRead) && m_rows.readAdded(m_addedRead))
            delta.changed.push_back(m_addedRead);
    takeBeside(delta);
    m_isReadingAdded = m_addedRead < m_known.size();
    if (m_isReadingAdded)
        QTimer::singleShot(0, this, &TableModel::readMoreAdded);
}

} // namespace tables
