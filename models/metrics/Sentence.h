#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// Words of the program with gaps for what servers and objects say; only the words are translated, by who shows them.
struct Sentence
{
    const char *words = "";             ///< marked for translation in the context "metrics", with %1 to %9
    std::vector<std::string> arguments = {};

    bool isEmpty() const { return !*words; }
    bool operator==(const Sentence &other) const { return std::string_view(words) == other.words && arguments == other.arguments; }
};

/// With its gaps filled, each once: a %1 in an argument stays one.
std::string filled(const Sentence &sentence, const std::function<std::string(const char *)> &translated);
std::string english(const Sentence &sentence);

} // namespace metrics
