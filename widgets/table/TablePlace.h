#pragma once

#include "models/text/Value.h"

#include <QStringList>

namespace table {

class GridView;

/// Where a person is in a table: the row at the top, the current one and those that are selected, as "namespace/name".
struct TablePlace
{
    /// More selected rows are not remembered.
    static constexpr int MostSelected = 100;

    QString top;
    QString current;
    QStringList selected;

    bool isEmpty() const { return top.isEmpty() && current.isEmpty() && selected.isEmpty(); }
    bool operator==(const TablePlace &) const = default;

    text::Value toValue() const;
    /// What is not as expected counts as absent.
    static TablePlace fromValue(const text::Value &value);

    static TablePlace of(const GridView &grid);
    /// Brings what is still there back.
    void applyTo(GridView &grid) const;
};

} // namespace table
