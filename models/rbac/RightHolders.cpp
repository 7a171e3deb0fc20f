#include "models/rbac/RightHolders.h"

#include <algorithm>

namespace rbac {

namespace {

/// Terms that are about another namespace do not count here.
RiskTable::Terms termsAt(const TermHits &hits, const std::string &namespaceName)
{
    static const std::vector<std::size_t> local = [] {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < RiskTable::instance().terms().size(); ++i) {
            if (!RiskTable::instance().terms()[i].namespaceName().empty())
                out.push_back(i);
        }
        return out;
    }();
    RiskTable::Terms out = hits.terms;
    for (const std::size_t term : local) {
        if (!namespaceName.empty() && RiskTable::instance().terms()[term].namespaceName() != namespaceName)
            out.reset(term);
    }
    return out;
}

void append(const HeldPlace &from, HeldPlace &to)
{
    to.terms |= from.terms;
    to.grants.insert(to.grants.end(), from.grants.begin(), from.grants.end());
}

void addRule(const RiskTable::Terms &given, std::size_t rule, TermHits &hits)
{
    const RiskTable::Terms fresh = given & ~hits.terms;
    for (std::size_t term = 0; fresh.any() && term < fresh.size(); ++term) {
        if (fresh.test(term))
            hits.rules.emplace_back(static_cast<std::uint16_t>(term), static_cast<std::uint32_t>(rule));
    }
    hits.terms |= given;
}

} // namespace

int TermHits::ruleOf(std::size_t term) const
{
    if (!terms.test(term))
        return -1;
    const auto found = std::ranges::lower_bound(rules, term, {}, [](const auto &pair) { return std::size_t(pair.first); });
    return static_cast<int>(found->second);
}

std::vector<const HeldPlace *> HeldTerms::partsIn(const std::string &namespaceName) const
{
    std::vector<const HeldPlace *> out;
    for (const HeldPlaces *places : m_names) {
        if (const auto found = places->find(namespaceName); found != places->end())
            out.push_back(&found->second);
    }
    return out;
}

RiskTable::Terms HeldTerms::allIn(const std::string &namespaceName) const
{
    RiskTable::Terms out;
    for (const HeldPlaces *places : m_names) {
        for (const std::string &place : {std::string(), namespaceName}) {
            if (const auto found = places->find(place); found != places->end())
                out |= found->second.terms;
        }
    }
    return out;
}

HeldPlaces HeldTerms::all() const
{
    HeldPlaces out;
    for (const HeldPlaces *places : m_names) {
        for (const auto &[place, held] : *places)
            append(held, out[place]);
    }
    return out;
}

bool isSomebody(const ObjectRef &subject)
{
    return subject.kind == "User" || subject.kind == "Group" || (subject.kind == "ServiceAccount" && !subject.namespaceName.empty());
}

RightHolders::RightHolders(const AccessEvaluator &evaluator)
{
    for (const auto &binding : evaluator.bindings()) {
        const auto target = binding->target();
        add(binding, target ? evaluator.findRole(*target) : nullptr);
    }
}

void RightHolders::add(const std::shared_ptr<const Binding> &binding, const std::shared_ptr<const Role> &role)
{
    const std::string &place = binding->ref.namespaceName;
    for (const Subject &subject : binding->subjects) {
        ObjectRef name = subjectRef(subject, *binding);
        if (!isSomebody(name))
            continue;
        HeldPlaces &places = m_names[std::move(name)];
        if (!role)
            continue;
        HeldPlace &held = places[place];
        const bool isRepeated = !held.grants.empty() && held.grants.back().binding == binding;
        if (isRepeated)
            continue;
        const TermHits &hits = hitsOf(*role, binding->isClusterBinding());
        held.terms |= termsAt(hits, place);
        held.grants.push_back({binding, role, &hits});
    }
}

std::vector<ObjectRef> RightHolders::subjects() const
{
    std::vector<ObjectRef> out;
    out.reserve(m_names.size());
    for (const auto &[name, places] : m_names)
        out.push_back(name);
    return out;
}

const HeldPlaces &RightHolders::placesOf(const ObjectRef &name) const
{
    static const HeldPlaces nothing;
    const auto found = m_names.find(name);
    return found == m_names.end() ? nothing : found->second;
}

HeldTerms RightHolders::termsOf(const ObjectRef &subject) const
{
    HeldTerms out = termsOf(Identity::ofSubject(subject));
    out.m_direct = &placesOf(subject);
    return out;
}

HeldTerms RightHolders::termsOf(const Identity &identity) const
{
    HeldTerms out;
    out.m_direct = &placesOf({});
    const auto add = [&](const ObjectRef &name) {
        const HeldPlaces *places = &placesOf(name);
        if (!places->empty() && std::ranges::find(out.m_names, places) == out.m_names.end())
            out.m_names.push_back(places);
    };
    const bool isNobody = identity.user.empty() && identity.groups.empty() && identity.impliedGroups.empty();
    if (!isNobody)
        add({"User", {}, identity.user});
    // A user and an account of the same spelling are one (S30).
    if (const auto account = ServiceAccountRef::fromUserName(identity.user))
        add(account->ref());
    for (const auto *groups : {&identity.groups, &identity.impliedGroups}) {
        for (const std::string &group : *groups)
            add({"Group", {}, group});
    }
    return out;
}

const TermHits &RightHolders::hitsOf(const Role &role, bool isClusterWide)
{
    std::unique_ptr<Hits> &slot = m_hits[&role];
    if (!slot) {
        slot = std::make_unique<Hits>();
        for (std::size_t rule = 0; rule < role.rules.size(); ++rule) {
            const auto given = RiskTable::instance().termsOf(role.rules[rule]);
            addRule(given.inNamespace, rule, (*slot)[0]);
            addRule(given.clusterWide, rule, (*slot)[1]);
        }
        for (TermHits &hits : *slot)
            std::ranges::sort(hits.rules);
    }
    return (*slot)[isClusterWide ? 1 : 0];
}

} // namespace rbac
