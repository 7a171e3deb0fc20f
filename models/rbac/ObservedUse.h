#pragma once

#include "models/rbac/AuditLog.h"
#include "models/rbac/Unused.h"

#include <vector>

namespace rbac {

/// What an audit log tells about rights: which nobody used, and where.

/// The rules of bound roles that allowed none of the requests.
std::vector<Unused> findNeverUsed(const AccessEvaluator &evaluator, const std::vector<ObservedRequest> &requests);

/// Corrects what objects alone say about the width of ClusterRoleBindings: one whose every use lies in one namespace is wide, one that was
/// used elsewhere than in the namespace that was told is not.
void judgeWidthByUse(const AccessEvaluator &evaluator, const std::vector<ObservedRequest> &requests, std::vector<Unused> &found);

} // namespace rbac
