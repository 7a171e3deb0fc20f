#include "models/detail/Words.h"

#include "models/text/Duration.h"

#include <algorithm>

namespace detail {

namespace {

std::string textOf(const Argument &argument, base::SystemTime now)
{
    if (!argument.time)
        return argument.text;
    const base::SystemTime then{std::chrono::seconds(*argument.time)};
    return text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(now - then));
}

} // namespace

Argument Argument::age(std::int64_t unixSeconds)
{
    Argument argument{std::string()};
    argument.time = unixSeconds;
    return argument;
}

Phrase verbatim(std::string_view text)
{
    return Phrase({}, {Argument(text)});
}

std::string resolve(const Phrase &phrase, base::SystemTime now, const Translate &translate)
{
    if (phrase.words.empty())
        return phrase.arguments.empty() ? std::string() : textOf(phrase.arguments.front(), now);
    const std::string words = translate(phrase.words.data());
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t gap = i + 1 < words.size() && words[i] == '%' ? static_cast<std::size_t>(words[i + 1] - '1') : phrase.arguments.size();
        if (gap < phrase.arguments.size()) {
            out += textOf(phrase.arguments[gap], now);
            ++i;
        } else {
            out += words[i];
        }
    }
    return out;
}

bool hasAge(const Phrase &phrase)
{
    return std::ranges::any_of(phrase.arguments, [](const Argument &argument) { return argument.time.has_value(); });
}

} // namespace detail
