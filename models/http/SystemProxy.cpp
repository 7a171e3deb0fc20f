#include "models/http/SystemProxy.h"

#include <algorithm>
#include <vector>

namespace http {

namespace {

std::vector<std::string> entriesOf(std::string_view list)
{
    constexpr std::string_view separators = "; \t\r\n";
    std::vector<std::string> entries;
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(separators), list.size());
        if (end > 0)
            entries.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return entries;
}

/// "10.*" or "192.168.*.*" as a range of addresses; empty when it is none.
std::string addressRange(std::string_view pattern)
{
    while (pattern.ends_with(".*"))
        pattern.remove_suffix(2);
    const auto dots = std::ranges::count(pattern, '.');
    const bool isNumeric = !pattern.empty() && std::ranges::all_of(pattern, [](char letter) { return letter == '.' || (letter >= '0' && letter <= '9'); });
    if (!isNumeric || dots > 2)
        return {};
    std::string address(pattern);
    for (auto missing = 3 - dots; missing > 0; --missing)
        address += ".0";
    return address + '/' + std::to_string((dots + 1) * 8);
}

std::string exceptionOf(const std::string &pattern)
{
    if (pattern.ends_with(".*")) {
        const std::string range = addressRange(pattern);
        return range.empty() ? pattern : range;
    }
    return pattern.size() > 2 && pattern.starts_with("*.") ? pattern.substr(1) : pattern;
}

} // namespace

ProxyEnvironment proxiesOfWindows(std::string_view servers, std::string_view exceptions)
{
    ProxyEnvironment proxies;
    for (const std::string &entry : entriesOf(servers)) {
        const auto equals = entry.find('=');
        const std::string scheme = equals == std::string::npos ? std::string() : entry.substr(0, equals);
        const std::string server = equals == std::string::npos ? entry : entry.substr(equals + 1);
        if (scheme.empty() || scheme == "http")
            proxies.httpProxy = server;
        if (scheme.empty() || scheme == "https")
            proxies.httpsProxy = server;
    }
    for (const std::string &entry : entriesOf(exceptions))
        proxies.noProxy.append(proxies.noProxy.empty() ? "" : ",").append(exceptionOf(entry));
    return proxies;
}

} // namespace http
