#include "models/http/SystemProxy.h"

#include <memory>

#include <windows.h>

#include <winhttp.h>

namespace http {

namespace {

/// Of a text that the system gave away.
std::string taken(wchar_t *text)
{
    struct Free { void operator()(wchar_t *owned) const { ::GlobalFree(owned); } };
    const std::unique_ptr<wchar_t, Free> owned(text);
    const int length = text ? ::WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr) : 0;
    std::string out(std::size_t(length > 0 ? length : 1), '\0');
    if (length > 0)
        ::WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), length, nullptr, nullptr);
    out.pop_back();
    return out;
}

} // namespace

ProxyEnvironment systemProxies()
{
    WINHTTP_CURRENT_USER_IE_PROXY_CONFIG config{};
    if (!::WinHttpGetIEProxyConfigForCurrentUser(&config))
        return {};
    static_cast<void>(taken(config.lpszAutoConfigUrl));
    const std::string servers = taken(config.lpszProxy);
    return proxiesOfWindows(servers, taken(config.lpszProxyBypass));
}

} // namespace http
