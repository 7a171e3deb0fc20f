#include "models/http/Proxy.h"

#include "models/http/Socket.h"
#include "models/http/SystemProxy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

namespace http {

namespace {

constexpr std::string_view mappedPrefix("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

/// The address in 16 bytes; IPv4 is mapped into IPv6.
std::optional<std::string> address(const std::string &text)
{
    const std::string bytes = addressBytes(text);
    if (bytes.empty())
        return std::nullopt;
    return bytes.size() == 4 ? std::string(mappedPrefix) + bytes : bytes;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

bool sameBits(const std::string &left, const std::string &right, int bits)
{
    for (int bit = 0; bit < bits; ++bit) {
        const auto at = static_cast<std::size_t>(bit / 8);
        if (((left[at] ^ right[at]) >> (7 - bit % 8)) & 1)
            return false;
    }
    return true;
}

bool isInRange(const std::string &bytes, const std::string &entry, std::size_t slash)
{
    const auto network = address(entry.substr(0, slash));
    const auto prefix = number(std::string_view(entry).substr(slash + 1));
    if (!network || !prefix)
        return false;
    const int bits = *prefix + (entry.find(':') == std::string::npos ? 96 : 0);
    return bits <= 128 && sameBits(bytes, *network, bits);
}

/// Cuts ":port" off an entry; nothing when it names another port than the one asked for.
std::optional<std::string> withoutPort(const std::string &entry, int port)
{
    const bool isBracketed = entry.front() == '[';
    const std::size_t colon = isBracketed ? entry.find("]:") + (entry.find("]:") == std::string::npos ? 0 : 1) : entry.find(':');
    const bool isBareIpv6 = !isBracketed && colon != std::string::npos && entry.find(':', colon + 1) != std::string::npos;
    std::string host = entry;
    if (colon != std::string::npos && !isBareIpv6) {
        if (number(std::string_view(entry).substr(colon + 1)) != port)
            return std::nullopt;
        host = entry.substr(0, colon);
    }
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return host;
}

bool isSubdomain(const std::string &host, const std::string &dotted)
{
    return host.size() > dotted.size() && host.compare(host.size() - dotted.size(), dotted.size(), dotted) == 0;
}

bool covers(const std::string &entry, const std::string &host, int port)
{
    if (entry == "*")
        return true;
    const auto bytes = address(host);
    if (const std::size_t slash = entry.find('/'); slash != std::string::npos)
        return bytes && isInRange(*bytes, entry, slash);
    const auto name = withoutPort(entry, port);
    if (!name || name->empty())
        return false;
    if (bytes)
        return address(*name) == bytes;
    const std::string wanted = name->compare(0, 2, "*.") == 0 ? name->substr(1) : *name;
    if (wanted.front() == '.')
        return isSubdomain(host, wanted);
    return host == wanted || isSubdomain(host, '.' + wanted);
}

bool isLoopback(const std::string &host)
{
    const auto bytes = address(host);
    if (!bytes)
        return host == "localhost";
    const bool isIpv4 = bytes->compare(0, mappedPrefix.size(), mappedPrefix) == 0;
    return isIpv4 ? (*bytes)[12] == 127 : *bytes == std::string(15, '\0') + '\1';
}

std::string firstOf(const ProxyEnvironment::Lookup &lookup, const std::array<const char *, 2> &names)
{
    for (const char *name : names) {
        const char *value = lookup(name);
        if (value && *value)
            return value;
    }
    return {};
}

} // namespace

ProxyEnvironment ProxyEnvironment::read(const Lookup &lookup)
{
    ProxyEnvironment result;
    result.httpProxy = firstOf(lookup, {"HTTP_PROXY", "http_proxy"});
    result.httpsProxy = firstOf(lookup, {"HTTPS_PROXY", "https_proxy"});
    result.noProxy = firstOf(lookup, {"NO_PROXY", "no_proxy"});
    return result;
}

ProxyEnvironment ProxyEnvironment::ofProcess()
{
    ProxyEnvironment result = read([](const char *name) -> const char * { return std::getenv(name); });
    const bool saysNothing = result.httpProxy.empty() && result.httpsProxy.empty() && result.noProxy.empty();
    return saysNothing ? systemProxies() : result;
}

bool isWithoutProxy(const std::string &host, int port, const std::string &noProxy)
{
    std::string name = lowered(host);
    if (!name.empty() && name.back() == '.')
        name.pop_back();
    std::size_t at = 0;
    while (at < noProxy.size()) {
        const std::size_t end = std::min(noProxy.find_first_of(", \t", at), noProxy.size());
        const std::string entry = lowered(std::string_view(noProxy).substr(at, end - at));
        if (!entry.empty() && covers(entry, name, port))
            return true;
        at = end + 1;
    }
    return false;
}

std::string proxyFor(const Url &url, const ProxyEnvironment &environment)
{
    const std::string &proxy = url.scheme == "https" ? environment.httpsProxy : environment.httpProxy;
    if (proxy.empty() || isLoopback(lowered(url.host)) || isWithoutProxy(url.host, url.port, environment.noProxy))
        return {};
    return isExceptionOfWindows(url, environment.exceptions) ? std::string() : proxy;
}

} // namespace http
