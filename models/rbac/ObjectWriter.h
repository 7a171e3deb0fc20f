#pragma once

#include "models/rbac/Objects.h"
#include "models/text/Value.h"

#include <string>

namespace rbac {

/// The objects as manifests, with what was read of them.
text::Value roleManifest(const Role &role);
text::Value bindingManifest(const Binding &binding);

/// A subject that means this identity's own name: an account, a user, or for somebody without a name the first group.
Subject subjectFor(const ObjectRef &identity);

} // namespace rbac
