#include "models/rights/AfterPicture.h"

#include "models/platform/Aside.h"
#include "models/rbac/ComparisonList.h"

#include <algorithm>
#include <set>

namespace rights {

namespace {

/// Of a large cluster it takes long to free, whoever lets go of it last.
std::shared_ptr<const rbac::Basis> basisAfter(const DraftResult &result)
{
    auto *after = new rbac::Basis(result.effect.whatIf.after, *result.basis);
    return {after, [](const rbac::Basis *last) { platform::runAside([last] { delete last; }); }};
}

std::vector<rbac::Identity> touchedBy(const rbac::WhatIf &whatIf)
{
    std::set<rbac::ObjectRef> changed;
    for (const auto *changes : {&whatIf.gained, &whatIf.lost})
        for (const rbac::RightChange &change : *changes)
            changed.insert(change.identity);
    std::vector<rbac::ObjectRef> order = whatIf.touched;
    std::ranges::stable_partition(order, [&](const rbac::ObjectRef &subject) { return changed.contains(subject); });
    std::vector<rbac::Identity> out;
    for (std::size_t i = 0; i < std::min(order.size(), MostDrawn); ++i)
        out.push_back(rbac::Identity::ofSubject(order[i]));
    return out;
}

} // namespace

AfterPicture afterPicture(std::shared_ptr<const DraftResult> result, AfterWish wish, const AfterPicture *previous)
{
    const bool isSame = previous && previous->result == result;
    AfterPicture out{result, isSame ? previous->after : basisAfter(*result), {}, result->effect.whatIf.touched.size(), {}};
    out.known = isSame ? previous->known : rbac::identitiesIn(out.after->inputs);
    wish.looks.identities = wish.who ? std::vector{*wish.who} : touchedBy(result->effect.whatIf);
    out.picture = std::make_shared<const rbac::AccessPicture>(rbac::changedPicture(result->basis, out.after, wish.looks, previous ? previous->picture.get() : nullptr));
    return out;
}

} // namespace rights
