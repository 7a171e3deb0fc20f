#pragma once

#include "models/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace text {

/// A regular expression as Perl reads it, over UTF-8, compiled to machine code where that is possible.
///
/// Bounded: an expression of a person and texts of a stranger cannot make it search for long. Any thread, several at once; copies share.
class Pattern
{
public:
    enum class Case { Sensitive, Insensitive };
    /// GaveUp: a limit was met before it could be said whether the text matches.
    enum class Outcome { NoMatch, Match, GaveUp };
    struct Found
    {
        Outcome outcome = Outcome::NoMatch;
        std::size_t begin = 0;      ///< bytes, when it matched
        std::size_t end = 0;
    };

    /// How long an expression may be, in bytes.
    static constexpr std::size_t LongestExpression = 4096;

    /// Enough for every honest search in a long line; one that backtracks without end meets it in milliseconds.
    static constexpr std::uint32_t UsualSteps = 100'000;

    /// An error has the 1-based byte of the expression that could not be read in its column. mostSteps: of one find().
    static base::Result<Pattern> compile(std::string_view expression, Case sensitivity = Case::Sensitive,
                                         std::uint32_t mostSteps = UsualSteps);

    /// The first match at or after that byte. Bytes that are not UTF-8 match nothing.
    Found find(std::string_view text, std::size_t from = 0) const;
    bool matches(std::string_view text) const { return find(text).outcome == Outcome::Match; }
    const std::string &expression() const { return m_expression; }

private:
    struct Compiled;
    Pattern(std::string expression, std::shared_ptr<const Compiled> compiled);

    std::string m_expression;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace text
