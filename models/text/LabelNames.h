#pragma once

#include <string>
#include <string_view>

namespace text {

/// What is wrong with a label's key, in upstream's words (apimachinery pkg/api/validate/content), several joined by "; "; empty when nothing is.
std::string problemWithLabelKey(std::string_view key);

/// The same for a label's value.
std::string problemWithLabelValue(std::string_view value);

} // namespace text
