#pragma once

#include "models/http/Url.h"

#include <functional>
#include <string>

namespace http {

/// The environment variables that name proxies, read once, since reading the environment is not safe beside other threads.
struct ProxyEnvironment
{
    std::string httpProxy;
    std::string httpsProxy;
    std::string noProxy;

    using Lookup = std::function<const char *(const char *)>;
    /// Upper case first, then lower case, as Go programs read them.
    static ProxyEnvironment read(const Lookup &lookup);
    static ProxyEnvironment ofProcess();    ///< the system's own settings when no variable says anything
};

/// The proxy for a URL by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or empty. Go's rules: loopback addresses never go through one;
/// NO_PROXY holds *, names (with their subdomains), .names (subdomains only), addresses and CIDR ranges, each with an optional port, and as Windows has it <local> for names without a dot.
std::string proxyFor(const Url &url, const ProxyEnvironment &environment);

/// Whether NO_PROXY covers the host and port.
bool isWithoutProxy(const std::string &host, int port, const std::string &noProxy);

} // namespace http
