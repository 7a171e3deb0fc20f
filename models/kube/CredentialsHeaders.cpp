#include "models/kube/CredentialsHeaders.h"

#include <algorithm>
#include <cstdint>

namespace kube {

namespace {

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? char(byte - 'A' + 'a') : byte;
}

bool isLegalInName(char byte)
{
    // RFC 7230 token, but for %, which begins an escape here.
    constexpr std::string_view signs = "!#$&'*+-.^_`|~";
    return (byte >= '0' && byte <= '9') || (lower(byte) >= 'a' && lower(byte) <= 'z') || signs.find(byte) != std::string_view::npos;
}

std::string escapedKey(std::string_view key)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char byte : key) {
        if (isLegalInName(byte))
            out += lower(byte);
        else
            out += {'%', digits[std::uint8_t(byte) >> 4], digits[std::uint8_t(byte) & 15]};
    }
    return out;
}

} // namespace

std::string encodeBase64(std::string_view bytes)
{
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < count ? std::uint8_t(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= count ? digits[group >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

http::Header bearerHeader(const base::SecretText &token)
{
    return {"Authorization", "Bearer " + token.reveal()};
}

http::Header basicHeader(const std::string &user, const base::SecretText &password)
{
    return {"Authorization", "Basic " + encodeBase64(user + ":" + password.reveal())};
}

std::vector<http::Header> impersonationHeaders(const Impersonation &impersonation)
{
    std::vector<http::Header> headers;
    if (impersonation.isEmpty())
        return headers;
    headers.push_back({"Impersonate-User", impersonation.user});
    if (!impersonation.uid.empty())
        headers.push_back({"Impersonate-Uid", impersonation.uid});
    for (const std::string &group : impersonation.groups)
        headers.push_back({"Impersonate-Group", group});
    for (const auto &[key, values] : impersonation.extra) {
        for (const std::string &value : values)
            headers.push_back({"Impersonate-Extra-" + escapedKey(key), value});
    }
    return headers;
}

base::Result<void> checkHeaders(const std::vector<http::Header> &headers)
{
    const auto isBad = [](char byte) { return (std::uint8_t(byte) < 0x20 && byte != '\t') || byte == 0x7F; };
    for (const http::Header &header : headers) {
        if (std::any_of(header.value.begin(), header.value.end(), isBad))
            return base::makeError(base::ErrorKind::BadInput, "net/http: invalid header field value for \"" + header.name + "\"");
    }
    return {};
}

} // namespace kube
