#include "models/tables/Filter.h"

#include "models/text/Duration.h"

#include <algorithm>
#include <charconv>

namespace tables {
namespace {

/// A cell is short, and there are many of them.
constexpr std::uint32_t stepsInCell = 5'000;

char small(char c)
{
    return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
}

std::string folded(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), small);
    return out;
}

/// A column's name as it is typed: "Nominated Node" is nominatednode.
std::string typedName(std::string_view name)
{
    std::string out = folded(name);
    std::erase(out, ' ');
    return out;
}

/// Short texts are made small where no memory has to be asked for; that loop works on many characters at once.
bool containsFolded(std::string_view text, std::string_view wanted)
{
    constexpr std::size_t most = 256;
    if (text.size() > most)
        return folded(text).find(wanted) != std::string::npos;
    char buffer[most];
    std::transform(text.begin(), text.end(), buffer, small);
    return std::string_view(buffer, text.size()).find(wanted) != std::string_view::npos;
}

std::optional<std::size_t> findColumn(std::string_view typed, const std::vector<std::string> &names)
{
    const std::string wanted = folded(typed);
    std::optional<std::size_t> found;
    std::size_t beginnings = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = typedName(names[i]);
        if (name == wanted)
            return i;
        if (name.starts_with(wanted)) {
            found = i;
            ++beginnings;
        }
    }
    return beginnings == 1 && !wanted.empty() ? found : std::nullopt;
}

/// Go's durations and the days that ages are told in.
std::optional<std::chrono::seconds> readAge(std::string_view text)
{
    const auto days = text.size() > 1 && text.ends_with('d') ? std::string(text.substr(0, text.size() - 1)) + "h" : std::string(text);
    const auto duration = text::parseDuration(days);
    if (!duration || *duration < std::chrono::nanoseconds::zero())
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(*duration) * (days == text ? 1 : 24);
}

