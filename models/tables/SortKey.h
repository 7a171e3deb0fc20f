#pragma once

#include "models/tables/TableRows.h"

#include <string>

namespace tables {

/// Appends bytes whose order is that of the cells: numbers and quantities by value, times by age with unknown ones last, counts
/// before the times beside them, texts naturally, words of an added column as it has them.
void appendSortKey(std::string &key, const kube::Cell &cell, const TableColumn &column);

/// Appends the key of the order in which rows of equal cells stand: by namespace, then by name. No two rows share one.
void appendIdentityKey(std::string &key, const kube::Store &store, kube::RowId row);

} // namespace tables
