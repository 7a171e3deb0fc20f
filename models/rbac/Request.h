#pragma once

#include "models/kube/RequestInfo.h"

namespace rbac {

/// What is asked, as an authorizer sees it.
using Request = kube::RequestInfo;

} // namespace rbac
