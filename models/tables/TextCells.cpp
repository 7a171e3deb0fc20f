#include "models/tables/TextCells.h"

#include <charconv>

namespace tables {
namespace {

/// Only in the spelling that it is shown in.
bool readInteger(std::string_view text, std::int64_t &number)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || digits.size() > 18 || (digits[0] == '0' && text.size() > 1))
        return false;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
}

} // namespace

void TextCells::setColumns(std::size_t count)
{
    m_texts = {};
    m_ids.assign(count, {});
}

/// The new text is taken before the old one is let go, so that what stays the same is not freed and made again.
bool TextCells::set(kube::RowId row, std::span<const std::string> texts)
{
    bool isOther = false;
    for (std::size_t column = 0; column < m_ids.size() && column < texts.size(); ++column) {
        std::vector<kube::StringPool::Id> &ids = m_ids[column];
        if (ids.size() <= row)
            ids.resize(row + 1u, kube::StringPool::none);
        const kube::StringPool::Id old = std::exchange(ids[row], m_texts.intern(texts[column]));
        isOther |= old != ids[row];
        if (old != kube::StringPool::none)
            m_texts.release(old);
    }
    return isOther;
}

void TextCells::drop(kube::RowId row)
{
    for (std::vector<kube::StringPool::Id> &ids : m_ids)
        if (row < ids.size() && ids[row] != kube::StringPool::none)
            m_texts.release(std::exchange(ids[row], kube::StringPool::none));
}

kube::StringPool::Id TextCells::textId(kube::RowId row, std::size_t column) const
{
    return row < m_ids[column].size() ? m_ids[column][row] : kube::StringPool::none;
}

kube::Cell TextCells::cell(kube::RowId row, std::size_t column) const
{
    kube::Cell cell;
    const kube::StringPool::Id id = textId(row, column);
    if (id == kube::StringPool::none)
        return cell;
    cell.text = m_texts.text(id);
    if (readInteger(cell.text, cell.number))
        cell.type = kube::Cell::Type::Integer;
    return cell;
}

} // namespace tables
