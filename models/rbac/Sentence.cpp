#include "models/rbac/Sentence.h"

namespace rbac {

bool Sentence::operator==(const Sentence &other) const
{
    return std::string_view(words ? words : "") == (other.words ? other.words : "") && text == other.text && arguments == other.arguments;
}

Sentence joined(const std::vector<Sentence> &sentences, std::string_view separator)
{
    const char *both = separator == "; " ? "%1; %2" : "%1, %2";
    Sentence out;
    for (const Sentence &each : sentences)
        out = out.isEmpty() ? each : Sentence(both, {std::move(out), each});
    return out;
}

std::string filled(const Sentence &sentence, const std::function<std::string(const char *)> &translated)
{
    if (!sentence.words)
        return sentence.text;
    const std::string words = translated(sentence.words);
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t gap = words[at] == '%' && at + 1 < words.size() ? static_cast<std::size_t>(words[at + 1] - '1') : sentence.arguments.size();
        if (gap < sentence.arguments.size()) {
            out += filled(sentence.arguments[gap], translated);
            ++at;
        } else {
            out += words[at];
        }
    }
    return out;
}

std::string english(const Sentence &sentence)
{
    return filled(sentence, [](const char *words) { return std::string(words); });
}

} // namespace rbac
