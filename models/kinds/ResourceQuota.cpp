#include "models/kinds/Kinds.h"
#include "models/kinds/Volumes.h"

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

const Column columns[] = {{"Name"}, {"Request"}, {"Limit"}, {"Age"}};

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

void write(const ResourceQuota &f, const Record &quota, CellWriter &out)
{
    out.text(quota.text(f.name));
    writeResources(out, f, quota, false);
    writeResources(out, f, quota, true);
    writeAge(out, quota, f.created);
}

constexpr Kind list[] = {makeKind<ResourceQuota, write, "v1", "ResourceQuota">("resourcequotas", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> resourceQuotaKinds = list;

} // namespace kinds
