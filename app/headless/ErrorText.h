#pragma once

#include "models/base/Error.h"

#include <string>

namespace headless {

enum ExitCode { Done = 0, Refused = 1, Misused = 2 };

/// The reason of an error that says why the kubeconfig cannot be used; kubectl has a frame for those.
inline constexpr const char *configurationInvalid = "ConfigurationInvalid";

/// The error as kubectl prints it (kubectl pkg/cmd/util/helpers.go): "Error from server (NotFound): pods "x" not found", "The connection to
/// the server h:1 was refused ...", "error: ...". One or more lines, without the last line feed; control characters are not sent.
std::string errorText(const base::Error &error);

/// 2 for misuse, else 1.
int exitCode(const base::Error &error);

} // namespace headless
