#include "models/tables/RowFilter.h"

#include <algorithm>
#include <charconv>
#include <future>
#include <thread>

namespace tables {

void RowFilter::setNamespaces(const std::vector<std::string> &namespaces)
{
    m_namespaces = {namespaces.begin(), namespaces.end()};
}

bool RowFilter::dependsOnTime() const
{
    return std::any_of(m_filter.terms().begin(), m_filter.terms().end(), [](const FilterTerm &term) { return term.mayMatchTimes(); });
}

bool RowFilter::isChosen(kube::RowId row) const
{
    return m_namespaces.empty() || m_namespaces.contains(m_rows.store().namespaceName(row));
}

RowFilter::Outcome RowFilter::matchCell(const FilterTerm &term, kube::RowId row, std::size_t column, base::SystemTime now,
                                        Known *known) const
{
    if (known) {
        const kube::StringPool::Id id = m_rows.textId(row, column);
        if (id != kube::StringPool::none) {
            constexpr std::uint8_t unknown = 0;
            std::uint8_t &answer = known->texts[id];
            if (answer == unknown)
                answer = static_cast<std::uint8_t>(1 + static_cast<int>(term.match(m_rows.cell(row, column).text)));
            return static_cast<Outcome>(answer - 1);
        }
    }
    const kube::Cell cell = m_rows.cell(row, column);
    if (term.compares(cell.type))
        return term.compare(cell, now);
    if (cell.type == kube::Cell::Type::Text)
        return term.match(cell.text);
    if (cell.type == kube::Cell::Type::Integer || (cell.type == kube::Cell::Type::CountAgo && cell.number == 0)) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, cell.number).ptr;
        return term.match({digits, static_cast<std::size_t>(end - digits)});
    }
    return term.mayMatchTimes() ? term.match(cell.display(now)) : Outcome::NoMatch;
}

RowFilter::Outcome RowFilter::matchRow(const FilterTerm &term, kube::RowId row, base::SystemTime now, Known *known) const
{
    if (known && known->gaveUp >= MostGivenUp)
        return Outcome::GaveUp;
    if (term.column)
        return matchCell(term, row, *term.column, now, known);
    Outcome outcome = Outcome::NoMatch;
    for (const std::size_t column : m_columns) {
        const Outcome one = matchCell(term, row, column, now, known);
        if (one == Outcome::Match)
            return one;
        if (one == Outcome::GaveUp)
            outcome = one;
    }
    return outcome;
}

RowFilter::Answer RowFilter::testTerms(kube::RowId row, base::SystemTime now, std::vector<Known> *known) const
{
    bool gaveUp = false;
    for (std::size_t i = 0; i < m_filter.terms().size(); ++i) {
        const FilterTerm &term = m_filter.terms()[i];
        Known *knownOfTerm = known ? &(*known)[i] : nullptr;
        const Outcome outcome = matchRow(term, row, now, knownOfTerm);
        if (outcome == Outcome::GaveUp) {
            gaveUp = true;
            if (knownOfTerm)
                ++knownOfTerm->gaveUp;
        }
        if (outcome != Outcome::GaveUp && (outcome == Outcome::Match) == term.isNegated)
            return Answer::No;
    }
    return gaveUp ? Answer::GaveUp : Answer::Yes;
}

RowFilter::Answer RowFilter::test(kube::RowId row, base::SystemTime now) const
{
    return isChosen(row) ? testTerms(row, now, nullptr) : Answer::No;
}

/// The rows do not change meanwhile: whoever may change them waits here. Without a thread to be had, a part is tested by this one.
void RowFilter::test(std::span<const kube::RowId> rows, base::SystemTime now, std::vector<Answer> &answerOfRow) const
{
    const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1u);
    const std::size_t parts = std::clamp<std::size_t>(rows.size() / LeastPart, 1, std::min(cores, MostParts));
    const std::size_t size = (rows.size() + parts - 1) / parts;
    std::vector<std::future<void>> others;
    for (std::size_t begin = size; begin < rows.size(); begin += size)
        others.push_back(std::async([=, this, &answerOfRow] { testPart(rows.subspan(begin, std::min(size, rows.size() - begin)), now, answerOfRow); }));
    testPart(rows.first(std::min(size, rows.size())), now, answerOfRow);
    for (std::future<void> &other : others)
        other.get();
}

void RowFilter::testPart(std::span<const kube::RowId> rows, base::SystemTime now, std::vector<Answer> &answerOfRow) const
{
    std::vector<Known> known(m_filter.terms().size(), Known{std::vector<std::uint8_t>(m_rows.textIdEnd()), 0});
    for (const kube::RowId row : rows)
        answerOfRow[row] = isChosen(row) ? testTerms(row, now, &known) : Answer::No;
}

} // namespace tables
