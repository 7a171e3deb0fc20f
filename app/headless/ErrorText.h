#pragma once

#include "models/base/Error.h"

#include <string>

namespace headless {

enum ExitCode { Done = 0, Refused = 1, Misused = 2 };

/// The error as kubectl prints it: "Error from server (NotFound): pods "x" not found", "error: ...". One or more lines, without
/// the last line feed; control characters are shown, not sent.
std::string errorText(const base::Error &error, const std::string &server = {});

/// 2 for misuse, else 1.
int exitCode(const base::Error &error);

} // namespace headless
