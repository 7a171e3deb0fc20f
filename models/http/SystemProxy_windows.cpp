#include "models/http/SystemProxy.h"

#include <chrono>
#include <memory>
#include <thread>

#include <windows.h>

#include <winhttp.h>

namespace http {

namespace {

constexpr int longestStep = 5'000;              // ms, of fetching a script
constexpr std::chrono::seconds shortPatience{3}; // with networks that mostly announce nothing

struct Free { void operator()(wchar_t *owned) const { ::GlobalFree(owned); } };
struct Close { void operator()(void *session) const { ::WinHttpCloseHandle(session); } };
using Session = std::unique_ptr<void, Close>;

/// Of a text that the system gave away.
std::wstring taken(wchar_t *text)
{
    const std::unique_ptr<wchar_t, Free> owned(text);
    return text ? std::wstring(text) : std::wstring();
}

std::string utf8(const std::wstring &text)
{
    const int size = static_cast<int>(text.size());
    const int length = ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, nullptr, 0, nullptr, nullptr);
    std::string out(static_cast<std::size_t>(length), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, out.data(), length, nullptr, nullptr);
    return out;
}

std::wstring utf16(const std::string &text)
{
    const int size = static_cast<int>(text.size());
    const int length = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, nullptr, 0);
    std::wstring out(static_cast<std::size_t>(length), L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), length);
    return out;
}

/// The first proxy that the script names for the URL.
base::Result<std::string> askOnce(const Session &session, const std::string &url, WINHTTP_AUTOPROXY_OPTIONS options)
{
    WINHTTP_PROXY_INFO info{};
    bool isDone = ::WinHttpGetProxyForUrl(session.get(), utf16(url).c_str(), &options, &info);
    if (!isDone && ::GetLastError() == ERROR_WINHTTP_LOGIN_FAILURE) {   // with the person's own name only where it must be
        options.fAutoLogonIfChallenged = TRUE;
        isDone = ::WinHttpGetProxyForUrl(session.get(), utf16(url).c_str(), &options, &info);
    }
    if (!isDone)
        return base::makeError(base::ErrorKind::Network, "error " + std::to_string(::GetLastError()) + " of WinHTTP");
    const ProxyEnvironment proxies = proxiesOfWindows(utf8(taken(info.lpszProxy)), utf8(taken(info.lpszProxyBypass)));
    const auto parsed = parseUrl(url);
    return info.dwAccessType == WINHTTP_ACCESS_TYPE_NAMED_PROXY && parsed ? proxyFor(*parsed, proxies) : std::string();
}

/// As browsers do: what the network announces, then the script that is set. Any thread; takes seconds where neither is there.
base::Result<std::string> ask(bool isAnnounced, const std::wstring &script, const std::string &url)
{
    const Session session(::WinHttpOpen(nullptr, WINHTTP_ACCESS_TYPE_NO_PROXY, nullptr, nullptr, 0));
    ::WinHttpSetTimeouts(session.get(), longestStep, longestStep, longestStep, longestStep);
    WINHTTP_AUTOPROXY_OPTIONS announced{}, named{};
    announced.dwFlags = WINHTTP_AUTOPROXY_AUTO_DETECT;
    announced.dwAutoDetectFlags = WINHTTP_AUTO_DETECT_TYPE_DHCP | WINHTTP_AUTO_DETECT_TYPE_DNS_A;
    named.dwFlags = WINHTTP_AUTOPROXY_CONFIG_URL;
    named.lpszAutoConfigUrl = script.c_str();
    if (isAnnounced) {
        if (auto answer = askOnce(session, url, announced); answer)
            return answer;
    }
    if (script.empty())
        return base::makeError(base::ErrorKind::NotFound, "this network announces no proxies");
    auto answer = askOnce(session, url, named);
    return answer ? answer : base::makeError(base::ErrorKind::Network, "the script " + utf8(script) + " gave no answer, " + answer.error().message);
}

} // namespace

ProxyEnvironment systemProxies()
{
    WINHTTP_CURRENT_USER_IE_PROXY_CONFIG config{};
    if (!::WinHttpGetIEProxyConfigForCurrentUser(&config))
        return {};
    const std::wstring script = taken(config.lpszAutoConfigUrl);
    const std::string servers = utf8(taken(config.lpszProxy));
    ProxyEnvironment proxies = proxiesOfWindows(servers, utf8(taken(config.lpszProxyBypass)));
    if (const bool isAnnounced = config.fAutoDetect; isAnnounced || !script.empty()) {
        proxies.search = [isAnnounced, script](const std::string &url, const std::function<void(base::Result<std::string>)> &done) {
            std::thread([=] { done(ask(isAnnounced, script, url)); }).detach();    // nothing can end it: nobody waits for it either
        };
        proxies.patience = script.empty() ? shortPatience : proxies.patience;
    }
    return proxies;
}

} // namespace http
