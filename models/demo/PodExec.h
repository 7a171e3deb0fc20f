#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/Http.h"

namespace demo {

/// A command in a container, over a WebSocket: all that it says comes with the answer (101). There are cat and env, and no shell; in
/// images of "pause" there is nothing.
HttpAnswer podExec(const HttpRequest &request, const Object &pod, const Cluster &cluster);

} // namespace demo
