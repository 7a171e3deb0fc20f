#pragma once

#include <string>
#include <string_view>

namespace kube {

/// What both sides of a SPDY/3 connection know before the first header: draft-mbelshe-httpbis-spdy-00, 2.6.10.1.
std::string spdyDictionary();

} // namespace kube
