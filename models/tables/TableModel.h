#pragma once

#include "models/tables/RowFilter.h"
#include "models/tables/RowOrder.h"
#include "models/tables/RowSelection.h"

#include <QAbstractTableModel>

#include <array>
#include <bitset>
#include <string>
#include <vector>

namespace tables {

/// How many rows there are, and how many of them a person sees.
struct TableCounts
{
    std::size_t shown = 0;
    std::size_t all = 0;
    /// Not shown because a regular expression came to its limit on them.
    std::size_t undecided = 0;
    /// Of the rows that pass filter and namespaces, whatever states are chosen.
    std::array<std::size_t, kinds::HealthCount> byHealth{};
};

/// A live table: the rows of a store in the order a person chose, as far as they pass the filter.
///
/// The store's deltas are handed to apply() once a frame. Whatever changes, at most one signal says so: layoutChanged when rows came,
/// went or moved, dataChanged when they only changed. Persistent indexes and the selection stay with their objects.
class TableModel : public QAbstractTableModel
{
public:
    /// Store and clock outlive it. severalNamespaces: the rows may be of more than one.
    TableModel(const kube::Store &store, kube::ResourceType type, bool severalNamespaces, const base::Clock &clock = base::Clock::system(),
               QObject *parent = nullptr);

    /// What the store said of its last apply().
    void apply(const kube::Delta &delta);
    /// All rows anew, after deltas were missed.
    void reload();

    const TableRows &source() const { return m_rows; }
    const TableCounts &counts() const { return m_counts; }

    // Columns. Words of the filter that name no column are looked for in the shown ones.
    const std::vector<TableColumn> &columns() const { return m_rows.columns(); }
    bool isColumnShown(int column) const { return m_columnShown[static_cast<std::size_t>(column)] != 0; }
    void setColumnShown(int column, bool shown);
    /// Whether its cells are numbers or times, which are aligned to the right.
    bool isRightAligned(int column) const;

    /// Columns that a person made come last; all rows are read anew.
    void setUserColumns(std::vector<UserColumn> columns);
    const std::vector<UserColumn> &userColumns() const { return m_rows.userColumns(); }
    /// Their cells; rows that changed since are left out.
    void takeUserValues(const UserValues &values);

    /// Columns that features fill, behind those of the kind; they outlive it. All rows are read anew.
    void setAdded(std::vector<AddedCells *> added);

    // Order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setSortBy(SortBy by);
    void setBrokenFirst(bool brokenFirst);
    const SortBy &sortBy() const { return m_order.sortBy(); }

    // Groups. Each begins with a head, a row without cells; folded ones are only that.
    std::optional<std::size_t> groupColumn() const { return m_groups.column(); }
    /// None: no groups.
    void setGroupColumn(std::optional<std::size_t> column);
    /// Whether rows tell how often and when they were seen, as events do; then groups do, too.
    bool hasTimes() const { return m_timesColumn && m_seenColumn; }
    /// Whether rows can have something in common there: times have not.
    bool canGroupBy(int column) const;
    bool isGroup(int row) const { return RowGroups::isHead(rowId(row)); }
    const Group &group(int row) const { return m_groups.group(RowGroups::groupOfHead(rowId(row))); }
    /// The head of the group of a row, or -1.
    int groupRowOf(int row) const;
    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);
    /// By the texts of their heads.
    const std::set<std::string> &foldedGroups() const { return m_groups.folded(); }
    void setFoldedGroups(std::set<std::string> labels);
    /// Unfolds what hides the row.
    void reveal(kube::RowId row);

    // Filter. An expression that cannot be read is told, with its place, and leaves the filter before it in force.
    base::Result<void> setFilter(std::string_view text);
    /// The text of the filter in force.
    const std::string &filterText() const { return m_filterText; }
    /// Empty: all.
    void setNamespaces(std::vector<std::string> namespaces);
    const std::vector<std::string> &namespaces() const { return m_namespaces; }
    /// No state: all.
    using HealthSet = std::bitset<kinds::HealthCount>;
    void setHealthShown(HealthSet shown);
    HealthSet healthShown() const { return m_healthShown; }
    /// Tests all rows again when the filter looks at ages; for a clock that ticks slowly.
    void timePassed();

    // Rows by their place.
    kube::RowId rowId(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    const std::vector<kube::RowId> &shownRows() const { return m_shown; }
    /// -1: not shown.
    int placeOf(kube::RowId row) const;
    /// Whether the store still has it: it has not once it changed without apply().
    bool isLive(int row) const { return m_rows.store().contains(rowId(row)); }
    /// An empty cell where the row is not live.
    kube::Cell cell(int row, int column) const;
    /// As it is shown now, whatever it holds; for the eye it must still be made plain.
    std::string text(int row, int column) const;
    kinds::Health health(int row) const { return isGroup(row) ? kinds::Health::NotTold : m_health[rowId(row)]; }
    std::optional<kinds::ObjectLink> link(int row, int column) const;
    /// "namespace/name".
    std::string key(int row) const;

    RowSelection &selection() { return m_selection; }
    const RowSelection &selection() const { return m_selection; }
    base::SystemTime now() const { return m_clock.now(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Batch { std::vector<kube::RowId> added, changed, gone; std::vector<char> marked; };

    void readColumns(const std::vector<std::string> &namesBefore);
    void readRows();
    Batch sortOut(const kube::Delta &delta);
    void readRow(kube::RowId row);
    void testRows(const std::vector<kube::RowId> &rows);
    void testAll();
    void testShown();
    template<typename Wanted>
    void test(Wanted wanted);
    std::vector<std::size_t> shownColumns() const;
    std::vector<std::string> columnNames() const;
    std::vector<kube::RowId> collect();
    void countTimes(kube::RowId row, Group &group) const;
    void collectRow(kube::RowId row, std::vector<Group> &groups, std::vector<kube::RowId> &shown);
    kube::Cell anyCell(int column) const;
    void readGroups();
    void publish(const Batch &batch);
    bool isOrderedBeside() const;
    std::vector<char> wantedColumns() const;
    bool wantAdded();
    void takeAdded();
    void readMoreAdded();
    void takeBeside(const kube::Delta &delta);
    base::Result<Filter> parseFilter(std::string_view text) const;
    void move(std::vector<kube::RowId> shown, std::span<const kube::RowId> gone);
    void moveIndexes(const QModelIndexList &before, std::span<const kube::RowId> gone);
    void sayChanged(const std::vector<char> &marked);

    TableRows m_rows;
    const base::Clock &m_clock;
    RowFilter m_filter;
    std::string m_filterText;
    std::vector<std::string> m_namespaces;
    HealthSet m_healthShown;
    std::vector<char> m_columnShown;
    std::optional<std::size_t> m_timesColumn, m_seenColumn;     ///< of events

    kube::RowId m_addedRead = 0;                        ///< up to this row, since they changed the last time
    bool m_isReadingAdded = false;
    std::vector<char> m_known;                          ///< by row id: whether the order has it
    std::vector<kinds::Health> m_health;                ///< by row id
    std::vector<RowFilter::Answer> m_answer;            ///< by row id
    RowGroups m_groups{m_rows};
    RowOrder m_order;
    std::vector<kube::RowId> m_shown;
    RowSelection m_selection;
    TableCounts m_counts;
};

} // namespace tables
