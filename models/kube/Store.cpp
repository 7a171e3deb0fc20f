#include "models/kube/Store.h"

#include "models/kube/ObjectPacker.h"

#include <charconv>
#include <cstring>

namespace kube {

namespace {

// A packed cell: two bits of type, 62 bits of content.
enum Tag : std::uint64_t { TextTag = 0, IntegerTag = 1, AgeTag = 2, CountAgoTag = 3 };

constexpr int tagShift = 62;
constexpr std::uint64_t contentMask = (std::uint64_t(1) << tagShift) - 1;
constexpr int countBits = 24;
constexpr std::uint64_t countMask = (1 << countBits) - 1;
constexpr std::uint64_t noTime38 = (std::uint64_t(1) << 38) - 1;
constexpr std::uint64_t noTime62 = std::uint64_t(1) << 61;
/// Stands for the row's own name, which the key holds already.
constexpr std::uint64_t ownName = contentMask;

std::uint64_t packed(Tag tag, std::uint64_t content)
{
    return (std::uint64_t(tag) << tagShift) | (content & contentMask);
}

std::int64_t signed62(std::uint64_t content)
{
    return static_cast<std::int64_t>(content << 2) >> 2;
}

bool fits62(std::int64_t number)
{
    return signed62(static_cast<std::uint64_t>(number) & contentMask) == number;
}

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::size_t uuidLength = 36;

bool isDash(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

} // namespace

Store::Store(std::vector<Column> columns, std::shared_ptr<const ObjectPacker> packer) : m_packer(std::move(packer))
{
    setColumns(std::move(columns));
}

Store::~Store() = default;

void Store::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    m_cells.assign(m_columns.size(), {});
    m_strings = {};
    m_keys = {};
    m_rows.clear();
    m_rowOfKey.clear();
    m_free.clear();
    m_rowCount = 0;
    m_complete = false;
}

Store::Compact Store::compactUid(std::string_view text)
{
    Compact compact;
    if (text.empty())
        return compact;
    int digits = 0;
    bool canonical = text.size() == uuidLength;
    for (std::size_t i = 0; canonical && i < text.size(); ++i) {
        if (isDash(i)) {
            canonical = text[i] == '-';
            continue;
        }
        const auto digit = hexDigits.find(text[i]);
        canonical = digit != hexDigits.npos;
        std::uint64_t &half = digits++ < 16 ? compact.high : compact.low;
        half = (half << 4) | (digit & 15);
    }
    if (!canonical)
        return {0, 0, m_strings.intern(text)};
    return compact;
}

Store::Compact Store::compactVersion(std::string_view text)
{
    Compact compact;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), compact.low);
    const bool plain = error == std::errc() && end == text.data() + text.size() && text[0] != '0';
    if (text.empty() || plain)
        return compact;
    return {0, 0, m_strings.intern(text)};
}

void Store::release(Compact &compact)
{
    if (compact.text != StringPool::none)
        m_strings.release(compact.text);
    compact = {};
}

std::string Store::uid(RowId row) const
{
    const Compact &compact = m_rows[row].uid;
    if (compact.text != StringPool::none)
        return std::string(m_strings.text(compact.text));
    if (compact == Compact())
        return {};
    std::string out(uuidLength, '-');
    for (int i = 0, position = 0; i < 32; ++i, ++position) {
        position += isDash(static_cast<std::size_t>(position)) ? 1 : 0;
        const std::uint64_t half = i < 16 ? compact.high : compact.low;
        out[static_cast<std::size_t>(position)] = hexDigits[(half >> (60 - (i & 15) * 4)) & 15];
    }
    return out;
}

std::string Store::resourceVersion(RowId row) const
{
    const Compact &compact = m_rows[row].version;
    if (compact.text != StringPool::none)
        return std::string(m_strings.text(compact.text));
    return compact.low == 0 ? std::string() : std::to_string(compact.low);
}

