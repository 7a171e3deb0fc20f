#include "models/demo/Refusal.h"

#include "models/demo/Edit.h"
#include "models/text/Json.h"

#include <algorithm>
#include <array>

namespace demo {

using text::Value;

namespace {

constexpr std::array<std::pair<int, std::string_view>, 15> reasons{{
    {400, "BadRequest"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "NotFound"}, {405, "MethodNotAllowed"},
    {406, "NotAcceptable"}, {409, "Conflict"}, {410, "Expired"}, {413, "RequestEntityTooLarge"}, {415, "UnsupportedMediaType"},
    {422, "Invalid"}, {429, "TooManyRequests"}, {500, "InternalError"}, {503, "ServiceUnavailable"}, {504, "Timeout"},
}};

std::string_view reasonOf(int code)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(), [code](const auto &entry) { return entry.first == code; });
    return found == reasons.end() ? "Unknown" : found->second;
}

std::string resourceName(const Subject &subject)
{
    return std::string(subject.resource) + (subject.group.empty() ? "" : "." + std::string(subject.group));
}

Value detailsOf(const Subject &subject)
{
    Value details = Value::map();
    const std::pair<const char *, std::string_view> parts[]
        = { { "name", subject.name }, { "group", subject.group }, { "kind", subject.resource } };
    for (const auto &[key, text] : parts) {
        if (!text.empty())
            details.set(key, str(text));
    }
    return details;
}

std::string statusJson(int code, std::string_view reason, std::string_view message, const Subject &subject)
{
    Value status = object({ { "kind", str("Status") }, { "apiVersion", str("v1") }, { "metadata", Value::map() },
        { "status", str("Failure") }, { "message", str(message) }, { "reason", str(reason) } });
    if (const Value details = detailsOf(subject); !details.members().empty())
        status.set("details", details);
    status.set("code", num(code));
    return text::writeJson(status);
}

HttpAnswer answerOf(int code, std::string body)
{
    HttpAnswer answer;
    answer.code = code;
    answer.body = std::move(body);
    return answer;
}

} // namespace

std::string statusJson(int code, std::string_view message, const Subject &subject)
{
    return statusJson(code, reasonOf(code), message, subject);
}

HttpAnswer refusal(int code, std::string_view message, const Subject &subject)
{
    return answerOf(code, statusJson(code, message, subject));
}

HttpAnswer pathNotFound()
{
    HttpAnswer answer = answerOf(404, "404 page not found\n");
    answer.contentType = "text/plain; charset=utf-8";
    return answer;
}

HttpAnswer objectNotFound(const Subject &subject)
{
    return refusal(404, resourceName(subject) + " \"" + std::string(subject.name) + "\" not found", subject);
}

HttpAnswer alreadyExists(const Subject &subject)
{
    const std::string message = resourceName(subject) + " \"" + std::string(subject.name) + "\" already exists";
    return answerOf(409, statusJson(409, "AlreadyExists", message, subject));
}

HttpAnswer conflict(const Subject &subject)
{
    return refusal(409,
        "Operation cannot be fulfilled on " + resourceName(subject) + " \"" + std::string(subject.name)
            + "\": the object has been modified; please apply your changes to the latest version and try again",
        subject);
}

HttpAnswer methodNotAllowed()
{
    return refusal(405, "the server does not allow this method on the requested resource");
}

} // namespace demo
