#include "models/kinds/Kinds.h"
#include "models/kinds/Volumes.h"
#include "models/text/Quantity.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kinds {
namespace {

struct ResourceQuota : Fields
{
    using Fields::Fields;

    ResourceFields hard{plan, "status.hard"};
    ResourceFields used{plan, "status.used"};
};

const Column columns[] = {{"Name"}, {"Request"}, {"Limit"}, {"Age"}, {"State", Shown::Model}, {"Why", Shown::Model}};

using Resource = std::pair<std::string_view, std::string_view>;
using Resources = std::vector<Resource>;

/// Sorted by name.
void collect(const Record &quota, const ResourceFields &fields, Resources &found)
{
    for (const Record entry : quota.items(fields.map))
        found.emplace_back(entry.text(fields.map.key()), entry.text(fields.map.value()));
    std::sort(found.begin(), found.end());
}

/// The resources whose name begins with "limits.", or the others.
void writeResources(CellWriter &out, const ResourceQuota &f, const Record &quota, bool limits)
{
    Reused<Resources> hard;
    Resources used;
    collect(quota, f.hard, *hard);
    collect(quota, f.used, used);
    CellText text;
    for (const auto &[name, quantity] : *hard) {
        if (name.starts_with("limits.") != limits)
            continue;
        const auto found = std::lower_bound(used.begin(), used.end(), Resource(name, {}));
        const bool known = found != used.end() && found->first == name;
        text.next(", ").add(name).add(": ").add(known ? found->second : "0").add("/").add(quantity);
    }
    text.write(out);
}

/// How much of what it allows is used; in order of alarm.
enum class Use { Free, Near, Full };

Use useOf(std::string_view used, std::string_view hard)
{
    const auto isUsed = text::Quantity::parse(used);
    const auto allowed = text::Quantity::parse(hard);
    if (!isUsed || !allowed || isUsed->isZero())
        return Use::Free;
    if (*isUsed >= *allowed)
        return Use::Full;
    return static_cast<double>(isUsed->milliValue()) >= 0.9 * static_cast<double>(allowed->milliValue()) ? Use::Near : Use::Free;
}

/// The state, and each resource of which at least nine tenths are used.
void writeUse(CellWriter &out, const ResourceQuota &f, const Record &quota)
{
    Reused<Resources> hard;
    Resources used;
    collect(quota, f.hard, *hard);
    collect(quota, f.used, used);
    Use most = Use::Free;
    CellText why;
    for (const auto &[name, quantity] : *hard) {
        const auto found = std::lower_bound(used.begin(), used.end(), Resource(name, {}));
        if (found == used.end() || found->first != name)
            continue;
        const Use use = useOf(found->second, quantity);
        most = std::max(most, use);
        if (use != Use::Free)
            why.next(", ").add(name).add(": ").add(found->second).add("/").add(quantity);
    }
    out.text(most == Use::Full ? "Used up" : most == Use::Near ? "Nearly used up" : "Free");
    why.write(out);
}

void write(const ResourceQuota &f, const Record &quota, CellWriter &out)
{
    out.text(quota.text(f.name));
    writeResources(out, f, quota, false);
    writeResources(out, f, quota, true);
    writeAge(out, quota, f.created);
    writeUse(out, f, quota);
}

constexpr Kind list[] = {makeKind<ResourceQuota, write, "v1", "ResourceQuota">("resourcequotas", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> resourceQuotaKinds = list;

} // namespace kinds
