#pragma once

#include <string_view>

namespace text {

/// Whether YAML 1.1 as Kubernetes reads it takes a plain scalar for a point in time: 2001-1-2, 2001-01-02T03:04:05Z,
/// 2001-01-02t03:04:05.6+07:00 or 2001-01-02 03:04:05. Such text stays text, but is quoted when written.
bool isYamlTimestamp(std::string_view plain);

} // namespace text
