#pragma once

#include "models/downward/Resolve.h"

#include <string>
#include <string_view>
#include <vector>

namespace downward {

/// A short sentence with gaps %1 to %9; its words are translated by who shows them (context "downward"), what fills the gaps is not.
struct Sentence
{
    std::string_view words;
    std::vector<std::string> arguments;

    /// As the program says it where nobody chose a language.
    std::string english() const;

    bool operator==(const Sentence &) const = default;
};

/// How a value came about, step by step, or why there is none.
std::vector<Sentence> describe(const Resolved &resolved, Place place);

/// What a person would write to make it something else.
Sentence remedyOf(const Resolved &resolved);

/// All of them in one line, in English.
std::string englishOf(const std::vector<Sentence> &sentences);

/// What a field is, for people who choose one.
Sentence meaningOf(std::string_view field);

} // namespace downward
