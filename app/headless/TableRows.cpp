#include "app/headless/TableRows.h"

#include "app/headless/SortKeys.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

namespace headless {

namespace {

constexpr std::string_view none = "<none>";

std::string allLabelsText(const text::Value &labels)
{
    std::map<std::string_view, std::string_view> sorted;
    for (const text::Value::Member &label : labels.members())
        sorted[label.key] = label.value.text();
    std::string out;
    for (const auto &[key, value] : sorted)
        (((out += out.empty() ? "" : ",") += key) += '=') += value;
    return out.empty() ? std::string(none) : out;
}

} // namespace

void TableRows::begin(std::string_view namespaceName)
{
    if (m_namespaces.empty() || m_namespaces.back() != namespaceName)
        m_namespaces.emplace_back(namespaceName);
    m_rows.push_back({static_cast<std::uint32_t>(m_cellEnds.size()), static_cast<std::uint32_t>(m_namespaces.size() - 1)});
}

void TableRows::cell(std::string_view text)
{
    m_texts += text;
    m_cellEnds.push_back(m_texts.size());
}

void TableRows::extras(const RowExtras &extras, const text::Value &labels, const text::Value &object)
{
    for (const std::string &label : extras.labelColumns) {
        const text::Value *value = labels.find(label);
        cell(value ? std::string_view(value->text()) : std::string_view());
    }
    if (extras.allLabels)
        cell(allLabelsText(labels));
    if (extras.sortKey)
        m_sortKeys.push_back(extras.sortKey(object));
}

std::size_t TableRows::cellCount(std::size_t row) const
{
    return (row + 1 < m_rows.size() ? m_rows[row + 1].firstCell : m_cellEnds.size()) - m_rows[row].firstCell;
}

std::string_view TableRows::cell(std::size_t row, std::size_t column) const
{
    const std::size_t index = m_rows[row].firstCell + column;
    const std::uint64_t begin = index == 0 ? 0 : m_cellEnds[index - 1];
    return std::string_view(m_texts).substr(begin, m_cellEnds[index] - begin);
}

void TableRows::append(TableRows &&other)
{
    if (columns.empty())
        columns = std::move(other.columns);
    if (m_rows.empty()) {
        auto kept = std::move(columns);
        *this = std::move(other);
        columns = std::move(kept);
        return;
    }
    const std::uint64_t texts = m_texts.size();
    const auto cells = static_cast<std::uint32_t>(m_cellEnds.size());
    const auto names = static_cast<std::uint32_t>(m_namespaces.size());
    m_texts += other.m_texts;
    for (const std::uint64_t end : other.m_cellEnds)
        m_cellEnds.push_back(end + texts);
    for (const Row &row : other.m_rows)
        m_rows.push_back({row.firstCell + cells, row.namespaceIndex + names});
    std::ranges::move(other.m_namespaces, std::back_inserter(m_namespaces));
    std::ranges::move(other.m_sortKeys, std::back_inserter(m_sortKeys));
    other = {};
}

base::Result<void> TableRows::sortByKeys(std::string_view path)
{
    auto order = sortedOrder(m_sortKeys, path);
    if (!order)
        return order.error();
    reorder(*order);
    return {};
}

void TableRows::sortByNumber(std::string_view columnName)
{
    const auto column = std::ranges::find(columns, columnName, [](const kube::TableColumn &one) -> std::string_view { return one.column.name; });
    if (column == columns.end())
        return;
    const auto index = static_cast<std::size_t>(column - columns.begin());
    const auto number = [&](std::size_t row) { return std::strtoll(std::string(cell(row, index)).c_str(), nullptr, 10); };
    std::vector<std::size_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, number);
    reorder(order);
}

void TableRows::reorder(const std::vector<std::size_t> &order)
{
    TableRows sorted;
    sorted.columns = columns;
    for (const std::size_t row : order) {
        sorted.begin(namespaceName(row));
        for (std::size_t column = 0; column < cellCount(row); ++column)
            sorted.cell(cell(row, column));
        if (row < m_sortKeys.size())
            sorted.m_sortKeys.push_back(m_sortKeys[row]);
    }
    *this = std::move(sorted);
}

} // namespace headless
