#include "models/kube/Status.h"

#include "models/fields/Record.h"
#include "models/text/Json.h"
#include "models/text/Protobuf.h"

#include <array>

namespace kube {

using base::ErrorKind;

namespace {

struct ReasonKind { std::string_view reason; int code; ErrorKind kind; };

/// All reasons that apimachinery knows; each code's first one counts for the code alone.
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
    ReasonKind{"InternalError", 500, ErrorKind::Server},
    ReasonKind{"StorageReadError", 500, ErrorKind::Server},
    ReasonKind{"ServiceUnavailable", 503, ErrorKind::Server},
};

ErrorKind kindOf(std::string_view reason, int code)
{
    for (const ReasonKind &entry : reasonKinds) {
        if (entry.reason == reason)
            return entry.kind;
    }
    for (const ReasonKind &entry : reasonKinds) {
        if (entry.code == code)
            return entry.kind;
    }
    return ErrorKind::Server;
}

constexpr std::size_t shownBody = 2048;

struct StatusFields
{
    fields::Plan plan{"v1", "Status"};
    fields::Field status = plan.field("status");
    fields::Field message = plan.field("message");
    fields::Field reason = plan.field("reason");
    fields::Field code = plan.field("code");
    fields::Field continueToken = plan.field("metadata.continue");
    fields::Field name = plan.field("details.name");
    fields::Field kind = plan.field("details.kind");
    fields::Field retryAfter = plan.field("details.retryAfterSeconds");
    fields::Items causes = plan.items("details.causes");
    fields::Field cause = causes.field("reason");
};

bool parseProtobufStatus(std::string_view bytes, Status *status)
{
    static const StatusFields wanted;
    const auto opened = text::openProtobufObject(bytes);
    if (!opened || opened->kind != "Status")
        return false;
    fields::ObjectReader reader(wanted.plan);
    const auto record = reader.readProtobuf(opened->message);
    if (!record)
        return false;
    status->success = record->text(wanted.status) == "Success";
    status->message = record->text(wanted.message);
    status->reason = record->text(wanted.reason);
    status->code = static_cast<int>(record->integer(wanted.code));
    status->continueToken = record->text(wanted.continueToken);
    status->detailsName = record->text(wanted.name);
    status->detailsKind = record->text(wanted.kind);
    status->retryAfterSeconds = static_cast<int>(record->integer(wanted.retryAfter));
    for (const fields::Record &cause : record->items(wanted.causes))
        status->hasTooLargeVersion |= cause.text(wanted.cause) == tooLargeVersion;
    return true;
}

} // namespace

bool parseStatus(std::string_view body, Status *status)
{
    if (text::isProtobufObject(body))
        return parseProtobufStatus(body, status);
    const auto parsed = text::parseJson(body);
    if (!parsed || (*parsed)["kind"].text() != "Status")
        return false;
    *status = statusFrom(*parsed);
    return true;
}

Status statusFrom(const text::Value &value)
{
    Status status;
    status.success = value["status"].text() == "Success";
    status.message = value["message"].text();
    status.reason = value["reason"].text();
    status.code = static_cast<int>(value["code"].asInteger());
    status.continueToken = value["metadata"]["continue"].text();
    const text::Value &details = value["details"];
    status.detailsName = details["name"].text();
    status.detailsKind = details["kind"].text();
    status.retryAfterSeconds = static_cast<int>(details["retryAfterSeconds"].asInteger());
    for (const text::Value &cause : details["causes"].items())
        status.hasTooLargeVersion |= cause["reason"].text() == tooLargeVersion;
    return status;
}

base::Error errorFromStatus(const Status &status)
{
    base::Error error = base::makeError(kindOf(status.reason, status.code), status.message);
    error.reason = status.hasTooLargeVersion ? std::string(tooLargeVersion) : status.reason;
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
