#include "models/kube/KubeConfig.h"

namespace kube {

int KubeConfig::Entry::lineOf(std::string_view field) const
{
    const auto place = lines.find(field);
    return place != lines.end() && place->second > 0 ? place->second : line;
}

namespace {

std::size_t endOfScheme(std::string_view text)
{
    const std::size_t slashes = text.find("//");
    return slashes == std::string_view::npos ? 0 : slashes + 2;
}

} // namespace

std::string withoutUserInfo(std::string_view text)
{
    const std::size_t start = endOfScheme(text);
    const std::size_t end = std::min(text.find_first_of("/?#", start), text.size());
    std::size_t at = text.substr(0, end).rfind('@');
    // A password may hold the very characters that end the host: then a colon comes before the slash, and an @ after it.
    if (at == std::string_view::npos || at < start) {
        const bool mayHoldPassword = text.substr(start, end - start).find(':') != std::string_view::npos;
        at = mayHoldPassword ? text.rfind('@') : std::string_view::npos;
    }
    if (at == std::string_view::npos || at < start)
        return std::string(text);
    return std::string(text.substr(0, start)) + "***" + std::string(text.substr(at));
}

} // namespace kube
