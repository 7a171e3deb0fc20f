#include "models/http/Url.h"

#include "models/http/Meta.h"
#include "models/http/Socket.h"

#include <curl/curl.h>

#include <memory>

namespace http {

namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Handle &handle, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(handle.get(), which, &text, flags) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
    return text;
}

} // namespace

std::string Url::address() const
{
    const bool isIpv6 = host.find(':') != std::string::npos;
    return (isIpv6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

bool Url::hasNumericHost() const
{
    if (host.find(':') != std::string::npos)
        return true;
    return !host.empty() && host.find_first_not_of("0123456789.") == std::string::npos;
}

bool Url::isLoopback() const
{
    const std::string bytes = addressBytes(host);
    if (bytes.size() == 4)
        return bytes.front() == 127;
    return bytes.empty() ? equalNames(host, "localhost") : bytes == std::string(15, '\0') + '\1';
}

base::Result<Url> parseUrl(const std::string &text, const std::string &defaultScheme)
{
    const Handle handle(curl_url(), &curl_url_cleanup);
    const bool hasScheme = text.find("://") != std::string::npos;
    const std::string whole = hasScheme || defaultScheme.empty() ? text : defaultScheme + "://" + text;
    const CURLUcode code = curl_url_set(handle.get(), CURLUPART_URL, whole.c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (code != CURLUE_OK || text.find('\0') != std::string::npos)
        return base::makeError(base::ErrorKind::Misuse, "not a URL: \"" + redactUserInfo(text) + "\" (" + curl_url_strerror(code) + ')');
    Url url;
    url.scheme = part(handle, CURLUPART_SCHEME);
    url.host = part(handle, CURLUPART_HOST);
    if (url.host.size() > 2 && url.host.front() == '[')
        url.host = url.host.substr(1, url.host.size() - 2);
    url.userInfo = part(handle, CURLUPART_USER) + part(handle, CURLUPART_PASSWORD);
    const std::string port = part(handle, CURLUPART_PORT);
    url.namesPort = !port.empty();
    const std::string effective = url.namesPort ? port : part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    url.port = effective.empty() ? 0 : std::stoi(effective);   // curl has checked that it is a port
    return url;
}

std::string redactUserInfo(std::string_view text)
{
    std::string result;
    std::size_t copied = 0;
    for (std::size_t at = text.find(":/"); at != std::string_view::npos; at = text.find(":/", at)) {
        at = std::min(text.find_first_not_of('/', at + 1), text.size()); // libcurl takes one slash or three for two
        const std::size_t end = std::min(text.find_first_of("/?# \t\r\n", at), text.size());
        const std::size_t sign = text.substr(at, end - at).rfind('@');
        if (sign == std::string_view::npos)
            continue;
        result.append(text, copied, at - copied).append("***");
        copied = at + sign;
        at = end;
    }
    return result.append(text, copied);
}

std::string joinUrl(std::string_view base, std::string_view path)
{
    while (!base.empty() && base.back() == '/')
        base.remove_suffix(1);
    while (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    return std::string(base) + '/' + std::string(path);
}

} // namespace http
