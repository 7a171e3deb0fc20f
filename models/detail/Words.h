#pragma once

#include "models/base/Clock.h"
#include "models/detail/Summary.h"

#include <functional>
#include <string>

namespace detail {

/// Gives marked words in the person's language.
using Translate = std::function<std::string(const char *words)>;

/// The whole text of a phrase at a moment: each gap is filled once, so that a %1 in an object's text stays one.
std::string resolve(const Phrase &phrase, base::SystemTime now, const Translate &translate);

/// Whether its text changes as time goes on.
bool hasAge(const Phrase &phrase);

} // namespace detail
