#pragma once

#include "models/base/Result.h"
#include "models/kube/ItemStreams.h"
#include "models/text/Value.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headless {

/// What a row has beside the cells of its kind.
struct RowExtras
{
    std::vector<std::string> labelColumns;      ///< -L
    bool allLabels = false;                     ///< --show-labels
    std::function<text::Value(const text::Value &object)> sortKey;   ///< --sort-by

    bool needLabels() const { return allLabels || !labelColumns.empty(); }
};

/// The rows of one kind as they will be printed: texts one after the other in one piece of memory.
class TableRows
{
public:
    std::vector<kube::TableColumn> columns;

    void begin(std::string_view namespaceName);
    void cell(std::string_view text);
    /// Appends the cells for labels, in the order of the extras, and keeps the sort key.
    void extras(const RowExtras &extras, const text::Value &labels, const text::Value &object);
    void append(TableRows &&other);
    /// By the sort keys; the path only names them in an error: no row has it, or its values have no order.
    base::Result<void> sortByKeys(std::string_view path);
    /// By the numbers in a column, as some lists come from the server; rows with equal ones stay in their order.
    void sortByNumber(std::string_view columnName);

    std::size_t size() const { return m_rows.size(); }
    std::size_t cellCount(std::size_t row) const;
    std::string_view cell(std::size_t row, std::size_t column) const;
    std::string_view namespaceName(std::size_t row) const { return m_namespaces[m_rows[row].namespaceIndex]; }

private:
    void reorder(const std::vector<std::size_t> &order);

    struct Row { std::uint32_t firstCell = 0; std::uint32_t namespaceIndex = 0; };

    std::string m_texts;
    std::vector<std::uint64_t> m_cellEnds;
    std::vector<Row> m_rows;
    std::vector<std::string> m_namespaces;
    std::vector<text::Value> m_sortKeys;
};

} // namespace headless
