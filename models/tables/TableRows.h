#pragma once

#include "models/kinds/Health.h"
#include "models/kinds/Links.h"
#include "models/kube/ResourceType.h"
#include "models/kube/Store.h"
#include "models/tables/AddedCells.h"
#include "models/tables/TextCells.h"
#include "models/tables/UserColumn.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// How the cells of a column are ordered.
enum class SortAs : std::uint8_t {
    Natural,
    Quantity,
    Any,            ///< numbers and quantities, then times, then texts, each by what it is; nothing comes last
};

/// Says why an object is as it is; long, so it is shown when asked for, and where one points at the state.
inline constexpr std::string_view whyColumn = "Why";

/// One column of a table as a person meets it.
struct TableColumn
{
    std::string name;
    kube::Shown shown = kube::Shown::Always;
    SortAs sortAs = SortAs::Natural;
    const kinds::LinkRule *link = nullptr;      ///< null: its cells name no other object

    bool isUser = false;                        ///< a person made it
    const AddedColumn *added = nullptr;         ///< a feature fills it; null: it is no such column

    /// What a person reads above it.
    const std::string &title() const { return added ? added->title : name; }
    /// Whether its cells are not the store's, and can change while the objects do not.
    bool isBeside() const { return isUser || added; }
    bool isShownAtFirst() const { return shown != kube::Shown::Wide && name != whyColumn; }
};

/// The rows of a store as the table's cells: the namespace comes first where there are several, then those of the kind, those that features
/// add, and a person's own ones.
class TableRows
{
public:
    TableRows(const kube::Store &store, kube::ResourceType type, bool severalNamespaces);

    /// After the store got other columns.
    void readColumns();

    /// A person's own columns; their cells are empty until they are set.
    void setUserColumns(std::vector<UserColumn> columns);
    const std::vector<UserColumn> &userColumns() const { return m_userColumns; }
    TextCells &userCells() { return m_userCells; }

    /// What features add; they outlive it. Their cells are empty until they are wanted and read.
    void setAdded(std::vector<AddedCells *> added);
    bool hasAdded() const { return !m_added.empty(); }
    /// By column of the table; whether it is another choice than before. All rows must be read then.
    bool wantAdded(const std::vector<char> &wanted);
    /// Whether cells of the row are others than before.
    bool readAdded(kube::RowId row);
    /// Forgets the row's cells beside the store.
    void drop(kube::RowId row);
    /// Why an added column says what it says, in lines.
    std::string explain(kube::RowId row, std::size_t column) const;
    /// The bar of an added cell.
    std::optional<Gauge> gauge(kube::RowId row, std::size_t column) const;

    /// Whether the store has other columns than these.
    bool hasOtherColumns() const;

    const kube::Store &store() const { return m_store; }
    const kube::ResourceType &type() const { return m_type; }
    const std::vector<TableColumn> &columns() const { return m_columns; }
    /// Nothing when there is no column of that name.
    std::optional<std::size_t> columnNamed(std::string_view name) const;

    bool isNamespaceColumn(std::size_t column) const { return m_namespaceColumns > column; }
    /// Texts are valid until the store's next apply().
    kube::Cell cell(kube::RowId row, std::size_t column) const;
    /// As Store::textId(); none for namespaces. Texts of different columns can share one.
    kube::StringPool::Id textId(kube::RowId row, std::size_t column) const;

    /// One above the largest text id in use.
    kube::StringPool::Id textIdEnd() const { return m_store.textIdEnd() + m_addedCells.textIdEnd() + m_userCells.textIdEnd(); }

    kinds::Health readHealth(kube::RowId row) const { return m_health.read(m_store, row); }
    /// The column whose cell the health is the meaning of.
    std::optional<std::size_t> healthColumn() const;
    /// Why the object is as it is; empty where its kind or it itself does not tell.
    std::string_view why(kube::RowId row) const;
    /// The object that a cell names.
    std::optional<kinds::ObjectLink> link(kube::RowId row, std::size_t column) const;

private:
    struct AddedPlace { const AddedCells *cells = nullptr; std::size_t column = 0; };

    AddedPlace addedPlace(kube::RowId row, std::size_t column) const;

    const kube::Store &m_store;
    kube::ResourceType m_type;
    std::size_t m_namespaceColumns;
    std::vector<UserColumn> m_userColumns;
    TextCells m_userCells;
    std::vector<AddedCells *> m_added;
    TextCells m_addedCells;
    std::vector<char> m_wanted;                 ///< by added column; empty: none
    bool m_isWantedTold = false;
    std::vector<std::string> m_addedTexts;
    std::size_t m_firstAddedColumn = 0;
    std::size_t m_firstUserColumn = 0;
    std::optional<std::size_t> m_whyColumn;
    std::vector<TableColumn> m_columns;
    kinds::HealthReader m_health;
};

} // namespace tables
