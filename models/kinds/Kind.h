#pragma once

#include "models/fields/Record.h"
#include "models/kinds/Fields.h"
#include "models/kube/Cells.h"

#include <span>
#include <string_view>
#include <vector>

namespace kinds {

/// What the program knows of one built-in kind: its names, its columns, and how its cells come from an object.
struct Kind
{
    std::string_view apiVersion;        ///< "v1", "apps/v1"
    std::string_view kind;              ///< "Pod"
    std::string_view resource;          ///< "pods"
    bool namespaced = true;
    std::span<const kube::Column> columns;
    const Fields &(*fields)();          ///< what cells() and every row read; built at the first call, any thread
    /// Appends one cell per column, exactly as kubectl's server prints them; times stay times.
    void (*cells)(const fields::Record &object, kube::CellWriter &out);
};

/// All built-in kinds that the program prints itself, in no order.
std::span<const Kind *const> builtinKinds();

/// Null: the server's Table is asked. All versions of a 1.36 server but autoscaling/v1, whose objects lost the order of their metrics.
const Kind *findKind(std::string_view apiVersion, std::string_view kind);

} // namespace kinds
