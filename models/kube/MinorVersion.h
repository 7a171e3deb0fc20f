#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace kube {

/// "v1.36.3+k3s1" as far as what is promised between versions looks at it.
struct MinorVersion
{
    int major = 0;
    int minor = 0;

    /// Nothing when the text is no version.
    static std::optional<MinorVersion> parse(std::string_view text);
    auto operator<=>(const MinorVersion &) const = default;
};

} // namespace kube
