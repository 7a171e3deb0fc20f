#pragma once

#include "app/headless/TableRows.h"
#include "models/base/Clock.h"
#include "models/kinds/Kind.h"
#include "models/kube/ResourceType.h"

#include <functional>
#include <memory>

namespace headless {

/// Where cells come from.
enum class CellSource { Server, Local };

/// Reads list items, of one answer after the other, into rows. One thread.
class RowSource
{
public:
    virtual ~RowSource() = default;
    /// The format to ask for.
    virtual kube::ItemFormat format() const = 0;
    virtual std::string_view includeObject() const { return {}; }
    /// Item in that format; columns are known before the first item of a Table.
    virtual base::Result<void> read(kube::ItemFormat format, std::string_view item, std::string_view namespaceName, TableRows &rows) = 0;
};

/// The server's own cells from its Table; from a server that answers with objects all the same, name and age.
std::unique_ptr<RowSource> makeTableSource(const RowExtras &extras, bool namespaceIsKnown, base::SystemTime now);
/// The cells this program computes; name and age of a kind it does not know.
std::unique_ptr<RowSource> makeLocalSource(const kinds::Kind *kind, const RowExtras &extras, base::SystemTime now);

/// The column by whose numbers the server orders the rows of a kind; empty where their names do (kubernetes
/// pkg/printers/internalversion: FlowSchemas by matching precedence).
std::string_view serverOrder(std::string_view kind);

/// The columns of the local source.
std::vector<kube::TableColumn> localColumns(const kinds::Kind *kind);

} // namespace headless
