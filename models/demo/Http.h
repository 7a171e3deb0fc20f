#pragma once

#include "models/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demo {

using Header = std::pair<std::string, std::string>;

/// A request of a client, as far as an API server needs it.
struct HttpRequest
{
    std::string method;
    std::string path;                                            ///< percent-decoded, without the query
    std::vector<std::pair<std::string, std::string>> parameters; ///< of the query, decoded, in their order
    std::vector<Header> headers;
    std::string body;

    /// The first header of that name in any case, or empty.
    std::string_view header(std::string_view name) const;
    /// The first parameter of that name, or empty.
    std::string_view parameter(std::string_view name) const;
    /// Whether the parameter stands for true, as Go's ParseBool reads it; present without a value is true too.
    bool flag(std::string_view name) const;
};

/// A whole answer. With 101 the body is what follows in the other protocol, and the connection ends behind it.
struct HttpAnswer
{
    int code = 200;
    std::string body;
    std::string contentType = "application/json";
    std::vector<Header> headers;
};

/// Takes the first request off the buffer as soon as it is complete; an error is a request that no answer fits but closing.
/// At most 64 KiB of head and 3 MiB of body (ErrorKind::TooLarge).
base::Result<std::optional<HttpRequest>> takeRequest(std::string &buffer);

/// The status line and headers of an answer; a body length below zero announces chunks.
std::string answerHead(const HttpAnswer &answer, std::string_view date, std::int64_t bodyLength);

/// A time as the Date header writes it; seconds since 1970.
std::string httpDate(std::int64_t seconds);

} // namespace demo
