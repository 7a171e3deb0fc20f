#pragma once

#include "models/http/Proxy.h"

namespace http {

/// The proxies of the person's system settings, for a program that no environment variable tells of one. Empty where the system has no
/// such settings.
ProxyEnvironment systemProxies();

/// What Windows keeps: "host:port" for everything or "http=host:port;https=host:port;socks=host:port", and "*.corp;10.*;<local>" for
/// what goes without. Of several for the same the first counts.
ProxyEnvironment proxiesOfWindows(std::string_view servers, std::string_view exceptions);

/// Whether the list covers the URL. An entry may have a scheme and a port; its stars stand for any letters, <local> for names without a dot.
bool isExceptionOfWindows(const Url &url, std::string_view exceptions);

} // namespace http
