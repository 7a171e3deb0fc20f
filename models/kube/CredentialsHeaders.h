#pragma once

#include "models/http/Request.h"
#include "models/kube/ConnectionSettings.h"

namespace kube {

/// Standard base64 with padding.
std::string encodeBase64(std::string_view bytes);

http::Header bearerHeader(const base::SecretText &token);
http::Header basicHeader(const std::string &user, const base::SecretText &password);

/// Impersonate-User, -Uid, -Group and -Extra-KEY; KEY in small letters, bytes that no header name may have as %XX. None without
/// an impersonation.
std::vector<http::Header> impersonationHeaders(const Impersonation &impersonation);

/// An error that names the header, never its value, when a value holds a control character and so cannot be sent.
base::Result<void> checkHeaders(const std::vector<http::Header> &headers);

} // namespace kube
