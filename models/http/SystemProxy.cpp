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

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// The pattern's stars stand for any letters. Of two stars the earlier takes as little as it can: no text is looked at more than once per letter of the pattern.
bool fits(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0, in = 0, star = std::string_view::npos, taken = 0;
    while (in < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            taken = in;
        } else if (at < pattern.size() && pattern[at] == text[in]) {
            ++at;
            ++in;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            in = ++taken;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

/// Cuts "https://" off the front and ":6443" off the end; false when the URL has others.
bool cutSchemeAndPort(std::string &pattern, const Url &url)
{
    if (const auto end = pattern.find("://"); end != std::string::npos) {
        if (pattern.substr(0, end) != url.scheme)
            return false;
        pattern.erase(0, end + 3);
    }
    const auto colon = pattern.rfind(':');
    const bool isBareIpv6 = colon != std::string::npos && pattern.find(':') != colon && pattern.find(']') == std::string::npos;
    const bool namesPort = colon != std::string::npos && !isBareIpv6 && pattern.find(']', colon) == std::string::npos;
    if (namesPort && pattern.substr(colon + 1) != std::to_string(url.port))
        return false;
    if (namesPort)
        pattern.erase(colon);
    if (pattern.size() > 2 && pattern.front() == '[' && pattern.back() == ']')
        pattern = pattern.substr(1, pattern.size() - 2);
    return true;
}

} // namespace

ProxyEnvironment proxiesOfWindows(std::string_view servers, std::string_view exceptions)
{
    ProxyEnvironment proxies;
    std::string socks;
    const auto keep = [](std::string &kept, const std::string &server) { kept = kept.empty() ? server : kept; };
    for (const std::string &entry : entriesOf(servers)) {
        const auto equals = entry.find('=');
        const std::string scheme = equals == std::string::npos ? std::string() : lowered(entry.substr(0, equals));
        const std::string server = equals == std::string::npos ? entry : entry.substr(equals + 1);
        if (scheme.empty() || scheme == "http")
            keep(proxies.httpProxy, server);
        if (scheme.empty() || scheme == "https")
            keep(proxies.httpsProxy, server);
        if (scheme == "socks")
            keep(socks, server.find("://") == std::string::npos ? "socks4://" + server : server);
    }
    keep(proxies.httpProxy, socks);
    keep(proxies.httpsProxy, socks);
    proxies.exceptions = exceptions;
    return proxies;
}

bool isExceptionOfWindows(const Url &url, std::string_view exceptions)
{
    const std::string host = lowered(url.host);
    const bool isName = !url.hasNumericHost();
    for (std::string pattern : entriesOf(exceptions)) {
        pattern = lowered(pattern);
        if (pattern == "<local>" ? isName && host.find('.') == std::string::npos : cutSchemeAndPort(pattern, url) && fits(pattern, host))
            return true;
    }
    return false;
}

} // namespace http
