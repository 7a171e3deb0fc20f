#pragma once

#include <QString>

namespace tables {
struct TableColumn;
}

namespace table {

/// What a person reads above a column, in one line: kubectl's own word in every language, but for columns that kubectl does not have.
QString columnTitle(const tables::TableColumn &column);

} // namespace table
