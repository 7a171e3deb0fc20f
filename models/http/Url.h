#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace http {

/// The parts of a URL that decide where a request goes.
struct Url
{
    std::string scheme;      ///< lower case
    std::string userInfo;    ///< a secret: never shown
    std::string host;        ///< without the brackets of an IPv6 address
    int port = 0;            ///< the scheme's own when the URL names none
    bool namesPort = false;  ///< the URL itself names it

    /// host:port as people write it, with brackets around an IPv6 address.
    std::string address() const;
    bool hasNumericHost() const;
    /// The host is this machine by its own word: localhost, 127.0.0.0/8 or ::1.
    bool isLoopback() const;
};

/// Reads a URL of any scheme; where it names none, the given scheme counts (empty: an error). Errors: Misuse.
base::Result<Url> parseUrl(const std::string &text, const std::string &defaultScheme = {});

/// The text with the user and password of every URL in it replaced by ***.
std::string redactUserInfo(std::string_view text);

/// A server's base URL (its path prefix is kept) and an absolute path, with exactly one slash at the joint.
std::string joinUrl(std::string_view base, std::string_view path);

} // namespace http
