#include "models/kube/MinorVersion.h"

#include <charconv>

namespace kube {

namespace {

std::optional<int> takeNumber(std::string_view &text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

} // namespace

std::optional<MinorVersion> MinorVersion::parse(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    const auto major = takeNumber(text);
    if (!major || !text.starts_with('.'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto minor = takeNumber(text);
    if (!minor)
        return std::nullopt;
    return MinorVersion{*major, *minor};
}

} // namespace kube
