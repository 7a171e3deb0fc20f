#include "models/metrics/Sentence.h"

namespace metrics {

std::string filled(const Sentence &sentence, const std::function<std::string(const char *)> &translated)
{
    const std::string words = translated(sentence.words);
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool isGap = words[at] == '%' && at + 1 < words.size() && words[at + 1] >= '1' && words[at + 1] <= '9';
        const std::size_t number = isGap ? static_cast<std::size_t>(words[at + 1] - '1') : sentence.arguments.size();
        if (number < sentence.arguments.size()) {
            out += sentence.arguments[number];
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

} // namespace metrics
