#include "models/tables/SortKey.h"

#include "models/text/NaturalKey.h"
#include "models/text/Quantity.h"
#include "models/text/Time.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tables {
namespace {

void appendNumber(std::string &key, std::int64_t number)
{
    const std::uint64_t biased = static_cast<std::uint64_t>(number) ^ (std::uint64_t(1) << 63);
    char bytes[8];
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(biased >> (56 - 8 * i));
    key.append(bytes, sizeof bytes);
}

/// The later the time, the smaller the age.
void appendAge(std::string &key, std::int64_t seconds)
{
    appendNumber(key, seconds == kube::Cell::NoTime ? std::numeric_limits<std::int64_t>::max() : -seconds);
}

void appendText(std::string &key, std::string_view text, SortAs sortAs)
{
    if (sortAs == SortAs::Quantity) {
        if (const auto quantity = text::Quantity::parse(text))
            return appendNumber(key, quantity->milliValue());
    }
    text::appendNaturalKey(key, text);
}

/// Kubernetes takes "m" and "-" for quantities of zero, too; as most texts are none, it is also asked less.
bool hasNumber(std::string_view text)
{
    const std::size_t first = text.find_first_not_of("+-.");
    return first < text.size() && text[first] >= '0' && text[first] <= '9';
}

/// One byte says what it is, so that what is alike stands together.
constexpr char number = '1', known = '2', time = '3', word = '4', nothing = '5';

void appendAny(std::string &key, std::string_view text)
{
    if (text.empty()) {
        key += nothing;
    } else if (!hasNumber(text)) {
        key += word;
        text::appendNaturalKey(key, text);
    } else if (const auto quantity = text::Quantity::parse(text)) {
        using Ends = std::numeric_limits<std::int64_t>;
        const std::int64_t value = quantity->milliValue();
        key += number;
        appendNumber(key, value);
        if (value == Ends::max() || value == Ends::min())
            text::appendNaturalKey(key, text); // an id of 17 digits is beyond what a quantity tells apart
    } else if (const auto read = text::parseTime(text)) {
        key += time;
        appendNumber(key, read->seconds);
    } else {
        key += word;
        text::appendNaturalKey(key, text);
    }
}

/// Words stand behind numbers, and before every other text.
bool appendWord(std::string &key, std::string_view text, const std::vector<CellWord> &words)
{
    const auto found = std::ranges::find(words, text, &CellWord::text);
    if (found == words.end())
        return false;
    key += known;
    key += static_cast<char>(1 + (found - words.begin()));
    return true;
}

} // namespace

void appendSortKey(std::string &key, const kube::Cell &cell, const TableColumn &column)
{
    const SortAs sortAs = column.sortAs;
    if (column.added && appendWord(key, cell.text, column.added->words))
        return;
    if (sortAs == SortAs::Any)
        return appendAny(key, cell.text);
    switch (cell.type) {
    case kube::Cell::Type::Text:
        return appendText(key, cell.text, sortAs);
    case kube::Cell::Type::Integer:
        return appendNumber(key, cell.number);
    case kube::Cell::Type::Age:
        return appendAge(key, cell.seconds);
    case kube::Cell::Type::CountAgo:
        appendNumber(key, cell.number);
        if (cell.number != 0)
            appendAge(key, cell.seconds);
    }
}

void appendIdentityKey(std::string &key, const kube::Store &store, kube::RowId row)
{
    text::appendNaturalKey(key, store.namespaceName(row));
    key += '\0';
    text::appendNaturalKey(key, store.name(row));
}

} // namespace tables
