#pragma once

#include "models/kube/Store.h"

#include <span>
#include <string>
#include <vector>

namespace tables {

/// Cells that are not the store's: few different texts, each kept once.
class TextCells
{
public:
    /// Forgets all rows.
    void setColumns(std::size_t count);
    std::size_t columns() const { return m_ids.size(); }

    /// Whether any of them is another than before.
    bool set(kube::RowId row, std::span<const std::string> texts);
    void drop(kube::RowId row);
    /// Empty where nothing was read yet; a whole number is an Integer, with its text. Texts are valid until the next set() or drop().
    kube::Cell cell(kube::RowId row, std::size_t column) const;
    /// Equal for cells of equal text.
    kube::StringPool::Id textId(kube::RowId row, std::size_t column) const;
    kube::StringPool::Id textIdEnd() const { return m_texts.end(); }

private:
    kube::StringPool m_texts;
    std::vector<std::vector<kube::StringPool::Id>> m_ids;       ///< by column, then row
};

} // namespace tables
