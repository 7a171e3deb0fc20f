#pragma once

#include "models/text/Value.h"

#include <string_view>

namespace environment {

/// Which names a kubelet takes from envFrom: since 1.30 every key, before it only those that a C-like rule allows.
bool takesName(std::string_view name, const text::Value &node);

/// Whether a shell can say $NAME.
bool isShellName(std::string_view name);

} // namespace environment
