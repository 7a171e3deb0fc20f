#pragma once

#include "models/demo/Api.h"

namespace demo {

/// Answers for what stands below an object: status, scale, log, eviction, token, exec. What the sample cluster cannot do (attach,
/// port-forward, proxy) is refused with words.
HttpAnswer subresourceAnswer(const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, Cluster &cluster);

} // namespace demo
