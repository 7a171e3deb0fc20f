#pragma once

#include <string>
#include <string_view>

namespace text {

/// What is wrong with a label's key, in upstream's words (apimachinery pkg/api/validate/content), several joined by "; "; empty when nothing is.
std::string problemWithLabelKey(std::string_view key);

/// The same for a label's value.
std::string problemWithLabelValue(std::string_view value);

/// Whether a namespace may have this name: an RFC 1123 label (apimachinery pkg/util/validation, IsDNS1123Label).
bool isNamespaceName(std::string_view name);

} // namespace text
