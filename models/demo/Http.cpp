#include "models/demo/Http.h"

#include "models/text/Percent.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace demo {

namespace {

constexpr std::size_t maximumHead = 64 * 1024;
constexpr std::size_t maximumBody = 3 * 1024 * 1024;

constexpr std::array<std::pair<int, std::string_view>, 21> statusTexts{{
    {101, "Switching Protocols"}, {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {301, "Moved Permanently"}, {302, "Found"}, {307, "Temporary Redirect"},
    {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"},
    {406, "Not Acceptable"}, {409, "Conflict"}, {410, "Gone"}, {413, "Request Entity Too Large"},
    {415, "Unsupported Media Type"}, {422, "Unprocessable Entity"}, {429, "Too Many Requests"},
    {500, "Internal Server Error"}, {503, "Service Unavailable"},
}};

std::string_view statusText(int code)
{
    const auto found
        = std::find_if(statusTexts.begin(), statusTexts.end(), [code](const auto &entry) { return entry.first == code; });
    return found == statusTexts.end() ? "Status" : found->second;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter; }

bool equalNames(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view cut(std::string_view &text, std::string_view separator)
{
    const std::size_t at = text.find(separator);
    const std::string_view head = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + separator.size());
    return head;
}

void readTarget(HttpRequest &request, std::string_view target)
{
    request.path = text::percentDecoded(cut(target, "?"), false);
    while (!target.empty()) {
        std::string_view pair = cut(target, "&");
        const std::string_view name = cut(pair, "=");
        request.parameters.emplace_back(text::percentDecoded(name, true), text::percentDecoded(pair, true));
    }
}

base::Result<HttpRequest> readHead(std::string_view head)
{
    std::string_view first = cut(head, "\r\n");
    HttpRequest request;
    request.method = cut(first, " ");
    const std::string_view target = cut(first, " ");
    if (request.method.empty() || target.empty() || target.front() != '/' || first.substr(0, 7) != "HTTP/1.")
        return base::makeError(base::ErrorKind::BadInput, "not an HTTP/1 request");
    readTarget(request, target);
    while (!head.empty()) {
        std::string_view line = cut(head, "\r\n");
        const std::string_view name = cut(line, ":");
        request.headers.emplace_back(name, trimmed(line));
    }
    return request;
}

base::Result<std::size_t> bodyLength(const HttpRequest &request)
{
    if (!request.header("Transfer-Encoding").empty())
        return base::makeError(base::ErrorKind::Unsupported, "bodies in chunks are not read");
    const std::string_view text = request.header("Content-Length");
    std::size_t length = 0;
    if (!text.empty() && std::from_chars(text.data(), text.data() + text.size(), length).ptr != text.data() + text.size())
        return base::makeError(base::ErrorKind::BadInput, "Content-Length is no number");
    if (length > maximumBody)
        return base::makeError(base::ErrorKind::TooLarge, "Request entity too large: limit is 3145728");
    return length;
}

} // namespace

std::string_view HttpRequest::header(std::string_view name) const
{
    const auto found
        = std::find_if(headers.begin(), headers.end(), [name](const Header &header) { return equalNames(header.first, name); });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view HttpRequest::parameter(std::string_view name) const
{
    const auto found
        = std::find_if(parameters.begin(), parameters.end(), [name](const auto &entry) { return entry.first == name; });
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

bool HttpRequest::flag(std::string_view name) const
{
    const auto found
        = std::find_if(parameters.begin(), parameters.end(), [name](const auto &entry) { return entry.first == name; });
    return found != parameters.end() && found->second != "0" && found->second != "false";
}

base::Result<std::optional<HttpRequest>> takeRequest(std::string &buffer)
{
    const std::size_t end = buffer.find("\r\n\r\n");
    if (end == buffer.npos && buffer.size() <= maximumHead)
        return std::optional<HttpRequest>();
    if (end == buffer.npos || end > maximumHead)
        return base::makeError(base::ErrorKind::TooLarge, "the headers are too long");
    auto request = readHead(std::string_view(buffer).substr(0, end));
    if (!request)
        return request.error();
    const auto length = bodyLength(*request);
    if (!length)
        return length.error();
    if (buffer.size() < end + 4 + *length)
        return std::optional<HttpRequest>();
    request->body = buffer.substr(end + 4, *length);
    buffer.erase(0, end + 4 + *length);
    return std::optional<HttpRequest>(std::move(*request));
}

std::string answerHead(const HttpAnswer &answer, std::string_view date, std::int64_t bodyLength)
{
    std::string head = "HTTP/1.1 " + std::to_string(answer.code) + ' ' + std::string(statusText(answer.code)) + "\r\n";
    const auto add
        = [&head](std::string_view name, std::string_view value) { head.append(name).append(": ").append(value).append("\r\n"); };
    add("Cache-Control", "no-cache, private");
    if (answer.code != 101)
        add("Content-Type", answer.contentType);
    add("Date", date);
    for (const auto &[name, value] : answer.headers)
        add(name, value);
    if (bodyLength < 0)
        add("Transfer-Encoding", "chunked");
    else if (answer.code != 101)
        add("Content-Length", std::to_string(bodyLength));
    return head + "\r\n";
}

std::string httpDate(std::int64_t seconds)
{
    using namespace std::chrono;
    constexpr std::string_view weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(weekdays[weekday(day).c_encoding()]) + ", " + two(unsigned(date.day())) + ' '
        + std::string(months[unsigned(date.month()) - 1]) + ' ' + std::to_string(int(date.year())) + ' '
        + two(clock.hours().count()) + ':' + two(clock.minutes().count()) + ':' + two(clock.seconds().count()) + " GMT";
}

} // namespace demo
