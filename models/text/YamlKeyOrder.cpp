#include "models/text/YamlKeyOrder.h"

#include "models/text/Utf8.h"

#include <QChar>

#include <algorithm>
#include <cstdint>
#include <string>

namespace text {

namespace {

using Member = Value::Member;

std::u32string codePoints(std::string_view text)
{
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        points.push_back(point.value);
        at += point.size;
    }
    return points;
}

char32_t at(const std::u32string &points, std::size_t index)
{
    return points[index];
}

/// Of ASCII each byte is a code point.
char32_t at(std::string_view points, std::size_t index)
{
    return static_cast<unsigned char>(points[index]);
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isDigit(char32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : QChar::isDigit(c);
}

bool isLetter(char32_t c)
{
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : QChar::isLetter(c);
}

/// The number that begins at a place, 0 when none does, and where it ends. It wraps around where 64 bits end.
struct Run
{
    std::uint64_t value;
    std::size_t end;
};

template<typename Points>
Run runAt(const Points &text, std::size_t begin, std::uint64_t start)
{
    Run run{start, begin};
    for (; run.end < text.size() && isDigit(at(text, run.end)); ++run.end)
        run.value = run.value * 10 + (std::uint64_t(at(text, run.end)) - U'0');
    return run;
}

/// Whether the digits before a place have one that is not 0, so that a 0 there counts as a digit of a number.
template<typename Points>
bool continuesNumber(const Points &text, std::size_t end)
{
    while (end > 0 && isDigit(at(text, end - 1))) {
        if (at(text, --end) != U'0')
            return true;
    }
    return false;
}

template<typename Points>
bool isBeforeAt(const Points &left, const Points &right, std::size_t index)
{
    const char32_t leftPoint = at(left, index), rightPoint = at(right, index);
    const bool leftLetter = isLetter(leftPoint);
    const bool rightLetter = isLetter(rightPoint);
    if (leftLetter && rightLetter)
        return leftPoint < rightPoint;
    if (leftLetter || rightLetter)
        return rightLetter;
    const bool hasZero = leftPoint == U'0' || rightPoint == U'0';
    const std::uint64_t start = hasZero && continuesNumber(left, index) ? 1 : 0;
    const Run leftRun = runAt(left, index, start);
    const Run rightRun = runAt(right, index, start);
    if (leftRun.value != rightRun.value)
        return static_cast<std::int64_t>(leftRun.value) < static_cast<std::int64_t>(rightRun.value);
    if (leftRun.end != rightRun.end)
        return leftRun.end < rightRun.end;
    return leftPoint < rightPoint;
}

template<typename Points>
bool isBefore(const Points &left, const Points &right)
{
    const std::size_t shorter = std::min(left.size(), right.size());
    for (std::size_t i = 0; i < shorter; ++i) {
        if (at(left, i) != at(right, i))
            return isBeforeAt(left, right, i);
    }
    return left.size() < right.size();
}

struct Entry
{
    const Member *member;
    std::u32string points;
};

/// A merge sort that, unlike std::sort, is safe with an order that goes in a circle.
template<typename Entries, typename IsBefore>
void mergeSort(Entries &entries, IsBefore &&isBeforeOther)
{
    Entries merged(entries.size());
    for (std::size_t half = 1; half < entries.size(); half *= 2) {
        for (std::size_t from = 0; from < entries.size(); from += 2 * half) {
            const std::size_t middle = std::min(from + half, entries.size());
            const std::size_t end = std::min(from + 2 * half, entries.size());
            std::size_t left = from;
            std::size_t right = middle;
            for (std::size_t to = from; to < end; ++to) {
                const bool takesRight = left == middle || (right < end && isBeforeOther(*entries[right], *entries[left]));
                merged[to] = entries[takesRight ? right++ : left++];
            }
        }
        entries.swap(merged);
    }
}

/// By bytes, and of a repeated key the last one only.
std::vector<const Member *> uniqueMembers(const Value::Map &members)
{
    std::vector<const Member *> unique;
    unique.reserve(members.size());
    for (const Member &member : members)
        unique.push_back(&member);
    std::sort(unique.begin(), unique.end(), [](const Member *left, const Member *right) {
        const int order = left->key.compare(right->key);
        return order != 0 ? order < 0 : left > right;
    });
    const auto end = std::unique(unique.begin(), unique.end(), [](const Member *left, const Member *right) { return left->key == right->key; });
    unique.erase(end, unique.end());
    return unique;
}

} // namespace

bool isBeforeInYaml(std::string_view left, std::string_view right)
{
    return isBefore(codePoints(left), codePoints(right));
}

std::vector<const Member *> inYamlOrder(const Value::Map &members)
{
    std::vector<const Member *> sorted = uniqueMembers(members);
    // Nearly always; it costs far less.
    if (std::ranges::all_of(sorted, [](const Member *member) { return isAscii(member->key); })) {
        mergeSort(sorted, [](const Member &left, const Member &right) { return isBefore<std::string_view>(left.key, right.key); });
        return sorted;
    }
    std::vector<Entry> entries;
    for (const Member *member : sorted)
        entries.push_back({member, codePoints(member->key)});
    std::vector<const Entry *> order;
    for (const Entry &entry : entries)
        order.push_back(&entry);
    mergeSort(order, [](const Entry &left, const Entry &right) { return isBefore(left.points, right.points); });
    sorted.clear();
    for (const Entry *entry : order)
        sorted.push_back(entry->member);
    return sorted;
}

} // namespace text
