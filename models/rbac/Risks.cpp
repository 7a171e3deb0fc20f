#include "models/rbac/Risks.h"

#include "models/rbac/PodRisks.h"
#include "models/rbac/RightHolders.h"
#include "models/rbac/StructuralRisks.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>

namespace rbac {

namespace {

Severity severityIn(const RiskRule &rule, const std::string &namespaceName)
{
    const bool isLowered = !namespaceName.empty() && namespaceName != "kube-system" && rule.scope != RiskScope::NamespaceOnly && rule.severity != Severity::Info;
    return isLowered ? static_cast<Severity>(static_cast<int>(rule.severity) + 1) : rule.severity;
}

bool isInScope(const RiskRule &rule, const std::string &namespaceName)
{
    return rule.scope == RiskScope::Anywhere || (rule.scope == RiskScope::ClusterOnly) == namespaceName.empty();
}

/// R70 is one only where no quota stops it.
bool isStopped(const RiskRule &rule, const Inputs &inputs, const std::string &namespaceName)
{
    const auto hasQuota = [&](const std::string &name) { return std::ranges::find(inputs.quotaNamespaces, name) != inputs.quotaNamespaces.end(); };
    if (rule.id != "R70")
        return false;
    return namespaceName.empty() ? !inputs.namespaces.empty() && std::ranges::all_of(inputs.namespaces, hasQuota) : hasQuota(namespaceName);
}

/// The findings of one subject in one place.
class PlaceRisks
{
public:
    PlaceRisks(const Inputs &inputs, SharedRef subject, const HeldTerms &held, std::vector<Risk> &out) : m_inputs(inputs), m_subject(std::move(subject)), m_held(held), m_out(out) { }

    void find(const std::string &namespaceName, const HeldPlace &own)
    {
        const RiskTable::Terms all = m_held.allIn(namespaceName);
        for (const RiskTable::Alternative &alternative : RiskTable::instance().alternatives()) {
            const RiskRule &rule = riskRules()[alternative.risk];
            const auto has = [&](std::size_t term) { return all.test(term); };
            if (!isInScope(rule, namespaceName) || !alternative.countsFor(m_inputs.serverMinor) || !std::ranges::all_of(alternative.needed, has) || std::ranges::any_of(alternative.excluded, has) || isStopped(rule, m_inputs, namespaceName))
                continue;
            const auto leading = std::ranges::find_if(alternative.needed, [&](std::size_t term) { return own.terms.test(term); });
            if (leading != alternative.needed.end())
                add(rule, namespaceName, own, *leading);
        }
    }

private:
    void add(const RiskRule &rule, const std::string &namespaceName, const HeldPlace &own, std::size_t term)
    {
        for (const HeldPlace::Grant &grant : own.grants) {
            const int found = grant.hits->ruleOf(term);
            if (found >= 0)
                m_out.push_back({rule.id, severityIn(rule, namespaceName), m_subject, namespaceName, SharedRef::of(grant.binding), SharedRef::of(grant.role), static_cast<std::size_t>(found)});
        }
    }

    const Inputs &m_inputs;
    SharedRef m_subject;
    const HeldTerms &m_held;
    std::vector<Risk> &m_out;
};

bool isTheirs(const PodUse &pod, const Identity &identity)
{
    return !pod.isMirror && identity.user == ServiceAccountRef{pod.ref.namespaceName, pod.serviceAccount}.userName();
}

/// What of the cluster these findings follow from.
Inputs partAbout(const AccessEvaluator &evaluator, const Inputs &inputs, const std::vector<Identity> &identities)
{
    Inputs out;
    out.serviceAccounts = inputs.serviceAccounts;
    out.namespaces = inputs.namespaces;
    out.quotaNamespaces = inputs.quotaNamespaces;
    out.unreadable = inputs.unreadable;
    out.catalog = inputs.catalog;
    out.serverMinor = inputs.serverMinor;
    out.hasOtherAuthorizers = inputs.hasOtherAuthorizers;
    std::set<std::shared_ptr<const Binding>> bindings;
    std::set<std::shared_ptr<const Role>> roles;
    for (const Identity &identity : identities) {
        evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t, const auto &role) {
            bindings.insert(binding);
            if (role)
                roles.insert(role);
            return true;
        });
        std::ranges::copy_if(inputs.pods, std::back_inserter(out.pods), [&](const PodUse &pod) { return isTheirs(pod, identity); });
    }
    out.bindings.assign(bindings.begin(), bindings.end());
    out.roles.assign(roles.begin(), roles.end());
    return out;
}