std::optional<FilterComparison> readComparison(std::string_view word)
{
    if (word.empty() || (word.front() != '<' && word.front() != '>'))
        return std::nullopt;
    FilterComparison comparison{word.front() == '<', word.size() > 1 && word[1] == '=', {}, {}};
    word.remove_prefix(comparison.orEqual ? 2 : 1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (!word.empty() && error == std::errc() && end == word.data() + word.size())
        comparison.number = number;
    else
        comparison.age = readAge(word);
    return comparison;
}

/// Reads the words of a filter one by one.
class FilterReader
{
public:
    FilterReader(std::string_view filter, const std::vector<std::string> &columns, const std::vector<std::string> &otherNames)
        : m_filter(filter), m_columns(columns), m_otherNames(otherNames)
    {
    }

    base::Result<std::vector<FilterTerm>> read()
    {
        std::vector<FilterTerm> terms;
        for (skipSpaces(); m_at < m_filter.size(); skipSpaces()) {
            FilterTerm term;
            if (auto read = readTerm(term); !read)
                return std::move(read).error();
            if (!term.text.empty())
                terms.push_back(std::move(term));
        }
        return terms;
    }

private:
    base::Result<void> readTerm(FilterTerm &term)
    {
        term.isNegated = take('!');
        takeColumn(term);
        if (take('/'))
            return readPattern(term);
        const bool isQuoted = take('"');
        term.text = folded(isQuoted ? readUntil('"') : readWord());
        if (term.column && !isQuoted)
            term.comparison = readComparison(term.text);
        return {};
    }

    void takeColumn(FilterTerm &term)
    {
        const std::string_view rest = m_filter.substr(m_at, m_filter.find_first_of(" \"/", m_at) - m_at);
        const std::size_t colon = rest.find(':');
        if (colon == rest.npos)
            return;
        term.column = findColumn(rest.substr(0, colon), m_columns);
        if (!term.column)
            term.column = findColumn(rest.substr(0, colon), m_otherNames);
        if (term.column)
            m_at += colon + 1;
    }

    base::Result<void> readPattern(FilterTerm &term)
    {
        const std::size_t begin = m_at;
        term.text = readUntil('/');
        if (term.text.empty())
            return {};
        auto pattern = text::Pattern::compile(term.text, text::Pattern::Case::Insensitive, stepsInCell);
        if (!pattern) {
            base::Error error = std::move(pattern).error();
            error.column += static_cast<int>(begin);
            return error;
        }
        term.pattern = std::move(*pattern);
        return {};
    }

    /// Up to the mark, or to the end while it is not typed yet. A backslash stays, and so does what it stands before.
    std::string readUntil(char mark)
    {
        const std::size_t begin = m_at;
        while (m_at < m_filter.size() && m_filter[m_at] != mark)
            m_at += m_filter[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_filter.size());
        const std::size_t end = m_at;
        take(mark);
        return std::string(m_filter.substr(begin, end - begin));
    }

    std::string readWord()
    {
        const std::size_t begin = m_at;
        m_at = std::min(m_filter.find(' ', m_at), m_filter.size());
        return std::string(m_filter.substr(begin, m_at - begin));
    }

    bool take(char c)
    {
        const bool there = m_at < m_filter.size() && m_filter[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    void skipSpaces() { m_at = std::min(m_filter.find_first_not_of(" \t\n", m_at), m_filter.size()); }

    std::string_view m_filter;
    const std::vector<std::string> &m_columns;
    const std::vector<std::string> &m_otherNames;
    std::size_t m_at = 0;
};

} // namespace

text::Pattern::Outcome FilterTerm::match(std::string_view cell) const
{
    if (pattern)
        return pattern->find(cell).outcome;
    return containsFolded(cell, text) ? text::Pattern::Outcome::Match : text::Pattern::Outcome::NoMatch;
}

bool FilterTerm::compares(kube::Cell::Type type) const
{
    return comparison && type != kube::Cell::Type::Text;
}

/// What is not finished yet, or compares other things, lets everything through; a time that is not known is none that is looked for.
text::Pattern::Outcome FilterTerm::compare(const kube::Cell &cell, base::SystemTime now) const
{
    const auto outcome = [](bool matches) { return matches ? text::Pattern::Outcome::Match : text::Pattern::Outcome::NoMatch; };
    const auto letsThrough = outcome(!isNegated);
    if (cell.type != kube::Cell::Type::Age)
        return comparison->number ? outcome(comparison->holds(cell.number, *comparison->number)) : letsThrough;
    if (!comparison->age)
        return letsThrough;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return outcome(cell.seconds != kube::Cell::NoTime && comparison->holds(seconds - cell.seconds, comparison->age->count()));
}

bool FilterTerm::mayMatchTimes() const
{
    constexpr std::string_view used = "0123456789ydhms() ago<unknown>invalid";
    return column || pattern || text.find_first_not_of(used) == text.npos;
}

bool FilterTerm::implies(const FilterTerm &other) const
{
    if (isNegated != other.isNegated || column != other.column || pattern.has_value() != other.pattern.has_value())
        return false;
    if (pattern || comparison || other.comparison)
        return text == other.text;
    return isNegated ? other.text.find(text) != std::string::npos : text.find(other.text) != std::string::npos;
}

base::Result<Filter> Filter::parse(std::string_view filter, const std::vector<std::string> &columnNames, const std::vector<std::string> &otherNames)
{
    auto terms = FilterReader(filter, columnNames, otherNames).read();
    if (!terms)
        return std::move(terms).error();
    Filter parsed;
    parsed.m_terms = std::move(*terms);
    return parsed;
}

bool Filter::narrows(const Filter &other) const
{
    return std::all_of(other.m_terms.begin(), other.m_terms.end(), [&](const FilterTerm &theirs) {
        return std::any_of(m_terms.begin(), m_terms.end(), [&](const FilterTerm &ours) { return ours.implies(theirs); });
    });
}

} // namespace tables
