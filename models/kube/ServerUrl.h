#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace kube {

/// A cluster's server as kubectl understands it.
struct ServerUrl
{
    std::string url;    ///< scheme, user info, host, port and path prefix
    bool tls = false;
};

/// Adds http:// where no scheme is given and drops query and fragment. What is neither a URL nor host:port is refused in
/// kubectl's words; user info in them is ***.
base::Result<ServerUrl> parseServerUrl(const std::string &server);

/// What is wrong with a proxy-url, in kubectl's words, or empty.
std::string proxyProblem(const std::string &proxy);

/// The text as Go's %q writes it.
std::string goQuoted(std::string_view text);

} // namespace kube
