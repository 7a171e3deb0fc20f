#pragma once

#include "models/base/Clock.h"
#include "models/demo/ObjectStore.h"
#include "models/text/JsonPath.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace demo {

/// A column of a kind's table: what stands above it, and where its cells come from.
struct Column
{
    text::Value definition;                           ///< of a Table's columnDefinitions
    std::string type;                                 ///< string, integer, number, boolean, date
    std::string word; ///< a cell that no path can say: "age", "podStatus"...; empty: the path says it
    std::shared_ptr<const text::JsonPath> path;
    std::string absent;                               ///< the text of a cell that would be empty
};

/// The columns of every kind: of built-in ones from a table, of others from their CRD.
class Columns
{
public:
    /// Reads a map of "plural.group" to a list of {name, type, priority, value, absent}; value is a JSONPath template or a word.
    static base::Result<Columns> parse(std::string_view yaml);

    std::vector<Column> of(const Resource &resource) const;

    /// One cell at that time.
    static text::Value cell(const Column &column, const text::Value &object, base::SystemTime now);

private:
    std::map<std::string, std::vector<Column>, std::less<>> m_builtin;
};

} // namespace demo
