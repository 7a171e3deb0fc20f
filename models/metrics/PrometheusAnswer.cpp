#include "models/metrics/PrometheusAnswer.h"

#include "models/metrics/AnswerReader.h"
#include "models/text/Json.h"
#include "models/text/Numbers.h"

#include <cmath>
#include <limits>

namespace metrics {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::size_t longestWords = 2048;

struct ErrorWord
{
    std::string_view word;
    ErrorKind kind;
};
constexpr ErrorWord errorWords[] = {
    {"bad_data", ErrorKind::Invalid}, {"execution", ErrorKind::Invalid}, {"timeout", ErrorKind::Timeout}, {"not_found", ErrorKind::NotFound},
};

struct StatusKind
{
    int status;
    ErrorKind kind;
};
constexpr StatusKind statusKinds[] = {
    {400, ErrorKind::Invalid}, {401, ErrorKind::Unauthorized}, {403, ErrorKind::Forbidden}, {404, ErrorKind::NotFound}, {405, ErrorKind::Unsupported},
    {408, ErrorKind::Timeout}, {413, ErrorKind::TooLarge}, {414, ErrorKind::TooLarge}, {422, ErrorKind::Invalid}, {429, ErrorKind::Throttled}, {504, ErrorKind::Timeout},
};

ErrorKind kindOf(int status)
{
    for (const StatusKind &each : statusKinds) {
        if (each.status == status)
            return each.kind;
    }
    return status >= 400 ? ErrorKind::Server : ErrorKind::BadInput;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \r\n\t");
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(" \r\n\t") - from + 1);
}

/// As few words of a page as tell what it is.
std::string titleOf(std::string_view page)
{
    const std::size_t from = page.find("<title>");
    const std::size_t end = from == std::string_view::npos ? from : page.find("</title>", from);
    return end == std::string_view::npos ? std::string() : std::string(trimmed(page.substr(from + 7, end - from - 7)).substr(0, 200));
}

Error notJson(int status, std::string_view body)
{
    const std::string_view words = trimmed(body);
    Error error = base::makeError(kindOf(status), std::string(words.substr(0, longestWords)));
    error.code = status;
    error.reason = status == 404 ? reason::WrongPrefix : status < 400 ? reason::NotPrometheus : std::string_view();
    if (words.starts_with('<')) {
        const std::string title = titleOf(words);
        error.reason = status == 404 ? reason::WrongPrefix : reason::NotPrometheus;
        error.message = "the answer is an HTML page" + (title.empty() ? std::string() : " (\"" + title + "\")") + ", not one of the Prometheus API";
    } else if (words.empty()) {
        error.message = status < 400 ? "the answer is empty" : "the server answered " + std::to_string(status) + " without a word";
    } else if (status < 400) {
        error.message = "the answer is not JSON: " + error.message.substr(0, 200);
    }
    return error;
}

} // namespace

Error serverError(std::string_view word, std::string message, int status)
{
    Error error = base::makeError(status >= 400 ? kindOf(status) : ErrorKind::Server, message.empty() ? "the server gives no reason" : std::move(message));
    for (const ErrorWord &each : errorWords) {
        if (each.word == word)
            error.kind = each.kind;
    }
    error.message.resize(std::min(error.message.size(), longestWords));
    error.reason = word;
    error.code = status;
    return error;
}

Error refusalOf(int status, std::string_view body)
{
    const auto parsed = text::parseJson(body);
    const text::Value &message = parsed ? (*parsed)["error"] : text::Value();
    if (message.isString() && (*parsed)["status"].text() == "error")
        return serverError((*parsed)["errorType"].text(), message.text(), status);
    return notJson(status, body);
}

/// The API server's own refusals have a reason; what is behind the proxy knows nothing of Status objects.
std::optional<Error> refusalBehindProxy(const Error &error)
{
    if (error.code < 400 || !error.reason.empty())
        return std::nullopt;
    Error refusal = refusalOf(error.code, error.message);
    refusal.retryAfter = error.retryAfter;
    return refusal;
}

std::optional<double> parseSampleValue(std::string_view spelling)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (spelling == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (spelling == "+Inf" || spelling == "Inf")
        return infinity;
    if (spelling == "-Inf")
        return -infinity;
    if (!spelling.empty() && spelling.front() == '+')
        spelling.remove_prefix(1);
    return text::isJsonNumber(spelling) ? text::parseDouble(spelling) : std::nullopt;
}

std::optional<base::SystemTime> parseTimestamp(std::string_view spelling)
{
    constexpr double farthest = 9e9;
    const auto seconds = text::isJsonNumber(spelling) ? text::parseDouble(spelling) : std::nullopt;
    if (!seconds || std::abs(*seconds) > farthest)
        return std::nullopt;
    return base::SystemTime(std::chrono::milliseconds(std::llround(*seconds * 1000)));
}

base::Result<Answer> parseAnswer(std::string_view body)
{
    if (!trimmed(body).starts_with('{'))
        return notJson(200, body);
    AnswerReader reader;
    auto answer = reader.read(body);
    if (answer)
        answer->raw = std::string(body.substr(0, RawCap));
    return answer;
}

base::Result<text::Value> parseData(std::string_view body)
{
    if (!trimmed(body).starts_with('{'))
        return notJson(200, body);
    auto parsed = text::parseJson(body);
    if (!parsed) {
        parsed.error().reason = reason::Malformed;
        return parsed;
    }
    const std::string &status = (*parsed)["status"].text();
    if (status == "error")
        return refusalOf(200, body);
    const text::Value *data = parsed->find("data");
    if (status != "success" || !data) {
        Error error = base::makeError(ErrorKind::BadInput, "the answer has no status and data as the Prometheus API has them");
        error.reason = reason::NotPrometheus;
        return error;
    }
    return text::Value(*data);
}

} // namespace metrics
