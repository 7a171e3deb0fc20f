#pragma once

#include "models/kube/Api.h"
#include "models/kube/ApiCatalog.h"

#include <functional>
#include <memory>

namespace kube {

/// Asks a server for its resource types: aggregated discovery (v2, else v2beta1) in two requests, else the legacy way, one
/// request per version, all at once. A version that cannot be read is a failure in the catalog, not of the whole.
/// An error only when the server could not be asked at all. The callback comes on the I/O thread.
base::Job discover(Api &api, std::function<void(base::Result<ApiCatalog>)> done, Retries retries = Retries::AsClientGo);

} // namespace kube
