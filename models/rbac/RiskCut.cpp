#include "models/rbac/RiskCut.h"

#include "models/rbac/RightHolders.h"

#include <algorithm>
#include <optional>
#include <set>

namespace rbac {

namespace {

using Cut = std::set<ObjectRef>;
using Alternative = RiskTable::Alternative;

/// The bindings that mean the identity, with their roles, as a world of its own.
AccessEvaluator worldOf(const AccessEvaluator &evaluator, const Identity &identity)
{
    AccessEvaluator out;
    evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t, const auto &role) {
        out.set(binding);
        if (role)
            out.set(role);
        return true;
    });
    return out;
}

/// What gives a term there: in the namespace, or in the whole cluster.
Cut giversOf(std::size_t term, const HeldPlaces &held, const std::string &namespaceName)
{
    Cut out;
    for (const std::string &place : {std::string(), namespaceName}) {
        const auto found = held.find(place);
        if (found == held.end())
            continue;
        for (const HeldPlace::Grant &grant : found->second.grants)
            if (grant.hits->ruleOf(term) >= 0)
                out.insert(grant.binding->ref);
    }
    return out;
}

/// Of each alternative one term must go: the choice that costs the fewest bindings.
Cut smallest(const std::vector<std::vector<Cut>> &alternatives, std::size_t from, const Cut &gone)
{
    if (from == alternatives.size())
        return gone;
    std::optional<Cut> best;
    for (const Cut &givers : alternatives[from]) {
        Cut with = gone;
        with.insert(givers.begin(), givers.end());
        Cut whole = smallest(alternatives, from + 1, with);
        if (!best || whole.size() < best->size())
            best = std::move(whole);
    }
    return best.value_or(gone);
}

} // namespace

std::vector<ObjectRef> cutOfRisk(const AccessEvaluator &evaluator, const Inputs &inputs, const Risk &risk)
{
    if (riskRule(risk.id).words.empty() || !isSomebody(risk.subject))
        return risk.binding.isEmpty() ? std::vector<ObjectRef>() : std::vector<ObjectRef>{risk.binding};
    const Identity identity = Identity::ofSubject(risk.subject);
    if (identity.isIn(mastersGroup))
        return {};
    const AccessEvaluator world = worldOf(evaluator, identity);
    const RightHolders holders(world);
    const HeldTerms terms = holders.termsOf(identity);
    const HeldPlaces held = terms.all();
    std::vector<std::vector<Cut>> alternatives;
    for (const Alternative &alternative : RiskTable::instance().alternatives()) {
        const auto has = [&](std::size_t term) { return terms.allIn(risk.namespaceName).test(term); };
        if (riskRules()[alternative.risk].id != risk.id || !alternative.countsFor(inputs.serverMinor) || !std::ranges::all_of(alternative.needed, has))
            continue;
        alternatives.emplace_back();
        for (const std::size_t term : alternative.needed)
            alternatives.back().push_back(giversOf(term, held, risk.namespaceName));
    }
    const Cut cut = smallest(alternatives, 0, {});
    return {cut.begin(), cut.end()};
}

} // namespace rbac
