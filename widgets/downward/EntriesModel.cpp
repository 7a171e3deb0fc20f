#include "widgets/downward/EntriesModel.h"

#include "models/text/Csv.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/downward/EntryWords.h"

#include <algorithm>
#include <array>

namespace downward {

using base::Meaning;

namespace {

QString nameOf(const Entry &entry)
{
    return base::oneLine(std::string_view(entry.kind == EntryKind::Env ? entry.name : entry.path));
}

QString fieldOf(const Entry &entry)
{
    const std::string of = entry.kind != EntryKind::Env && !entry.container.empty() ? entry.container + ": " : std::string();
    const std::string by = entry.divisor.empty() || entry.divisor == "1" ? std::string() : " / " + entry.divisor;
    return base::oneLine(std::string_view(of + entry.field + by));
}

} // namespace

void EntriesModel::show(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    arrange();
}

void EntriesModel::setReading(const Reading *reading)
{
    m_reading = reading;
    arrange();
}

void EntriesModel::setFilter(const QString &words)
{
    m_filter = words.trimmed();
    arrange();
}

bool EntriesModel::matches(const Entry &entry) const
{
    if (m_filter.isEmpty())
        return true;
    const QString all = nameOf(entry) + u' ' + fieldOf(entry) + u' ' + groupOf(entry) + u' ' + valueCell(entry);
    return all.contains(m_filter, Qt::CaseInsensitive) || all.contains(base::latinKeys(m_filter), Qt::CaseInsensitive);
}

std::vector<EntriesModel::Row> EntriesModel::rowsOf() const
{
    std::vector<Row> rows;
    QString group;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!matches(m_entries[i]))
            continue;
        if (const QString next = groupOf(m_entries[i]); next != group || rows.empty())
            rows.push_back({group = next, std::nullopt});
        rows.push_back({group, i});
    }
    return rows;
}

/// Rows that stay where they are keep what is selected in them.
void EntriesModel::arrange()
{
    compareAll();
    std::vector<Row> rows = rowsOf();
    if (rows == m_rows) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void EntriesModel::compareAll()
{
    static const Reading nothing;
    m_compared.clear();
    for (const Entry &entry : m_entries)
        m_compared.push_back(compare(entry, m_reading ? *m_reading : nothing));
}

const Entry *EntriesModel::entryAt(int row) const
{
    const bool isEntry = row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)].entry;
    return isEntry ? &m_entries[*m_rows[static_cast<std::size_t>(row)].entry] : nullptr;
}

const std::vector<Compared> &EntriesModel::comparedAt(int row) const
{
    static const std::vector<Compared> none;
    return entryAt(row) ? m_compared[*m_rows[static_cast<std::size_t>(row)].entry] : none;
}

int EntriesModel::countOf(Match match) const
{
    return static_cast<int>(std::count_if(m_compared.begin(), m_compared.end(), [match](const auto &compared) { return worstOf(compared) == match; }));
}

QString EntriesModel::cell(std::size_t entry, int column) const
{
    const Entry &row = m_entries[entry];
    switch (column) {
    case Name: return nameOf(row);
    case Field: return fieldOf(row);
    case Value: return valueCell(row);
    case Lifetime: return lifetimeWords(row).text();
    case Computed: return joinedText(row.steps());
    default: return m_reading ? matchWords(worstOf(m_compared[entry])).text() : QString();
    }
}

QVariant EntriesModel::meaningOf(std::size_t entry, int column) const
{
    const Entry &row = m_entries[entry];
    if (column == Value && row.resolved.problem)
        return int(problemWords(*row.resolved.problem).meaning);
    if (column == Value && row.resolved.value->empty())
        return int(Meaning::Secondary);
    if (column == Lifetime)
        return int(lifetimeWords(row).meaning);
    if (column == Inside && m_reading)
        return int(matchWords(worstOf(m_compared[entry])).meaning);
    return column == Computed || column == Field ? QVariant(int(Meaning::Secondary)) : QVariant();
}

QVariant EntriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString text = row.entry ? cell(*row.entry, index.column()) : index.column() == Name ? row.group : QString();
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(text);
    case Qt::ToolTipRole: return base::plainToolTip(text);
    case base::PlainTable::MeaningRole: return row.entry ? meaningOf(*row.entry, index.column()) : QVariant(int(Meaning::Secondary));
    default: return {};
    }
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString heads[ColumnCount] = {tr("Name or file"), tr("Field"), tr("Value now"), tr("Changes"), tr("How it came about"), tr("In the container")};
    return heads[section];
}

Qt::ItemFlags EntriesModel::flags(const QModelIndex &index) const
{
    return isGroup(index.row()) ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;    // keys go past it
}

std::string EntriesModel::csv() const
{
    std::string out;
    text::appendCsvRow(out, std::array<std::string_view, 9>{"container", "kind", "name", "path", "field", "divisor", "value", "computed", "inside"});
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const std::string value = entry.resolved.value ? *entry.resolved.value : '<' + std::string(wordOf(*entry.resolved.problem)) + '>';
        const std::string computed = englishOf(entry.steps()), inside = m_reading ? matchWords(worstOf(m_compared[i])).word.toStdString() : std::string();
        text::appendCsvRow(out, std::array<std::string_view, 9>{entry.container, wordOf(entry.kind), entry.name, entry.path, entry.field, entry.divisor, value, computed, inside});
    }
    return out;
}

} // namespace downward
