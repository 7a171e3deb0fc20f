#include "models/rbac/AccessFacts.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/PodRisks.h"
#include "models/rbac/Unused.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace rbac {

namespace {

/// Where objects must be known for a fact: beside the object, or wherever there may be some.
enum class Reach : std::uint8_t { Own, Everywhere, ForClusterScoped };

struct Source
{
    Fact fact;
    std::string_view collection;
    Reach reach;
};

/// What a fact follows from. Risks ask about pods, because who takes over a node has what runs there, and about quotas (R70).
constexpr Source sources[] = {
    {Fact::AccountPods, "serviceaccounts", Reach::Own},
    {Fact::AccountPods, "pods", Reach::Own},
    {Fact::AccountBindings, "serviceaccounts", Reach::Own},
    {Fact::AccountBindings, "rolebindings", Reach::Everywhere},
    {Fact::AccountBindings, "clusterrolebindings", Reach::Everywhere},
    {Fact::AccountRisk, "serviceaccounts", Reach::Own},
    {Fact::AccountRisk, "roles", Reach::Everywhere},
    {Fact::AccountRisk, "clusterroles", Reach::Everywhere},
    {Fact::AccountRisk, "rolebindings", Reach::Everywhere},
    {Fact::AccountRisk, "clusterrolebindings", Reach::Everywhere},
    {Fact::AccountRisk, "pods", Reach::Own},
    {Fact::AccountRisk, "namespaces", Reach::Everywhere},
    {Fact::AccountRisk, "resourcequotas", Reach::Everywhere},
    {Fact::RoleSubjects, "roles", Reach::Own},
    {Fact::RoleSubjects, "clusterroles", Reach::ForClusterScoped},
    {Fact::RoleSubjects, "rolebindings", Reach::Own},
    {Fact::RoleSubjects, "clusterrolebindings", Reach::ForClusterScoped},
    {Fact::RoleUse, "roles", Reach::Own},
    {Fact::RoleUse, "clusterroles", Reach::ForClusterScoped},
    {Fact::RoleUse, "rolebindings", Reach::Own},
    {Fact::RoleUse, "clusterrolebindings", Reach::ForClusterScoped},
    {Fact::PodToken, "pods", Reach::Own},
    {Fact::PodToken, "serviceaccounts", Reach::Own},
    {Fact::PodRisk, "pods", Reach::Own},
    {Fact::PodRisk, "serviceaccounts", Reach::Own},
    {Fact::PodRisk, "roles", Reach::Everywhere},
    {Fact::PodRisk, "clusterroles", Reach::Everywhere},
    {Fact::PodRisk, "rolebindings", Reach::Everywhere},
    {Fact::PodRisk, "clusterrolebindings", Reach::Everywhere},
    {Fact::PodRisk, "namespaces", Reach::Everywhere},
    {Fact::PodRisk, "resourcequotas", Reach::Everywhere},
};

bool has(FactSet facts, Fact fact) { return facts.test(static_cast<std::size_t>(fact)); }

std::string keyOf(const ServiceAccountRef &account) { return account.namespaceName + '/' + account.name; }
std::string keyOf(const ObjectRef &ref) { return ref.namespaceName.empty() ? ref.name : ref.namespaceName + '/' + ref.name; }

/// The findings by whom they are about.
class Gravest
{
public:
    explicit Gravest(const std::vector<Risk> &risks)
    {
        for (const Risk &risk : risks)
            add(m_bySubject[risk.subject], risk, 1);
    }

    /// Of an account, its user name and the groups that come with it.
    std::optional<GravestRisk> of(const ServiceAccountRef &account) const
    {
        std::optional<GravestRisk> out = of(account.ref());
        merge(out, of({"User", {}, account.userName()}));
        for (const std::string &group : Identity::ofServiceAccount(account).impliedGroups)
            merge(out, of({"Group", {}, group}));
        return out;
    }

    std::optional<GravestRisk> of(const ObjectRef &subject) const
    {
        const auto found = m_bySubject.find(subject);
        return found == m_bySubject.end() ? std::nullopt : found->second;
    }

    static void merge(std::optional<GravestRisk> &into, const std::optional<GravestRisk> &other)
    {
        if (other)
            add(into, other->risk, other->findings);
    }

private:
    static void add(std::optional<GravestRisk> &into, const Risk &risk, std::size_t findings)
    {
        if (!into)
            into = GravestRisk{risk, 0};
        else if (std::pair(risk.severity, risk.id) < std::pair(into->risk.severity, into->risk.id))
            into->risk = risk;
        into->findings += findings;
    }

    std::map<ObjectRef, std::optional<GravestRisk>> m_bySubject;
};

/// Works out one kind after the other.
class Work
{
public:
    Work(const Inputs &inputs, FactSet facts)
        : m_inputs(inputs), m_evaluator(inputs), m_gravest(has(facts, Fact::AccountRisk) || has(facts, Fact::PodRisk) ? findRisks(m_evaluator, inputs) : std::vector<Risk>())
    {
        m_out.told = facts;
        m_out.unreadable = inputs.unreadable;
    }

    AccessFacts all()
    {
        if (has(m_out.told, Fact::AccountPods) || has(m_out.told, Fact::AccountBindings) || has(m_out.told, Fact::AccountRisk))
            tellAccounts();
        if (has(m_out.told, Fact::RoleSubjects) || has(m_out.told, Fact::RoleUse))
            tellRoles();
        if (has(m_out.told, Fact::PodToken) || has(m_out.told, Fact::PodRisk))
            tellPods();
        return std::move(m_out);
    }

private:
    void tellAccounts()
    {
        for (const auto &account : m_inputs.serviceAccounts) {
            AccountFacts &facts = m_out.accounts[keyOf(account->ref)];
            tellBindings(account->ref, facts);
            facts.risk = m_gravest.of(account->ref);
        }
        for (const PodUse &pod : m_inputs.pods) {
            if (!pod.isAlive() || pod.isMirror)
                continue;
            const auto account = m_out.accounts.find(keyOf(ServiceAccountRef{pod.ref.namespaceName, pod.serviceAccount}));
            if (account != m_out.accounts.end())
                ++account->second.pods;
        }
    }

