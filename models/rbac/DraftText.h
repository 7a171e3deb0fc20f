#pragma once

#include "models/rbac/Basis.h"
#include "models/rbac/Objects.h"
#include "models/text/Value.h"

#include <optional>
#include <string>
#include <string_view>

namespace rbac {

/// An object, as it was read, as a text that can be applied: without what the server alone writes.
std::string draftText(const text::Value &object);

/// A small object of that kind to begin with, under a name that is not taken; in a namespace where its kind needs one.
std::string templateText(std::string_view kind, std::string_view namespaceName, const Basis &basis);

/// The text with a rule put before those of its first role; nothing when there is no list of rules that begins on a line of its own.
std::optional<std::string> withRule(std::string_view text, const PolicyRule &rule);

} // namespace rbac
