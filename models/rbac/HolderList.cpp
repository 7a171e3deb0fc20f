#include "models/rbac/HolderList.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rbac {

namespace {

HolderEntry::Kind kindOf(const ObjectRef &subject)
{
    if (subject.kind == "ServiceAccount")
        return HolderEntry::Kind::ServiceAccount;
    if (subject.kind == "User")
        return HolderEntry::Kind::User;
    return isImpliedGroup(subject.name) ? HolderEntry::Kind::ImpliedGroup : HolderEntry::Kind::Group;
}

/// Several rules of a role are one way.
void addWay(const Grant &grant, std::vector<Grant> &ways)
{
    const auto isSame = [&](const Grant &known) { return known.binding->ref == grant.binding->ref && known.role->ref == grant.role->ref; };
    if (std::ranges::none_of(ways, isSame))
        ways.push_back(grant);
}

} // namespace

std::vector<HolderEntry> entriesOf(const Holders &holders)
{
    std::map<std::pair<HolderEntry::Kind, ObjectRef>, HolderEntry> entries;
    for (const Holder &holder : holders.holders) {
        const HolderEntry::Kind kind = kindOf(holder.subject);
        HolderEntry &entry = entries[{kind, holder.subject}];
        entry.subject = holder.subject;
        entry.kind = kind;
        entry.needsNoBinding = entry.needsNoBinding || !holder.grant;
        entry.isClusterWide = entry.isClusterWide || holder.isClusterWide;
        entry.pods = holder.pods;
        if (holder.grant)
            addWay(*holder.grant, entry.ways);
    }
    std::vector<HolderEntry> out;
    for (auto &[key, entry] : entries)
        out.push_back(std::move(entry));
    return out;
}

std::array<std::size_t, HolderKindCount> countsOf(const std::vector<HolderEntry> &entries)
{
    std::array<std::size_t, HolderKindCount> counts{};
    for (const HolderEntry &entry : entries)
        ++counts[static_cast<std::size_t>(entry.kind)];
    return counts;
}

} // namespace rbac
