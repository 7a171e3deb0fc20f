#include "models/downward/Comparison.h"

#include "models/downward/Fields.h"

#include <algorithm>
#include <array>

namespace downward {
namespace {

void addOnce(std::vector<std::string> &names, const std::string &name)
{
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

bool begins(std::string_view line, std::string_view key)
{
    return line.starts_with(key) && line.substr(key.size()).starts_with('=');
}

/// Without the lines that only a kubelet has.
std::string withoutKubelets(std::string_view lines)
{
    std::string out;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        if (begins(line, SeenByKubelet) || begins(line, SourceOfKubelet))
            continue;
        out += out.empty() ? "" : "\n";
        out += line;
    }
    return out;
}

bool isSame(const Entry &entry, const std::string &seen)
{
    const bool isAll = entry.resolved.how.origin == Origin::AllPairs && entry.field == "metadata.annotations";
    return *entry.resolved.value == seen || (isAll && withoutKubelets(*entry.resolved.value) == withoutKubelets(seen));
}

Compared seenAs(const Entry &entry, Compared compared, const std::string &seen)
{
    compared.seen = seen;
    compared.match = !entry.resolved.value ? Match::SeenOnly : isSame(entry, seen) ? Match::Equal : Match::Differs;
    return compared;
}

Compared unreadable(Compared compared, const base::Error &error)
{
    compared.match = error.reason == ContainerIsDown ? Match::NotRunning : Match::Unreadable;
    compared.error = error;
    return compared;
}

Compared variable(const Entry &entry, const Reading &reading)
{
    Compared compared;
    compared.container = entry.container;
    const auto found = reading.variables.find(entry.container);
    if (found == reading.variables.end())
        return compared;
    if (!found->second)
        return unreadable(std::move(compared), found->second.error());
    const auto value = found->second->find(entry.name);
    compared.match = entry.isOverridden ? Match::Overridden : Match::Absent;
    const bool isThere = value != found->second->end() && !entry.isOverridden;
    return isThere ? seenAs(entry, std::move(compared), value->second) : compared;
}

Compared file(const Entry &entry, const Mount &mount, const Reading &reading)
{
    Compared compared;
    compared.container = mount.container;
    compared.file = mount.file;
    const auto found = reading.files.find({mount.container, mount.file});
    if (found == reading.files.end())
        return compared;
    return found->second ? seenAs(entry, std::move(compared), *found->second) : unreadable(std::move(compared), found->second.error());
}

} // namespace

ReadingPlan planOf(const std::vector<Entry> &entries)
{
    ReadingPlan plan;
    for (const Entry &entry : entries) {
        if (entry.kind == EntryKind::Env)
            addOnce(plan.environments, entry.container);
        for (const Mount &mount : entry.mounts)
            addOnce(plan.files[mount.container], mount.file);
    }
    return plan;
}

std::vector<Compared> compare(const Entry &entry, const Reading &reading)
{
    if (entry.kind == EntryKind::Env)
        return {variable(entry, reading)};
    std::vector<Compared> out;
    for (const Mount &mount : entry.mounts)
        out.push_back(file(entry, mount, reading));
    return out;
}

Match worstOf(const std::vector<Compared> &compared)
{
    constexpr std::array<Match, 8> order = {Match::Differs, Match::Absent, Match::Unreadable, Match::SeenOnly, Match::Overridden, Match::Equal, Match::NotRunning, Match::NotRead};
    for (const Match match : order) {
        if (std::any_of(compared.begin(), compared.end(), [match](const Compared &one) { return one.match == match; }))
            return match;
    }
    return Match::NotRead;
}

} // namespace downward
