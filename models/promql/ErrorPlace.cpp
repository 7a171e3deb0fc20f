#include "models/promql/ErrorPlace.h"

#include <algorithm>
#include <charconv>

namespace promql {

namespace {

constexpr std::string_view words = ": parse error";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The number that ends the text, which it loses, with the colon before it.
std::optional<std::size_t> takeNumber(std::string_view &text)
{
    std::size_t begin = text.size();
    while (begin > 0 && isDigit(text[begin - 1]))
        --begin;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), number);
    if (error != std::errc() || number == 0)
        return std::nullopt;
    text = text.substr(0, begin > 0 && text[begin - 1] == ':' ? begin - 1 : begin);
    return number;
}

} // namespace

/// Lines and columns are counted from 1, and columns in bytes.
std::optional<std::size_t> errorPlace(std::string_view query, std::string_view message)
{
    std::string_view before = message.substr(0, message.find(words));
    if (before.size() == message.size())
        return std::nullopt;
    const auto column = takeNumber(before);
    const auto line = column ? takeNumber(before) : std::nullopt;
    if (!line)
        return std::nullopt;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < *line; ++i) {
        const std::size_t end = query.find('\n', begin);
        if (end == query.npos)
            return std::nullopt;
        begin = end + 1;
    }
    const std::size_t place = begin + *column - 1;
    return place <= query.size() ? std::optional(place) : std::nullopt;
}

} // namespace promql
