#include "models/rbac/EscalationEdges.h"

#include "models/rbac/Covers.h"
#include "models/rbac/PodRisks.h"

#include <algorithm>

namespace rbac {

namespace {

/// What a risk leads to, in the place where it holds.
enum class LeadsTo { ClusterAdmin, NamespaceAdmin, Node, AccountsThere, PodsThere, TokenSecretsThere, Users };

struct Lead
{
    std::string_view risk;
    LeadsTo clusterWide;
    LeadsTo inNamespace;
};

constexpr Lead leads[] = {
    {"R01", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
    {"R02", LeadsTo::NamespaceAdmin, LeadsTo::NamespaceAdmin},
    {"R08", LeadsTo::TokenSecretsThere, LeadsTo::TokenSecretsThere},
    {"R09", LeadsTo::TokenSecretsThere, LeadsTo::TokenSecretsThere},
    {"R10", LeadsTo::AccountsThere, LeadsTo::AccountsThere},
    {"R12", LeadsTo::AccountsThere, LeadsTo::AccountsThere},
    {"R13", LeadsTo::Users, LeadsTo::Users},
    {"R14", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
    {"R15", LeadsTo::AccountsThere, LeadsTo::AccountsThere},
    {"R18", LeadsTo::ClusterAdmin, LeadsTo::NamespaceAdmin},
    {"R21", LeadsTo::ClusterAdmin, LeadsTo::NamespaceAdmin},
    {"R24", LeadsTo::AccountsThere, LeadsTo::AccountsThere},
    {"R25", LeadsTo::AccountsThere, LeadsTo::AccountsThere},
    {"R26", LeadsTo::PodsThere, LeadsTo::PodsThere},
    {"R27", LeadsTo::PodsThere, LeadsTo::PodsThere},
    {"R28", LeadsTo::PodsThere, LeadsTo::PodsThere},
    {"R29", LeadsTo::PodsThere, LeadsTo::PodsThere},
    {"R32", LeadsTo::Node, LeadsTo::Node},
    {"R33", LeadsTo::Node, LeadsTo::Node},
    {"R42", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
    {"R44", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
    {"R47", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
    {"R48", LeadsTo::ClusterAdmin, LeadsTo::ClusterAdmin},
};

/// A privileged pod takes the node, unless Pod Security stops it.
constexpr std::string_view privilegedPods[] = {"R24", "R25"};

std::string adminOf(const std::string &namespaceName)
{
    return "namespace-admin:" + namespaceName;
}

/// The names that a rule narrows a resource to; nothing means all.
std::optional<std::set<std::string>> narrowing(const PolicyRule &rule)
{
    if (rule.resourceNames.empty())
        return std::nullopt;
    return std::set<std::string>(rule.resourceNames.begin(), rule.resourceNames.end());
}

} // namespace

/// Makes the steps of one identity.
struct EscalationEdges::Reach
{
    EscalationEdges &edges;
    const std::string &place;
    const Identity &identity;
    const HeldTerms &held;
    const HeldPlaces all;
    std::vector<EscalationStep> &out;
    std::map<std::string, std::vector<std::set<ObjectRef>>> known = {};   ///< by where they lead, the bindings that ways need

    void run()
    {
        const RiskTable &table = RiskTable::instance();
        for (const auto &[namespaceName, holding] : all) {
            const RiskTable::Terms terms = held.allIn(namespaceName);
            for (const RiskTable::Alternative &alternative : table.alternatives()) {
                const RiskRule &risk = riskRules()[alternative.risk];
                const auto lead = std::ranges::find(leads, risk.id, &Lead::risk);
                const bool isScoped = risk.scope == RiskScope::Anywhere || (risk.scope == RiskScope::ClusterOnly) == namespaceName.empty();
                const bool isHeld = std::ranges::all_of(alternative.needed, [&](std::size_t term) { return terms.test(term); });
                const bool isHere = std::ranges::any_of(alternative.needed, [&, &here = holding.terms](std::size_t term) { return here.test(term); });
                if (lead != std::end(leads) && isScoped && isHeld && isHere && alternative.countsFor(edges.m_inputs.serverMinor))
                    addLead(*lead, alternative, namespaceName);
            }
        }
    }

    /// A grant for each term of the risk.
    struct Way
    {
        std::vector<HeldPlace::Grant> grants;
        std::vector<std::size_t> rules;
    };

    /// Every choice of grants is a way of its own, so that a cut finds all of them.
    std::vector<Way> waysFor(const RiskTable::Alternative &alternative, const std::string &namespaceName) const
    {
        std::vector<Way> ways = {{}};
        for (const std::size_t term : alternative.needed) {
            std::vector<Way> longer;
            for (const auto &[grant, rule] : grantsOf(term, namespaceName)) {
                for (std::size_t i = 0; i < ways.size() && longer.size() < mostWays; ++i) {
                    longer.push_back(ways[i]);
                    longer.back().grants.push_back(grant);
                    longer.back().rules.push_back(rule);
                }
            }
            ways = std::move(longer);
        }
        return ways;
    }

    std::vector<std::pair<HeldPlace::Grant, std::size_t>> grantsOf(std::size_t term, const std::string &namespaceName) const
    {
        std::vector<std::string> places = {std::string()};
        if (!namespaceName.empty())
            places.insert(places.begin(), namespaceName);
        std::vector<std::pair<HeldPlace::Grant, std::size_t>> found;
        for (const std::string &where : places) {
            const auto there = all.find(where);
            if (there == all.end() || !there->second.terms.test(term))
                continue;
            for (const HeldPlace::Grant &grant : there->second.grants) {
                if (const int rule = grant.hits->ruleOf(term); rule >= 0)
                    found.emplace_back(grant, static_cast<std::size_t>(rule));
            }
        }
        return found;
    }

    void addLead(const Lead &lead, const RiskTable::Alternative &alternative, const std::string &namespaceName)
    {
        for (const Way &way : waysFor(alternative, namespaceName)) {
            if (!edges.m_isWhole)
                return;
            if (!isPossible(lead, way, namespaceName))
                continue;
            addWay(lead.risk, namespaceName.empty() ? lead.clusterWide : lead.inNamespace, way, namespaceName);
            if (std::ranges::find(privilegedPods, lead.risk) != std::end(privilegedPods))
                add(lead.risk, way, "node");
        }
    }

    /// Escalate adds rules to a role that is held already, or to a new one that may be bound; bind helps with a role that is worth it (S68,
    /// S69); of the groups only the masters need no binding.
    bool isPossible(const Lead &lead, const Way &way, const std::string &namespaceName) const
    {
        if (lead.risk == "R21")
            return holdsWritable(way, namespaceName);
        if (lead.risk == "R14")
            return nameFits(way.grants[0].role->rules[way.rules[0]], mastersGroup);
        if (lead.risk != "R18" || !narrowing(way.grants[0].role->rules[way.rules[0]]))
            return true;
        const auto names = *narrowing(way.grants[0].role->rules[way.rules[0]]);
        return std::ranges::any_of(names, [&](const std::string &name) { return isPowerful(name, namespaceName); });
    }

    bool isPowerful(const std::string &name, const std::string &namespaceName) const
    {
        static const std::vector<PolicyRule> everything = {{{"*"}, {"*"}, {"*"}, {}, {}}};
        const std::vector<ObjectRef> candidates = {{"ClusterRole", {}, name}, {"Role", namespaceName, name}};
        return std::ranges::any_of(candidates, [&](const ObjectRef &ref) {
            const auto role = edges.m_evaluator.findRole(ref);
            return role && uncovered(role->rules, everything).empty();
        });
    }

    /// A role of this identity, in the place, that both rules may write.
    bool holdsWritable(const Way &way, const std::string &namespaceName) const
    {
        const auto allows = [&](const ObjectRef &role, std::size_t part) {
            const PolicyRule &rule = way.grants[part].role->rules[way.rules[part]];
            const std::string resource = role.kind == "Role" ? "roles" : "clusterroles";
            const bool isNamed = nameFits(rule, role.name);
            const Request request{"update", "rbac.authorization.k8s.io", resource, {}, role.name, role.namespaceName, {}};
            return isNamed && resourceFits(rule, Probe(request));
        };
        const auto found = all.find(namespaceName);
        return found != all.end() && std::ranges::any_of(found->second.grants, [&](const HeldPlace::Grant &grant) {
            const bool isWritableHere = namespaceName.empty() ? grant.role->isClusterRole() : !grant.role->isClusterRole() || way.grants[1].binding->isClusterBinding();
            return isWritableHere && allows(grant.role->ref, 0) && allows(grant.role->ref, 1);
        });
    }

    void add(std::string_view risk, const Way &way, std::string to)
    {
        EscalationStep step{std::string(risk), place, std::move(to), way.grants[0].binding->ref, way.rules[0], {}};
        for (const HeldPlace::Grant &grant : way.grants) {
            if (std::ranges::find(step.needs, grant.binding->ref) == step.needs.end())
                step.needs.push_back(grant.binding->ref);
        }
        if (step.to == place || !isNews(step))
            return;
        edges.m_isWhole = edges.m_isWhole && ++edges.m_made <= edges.m_most;
        if (edges.m_isWhole)
            out.push_back(std::move(step));
    }

    /// Who may do everything has every risk by the same binding, and with any other one beside it: the first in the table tells it all.
    bool isNews(const EscalationStep &step)
    {
        const std::set<ObjectRef> needs(step.needs.begin(), step.needs.end());
        std::vector<std::set<ObjectRef>> &ways = known[step.to];
        if (std::ranges::any_of(ways, [&](const std::set<ObjectRef> &way) { return std::ranges::includes(needs, way); }))
            return false;
        ways.push_back(needs);
        return true;
    }

    void addWay(std::string_view risk, LeadsTo to, const Way &way, const std::string &namespaceName)
    {
        const auto isThere = [&](const std::string &other) { return namespaceName.empty() || other == namespaceName; };
        const auto names = narrowing(way.grants[0].role->rules[way.rules[0]]);
        const auto isNamed = [&](const std::string &name) { return !names || names->contains(name); };
        switch (to) {
        case LeadsTo::ClusterAdmin:
            return add(risk, way, "cluster-admin");
        case LeadsTo::NamespaceAdmin:
            return add(risk, way, adminOf(namespaceName));
        case LeadsTo::Node:
            return add(risk, way, "node");
        case LeadsTo::AccountsThere:
            for (const auto &[other, accounts] : edges.m_accounts) {
                for (const std::string &account : accounts) {
                    const bool isNarrowed = risk == "R12" || risk == "R15";
                    if (isThere(other) && (!isNarrowed || isNamed(account)))
                        add(risk, way, ServiceAccountRef{other, account}.ref().text());
                }
            }
            return;
        case LeadsTo::PodsThere:
            for (const PodUse &pod : edges.m_inputs.pods) {
                if (isThere(pod.ref.namespaceName) && isNamed(pod.ref.name) && pod.isAlive())
                    add(risk, way, pod.ref.text());
            }
            return;
        case LeadsTo::TokenSecretsThere:
            for (const TokenSecret &secret : edges.m_inputs.tokenSecrets) {
                if (isThere(secret.ref.namespaceName) && isNamed(secret.ref.name))
                    add(risk, way, secret.ref.text());
            }
            return;
        case LeadsTo::Users:
            for (const ObjectRef &subject : edges.m_holders.subjects()) {
                if (subject.kind == "User" && isNamed(subject.name))
                    add(risk, way, subject.text());
            }
            return;
        }
    }

    static constexpr std::size_t mostWays = 64;
};

EscalationEdges::EscalationEdges(const AccessEvaluator &evaluator, const Inputs &inputs) : m_evaluator(evaluator), m_inputs(inputs), m_holders(evaluator)
{
    for (const auto &account : inputs.serviceAccounts)
        m_accounts[account->ref.namespaceName].insert(account->ref.name);
    for (const PodUse &pod : inputs.pods) {
        if (!pod.isMirror)
            m_accounts[pod.ref.namespaceName].insert(pod.serviceAccount);
    }
    for (const ObjectRef &subject : m_holders.subjects()) {
        if (subject.kind == "ServiceAccount")
            m_accounts[subject.namespaceName].insert(subject.name);
    }
}

std::string EscalationEdges::start(const Identity &identity)
{
    std::string place = identity.ref().text();
    m_starts[place] = identity;
    return place;
}

const std::vector<EscalationStep> &EscalationEdges::from(const std::string &place)
{
    const auto found = m_edges.find(place);
    if (found != m_edges.end())
        return found->second;
    return m_edges[place] = made(place);
}

std::vector<EscalationStep> EscalationEdges::made(const std::string &place)
{
    std::vector<EscalationStep> out;
    addTargets(place, out);
    if (const auto start = m_starts.find(place); start != m_starts.end()) {
        addIdentity(place, start->second, out);
        return out;
    }
    const auto ref = ObjectRef::parse(place);
    if (!ref)
        return out;
    if (ref->kind == "User" || ref->kind == "ServiceAccount")
        addIdentity(place, Identity::ofSubject(*ref), out);
    for (const PodUse &pod : m_inputs.pods) {
        if (pod.ref == *ref && !pod.isMirror && mountsToken(pod, m_inputs))
            out.push_back({"runs-as", place, ServiceAccountRef{pod.ref.namespaceName, pod.serviceAccount}.ref().text(), {}, std::nullopt, {}});
    }
    for (const TokenSecret &secret : m_inputs.tokenSecrets) {
        if (secret.ref == *ref)
            out.push_back({"token-secret", place, ServiceAccountRef{secret.ref.namespaceName, secret.serviceAccount}.ref().text(), {}, std::nullopt, {}});
    }
    return out;
}

void EscalationEdges::addIdentity(const std::string &place, const Identity &identity, std::vector<EscalationStep> &out)
{
    if (identity.isIn(mastersGroup))
        out.push_back({"R01", place, "cluster-admin", {}, std::nullopt, {}});
    const HeldTerms held = m_holders.termsOf(identity);
    Reach{*this, place, identity, held, held.all(), out}.run();
}

/// Who has a node has its pods; who owns a namespace has its accounts; who is cluster-admin has everything.
void EscalationEdges::addTargets(const std::string &place, std::vector<EscalationStep> &out) const
{
    const auto go = [&](const char *edge, std::string to) { out.push_back({edge, place, std::move(to), {}, std::nullopt, {}}); };
    if (place == "node") {
        for (const PodUse &pod : m_inputs.pods) {
            if (pod.isAlive() && !pod.node.empty())
                go("node-pods", pod.ref.text());
        }
    }
    if (place == "cluster-admin") {
        go("R01", "node");
        for (const auto &[namespaceName, accounts] : m_accounts)
            go("R01", adminOf(namespaceName));
    }
    constexpr std::string_view prefix = "namespace-admin:";
    if (!place.starts_with(prefix))
        return;
    if (const auto found = m_accounts.find(place.substr(prefix.size())); found != m_accounts.end()) {
        for (const std::string &account : found->second)
            go("R02", ServiceAccountRef{found->first, account}.ref().text());
    }
}

} // namespace rbac
