#pragma once

#include "app/headless/RowSource.h"

namespace headless {

/// Reads an answer that holds one object, or a Table with its row, into rows. The columns of the rows stay when the Table has none.
base::Result<void> readOneAnswer(RowSource &source, kube::ItemFormat format, std::string_view answer, std::string_view namespaceName, TableRows &rows);

} // namespace headless
