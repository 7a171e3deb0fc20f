#include "models/tables/TableModel.h"

#include <algorithm>
#include <unordered_map>

namespace tables {

TableModel::TableModel(const kube::Store &store, kube::ResourceType type, bool severalNamespaces, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_rows(store, std::move(type), severalNamespaces), m_clock(clock), m_filter(m_rows),
      m_order(m_rows, m_groups, m_health)
{
    readColumns({});
    const auto name = m_rows.columnNamed("Name");
    m_order.sort({{{name.value_or(0), false}}, false});
    reload();
}

// Rows

/// What is sorted by, shown and filtered is found again by the names of the columns.
void TableModel::readColumns(const std::vector<std::string> &namesBefore)
{
    std::unordered_map<std::string, char> shownBefore;
    for (std::size_t i = 0; i < m_columnShown.size(); ++i)
        shownBefore[namesBefore[i]] = m_columnShown[i];
    m_rows.readColumns();
    const bool areEvents = m_rows.type().kind == "Event";
    m_timesColumn = areEvents ? m_rows.columnNamed("Count") : std::nullopt;
    m_seenColumn = areEvents ? m_rows.columnNamed("Last Seen") : std::nullopt;
    m_columnShown.clear();
    for (const TableColumn &column : columns()) {
        const auto before = shownBefore.find(column.name);
        m_columnShown.push_back(before != shownBefore.end() ? before->second : column.isShownAtFirst());
    }
    SortBy by{{}, sortBy().brokenFirst};
    for (const SortColumn &each : sortBy().columns)
        if (const auto column = m_rows.columnNamed(namesBefore[each.column]))
            by.columns.push_back({*column, each.descending});
    const auto groupBefore = m_groups.column();
    m_groups.setColumn(groupBefore ? m_rows.columnNamed(namesBefore[*groupBefore]) : std::nullopt);
    m_order.clear();
    m_order.sort(std::move(by));
    m_filter.setColumns(shownColumns());
    auto filter = parseFilter(m_filterText);
    if (!filter)
        m_filterText.clear(); // without a column that it named its words are others, and the places of columns in it are old
    m_filter.setFilter(filter ? std::move(*filter) : Filter());
    m_known.clear(); // all rows are read after this
    wantAdded();
}

void TableModel::reload()
{
    beginResetModel();
    if (m_rows.hasOtherColumns())
        readColumns(columnNames());
    readRows();
    endResetModel();
}

void TableModel::readRows()
{
    m_order.clear();
    m_groups.setColumn(m_groups.column());
    m_known.clear();
    m_selection = {};
    kube::Delta all;
    for (kube::RowId row = 0; row < m_rows.store().end(); ++row)
        if (m_rows.store().contains(row))
            all.added.push_back(row);
    const Batch batch = sortOut(all);
    m_order.update(batch.marked, batch.added, batch.changed);
    testAll();
    m_shown = collect();
}

/// Tells rows that came from those that only changed; a row id may have been used again, or be gone since it was listed.
TableModel::Batch TableModel::sortOut(const kube::Delta &delta)
{
    const std::size_t end = m_rows.store().end();
    m_known.resize(std::max(m_known.size(), end), 0);
    m_health.resize(m_known.size(), kinds::Health::NotTold);
    m_answer.resize(m_known.size(), RowFilter::Answer::Yes);
    Batch batch;
    batch.marked.assign(m_known.size(), 0);
    for (const kube::RowId row : delta.removed) {
        if (m_known[row] == 0)
            continue;
        m_known[row] = 0;
        m_groups.drop(row);
        m_rows.drop(row);
        batch.marked[row] = 1;
        batch.gone.push_back(row);
    }
    std::vector<char> listed(m_known.size(), 0);
    for (const auto *rows : {&delta.added, &delta.changed}) {
        for (const kube::RowId row : *rows) {
            if (listed[row] != 0 || !m_rows.store().contains(row))
                continue;
            listed[row] = 1;
            batch.marked[row] = 1;
            (m_known[row] != 0 ? batch.changed : batch.added).push_back(row);
            m_known[row] = 1;
            readRow(row);
        }
    }
    m_groups.rank();
    const std::vector<kube::RowId> groupsGone = m_groups.takeGone();
    batch.gone.insert(batch.gone.end(), groupsGone.begin(), groupsGone.end());
    return batch;
}

void TableModel::readRow(kube::RowId row)
{
    m_health[row] = m_rows.readHealth(row);
    m_rows.readAdded(row);
    m_groups.read(row);
}

void TableModel::apply(const kube::Delta &delta)
{
    if (m_rows.hasOtherColumns())
        return reload();
    if (delta.isEmpty())
        return;
    const Batch batch = sortOut(delta);
    testRows(batch.added);
    testRows(batch.changed);
    m_order.update(batch.marked, batch.added, batch.changed);
    publish(batch);
}

void TableModel::testRows(const std::vector<kube::RowId> &rows)
{
    const base::SystemTime now = m_clock.now();
    for (const kube::RowId row : rows)
        m_answer[row] = m_filter.isEmpty() ? RowFilter::Answer::Yes : m_filter.test(row, now);
}

// What is shown

std::vector<kube::RowId> TableModel::collect()
{
    m_counts = {};
    m_counts.all = m_order.rows().size();
    std::vector<Group> groups(m_groups.column() ? m_groups.end() : 0);
    std::vector<kube::RowId> shown;
    shown.reserve(m_order.rows().size());
    for (const kube::RowId row : m_order.rows()) {
        m_counts.undecided += m_answer[row] == RowFilter::Answer::GaveUp ? 1 : 0;
        if (m_answer[row] == RowFilter::Answer::Yes)
            collectRow(row, groups, shown);
    }
    m_groups.count(groups);
    return shown;
}

void TableModel::collectRow(kube::RowId row, std::vector<Group> &groups, std::vector<kube::RowId> &shown)
{
    const auto health = static_cast<std::size_t>(m_health[row]);
    const bool isChosen = m_healthShown.none() || m_healthShown[health];
    ++m_counts.byHealth[health];
    m_counts.shown += isChosen ? 1 : 0;
    if (groups.empty()) {
        if (isChosen)
            shown.push_back(row);
        return;
    }
    const RowGroups::Id id = m_groups.groupOf(row);
    ++groups[id].byHealth[health];
    if (!isChosen)
        return;
    countTimes(row, groups[id]);
    if (groups[id].shown++ == 0)
        shown.push_back(RowGroups::headOf(id));
    if (!m_groups.group(id).folded)
        shown.push_back(row);
}

void TableModel::countTimes(kube::RowId row, Group &group) const
{
    if (!hasTimes() || !m_rows.store().contains(row))
        return;
    group.times += m_rows.cell(row, *m_timesColumn).number;
    group.newest = std::max(group.newest, m_rows.cell(row, *m_seenColumn).seconds);
}

void TableModel::publish(const Batch &batch)
{
    std::vector<kube::RowId> shown = collect();
    if (shown == m_shown && batch.gone.empty())
        sayChanged(batch.marked);
    else
        move(std::move(shown), batch.gone);
}

void TableModel::move(std::vector<kube::RowId> shown, std::span<const kube::RowId> gone)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    m_shown = std::move(shown);
    m_selection.keep(m_shown, gone);
    moveIndexes(before, gone);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TableModel::moveIndexes(const QModelIndexList &before, std::span<const kube::RowId> gone)
{
    if (before.isEmpty())
        return;
    std::unordered_map<kube::RowId, int> places;
    for (const QModelIndex &index : before)
        places[static_cast<kube::RowId>(index.internalId())] = -1;
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (const auto wanted = places.find(m_shown[i]); wanted != places.end())
            wanted->second = static_cast<int>(i);
    for (const kube::RowId row : gone)
        places[row] = -1;
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.push_back(this->index(places[static_cast<kube::RowId>(index.internalId())], index.column()));
    changePersistentIndexList(before, after);
}

void TableModel::sayChanged(const std::vector<char> &marked)
{
    // What a row says in the head of its group is said again, too.
    const auto isMarked = [&](kube::RowId row) { return RowGroups::isHead(row) || marked[row] != 0; };
    const auto first = std::find_if(m_shown.begin(), m_shown.end(), isMarked);
    if (first == m_shown.end())
        return;
    const auto last = std::find_if(m_shown.rbegin(), m_shown.rend(), isMarked);
    Q_EMIT dataChanged(index(static_cast<int>(first - m_shown.begin()), 0),
                       index(static_cast<int>(m_shown.rend() - last) - 1, columnCount() - 1));
}

// Columns and order

std::vector<std::size_t> TableModel::shownColumns() const
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_columnShown.size(); ++i)
        if (m_columnShown[i] != 0)
            shown.push_back(i);
    return shown;
}

