#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace text {

/// What Go would hold a value of JSON as, which decides how kubectl prints and compares it.
enum class GoKind { Null, Boolean, Integer, Real, String, List, Map };

GoKind goKind(const Value &value);
/// Go's name of that type, as its messages have it.
std::string goTypeName(const Value &value);

/// As Go's %v prints it; lists and maps as encoding/json writes them, with sorted keys and the last of a repeated key.
std::string goPrinted(const Value &value);

/// Whether it holds that left < right, or whatever the sign says: <, <=, >, >=, == or !=. An error in the words of Go's templates
/// where the two cannot be compared.
base::Result<bool> goCompare(std::string_view sign, const Value &left, const Value &right);

} // namespace text
