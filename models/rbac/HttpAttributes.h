#pragma once

#include "models/rbac/Request.h"

#include <string_view>

namespace rbac {

/// What the API server reads out of an HTTP request before it asks an authorizer (apiserver pkg/endpoints/request/requestinfo.go; S10 to
/// S17). The target is the path as it is sent, with or without a query. A path outside of /api/VERSION/ and /apis/GROUP/VERSION/ is a
/// URL, with the method in small letters as its verb; so is a path that says too little.
Request requestOfHttp(std::string_view method, std::string_view target);

} // namespace rbac
