#pragma once

#include "models/base/Result.h"
#include "models/http/Url.h"

#include <chrono>
#include <functional>
#include <string>

namespace http {

/// Finds the proxy for a URL where a script of the network says which (PAC). It may take long, so it goes on aside, and done is called
/// once, from any thread: with a proxy, or empty for none. Errors: NotFound, when there is no such script; Network.
using ProxySearch = std::function<void(const std::string &url, std::function<void(base::Result<std::string>)> done)>;

/// The environment variables that name proxies, read once, since reading the environment is not safe beside other threads.
struct ProxyEnvironment
{
    std::string httpProxy;
    std::string httpsProxy;
    std::string noProxy;
    std::string exceptions = {};    ///< the same in the words of Windows
    ProxySearch search = {};        ///< comes before all of them
    std::chrono::seconds patience{10};  ///< with the search: then they count after all

    using Lookup = std::function<const char *(const char *)>;
    /// Upper case first, then lower case, as Go programs read them.
    static ProxyEnvironment read(const Lookup &lookup);
    static ProxyEnvironment ofProcess();    ///< the system's own settings when no variable says anything
};

/// The proxy for a URL by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or empty. Go's rules: loopback addresses never go through one;
/// NO_PROXY holds *, names (with their subdomains), .names (subdomains only), addresses and CIDR ranges, each with an optional port.
/// A search is not asked.
std::string proxyFor(const Url &url, const ProxyEnvironment &environment);

/// Whether NO_PROXY covers the host and port.
bool isWithoutProxy(const std::string &host, int port, const std::string &noProxy);

} // namespace http
