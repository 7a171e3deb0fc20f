#pragma once

#include "models/kube/Api.h"

#include <string>
#include <string_view>

namespace kube {

/// Where a request goes, its query encoded. The server is the base URL with its path prefix.
std::string urlOf(const std::string &server, const ApiRequest &request);

/// A name of "." or ".." makes a path that servers and libraries take for another one.
bool leadsElsewhere(std::string_view path);

} // namespace kube
