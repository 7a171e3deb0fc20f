#pragma once

#include "models/detail/Summary.h"
#include "models/rbac/Basis.h"

namespace account {

/// How a ClusterRole is put together: which labels bring what into it, and whether the rules that are stored, which alone count, are those
/// that the controller of Kubernetes will write. A pure function, any thread.
detail::Summary aggregationSummary(const rbac::Basis &basis, const rbac::ObjectRef &role);

} // namespace account
