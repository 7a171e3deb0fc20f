#include "models/detail/LineChanges.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace detail {

namespace {

using Lines = std::vector<std::string_view>;

/// How far ahead equal lines are looked for.
constexpr std::size_t horizon = 64;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

struct Step
{
    std::size_t before = 0;
    std::size_t after = 0;
};

/// The shortest way to two lines that are equal again, before the end.
std::optional<Step> nextEqual(const Lines &before, const Lines &after, Step from, Step end)
{
    const std::size_t most = std::min(horizon, end.before - from.before + end.after - from.after);
    for (std::size_t distance = 1; distance <= most; ++distance) {
        for (std::size_t skipped = 0; skipped <= distance; ++skipped) {
            const Step to{from.before + skipped, from.after + distance - skipped};
            if (to.before < end.before && to.after < end.after && before[to.before] == after[to.after])
                return to;
        }
    }
    return std::nullopt;
}

/// Lines that each text has once, in the order of the text before.
std::vector<Step> uniqueLines(const Lines &before, const Lines &after)
{
    struct Count { std::size_t before = 0, after = 0, place = 0; };
    std::unordered_map<std::string_view, Count> counts;
    for (const std::string_view line : before)
        ++counts[line].before;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (const auto found = counts.find(after[i]); found != counts.end()) {
            ++found->second.after;
            found->second.place = i;
        }
    }
    std::vector<Step> unique;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Count &count = counts[before[i]];
        if (count.before == 1 && count.after == 1)
            unique.push_back({i, count.place});
    }
    return unique;
}

/// The most of them that stand in the same order in both texts: what moved gives way to what stayed.
std::vector<Step> anchors(const std::vector<Step> &unique)
{
    std::vector<std::size_t> ends, previous(unique.size());     // the best last one of each length
    for (std::size_t i = 0; i < unique.size(); ++i) {
        const auto at = std::ranges::lower_bound(ends, unique[i].after, {}, [&](std::size_t end) { return unique[end].after; });
        previous[i] = at == ends.begin() ? unique.size() : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<Step> kept;
    for (std::size_t i = ends.empty() ? unique.size() : ends.back(); i < unique.size(); i = previous[i])
        kept.push_back(unique[i]);
    std::ranges::reverse(kept);
    return kept;
}

std::string_view between(const Lines &lines, std::size_t begin, std::size_t end)
{
    if (begin == end)
        return {};
    const char *first = lines[begin].data();
    return {first, static_cast<std::size_t>(lines[end - 1].data() + lines[end - 1].size() - first)};
}

/// Two changes without a line between them are one.
void add(std::vector<LineChange> &changes, const Lines &after, Step from, Step to)
{
    const std::string_view inserted = between(after, from.after, to.after);
    if (changes.empty() || changes.back().first + changes.back().removed != from.before) {
        changes.push_back({from.before, to.before - from.before, inserted});
        return;
    }
    LineChange &last = changes.back();
    last.removed += to.before - from.before;
    const char *first = last.inserted.empty() ? inserted.data() : last.inserted.data();
    last.inserted = {first, last.inserted.size() + inserted.size()};
}

void addChanges(std::vector<LineChange> &changes, const Lines &old, const Lines &now, Step at, Step end)
{
    while (at.before < end.before || at.after < end.after) {
        if (at.before < end.before && at.after < end.after && old[at.before] == now[at.after]) {
            ++at.before;
            ++at.after;
            continue;
        }
        const Step to = nextEqual(old, now, at, end).value_or(end);
        add(changes, now, at, to);
        at = to;
    }
}

} // namespace

std::vector<LineChange> lineChanges(std::string_view before, std::string_view after)
{
    const Lines old = linesOf(before), now = linesOf(after);
    std::vector<LineChange> changes;
    Step at;
    for (const Step &anchor : anchors(uniqueLines(old, now))) {
        addChanges(changes, old, now, at, anchor);
        at = {anchor.before + 1, anchor.after + 1};
    }
    addChanges(changes, old, now, at, {old.size(), now.size()});
    return changes;
}

} // namespace detail
