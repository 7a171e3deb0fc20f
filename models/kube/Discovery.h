#pragma once

#include "models/kube/Api.h"
#include "models/kube/ApiCatalog.h"

#include <array>
#include <functional>
#include <memory>
#include <string>

namespace kube {

/// What a server's aggregated answers held last, and their ETags: those that did not change need not come again. For one discovery
/// after the other of one server, which use it on the I/O thread.
struct DiscoveryMemory
{
    struct Part
    {
        std::string tag;    ///< empty: nothing is kept
        ApiCatalog types;
    };
    std::array<Part, 2> parts;  ///< /api and /apis
};

/// Asks a server for its resource types: aggregated discovery (v2, else v2beta1) in two requests, else the legacy way, one
/// request per version, all at once. A version that cannot be read is a failure in the catalog, not of the whole.
/// An error only when the server could not be asked at all. The callback comes on the I/O thread.
base::Job discover(Api &api, std::function<void(base::Result<ApiCatalog>)> done, Retries retries = Retries::AsClientGo,
                   std::shared_ptr<DiscoveryMemory> memory = {});

} // namespace kube
