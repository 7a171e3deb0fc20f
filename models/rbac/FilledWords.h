#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rbac {

/// The pattern with these words in the first such place.
inline std::string filled(std::string pattern, const std::string &words, std::string_view place = "%1")
{
    if (const auto at = pattern.find(place); at != std::string::npos)
        pattern.replace(at, place.size(), words);
    return pattern;
}

} // namespace rbac
