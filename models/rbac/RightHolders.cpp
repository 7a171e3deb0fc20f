#include "models/rbac/RightHolders.h"

#include <algorithm>
#include <set>

namespace rbac {

namespace {

/// Terms that are about another namespace do not count here.
RiskTable::Terms termsAt(const TermHits &hits, const std::string &namespaceName)
{
    static const std::vector<std::size_t> local = [] {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < RiskTable::instance().terms().size(); ++i) {
            if (!RiskTable::instance().terms()[i].namespaceName.empty())
                out.push_back(i);
        }
        return out;
    }();
    RiskTable::Terms out = hits.terms;
    for (const std::size_t term : local) {
        if (!namespaceName.empty() && RiskTable::instance().terms()[term].namespaceName != namespaceName)
            out.reset(term);
    }
    return out;
}

} // namespace

int TermHits::ruleOf(std::size_t term) const
{
    const auto found = std::ranges::lower_bound(rules, term, {}, [](const auto &pair) { return std::size_t(pair.first); });
    return found != rules.end() && found->first == term ? static_cast<int>(found->second) : -1;
}

const HeldTerms::Place &HeldTerms::directIn(const std::string &namespaceName) const
{
    static const Place nothing;
    const auto found = m_direct.find(namespaceName);
    return found == m_direct.end() ? nothing : found->second;
}

RiskTable::Terms HeldTerms::allIn(const std::string &namespaceName) const
{
    RiskTable::Terms out;
    for (const std::string &place : {std::string(), namespaceName}) {
        if (const auto found = m_all.find(place); found != m_all.end())
            out |= found->second.terms;
    }
    return out;
}

std::vector<std::string> HeldTerms::places() const
{
    std::vector<std::string> out;
    for (const auto &[place, terms] : m_direct)
        out.push_back(place);
    return out;
}

bool isSomebody(const ObjectRef &subject)
{
    return subject.kind == "User" || subject.kind == "Group" || (subject.kind == "ServiceAccount" && !subject.namespaceName.empty());
}

std::vector<ObjectRef> RightHolders::subjects() const
{
    std::set<ObjectRef> out;
    for (const auto &binding : m_evaluator.bindings()) {
        for (const Subject &subject : binding->subjects) {
            ObjectRef ref = subjectRef(subject, *binding);
            if (isSomebody(ref))
                out.insert(std::move(ref));
        }
    }
    return {out.begin(), out.end()};
}

HeldTerms RightHolders::termsOf(const Identity &identity, const ObjectRef *subject)
{
    HeldTerms out;
    m_evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t index, const auto &role) {
        if (!role)
            return true;
        const HeldTerms::Grant grant{binding, role, &hitsOf(role, binding->isClusterBinding())};
        const std::string &place = binding->ref.namespaceName;
        const RiskTable::Terms terms = termsAt(*grant.hits, place);
        const auto add = [&](HeldTerms::Place &to) {
            to.terms |= terms;
            to.grants.push_back(grant);
        };
        add(out.m_all[place]);
        if (subject && subjectRef(binding->subjects[index], *binding) == *subject)
            add(out.m_direct[place]);
        return true;
    });
    return out;
}

const TermHits &RightHolders::hitsOf(const std::shared_ptr<const Role> &role, bool isClusterWide)
{
    auto &slot = m_hits[isClusterWide ? 1 : 0][role.get()];
    if (slot)
        return *slot;
    slot = std::make_unique<TermHits>();
    const auto &terms = RiskTable::instance().terms();
    for (std::size_t term = 0; term < terms.size(); ++term) {
        const auto gives = [&](const PolicyRule &rule) { return terms[term].isGivenBy(rule, isClusterWide); };
        const auto found = std::ranges::find_if(role->rules, gives);
        if (found == role->rules.end())
            continue;
        slot->terms.set(term);
        slot->rules.emplace_back(static_cast<std::uint16_t>(term), static_cast<std::uint32_t>(found - role->rules.begin()));
    }
    return *slot;
}

} // namespace rbac