std::string_view Store::key(RowId row) const
{
    return m_keys.text(m_rows[row].key);
}

std::string_view Store::namespaceName(RowId row) const
{
    return key(row).substr(0, m_rows[row].namespaceLength);
}

std::string_view Store::name(RowId row) const
{
    const std::size_t length = m_rows[row].namespaceLength;
    return key(row).substr(length > 0 ? length + 1 : 0);
}

RowId Store::find(std::string_view wanted) const
{
    const StringPool::Id id = m_keys.find(wanted);
    return id == StringPool::none ? end() : m_rowOfKey[id];
}

Store::PackedCell Store::pack(const Row &row, const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Integer:
        if (fits62(cell.number))
            return packed(IntegerTag, static_cast<std::uint64_t>(cell.number));
        return packed(TextTag, m_strings.intern(std::to_string(cell.number)));
    case Cell::Type::Age:
        return packed(AgeTag, cell.seconds == Cell::NoTime ? noTime62 : static_cast<std::uint64_t>(cell.seconds));
    case Cell::Type::CountAgo: {
        const bool known = cell.seconds >= 0 && cell.seconds < static_cast<std::int64_t>(noTime38);
        const std::uint64_t seconds = known ? static_cast<std::uint64_t>(cell.seconds) : noTime38;
        if (cell.number < 0 || cell.number > static_cast<std::int64_t>(countMask))
            return packed(IntegerTag, static_cast<std::uint64_t>(cell.number));
        return packed(CountAgoTag, (seconds << countBits) | static_cast<std::uint64_t>(cell.number));
    }
    case Cell::Type::Text:
        break;
    }
    const std::string_view key = m_keys.text(row.key);
    if (!cell.text.empty() && key.substr(row.namespaceLength > 0 ? row.namespaceLength + 1u : 0u) == cell.text)
        return packed(TextTag, ownName);
    return packed(TextTag, m_strings.intern(cell.text));
}

Cell Store::cell(RowId row, std::size_t column) const
{
    const PackedCell value = m_cells[column][row];
    const std::uint64_t content = value & contentMask;
    Cell cell;
    switch (value >> tagShift) {
    case TextTag:
        cell.text = content == ownName ? name(row) : m_strings.text(static_cast<StringPool::Id>(content));
        break;
    case IntegerTag:
        cell.type = Cell::Type::Integer;
        cell.number = signed62(content);
        break;
    case AgeTag:
        cell.type = Cell::Type::Age;
        cell.seconds = content == noTime62 ? Cell::NoTime : signed62(content);
        break;
    case CountAgoTag:
        cell.type = Cell::Type::CountAgo;
        cell.number = static_cast<std::int64_t>(content & countMask);
        cell.seconds = (content >> countBits) == noTime38 ? Cell::NoTime : static_cast<std::int64_t>(content >> countBits);
        break;
    }
    return cell;
}

StringPool::Id Store::textId(RowId row, std::size_t column) const
{
    const PackedCell value = m_cells[column][row];
    const bool isShared = (value >> tagShift) == TextTag && (value & contentMask) != ownName;
    return isShared ? static_cast<StringPool::Id>(value & contentMask) : StringPool::none;
}

void Store::releaseCells(RowId row)
{
    for (std::vector<PackedCell> &column : m_cells) {
        const PackedCell value = column[row];
        if ((value >> tagShift) == TextTag && (value & contentMask) != ownName)
            m_strings.release(static_cast<StringPool::Id>(value & contentMask));
        column[row] = packed(TextTag, ownName);
    }
}