    /// A binding that names the account and its group counts as one that names the account.
    void tellBindings(const ServiceAccountRef &account, AccountFacts &facts) const
    {
        std::map<SharedRef, std::string> groupOf;
        std::set<SharedRef> defaults;
        m_evaluator.visitEverywhere(Identity::ofServiceAccount(account), [&](const auto &binding, std::size_t subject, const auto &) {
            const SharedRef ref = SharedRef::of(binding);
            const ObjectRef named = subjectRef(binding->subjects[subject], *binding);
            if (named.kind == "Group" && isDefault(binding->labels))
                defaults.insert(ref);
            else if (named.kind == "Group")
                groupOf.try_emplace(ref, named.name);
            else
                groupOf[ref].clear();
            return true;
        });
        for (const auto &[binding, group] : groupOf)
            facts.bindings.push_back({binding, group});
        std::ranges::stable_partition(facts.bindings, [](const NamingBinding &each) { return each.group.empty(); });
        facts.defaultBindings = static_cast<std::size_t>(std::ranges::count_if(defaults, [&](const SharedRef &ref) { return !groupOf.contains(ref); }));
    }

    void tellRoles()
    {
        std::set<ObjectRef> unused;
        for (const Unused &each : findUnusedRoles(m_evaluator, m_inputs))
            unused.insert(each.object);
        for (const auto &role : m_inputs.roles) {
            RoleFacts &facts = (role->isClusterRole() ? m_out.clusterRoles : m_out.roles)[keyOf(role->ref)];
            tellBindings(role->ref, facts);
            if (!facts.bindings.empty())
                continue;
            tellAggregation(*role, facts);
            facts.use = unused.contains(role->ref)  ? RoleUse::Unused
                : !facts.aggregatedInto.empty()     ? RoleUse::Aggregated
                : isDefault(role->labels)           ? RoleUse::Default
                                                    : RoleUse::Unused;
        }
    }

    void tellBindings(const ObjectRef &role, RoleFacts &facts) const
    {
        std::set<ObjectRef> subjects;
        for (const auto &binding : m_evaluator.bindingsOf(role)) {
            facts.bindings.push_back(SharedRef::of(binding));
            for (const Subject &subject : binding->subjects)
                subjects.insert(subjectRef(subject, *binding));
        }
        std::ranges::sort(facts.bindings);
        facts.subjects.assign(subjects.begin(), subjects.end());
    }

    void tellAggregation(const Role &role, RoleFacts &facts) const
    {
        if (!role.isClusterRole())
            return;
        for (const auto &other : m_inputs.roles)
            if (aggregates(*other, role))
                facts.aggregatedInto.push_back(other->ref);
        std::ranges::sort(facts.aggregatedInto);
    }

    void tellPods()
    {
        std::map<ServiceAccountRef, const ServiceAccount *> accounts;
        for (const auto &account : m_inputs.serviceAccounts)
            accounts.emplace(account->ref, account.get());
        std::map<ServiceAccountRef, std::optional<GravestRisk>> riskOf;
        for (const PodUse &pod : m_inputs.pods) {
            PodFacts &facts = m_out.pods[keyOf(pod.ref)];
            facts.account = {pod.ref.namespaceName, pod.serviceAccount};
            const auto account = accounts.find(facts.account);
            tellToken(pod, account == accounts.end() ? nullptr : account->second, facts);
            facts.isAlive = pod.isAlive();
            if (!facts.mountsToken || !facts.isAlive)
                continue;
            const auto [known, isNew] = riskOf.try_emplace(facts.account);
            if (isNew)
                known->second = m_gravest.of(facts.account);
            facts.risk = known->second;
            Gravest::merge(facts.risk, m_gravest.of(pod.ref));
        }
    }

    static void tellToken(const PodUse &pod, const ServiceAccount *account, PodFacts &facts)
    {
        facts.mountsToken = rbac::mountsToken(pod, account);
        facts.reason = pod.isMirror                   ? TokenReason::StaticPod
            : pod.mountsProjectedToken                ? TokenReason::Volume
            : pod.automountToken                      ? TokenReason::Pod
            : account && account->automountToken      ? TokenReason::Account
                                                      : TokenReason::Default;
    }

    const Inputs &m_inputs;
    AccessEvaluator m_evaluator;
    Gravest m_gravest;
    AccessFacts m_out;
};

} // namespace

std::vector<std::string_view> sourcesOf(FactSet facts)
{
    std::set<std::string_view> out;
    for (const Source &source : sources)
        if (has(facts, source.fact))
            out.insert(source.collection);
    return {out.begin(), out.end()};
}

std::vector<std::string_view> AccessFacts::missing(Fact fact, std::string_view namespaceName) const
{
    std::vector<std::string_view> out;
    for (const Source &source : sources) {
        const bool isAsked = source.fact == fact && (source.reach != Reach::ForClusterScoped || namespaceName.empty());
        const std::string_view place = source.reach == Reach::Own ? namespaceName : std::string_view();
        if (isAsked && std::ranges::any_of(unreadable, [&](const Unreadable &part) { return part.covers(source.collection, place); }))
            out.push_back(source.collection);
    }
    return out;
}

AccessFacts accessFacts(const Inputs &inputs, FactSet facts)
{
    return Work(inputs, facts).all();
}

} // namespace rbac
