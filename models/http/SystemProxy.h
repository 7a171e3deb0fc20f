#pragma once

#include "models/http/Proxy.h"

namespace http {

/// The proxies of the person's system settings, for a program that no environment variable tells of one. A script that finds proxies (PAC)
/// is not run. Empty where the system has no such settings.
ProxyEnvironment systemProxies();

/// What Windows keeps: "host:port" for everything or "http=host:port;https=host:port", and "*.corp;10.*;<local>" for what goes without.
ProxyEnvironment proxiesOfWindows(std::string_view servers, std::string_view exceptions);

} // namespace http