std::vector<std::string> TableModel::columnNames() const
{
    std::vector<std::string> names;
    for (const TableColumn &column : columns())
        names.push_back(column.name);
    return names;
}

/// By what stands above a column, and by its name where that is another.
base::Result<Filter> TableModel::parseFilter(std::string_view text) const
{
    std::vector<std::string> titles;
    for (const TableColumn &column : columns())
        titles.push_back(column.title());
    return Filter::parse(text, titles, columnNames());
}

void TableModel::setColumnShown(int column, bool shown)
{
    if (isColumnShown(column) == shown)
        return;
    m_columnShown[static_cast<std::size_t>(column)] = shown ? 1 : 0;
    m_filter.setColumns(shownColumns());
    wantAdded();
    if (!m_filter.isEmpty()) {
        testAll();
        move(collect(), {});
    }
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    setSortBy({{{static_cast<std::size_t>(column), order == Qt::DescendingOrder}}, sortBy().brokenFirst});
}

void TableModel::setSortBy(SortBy by)
{
    m_order.sort(std::move(by));
    if (wantAdded())
        m_order.sort(sortBy());
    move(collect(), {});
}

void TableModel::setBrokenFirst(bool brokenFirst)
{
    SortBy by = sortBy();
    by.brokenFirst = brokenFirst;
    setSortBy(std::move(by));
}

