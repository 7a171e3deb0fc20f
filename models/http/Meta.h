#pragma once

#include "models/http/Request.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// Header names are compared without regard to the case of ASCII letters.
bool equalNames(std::string_view left, std::string_view right);

/// A whole number of seconds, at most 60; dates, negative numbers and text give nothing (client-go obeys only numbers too).
std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value);

/// The Content-Type header: type in lower case, parameters such as as=, g=, v=, stream=, charset=.
struct ContentType
{
    std::string type;
    std::map<std::string, std::string> parameters;   ///< names in lower case, values unquoted

    std::string_view parameter(std::string_view name) const;
};
ContentType parseContentType(std::string_view value);

/// The three forms of an HTTP date (RFC 9110, 5.6.7), or nothing.
std::optional<base::SystemTime> parseHttpDate(std::string_view value);

/// The texts of the warnings with code 299 in one Warning header value, unquoted, without control characters. What follows
/// a broken entry is not read.
std::vector<std::string> parseWarnings(std::string_view value);
/// Those of all Warning headers, each text once, in order.
std::vector<std::string> warnings(const ResponseHead &head);

/// Where a 3xx answer points, fit for a message: without credentials and control characters, at most 2048 bytes. Or nothing.
std::optional<std::string> redirectTarget(const ResponseHead &head);

} // namespace http
