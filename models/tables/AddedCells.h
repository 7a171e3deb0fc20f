#pragma once

#include "models/kinds/Health.h"
#include "models/kube/Store.h"

#include <QObject>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// A word that stands in cells, and what it means for the object.
struct CellWord
{
    std::string text;
    kinds::Health meaning = kinds::Health::NotTold;
};

/// A column that a feature adds to the tables of a kind.
struct AddedColumn
{
    std::string name;               ///< in English: what it is remembered by
    std::string title;              ///< as a person reads it
    bool isShownAtFirst = true;
    bool isNumber = false;          ///< aligned to the right, words too
    std::vector<CellWord> words = {};   ///< what its cells can be beside numbers, in the order in which they are sorted
    bool hasGauge = false;          ///< there can be a bar in its cells
};

/// A row as it was listed: its key, and its object for whoever needs more.
struct ListedRow
{
    const kube::Store &store;
    kube::RowId row;

    /// "namespace/name" or "name".
    std::string_view key() const { return store.key(row); }
};

/// How full something is, and what was promised and allowed of it: a bar with marks below the text of a cell. Parts of the whole bar.
struct Gauge
{
    std::optional<double> fill = {};                        ///< nothing: no bar, as nobody knows what would be full
    std::optional<double> request = {};
    std::optional<double> limit = {};
    kinds::Health meaning = kinds::Health::NotTold;         ///< of the number: Unknown where it is older than it should be

    bool operator==(const Gauge &) const = default;
};

/// Fills added columns from what it knows beside the objects of the table. GUI thread.
class AddedCells : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Always the same ones.
    virtual const std::vector<AddedColumn> &columns() const = 0;
    /// Only these are looked at from now on, by column; nothing is asked or computed for others. changed() comes later, never from here.
    virtual void want(const std::vector<char> &wanted) = 0;
    /// Appends a text for each column; it counts only where one is wanted. The key is "namespace/name" or "name".
    virtual void read(std::string_view key, std::vector<std::string> &texts) const = 0;
    /// Why a cell says what it says, in lines; empty where there is nothing to add.
    virtual std::string explain(const ListedRow &row, std::size_t column) const = 0;
    /// What is drawn below the text; asked for what is painted only, so it may look into the object. Nothing where there is no bar.
    virtual std::optional<Gauge> gauge(const ListedRow &, std::size_t) const { return std::nullopt; }

Q_SIGNALS:
    /// Some texts are others now.
    void changed();
};

} // namespace tables
