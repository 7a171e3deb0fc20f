#pragma once

#include "models/base/Error.h"

#include <string>
#include <string_view>

namespace text {
class Value;
}

namespace kube {

/// The reason of an error whose Status has this cause: the server is behind the version it was asked for.
inline constexpr std::string_view tooLargeVersion = "ResourceVersionTooLarge";

/// What a server said in a Status object.
struct Status
{
    bool success = false;
    std::string message;
    std::string reason;
    int code = 0;
    std::string detailsName;
    std::string detailsKind;
    int retryAfterSeconds = 0;
    std::string continueToken;      ///< of a 410 on a list: goes on, inconsistently
    bool hasTooLargeVersion = false; ///< a cause says tooLargeVersion
};

/// Reads a body in JSON or protobuf: refusals come in the format that was asked for. False when it is not a Status.
bool parseStatus(std::string_view body, Status *status);
/// Of an object that is known to be one: streams say theirs without a kind.
Status statusFrom(const text::Value &value);

/// The error of an answer with a status of 400 or above: the server's own words where the body is a Status, else the body,
/// cut to 2048 bytes. The kind follows the reason, and the HTTP code where that is none of the known ones.
base::Error errorFromAnswer(int httpStatus, std::string_view body);
base::Error errorFromStatus(const Status &status);

/// 410 in either of its shapes.
inline bool isGone(const base::Error &error) { return error.kind == base::ErrorKind::Gone; }

} // namespace kube
