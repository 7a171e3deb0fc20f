#include "models/kube/KubeConfig.h"

#include <algorithm>

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

/// Whether what stands before the path can only be a host, with or without a port.
bool isHost(std::string_view host)
{
    const std::size_t colon = host.rfind(':');
    return colon == std::string_view::npos || host.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
}

} // namespace

std::string withoutUserInfo(std::string_view text)
{
    const std::size_t start = endOfScheme(text);
    const std::size_t end = std::min(text.find_first_of("/?#", start), text.size());
    std::size_t at = text.substr(0, end).rfind('@');
    // A password may hold the very characters that end the host: then what follows the colon is no port, and an @ comes later.
    if (at == std::string_view::npos || at < start)
        at = isHost(text.substr(start, end - start)) ? std::string_view::npos : text.rfind('@');
    if (at == std::string_view::npos || at < start)
        return std::string(text);
    return std::string(text.substr(0, start)) + "***" + std::string(text.substr(at));
}

} // namespace kube
