#pragma once

#include "models/tables/TableModel.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What a table must show, found the slow way: every row is looked at, cells are compared as what they are.
namespace tables::reference {

/// Numbers inside of texts count by their value. For texts without leading zeros.
inline std::strong_ordering compareTexts(std::string_view a, std::string_view b)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) <=> static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        std::string first, second;
        for (; i < a.size() && isDigit(a[i]); ++i)
            first += a[i];
        for (; j < b.size() && isDigit(b[j]); ++j)
            second += b[j];
        if (first != second)
            return std::stoull(first) <=> std::stoull(second);
    }
    return (a.size() - i) <=> (b.size() - j);
}

/// Unknown ones are the oldest.
inline std::strong_ordering compareAges(std::int64_t a, std::int64_t b)
{
    return b <=> a;
}

inline std::strong_ordering compareCells(const kube::Cell &a, const kube::Cell &b)
{
    using Type = kube::Cell::Type;
    if (a.type == Type::Text)
        return compareTexts(a.text, b.text);
    if (a.type == Type::Age)
        return compareAges(a.seconds, b.seconds);
    if (a.number != b.number || a.type == Type::Integer)
        return a.number <=> b.number;
    return a.number == 0 ? std::strong_ordering::equal : compareAges(a.seconds, b.seconds);
}

/// Of a column that a person made: 1 numbers, with their value, 2 times, 3 texts, 4 nothing. For the texts that tests use.
inline std::pair<int, double> meaningOf(std::string_view text)
{
    if (text.empty())
        return {4, 0};
    if (text.size() == 20 && text.ends_with('Z'))
        return {2, 0};
    char *end = nullptr;
    const std::string whole(text);
    const double number = std::strtod(whole.c_str(), &end);
    const std::string_view suffix(end);
    if (end == whole.c_str() || (!suffix.empty() && suffix != "m" && suffix != "Ki"))
        return {3, 0};
    return {1, suffix == "m" ? number / 1000 : suffix == "Ki" ? number * 1024 : number};
}

inline std::strong_ordering compareAny(std::string_view a, std::string_view b)
{
    const auto first = meaningOf(a), second = meaningOf(b);
    if (first != second)
        return first < second ? std::strong_ordering::less : std::strong_ordering::greater;
    return first.first == 1 ? std::strong_ordering::equal : compareTexts(a, b);
}

inline std::strong_ordering compareIn(const TableModel &model, std::size_t column, const kube::Cell &a, const kube::Cell &b)
{
    return model.columns()[column].isUser ? compareAny(a.text, b.text) : compareCells(a, b);
}

inline std::strong_ordering compareRows(const TableModel &model, const SortBy &by, kube::RowId a, kube::RowId b)
{
    const TableRows &rows = model.source();
    if (by.brokenFirst && rows.readHealth(a) != rows.readHealth(b))
        return rows.readHealth(a) <=> rows.readHealth(b);
    for (const SortColumn &each : by.columns) {
        const auto order = compareIn(model, each.column, rows.cell(a, each.column), rows.cell(b, each.column));
        if (order != 0)
            return each.descending ? 0 <=> order : order;
    }
    const auto order = compareTexts(rows.store().namespaceName(a), rows.store().namespaceName(b));
    return order != 0 ? order : compareTexts(rows.store().name(a), rows.store().name(b));
}

/// One word of a filter, said as what it means.
struct Term
{
    std::string column;             ///< empty: any that is shown
    std::string text;               ///< between slashes: an expression
    bool isNegated = false;

    std::string typed() const { return (isNegated ? "!" : "") + (column.empty() ? "" : column + ':') + text; }
};

/// "<65m", ">=2": of times, which are compared by their age, and of numbers.
inline bool compares(const kube::Cell &cell, std::string_view text, base::SystemTime now)
{
    const bool orEqual = text[1] == '=';
    const std::string wanted(text.substr(orEqual ? 2 : 1));
    std::int64_t value = cell.number, bound = std::stoll(wanted);
    if (cell.type == kube::Cell::Type::Age) {
        value = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() - cell.seconds;
        bound *= 60;
    }
    return value == bound ? orEqual : (value < bound) == (text[0] == '<');
}

