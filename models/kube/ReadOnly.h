#pragma once

#include "models/kube/Api.h"

#include <optional>

namespace kube {

/// Why a cluster that is marked read-only is not sent this request; nothing if it may go: get, list, watch, the review APIs and dry
/// runs that the server keeps (DELETE reads dryRun from its query only without a body; exec, attach and TokenRequest know none). What
/// flows through a proxy or a port-forward may only be a GET of the program itself.
std::optional<base::Error> refusalOfReadOnly(const ApiRequest &request);

} // namespace kube
