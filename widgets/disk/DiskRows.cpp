#include "widgets/disk/DiskRows.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/disk/DiskWords.h"

#include <algorithm>

namespace disk {

void DiskRows::show(std::vector<DiskRow> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    arrange();
}

void DiskRows::setFilter(const QString &words)
{
    m_words = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    m_keys.clear();
    for (const QString &word : m_words)
        m_keys << base::latinKeys(word).toCaseFolded();
    arrange();
}

void DiskRows::sortBy(int column)
{
    // Who presses the head of sizes looks for the largest, of words for the first.
    const bool first = column == 0;
    if (column != m_column) {
        m_column = column;
        m_isDescending = first;
    } else if (m_isDescending == first) {
        m_isDescending = !first;
    } else {
        m_column = -1;
    }
    arrange();
}

int DiskRows::find(const QString &key) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (this->row(row).key == key)
            return row;
    return -1;
}

QString DiskRows::text(const DiskRow &row, int column) const
{
    if (column == 0)
        return sizeWords(row.bytes);
    const QString cell = base::oneLine(row.cells.value(column - 1));
    return column - 1 == row.stateColumn ? base::Theme::sign(row.meaning) + u' ' + cell : cell;
}

bool DiskRows::isBefore(const DiskRow &one, const DiskRow &other) const
{
    if (m_column == 0) {
        if (!one.bytes || !other.bytes)
            return one.bytes && !other.bytes;       // what is not known comes last, whichever way
        return m_isDescending ? *one.bytes > *other.bytes : *one.bytes < *other.bytes;
    }
    const int order = QString::localeAwareCompare(one.cells.value(m_column - 1), other.cells.value(m_column - 1));
    return m_isDescending ? order > 0 : order < 0;
}

bool DiskRows::fits(const DiskRow &row) const
{
    const QString text = row.cells.join(u'\n').toCaseFolded();
    return std::ranges::equal(m_words, m_keys, [&](const QString &word, const QString &keys) { return text.contains(word) || text.contains(keys); });
}

void DiskRows::arrange()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (fits(m_rows[i]))
            m_shown.push_back(i);
    }
    if (m_column >= 0)
        std::ranges::stable_sort(m_shown, [this](std::size_t one, std::size_t other) { return isBefore(m_rows[one], m_rows[other]); });
    endResetModel();
}

QVariant DiskRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const DiskRow &row = this->row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(column - 1 == row.stateColumn ? row.cells.value(column - 1) : text(row, column));
    case Qt::ToolTipRole: return base::plainToolTip(column == 0 ? text(row, 0) : row.cells.value(column - 1));
    case Qt::TextAlignmentRole: return int((column == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case base::PlainTable::MeaningRole: return column > 0 && column - 1 == row.stateColumn ? QVariant(int(row.meaning)) : QVariant();
    default: return {};
    }
}

QVariant DiskRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    using Sorted = base::PlainTable::Sorted;
    return role == Qt::DisplayRole ? QVariant(base::PlainTable::headOf(m_heads[section], section != m_column ? Sorted::Not : m_isDescending ? Sorted::Down : Sorted::Up)) : QVariant();
}

} // namespace disk
