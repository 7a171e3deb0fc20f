#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace base {

/// What code decides by; people read Error::message.
enum class ErrorKind {
    Misuse,        ///< the caller's words make no sense (headless: exit code 2)
    BadInput,      ///< a file or an answer is not what it should be
    NotFound,
    Unauthorized,
    Forbidden,
    Conflict,
    Gone,          ///< 410: the resourceVersion or continue token is too old
    Invalid,       ///< 422 or 400: the server refused the content
    Throttled,     ///< 429
    Timeout,
    Network,       ///< nothing reached the server, or the connection broke
    Tls,
    TooLarge,      ///< a byte, depth or count limit was met
    Cancelled,
    Untrusted,     ///< a program may not run before somebody trusts it
    Io,            ///< files and child processes
    Unsupported,
    Server,        ///< any other refusal of a server
};

/// An error as a value: a kind for code, words for people, and what the server said beside them.
struct Error
{
    ErrorKind kind = ErrorKind::BadInput;
    std::string message;                              ///< the server's own words are kept unchanged
    std::string reason;                               ///< Kubernetes Status.reason, else empty
    int code = 0;                                     ///< HTTP status, 0 when there is none
    int line = 0;                                     ///< 1-based place in the input, 0 when none fits
    int column = 0;
    std::optional<std::chrono::seconds> retryAfter;   ///< only when the server named a whole number of seconds
    std::vector<std::string> names;                   ///< what a certificate is for, when it is not for the server that was asked

    bool operator==(const Error &) const = default;
};

inline Error makeError(ErrorKind kind, std::string message)
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    return error;
}

inline Error makeErrorAt(ErrorKind kind, std::string message, int line, int column = 0)
{
    Error error = makeError(kind, std::move(message));
    error.line = line;
    error.column = column;
    return error;
}

} // namespace base
