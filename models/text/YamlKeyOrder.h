#pragma once

#include "models/text/Value.h"

#include <string_view>
#include <vector>

namespace text {

/// Whether kubectl -o yaml writes one key before another: numbers inside of keys by their value, signs before digits before
/// letters. It is no strict order for all keys (a12, a1x, a2 go in a circle); there kubectl itself varies from run to run.
bool isBeforeInYaml(std::string_view left, std::string_view right);

/// The members in that order, of a repeated key the last one only. Where the order goes in a circle the result is still
/// always the same.
std::vector<const Value::Member *> inYamlOrder(const Value::Map &members);

} // namespace text
