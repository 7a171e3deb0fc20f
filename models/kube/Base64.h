#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace kube {

/// Decodes standard padded base64 as Go's encoding/base64 does: line breaks are skipped, and the error is
/// "illegal base64 data at input byte N". Does not repeat the input in the error.
base::Result<std::string> decodeBase64(std::string_view text);

/// The same for the alphabet of URLs without padding, as the parts of a JSON Web Token are written.
base::Result<std::string> decodeBase64Url(std::string_view text);

} // namespace kube