// Filter

base::Result<void> TableModel::setFilter(std::string_view text)
{
    auto filter = parseFilter(text);
    if (!filter)
        return std::move(filter).error();
    const bool narrows = filter->narrows(m_filter.filter()) && m_counts.undecided == 0 && !m_filter.dependsOnTime();
    m_filterText = text;
    m_filter.setFilter(std::move(*filter));
    wantAdded();
    if (narrows)
        testShown();
    else
        testAll();
    move(collect(), {});
    return {};
}

void TableModel::setNamespaces(std::vector<std::string> namespaces)
{
    m_namespaces = std::move(namespaces);
    m_filter.setNamespaces(m_namespaces);
    testAll();
    move(collect(), {});
}

void TableModel::setHealthShown(HealthSet shown)
{
    m_healthShown = shown;
    move(collect(), {});
}

void TableModel::timePassed()
{
    if (!m_filter.dependsOnTime())
        return;
    testAll();
    std::vector<kube::RowId> shown = collect();
    if (shown != m_shown)
        move(std::move(shown), {});
}

void TableModel::testAll()
{
    if (m_filter.isEmpty())
        std::fill(m_answer.begin(), m_answer.end(), RowFilter::Answer::Yes);
    else
        test([](RowFilter::Answer) { return true; });
}

/// What did not pass a wider filter does not pass this one.
void TableModel::testShown()
{
    test([](RowFilter::Answer before) { return before == RowFilter::Answer::Yes; });
}

/// In the order of row ids, in which the store keeps rows side by side.
template<typename Wanted>
void TableModel::test(Wanted wanted)
{
    std::vector<kube::RowId> rows;
    rows.reserve(m_known.size());
    for (kube::RowId row = 0; row < m_known.size(); ++row)
        if (m_known[row] != 0 && wanted(m_answer[row]))
            rows.push_back(row);
    m_filter.test(rows, m_clock.now(), m_answer);
}

} // namespace tables
