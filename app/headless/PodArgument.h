#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace headless {

/// The name in "web", "pod/web", "pods/web" or "po/web". BadInput: another kind, no name, or one that no path may have.
base::Result<std::string> podNameIn(const std::string &word, std::string_view verb);

/// As the server says that there is no such pod.
base::Error podNotFound(const std::string &name);

} // namespace headless
