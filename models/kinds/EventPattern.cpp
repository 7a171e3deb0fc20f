#include "models/kinds/EventPattern.h"

#include <algorithm>
#include <utility>

namespace kinds {

namespace {

constexpr std::string_view varies = "…";
constexpr std::string_view spaces = " \t\r\n";
/// Events of today's API have no longer messages; others may be of any length, and every word looks for a quote ahead.
constexpr std::size_t LongestRead = 1024;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool differs(std::string_view word, std::string_view objectName)
{
    return std::ranges::any_of(word, isDigit) || word.find_first_of("/=_\"") != word.npos || (!objectName.empty() && word.find(objectName) != word.npos);
}

/// The end of the word that begins at `at`; what stands in quotes is one word.
std::size_t endOfWord(std::string_view text, std::size_t at)
{
    std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
    const std::size_t quote = text.find('"', at);
    if (quote < end)
        end = std::min(text.find_first_of(spaces, std::min(text.find('"', quote + 1), text.size())), text.size());
    return end;
}

} // namespace

std::string messagePattern(std::string_view message, std::string_view objectName)
{
    if (message.size() > LongestRead)
        message = message.substr(0, message.find_last_of(spaces, LongestRead));
    std::string pattern;
    bool isVarying = false;
    for (std::size_t at = message.find_first_not_of(spaces); at < message.size();) {
        const std::size_t end = endOfWord(message, at);
        const std::string_view word = message.substr(at, end - at);
        const bool wasVarying = std::exchange(isVarying, differs(word, objectName));
        at = message.find_first_not_of(spaces, end);
        if (isVarying && wasVarying)
            continue;
        const std::string_view shown = isVarying ? varies : word;
        if (pattern.size() + 1 + shown.size() + varies.size() > LongestPattern)
            return pattern.ends_with(varies) ? pattern : pattern.append(varies);
        pattern.append(pattern.empty() ? "" : " ").append(shown);
    }
    return pattern;
}

} // namespace kinds
