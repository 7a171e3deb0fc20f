#pragma once

#include "models/base/Clock.h"
#include "models/tables/Filter.h"
#include "models/tables/TableRows.h"

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace tables {

/// Tests rows against a filter and a choice of namespaces.
class RowFilter
{
public:
    explicit RowFilter(const TableRows &rows) : m_rows(rows) { }

    const Filter &filter() const { return m_filter; }
    void setFilter(Filter filter) { m_filter = std::move(filter); }
    /// Empty: all of them.
    void setNamespaces(const std::vector<std::string> &namespaces);
    /// Where words without a column are looked for.
    void setColumns(std::vector<std::size_t> columns) { m_columns = std::move(columns); }

    bool isEmpty() const { return m_filter.isEmpty() && m_namespaces.empty(); }
    /// Whether the answer can change while the rows stay as they are.
    bool dependsOnTime() const;

    enum class Answer : std::uint8_t { No, Yes, GaveUp };
    Answer test(kube::RowId row, base::SystemTime now) const;
    /// Many at once, by several threads that are done when this returns; a text that many cells share is tested once by each.
    void test(std::span<const kube::RowId> rows, base::SystemTime now, std::vector<Answer> &answerOfRow) const;

private:
    using Outcome = text::Pattern::Outcome;
    /// What is known of one term while many rows are tested.
    struct Known
    {
        std::vector<std::uint8_t> texts;    ///< by text id
        std::size_t gaveUp = 0;
    };
    /// Rows that are worth a thread of their own: to start one takes as long as to test a thousand.
    static constexpr std::size_t LeastPart = 8'192;
    static constexpr std::size_t MostParts = 4;
    /// An expression that gave up this often in a part is not asked again, so that a table of any size is tested in bounded time.
    static constexpr std::size_t MostGivenUp = 50;

    void testPart(std::span<const kube::RowId> rows, base::SystemTime now, std::vector<Answer> &answerOfRow) const;
    bool isChosen(kube::RowId row) const;
    Answer testTerms(kube::RowId row, base::SystemTime now, std::vector<Known> *known) const;
    Outcome matchRow(const FilterTerm &term, kube::RowId row, base::SystemTime now, Known *known) const;
    Outcome matchCell(const FilterTerm &term, kube::RowId row, std::size_t column, base::SystemTime now, Known *known) const;

    const TableRows &m_rows;
    Filter m_filter;
    std::set<std::string, std::less<>> m_namespaces;
    std::vector<std::size_t> m_columns;
};

} // namespace tables
