#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

namespace demo {

/// A JSON merge patch (RFC 7386): null takes away, maps are merged, everything else is replaced.
void mergePatch(text::Value &target, const text::Value &patch);

/// Merges lists of named things by their name as well: what strategic merge and apply patches mean for the common fields.
void namedMergePatch(text::Value &target, const text::Value &patch);

/// A JSON patch (RFC 6902): add, remove, replace, move, copy, test. The target is unchanged after an error.
base::Result<void> jsonPatch(text::Value &target, const text::Value &operations);

} // namespace demo