inline bool containsTerm(const TableModel &model, const Term &term, kube::RowId row)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        const bool isMeant = term.column.empty() ? model.isColumnShown(column) : model.columns()[std::size_t(column)].name == term.column;
        if (!isMeant)
            continue;
        if (term.text[0] == '<' || term.text[0] == '>')
            return compares(model.source().cell(row, std::size_t(column)), term.text, model.now());
        const QString cell = QString::fromStdString(model.source().cell(row, std::size_t(column)).display(model.now()));
        const QString text = QString::fromStdString(term.text);
        const bool found = text.startsWith(u'/') ? QRegularExpression(text.mid(1, text.size() - 2), QRegularExpression::CaseInsensitiveOption).match(cell).hasMatch()
                                                 : cell.contains(text, Qt::CaseInsensitive);
        if (found)
            return true;
    }
    return false;
}

/// What is chosen beside the filter: namespaces and states.
inline bool isChosen(const TableModel &model, kube::RowId row)
{
    const auto &namespaces = model.namespaces();
    const bool isInPlace = namespaces.empty() || std::ranges::find(namespaces, model.source().store().namespaceName(row)) != namespaces.end();
    return isInPlace && (model.healthShown().none() || model.healthShown().test(std::size_t(model.source().readHealth(row))));
}

/// The rows that pass, in their order.
inline std::vector<kube::RowId> rowsOf(const TableModel &model, const std::vector<Term> &filter, const SortBy &by)
{
    std::vector<kube::RowId> rows;
    const kube::Store &store = model.source().store();
    for (kube::RowId row = 0; row < store.end(); ++row) {
        const auto passes = [&](const Term &term) { return containsTerm(model, term, row) != term.isNegated; };
        if (store.contains(row) && isChosen(model, row) && std::all_of(filter.begin(), filter.end(), passes))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [&](kube::RowId a, kube::RowId b) { return compareRows(model, by, a, b) < 0; });
    return rows;
}

/// Of a count and a time only the count is what rows have in common.
inline std::strong_ordering compareGroups(const TableModel &model, std::size_t column, kube::RowId first, kube::RowId second)
{
    kube::Cell a = model.source().cell(first, column), b = model.source().cell(second, column);
    a.seconds = b.seconds = kube::Cell::NoTime;
    return compareIn(model, column, a, b);
}

/// What stands in the table, line by line: "namespace/name", and of groups "Running: 7" above theirs, unless those are folded.
inline std::vector<std::string> linesOf(const TableModel &model, const std::vector<Term> &filter, const SortBy &by, std::optional<std::size_t> groupColumn,
                                        const std::set<std::string> &folded)
{
    const TableRows &cells = model.source();
    std::vector<kube::RowId> rows = rowsOf(model, filter, by);
    std::vector<std::string> lines;
    if (groupColumn) {
        const auto rank = by.rankOf(*groupColumn);
        const bool turned = rank && by.columns[*rank].descending;
        std::stable_sort(rows.begin(), rows.end(), [&](kube::RowId a, kube::RowId b) {
            return compareGroups(model, *groupColumn, turned ? b : a, turned ? a : b) < 0;
        });
    }
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = groupColumn ? begin : rows.size();
        while (end < rows.size() && compareGroups(model, *groupColumn, rows[begin], rows[end]) == 0)
            ++end;
        std::string label;
        if (groupColumn) {
            const kube::Cell cell = cells.cell(rows[begin], *groupColumn);
            label = cell.type == kube::Cell::Type::Text ? std::string(cell.text) : std::to_string(cell.number);
            lines.push_back(label + ": " + std::to_string(end - begin));
        }
        for (; begin < end; ++begin)
            if (!groupColumn || !folded.contains(label))
                lines.emplace_back(cells.store().key(rows[begin]));
    }
    return lines;
}

} // namespace tables::reference
