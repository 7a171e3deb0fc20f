#include "models/http/Meta.h"

#include "models/http/Url.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace http {

namespace {

constexpr int longestWait = 60;
constexpr std::size_t longestTarget = 2048;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string withoutControls(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool isC1 = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if (isC1)
            ++at;
        else if (byte >= 0x20 && byte != 0x7F)
            result += text[at];
    }
    return result;
}

/// Takes a quoted string with \" and \\ from the front of the text, or nothing when it does not end.
std::optional<std::string> takeQuoted(std::string_view &text)
{
    if (text.empty() || text.front() != '"')
        return std::nullopt;
    std::string result;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return result;
        }
        if (text[at] == '\\' && ++at == text.size())
            break;
        result += text[at];
    }
    return std::nullopt;
}

std::string_view takeUntil(std::string_view &text, std::string_view ends)
{
    const std::size_t length = std::min(text.find_first_of(ends), text.size());
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !isDigit(text.front()) || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<unsigned> month(std::string_view name)
{
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<unsigned>(found - names.begin()) + 1;
}

struct DateWords { std::string_view day, month, year, time; };

std::vector<std::string_view> words(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::string_view word = takeUntil(text, separators);
        if (!word.empty())
            result.push_back(word);
        text.remove_prefix(std::min<std::size_t>(1, text.size()));
    }
    return result;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" or "Sun Nov  6 08:49:37 1994".
std::optional<DateWords> dateWords(std::string_view value)
{
    const std::size_t comma = value.find(',');
    if (comma == std::string_view::npos) {
        const auto w = words(value, " ");
        return w.size() == 5 ? std::optional(DateWords{w[2], w[1], w[4], w[3]}) : std::nullopt;
    }
    const auto w = words(value.substr(comma + 1), " -");
    return w.size() == 5 && w[4] == "GMT" ? std::optional(DateWords{w[0], w[1], w[2], w[3]}) : std::nullopt;
}

std::optional<std::chrono::seconds> timeOfDay(std::string_view text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':')
        return std::nullopt;
    const auto hours = number(text.substr(0, 2)), minutes = number(text.substr(3, 2)), seconds = number(text.substr(6, 2));
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60)
        return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds);
}

std::optional<int> fullYear(std::string_view text)
{
    const auto year = number(text);
    if (!year || (text.size() != 2 && text.size() != 4))
        return std::nullopt;
    if (text.size() == 4)
        return year;
    return *year < 70 ? 2000 + *year : 1900 + *year;
}

} // namespace

bool equalNames(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value)
{
    value = trimmed(value);
    if (value.empty() || !std::all_of(value.begin(), value.end(), isDigit))
        return std::nullopt;
    return std::chrono::seconds(std::min(number(value).value_or(longestWait), longestWait));
}

std::string_view ContentType::parameter(std::string_view name) const
{
    const auto found = parameters.find(std::string(name));
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

ContentType parseContentType(std::string_view value)
{
    ContentType result;
    result.type = lowered(trimmed(takeUntil(value, ";")));
    while (!value.empty()) {
        value.remove_prefix(1);
        const std::string name = lowered(trimmed(takeUntil(value, ";=")));
        if (value.empty() || value.front() == ';')
            continue;
        value = value.substr(1);
        while (!value.empty() && isBlank(value.front()))
            value.remove_prefix(1);
        const auto quoted = takeQuoted(value);
        const std::string_view rest = trimmed(takeUntil(value, ";"));
        if (!name.empty())
            result.parameters.emplace(name, quoted ? *quoted : std::string(rest));
    }
    return result;
}

std::optional<base::SystemTime> parseHttpDate(std::string_view value)
{
    const auto found = dateWords(trimmed(value));
    if (!found)
        return std::nullopt;
    const auto day = number(found->day);
    const auto inMonth = month(found->month);
    const auto year = fullYear(found->year);
    const auto time = timeOfDay(found->time);
    if (!day || !inMonth || !year || !time)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(*inMonth),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    constexpr int firstYear = 1700, lastYear = 2261;   // what the clock's nanoseconds can hold
    if (*day > 31 || !date.ok() || *year < firstYear || *year > lastYear)
        return std::nullopt;
    return std::chrono::sys_days(date) + *time;
}

std::vector<std::string> parseWarnings(std::string_view value)
{
    std::vector<std::string> result;
    for (;;) {
        value = trimmed(value);
        const std::string_view code = takeUntil(value, " ");
        value = trimmed(value);
        const std::string_view agent = takeUntil(value, " ");
        value = trimmed(value);
        if (code.size() != 3 || !number(code) || agent.empty())
            return result;
        const auto text = takeQuoted(value);
        if (!text)
            return result;
        if (code == "299")
            result.push_back(withoutControls(*text));
        value = trimmed(value);
        if (!value.empty() && value.front() == '"' && !takeQuoted(value))   // the date
            return result;
        value = trimmed(value);
        if (value.empty() || value.front() != ',')
            return result;
        value.remove_prefix(1);
    }
}

std::vector<std::string> warnings(const ResponseHead &head)
{
    std::vector<std::string> result;
    for (const Header &header : head.headers) {
        if (!equalNames(header.name, "Warning"))
            continue;
        for (std::string &text : parseWarnings(header.value)) {
            if (std::find(result.begin(), result.end(), text) == result.end())
                result.push_back(std::move(text));
        }
    }
    return result;
}

std::optional<std::string> redirectTarget(const ResponseHead &head)
{
    const std::string *location = head.status >= 300 && head.status < 400 ? head.header("Location") : nullptr;
    if (!location)
        return std::nullopt;
    return redactUserInfo(withoutControls(*location)).substr(0, longestTarget);
}

} // namespace http
