#pragma once

#include "models/base/Result.h"
#include "models/text/Pattern.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// One word of a filter.
struct FilterTerm
{
    bool isNegated = false;
    std::optional<std::size_t> column;          ///< none: any cell that is shown
    std::string text;                           ///< in small letters, or the expression of the pattern
    std::optional<text::Pattern> pattern;

    /// Capital and small letters are the same.
    text::Pattern::Outcome match(std::string_view cell) const;
    /// Whether the text of a time, "3d4h", could match.
    bool mayMatchTimes() const;
    /// Whether what this lets through the other lets through as well.
    bool implies(const FilterTerm &other) const;
};

/// What a person typed to find rows: words, each of which must be found in a cell of the row.
///
///   web            in any shown cell            "two words"    with a space
///   /^web-\d+/     a regular expression         status:run     in the column Status
///   !web           in none                      !node:/-[12]$/ all together
///
/// A word with a colon that names no column is just a word. What is not finished yet (a lone !, status:) lets everything through.
class Filter
{
public:
    /// Columns are found in any case, without their spaces, and by the beginning of their name when it is the only one.
    /// An error has its 1-based byte in the filter in its column.
    /// otherNames: further ones of the same columns, looked for after those.
    static base::Result<Filter> parse(std::string_view filter, const std::vector<std::string> &columnNames, const std::vector<std::string> &otherNames = {});

    const std::vector<FilterTerm> &terms() const { return m_terms; }
    bool isEmpty() const { return m_terms.empty(); }
    /// Whether every row it lets through was let through by the other one.
    bool narrows(const Filter &other) const;

private:
    std::vector<FilterTerm> m_terms;
};

} // namespace tables
