#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Sentence.h"

#include <optional>
#include <string>
#include <string_view>

namespace rbac {

/// Why a subject that does not mean this identity may have been meant to: a missing or another namespace, a slip of the pen,
/// another kind of subject. Nothing when the two have nothing to do with each other.
std::optional<Sentence> likenessOf(const Subject &subject, const Binding &binding, const Identity &identity);

/// Whether one letter added, left out, changed or swapped with the next makes one text of the other, or capitals do.
bool isSlip(std::string_view left, std::string_view right);

} // namespace rbac
