#include "models/kube/Status.h"

#include "models/text/Json.h"

#include <array>

namespace kube {

using base::ErrorKind;

namespace {

struct ReasonKind { std::string_view reason; int code; ErrorKind kind; };

constexpr std::array reasonKinds{
    ReasonKind{"Unauthorized", 401, ErrorKind::Unauthorized},
    ReasonKind{"Forbidden", 403, ErrorKind::Forbidden},
    ReasonKind{"NotFound", 404, ErrorKind::NotFound},
    ReasonKind{"AlreadyExists", 409, ErrorKind::Conflict},
    ReasonKind{"Conflict", 409, ErrorKind::Conflict},
    ReasonKind{"Gone", 410, ErrorKind::Gone},
    ReasonKind{"Expired", 410, ErrorKind::Gone},
    ReasonKind{"Invalid", 422, ErrorKind::Invalid},
    ReasonKind{"BadRequest", 400, ErrorKind::Invalid},
    ReasonKind{"TooManyRequests", 429, ErrorKind::Throttled},
    ReasonKind{"Timeout", 504, ErrorKind::Timeout},
    ReasonKind{"ServerTimeout", 500, ErrorKind::Server},
    ReasonKind{"RequestEntityTooLarge", 413, ErrorKind::TooLarge},
    ReasonKind{"MethodNotAllowed", 405, ErrorKind::Unsupported},
    ReasonKind{"NotAcceptable", 406, ErrorKind::Unsupported},
    ReasonKind{"UnsupportedMediaType", 415, ErrorKind::Unsupported},
};

ErrorKind kindOf(std::string_view reason, int code)
{
    for (const ReasonKind &entry : reasonKinds) {
        if (entry.reason == reason)
            return entry.kind;
    }
    for (const ReasonKind &entry : reasonKinds) {
        if (reason.empty() && entry.code == code)
            return entry.kind;
    }
    return ErrorKind::Server;
}

constexpr std::size_t shownBody = 2048;

} // namespace

bool parseStatus(std::string_view json, Status *status)
{
    const auto parsed = text::parseJson(json);
    if (!parsed || (*parsed)["kind"].text() != "Status")
        return false;
    const text::Value &value = *parsed;
    status->success = value["status"].text() == "Success";
    status->message = value["message"].text();
    status->reason = value["reason"].text();
    status->code = static_cast<int>(value["code"].asInteger());
    status->continueToken = value["metadata"]["continue"].text();
    const text::Value &details = value["details"];
    status->detailsName = details["name"].text();
    status->detailsKind = details["kind"].text();
    status->retryAfterSeconds = static_cast<int>(details["retryAfterSeconds"].asInteger());
    for (const text::Value &cause : details["causes"].items())
        status->hasTooLargeVersion |= cause["reason"].text() == "ResourceVersionTooLarge";
    return true;
}

base::Error errorFromStatus(const Status &status)
{
    base::Error error = base::makeError(kindOf(status.reason, status.code), status.message);
    error.reason = status.hasTooLargeVersion ? "ResourceVersionTooLarge" : status.reason;
    error.code = status.code;
    if (status.retryAfterSeconds > 0)
        error.retryAfter = std::chrono::seconds(status.retryAfterSeconds);
    return error;
}

base::Error errorFromAnswer(int httpStatus, std::string_view body)
{
    Status status;
    if (parseStatus(body, &status)) {
        if (status.code == 0)
            status.code = httpStatus;
        return errorFromStatus(status);
    }
    std::string message(body.substr(0, shownBody));
    if (body.size() > shownBody)
        message += "...";
    while (!message.empty() && (message.back() == '\n' || message.back() == '\r'))
        message.pop_back();
    if (message.empty())
        message = "the server answered " + std::to_string(httpStatus) + " without a word";
    base::Error error = base::makeError(kindOf({}, httpStatus), std::move(message));
    error.code = httpStatus;
    return error;
}

} // namespace kube
