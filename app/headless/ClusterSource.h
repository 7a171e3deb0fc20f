#pragma once

#include "app/headless/GetSource.h"
#include "models/kube/Api.h"

namespace headless {

/// Answers from a cluster. A list over all namespaces is asked for namespace by namespace at once, which is the fastest
/// complete answer (a Table without objects does not say whose rows it holds); where that is not allowed, in one piece.
/// The api outlives it. Warnings are for people.
using Warn = std::function<void(const std::string &)>;
std::unique_ptr<GetSource> makeClusterSource(const Invocation &invocation, kube::Api &api, std::string namespaceName, base::SystemTime now, Warn warn);

} // namespace headless
