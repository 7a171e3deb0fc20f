#include "models/detail/LineChanges.h"

#include <algorithm>
#include <optional>

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

/// The shortest way to two lines that are equal again.
std::optional<Step> nextEqual(const Lines &before, const Lines &after, Step from)
{
    const std::size_t most = std::min(horizon, before.size() - from.before + after.size() - from.after);
    for (std::size_t distance = 1; distance <= most; ++distance) {
        for (std::size_t skipped = 0; skipped <= distance; ++skipped) {
            const Step to{from.before + skipped, from.after + distance - skipped};
            if (to.before < before.size() && to.after < after.size() && before[to.before] == after[to.after])
                return to;
        }
    }
    return std::nullopt;
}

std::string_view between(const Lines &lines, std::size_t begin, std::size_t end)
{
    if (begin == end)
        return {};
    const char *first = lines[begin].data();
    return {first, static_cast<std::size_t>(lines[end - 1].data() + lines[end - 1].size() - first)};
}

} // namespace

std::vector<LineChange> lineChanges(std::string_view before, std::string_view after)
{
    const Lines old = linesOf(before), now = linesOf(after);
    std::vector<LineChange> changes;
    Step at;
    while (at.before < old.size() || at.after < now.size()) {
        if (at.before < old.size() && at.after < now.size() && old[at.before] == now[at.after]) {
            ++at.before;
            ++at.after;
            continue;
        }
        const Step to = nextEqual(old, now, at).value_or(Step{old.size(), now.size()});
        changes.push_back({at.before, to.before - at.before, between(now, at.after, to.after)});
        at = to;
    }
    return changes;
}

} // namespace detail