bool isAbout(const ObjectRef &subject, const std::vector<Identity> &identities)
{
    return std::ranges::any_of(identities, [&](const Identity &identity) {
        return subject.kind == "Pod" || subject == identity.ref() || (subject.kind == "Group" && identity.isIn(subject.name)) || (subject.kind == "User" && subject.name == identity.user);
    });
}

/// What a finding is, but for the rule.
auto sourceOf(const Risk &risk) { return std::tie(risk.id, risk.severity, risk.subject, risk.namespaceName, risk.binding, risk.role); }

/// How many findings at the front differ in their rules only.
std::size_t sameSource(std::span<const Risk> risks)
{
    const auto end = std::ranges::find_if(risks, [&](const Risk &risk) { return sourceOf(risk) != sourceOf(risks.front()); });
    return static_cast<std::size_t>(end - risks.begin());
}

/// Findings of one source, which differ in their rules only.
struct OneSource
{
    std::span<const Risk> risks;
    const AccessEvaluator &evaluator;

    const PolicyRule *ruleOf(const Risk &risk) const
    {
        const auto role = risk.rule ? evaluator.findRole(risk.role) : nullptr;
        return role && *risk.rule < role->rules.size() ? &role->rules[*risk.rule] : nullptr;
    }
    std::vector<const PolicyRule *> rules() const
    {
        std::vector<const PolicyRule *> out;
        std::ranges::transform(risks, std::back_inserter(out), [this](const Risk &risk) { return ruleOf(risk); });
        return out;
    }
};

/// As many as there are more of, and of them those whose rules are not there.
std::vector<Risk> surplusOf(const OneSource &here, const OneSource &there)
{
    if (there.risks.empty() || here.risks.size() <= there.risks.size())
        return there.risks.empty() ? std::vector<Risk>(here.risks.begin(), here.risks.end()) : std::vector<Risk>();
    std::vector<Risk> out;
    std::vector<const PolicyRule *> known = there.rules();
    for (const Risk &risk : here.risks) {
        const PolicyRule *rule = here.ruleOf(risk);
        const auto same = std::ranges::find_if(known, [&](const PolicyRule *other) { return rule && other && *rule == *other; });
        if (same == known.end())
            out.push_back(risk);
        else
            known.erase(same);
    }
    out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(here.risks.size() - there.risks.size()));
    return out;
}

} // namespace

std::vector<Risk> findRisks(const AccessEvaluator &evaluator, const Inputs &inputs)
{
    std::vector<Risk> out;
    const RightHolders holders(evaluator);
    for (const ObjectRef &subject : holders.subjects()) {
        const HeldTerms held = holders.termsOf(subject);
        PlaceRisks risks(inputs, subject, held, out);
        for (const auto &[place, own] : held.direct())
            risks.find(place, own);
    }
    addPodRisks(inputs, holders, out);
    addStructuralRisks(evaluator, inputs, out);
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

std::vector<Risk> risksAbout(const AccessEvaluator &evaluator, const Inputs &inputs, const std::vector<Identity> &identities)
{
    const Inputs own = partAbout(evaluator, inputs, identities);
    std::vector<Risk> out = findRisks(AccessEvaluator(own), own);
    std::erase_if(out, [&](const Risk &risk) { return !isAbout(risk.subject, identities); });
    return out;
}

std::vector<Risk> risksOnlyIn(const FoundRisks &first, const FoundRisks &second)
{
    std::vector<Risk> out;
    std::span rest(second.risks);
    for (std::span left(first.risks); !left.empty();) {
        const std::span here = left.first(sameSource(left));
        while (!rest.empty() && sourceOf(rest.front()) < sourceOf(here.front()))
            rest = rest.subspan(1);
        const bool isKnown = !rest.empty() && sourceOf(rest.front()) == sourceOf(here.front());
        const std::span there = rest.first(isKnown ? sameSource(rest) : 0);
        std::ranges::copy(surplusOf({here, first.evaluator}, {there, second.evaluator}), std::back_inserter(out));
        left = left.subspan(here.size());
        rest = rest.subspan(there.size());
    }
    return out;
}

} // namespace rbac
