#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rbac {

/// Words of the program with gaps for what objects say; only the words are translated, by who shows them.
struct Sentence
{
    const char *words = nullptr;        ///< marked for translation in the context "rbac", with %1 to %9; null: the text alone
    std::string text;                   ///< what is in nobody's language: names, the server's words
    std::vector<Sentence> arguments;

    Sentence() = default;
    Sentence(std::string verbatim) : text(std::move(verbatim)) { }
    explicit Sentence(const char *marked, std::vector<Sentence> values = {}) : words(marked), arguments(std::move(values)) { }

    bool isEmpty() const { return !words && text.empty(); }
    bool operator==(const Sentence &other) const;
};

/// One after the other with the separator between them, "; " or ", ".
Sentence joined(const std::vector<Sentence> &sentences, std::string_view separator);

/// With its gaps filled; the words are what the function makes of them.
std::string filled(const Sentence &sentence, const std::function<std::string(const char *)> &translated);
std::string english(const Sentence &sentence);

} // namespace rbac
