#pragma once

#include "models/base/Result.h"
#include "models/kube/Cells.h"
#include "models/text/Pattern.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// "<1h" or ">=3" behind the name of a column: younger than an hour, at least three. Times are compared with durations, numbers with numbers.
struct FilterComparison
{
    bool isLess = false;
    bool orEqual = false;
    std::optional<std::int64_t> number;
    std::optional<std::chrono::seconds> age;

    bool holds(std::int64_t left, std::int64_t right) const { return left == right ? orEqual : (left < right) == isLess; }
};

/// One word of a filter.
struct FilterTerm
{
    bool isNegated = false;
    std::optional<std::size_t> column;          ///< none: any cell that is shown
    std::string text;                           ///< in small letters, or the expression of the pattern
    std::optional<text::Pattern> pattern;
    std::optional<FilterComparison> comparison = {};

    /// Whether cells of that type are compared; texts never are.
    bool compares(kube::Cell::Type type) const;
    text::Pattern::Outcome compare(const kube::Cell &cell, base::SystemTime now) const;
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
///   lastseen:<1h   less than an hour ago        restarts:>=3   numbers, too
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