void Store::fill(RowId id, const Changes &changes, std::size_t index)
{
    const Changes::Row from = changes.row(index);
    Row &row = m_rows[id];
    row.generation = m_generation;
    Compact version = compactVersion(from.resourceVersion);
    release(row.version);
    row.version = version;
    // New texts are taken before the old ones are let go, so that what stays the same is not freed and made again.
    for (std::size_t column = 0; column < m_cells.size(); ++column) {
        const PackedCell old = m_cells[column][id];
        m_cells[column][id] = pack(row, changes.cell(index, column));
        if ((old >> tagShift) == TextTag && (old & contentMask) != ownName)
            m_strings.release(static_cast<StringPool::Id>(old & contentMask));
    }
    row.objectSize = static_cast<std::uint32_t>(from.object.size());
    row.object.reset(from.object.empty() ? nullptr : new char[from.object.size()]);
    if (row.object)
        std::memcpy(row.object.get(), from.object.data(), from.object.size());
}

RowId Store::addRow(const Changes::Row &from)
{
    RowId id = end();
    if (m_free.empty()) {
        m_rows.emplace_back();
        for (std::vector<PackedCell> &column : m_cells)
            column.push_back(packed(TextTag, ownName));
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    Row &row = m_rows[id];
    row.inUse = true;
    row.key = m_keys.intern(from.key);
    row.namespaceLength = static_cast<std::uint16_t>(from.namespaceName.size());
    row.uid = compactUid(from.uid);
    if (m_rowOfKey.size() <= row.key)
        m_rowOfKey.resize(row.key + 1u, StringPool::none);
    m_rowOfKey[row.key] = id;
    ++m_rowCount;
    return id;
}

void Store::removeRow(RowId id)
{
    releaseCells(id);
    Row &row = m_rows[id];
    m_keys.release(row.key);
    release(row.uid);
    release(row.version);
    row = {};
    m_free.push_back(id);
    --m_rowCount;
}

void Store::put(const Changes &changes, std::size_t index, Delta *delta)
{
    const Changes::Row from = changes.row(index);
    RowId id = find(from.key);
    const bool known = id != end();
    if (known) {
        Compact uid = compactUid(from.uid);
        const bool same = uid == m_rows[id].uid;
        release(uid);
        if (same) {
            fill(id, changes, index);
            delta->changed.push_back(id);
            return;
        }
        removeRow(id);
        delta->removed.push_back(id);
    }
    id = addRow(from);
    fill(id, changes, index);
    delta->added.push_back(id);
}

void Store::removeOldGenerations(Delta *delta)
{
    for (RowId id = 0; id < m_rows.size(); ++id) {
        if (m_rows[id].inUse && m_rows[id].generation != m_generation) {
            removeRow(id);
            delta->removed.push_back(id);
        }
    }
}

Delta Store::apply(const Changes &changes, std::size_t first, std::size_t stop)
{
    Delta delta;
    if (changes.restarts() && first == 0)
        ++m_generation;
    for (std::size_t i = first; i < stop; ++i) {
        const Changes::Row row = changes.row(i);
        if (row.type == RowChange::Type::Put) {
            put(changes, i, &delta);
        } else if (const RowId id = find(row.key); id != end()) {
            removeRow(id);
            delta.removed.push_back(id);
        }
    }
    if (changes.completes() && stop == changes.rowCount()) {
        removeOldGenerations(&delta);
        m_complete = true;
    }
    return delta;
}

base::Result<std::string> Store::object(RowId row) const
{
    const Row &from = m_rows[row];
    if (!from.object || !m_packer)
        return base::makeError(base::ErrorKind::NotFound, "the object itself is not kept");
    return m_packer->unpack({from.object.get(), from.objectSize});
}

std::size_t Store::memory() const
{
    constexpr std::size_t heapHeader = 16;
    std::size_t bytes = m_strings.memory() + m_keys.memory() + m_rows.capacity() * sizeof(Row)
        + (m_rowOfKey.capacity() + m_free.capacity()) * sizeof(RowId);
    for (const std::vector<PackedCell> &column : m_cells)
        bytes += column.capacity() * sizeof(PackedCell);
    for (const Row &row : m_rows)
        bytes += row.object ? row.objectSize + heapHeader : 0;
    return bytes;
}

} // namespace kube
