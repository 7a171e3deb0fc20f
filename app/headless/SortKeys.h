#pragma once

#include "models/text/Value.h"

namespace headless {

/// The order of kubectl --sort-by (kubectl pkg/cmd/get/sorter.go): numbers as numbers, texts that both are quantities by their
/// amount, other texts by their bytes; what is missing comes first.
bool isLess(const text::Value &a, const text::Value &b);

} // namespace headless
