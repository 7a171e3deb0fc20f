#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <span>
#include <string_view>
#include <vector>

namespace headless {

/// The order of kubectl --sort-by (kubectl pkg/cmd/get/sorter.go): numbers as numbers, texts that both are quantities by their
/// amount, other texts by their bytes; what is missing (null) comes first. Equal ones stay in their order.
///
/// Gives the indexes of the keys in that order. Errors in kubectl's words: no key is there at all, or their type has no order.
/// The path is what was asked for, for the error.
base::Result<std::vector<std::size_t>> sortedOrder(std::span<const text::Value> keys, std::string_view path);

/// Whether a comes before b.
bool isLess(const text::Value &a, const text::Value &b);

} // namespace headless
