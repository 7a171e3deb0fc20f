#pragma once

#include "models/demo/Api.h"

namespace demo {

/// Answers for what stands below an object: status, scale, log, eviction, token. What the sample cluster cannot do (exec, attach,
/// port-forward, proxy) is refused with words.
HttpAnswer subresourceAnswer(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster);

} // namespace demo
