#include "models/kube/Changes.h"

namespace kube {

Changes::Row Changes::row(std::size_t index) const
{
    const RowChange &change = m_rows[index];
    std::string_view rest = std::string_view(m_texts).substr(change.textOffset);
    const auto next = [&rest](std::size_t length) {
        const std::string_view part = rest.substr(0, length);
        rest.remove_prefix(length);
        return part;
    };
    Row row;
    row.type = change.type;
    row.key = next(change.keyLength);
    row.namespaceName = row.key.substr(0, change.namespaceLength);
    row.name = change.namespaceLength > 0 ? row.key.substr(change.namespaceLength + 1) : row.key;
    row.uid = next(change.uidLength);
    row.resourceVersion = next(change.versionLength);
    row.object = next(change.objectLength);
    return row;
}

Cell Changes::cell(std::size_t row, std::size_t column) const
{
    const RowChange &change = m_rows[row];
    if (column >= change.cellCount)
        return {};
    std::size_t offset = change.textOffset + change.keyLength + change.uidLength + change.versionLength + change.objectLength;
    for (std::size_t i = 0; i < column; ++i)
        offset += m_cells[change.firstCell + i].length;
    const StoredCell &stored = m_cells[change.firstCell + column];
    Cell cell = stored.cell;
    cell.text = std::string_view(m_texts).substr(offset, stored.length);
    return cell;
}

} // namespace kube
