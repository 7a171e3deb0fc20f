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

Run runAt(const std::u32string &text, std::size_t at, std::uint64_t start)
{
    Run run{start, at};
    for (; run.end < text.size() && isDigit(text[run.end]); ++run.end)
        run.value = run.value * 10 + (std::uint64_t(text[run.end]) - U'0');
    return run;
}

/// Whether the digits before a place have one that is not 0, so that a 0 there counts as a digit of a number.
bool continuesNumber(const std::u32string &text, std::size_t at)
{
    while (at > 0 && isDigit(text[at - 1])) {
        if (text[--at] != U'0')
            return true;
    }
    return false;
}

bool isBeforeAt(const std::u32string &left, const std::u32string &right, std::size_t at)
{
    const bool leftLetter = isLetter(left[at]);
    const bool rightLetter = isLetter(right[at]);
    if (leftLetter && rightLetter)
        return left[at] < right[at];
    if (leftLetter || rightLetter)
        return rightLetter;
    const bool hasZero = left[at] == U'0' || right[at] == U'0';
    const std::uint64_t start = hasZero && continuesNumber(left, at) ? 1 : 0;
    const Run leftRun = runAt(left, at, start);
    const Run rightRun = runAt(right, at, start);
    if (leftRun.value != rightRun.value)
        return static_cast<std::int64_t>(leftRun.value) < static_cast<std::int64_t>(rightRun.value);
    if (leftRun.end != rightRun.end)
        return leftRun.end < rightRun.end;
    return left[at] < right[at];
}

struct Entry
{
    const Member *member;
    std::u32string points;
};

bool isBefore(const std::u32string &left, const std::u32string &right)
{
    const std::size_t shorter = std::min(left.size(), right.size());
    for (std::size_t at = 0; at < shorter; ++at) {
        if (left[at] != right[at])
            return isBeforeAt(left, right, at);
    }
    return left.size() < right.size();
}

/// A merge sort that, unlike std::sort, is safe with an order that goes in a circle.
void sortEntries(std::vector<Entry *> &entries)
{
    std::vector<Entry *> merged(entries.size());
    for (std::size_t half = 1; half < entries.size(); half *= 2) {
        for (std::size_t from = 0; from < entries.size(); from += 2 * half) {
            const std::size_t middle = std::min(from + half, entries.size());
            const std::size_t end = std::min(from + 2 * half, entries.size());
            std::size_t left = from;
            std::size_t right = middle;
            for (std::size_t to = from; to < end; ++to) {
                const bool takesRight = left == middle || (right < end && isBefore(entries[right]->points, entries[left]->points));
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
    for (auto member = members.rbegin(); member != members.rend(); ++member)
        unique.push_back(&*member);
    std::stable_sort(unique.begin(), unique.end(), [](const Member *left, const Member *right) { return left->key < right->key; });
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
    std::vector<Entry> entries;
    for (const Member *member : uniqueMembers(members))
        entries.push_back({member, codePoints(member->key)});
    std::vector<Entry *> order;
    for (Entry &entry : entries)
        order.push_back(&entry);
    sortEntries(order);
    std::vector<const Member *> sorted;
    for (const Entry *entry : order)
        sorted.push_back(entry->member);
    return sorted;
}

} // namespace text
