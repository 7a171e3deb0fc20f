#pragma once

#include "models/base/Clock.h"
#include "models/demo/Http.h"
#include "models/demo/ObjectStore.h"

namespace demo {

/// What the log of a container would say; ?follow ends at once.
HttpAnswer podLog(const HttpRequest &request, const Object &pod, const base::Clock &clock);

} // namespace demo
