#pragma once

#include "models/text/Value.h"
#include "widgets/rbac/Exported.h"

#include <string>

namespace rbac {

/// The shape of the headless verb, and beside it what the server said to each right, the answer or who may, and the resourceVersions as read.
text::Value accessShape(const Exported &what);
/// The rights with what the server said to each, and the versions of binding and role.
std::string accessCsv(const Exported &what);

} // namespace rbac
