#pragma once

#include "models/base/Clock.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace demo {

/// The age of a moment written in RFC 3339, as kubectl prints it; <invalid> for other text, <unknown> for none.
std::string ageSince(const std::string &moment, base::SystemTime now);

/// A cell that a path cannot say; null for a word that is not known.
text::Value wordCell(std::string_view word, const text::Value &object, base::SystemTime now);

} // namespace demo
