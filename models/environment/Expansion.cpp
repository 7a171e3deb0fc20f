#include "models/environment/Expansion.h"

namespace environment {

std::string expand(std::string_view text, const Lookup &lookup)
{
    std::string out;
    const std::size_t last = text.rfind(')');
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isOperator = text[at] == '$' && at + 1 < text.size();
        // Many that nobody closes are not each looked for to the end.
        const bool mayClose = isOperator && text[at + 1] == '(' && last != std::string_view::npos && last > at + 1;
        const std::size_t close = mayClose ? text.find(')', at + 2) : std::string_view::npos;
        if (close != std::string_view::npos) {
            const std::string_view name = text.substr(at + 2, close - at - 2);
            const auto value = lookup(name);
            out += value ? *value : std::string(text.substr(at, close - at + 1));
            at = close;
        } else {
            out += text[at];
            at += isOperator && text[at + 1] == '$';
        }
    }
    return out;
}

std::vector<std::string> referencesIn(std::string_view text)
{
    std::vector<std::string> names;
    expand(text, [&](std::string_view name) -> std::optional<std::string> {
        names.emplace_back(name);
        return std::nullopt;
    });
    return names;
}

} // namespace environment
