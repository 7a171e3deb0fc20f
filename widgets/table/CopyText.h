#pragma once

#include "models/tables/TableModel.h"

#include <QList>
#include <QString>

namespace table {

/// The selected rows, or the current one when none is, one a line: the cells of those columns, tab-separated, below the columns'
/// names. Whole texts; line breaks and tabs inside of them become spaces.
QString rowsAsText(const tables::TableModel &model, const QList<int> &columns);

/// The whole text of a cell.
QString cellAsText(const tables::TableModel &model, int row, int column);

} // namespace table
