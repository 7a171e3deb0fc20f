#include "models/rbac/NearMiss.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/SubjectLikeness.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace rbac {

namespace {

using BindingPointer = AccessEvaluator::BindingPointer;
using RolePointer = AccessEvaluator::RolePointer;

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + (word.empty() ? std::string("\"\"") : word);
    return out.empty() ? "nothing" : out;
}

/// The rule that comes nearest; of equally near ones the first.
struct Nearest
{
    std::size_t rule = 0;
    Misses misses;
    int count = 1000;
};

Nearest nearestRule(const Role &role, const Probe &probe)
{
    Nearest out;
    for (std::size_t i = 0; i < role.rules.size() && out.count > 0; ++i) {
        const Misses misses = missesOf(role.rules[i], probe);
        if (misses.count() < out.count)
            out = {i, misses, misses.count()};
    }
    return out;
}

std::string groupWords(const PolicyRule &rule, const Request &request)
{
    const auto has = [&](const char *name) { return std::ranges::find(rule.apiGroups, name) != rule.apiGroups.end(); };
    if (request.apiGroup.empty() && (has("core") || has("v1")))
        return "it names the API group " + joined(rule.apiGroups) + "; the core group is written as an empty text";
    const std::string wanted = request.apiGroup.empty() ? "the core group" : request.apiGroup;
    return "it names the API group " + joined(rule.apiGroups) + ", not " + wanted;
}

std::string resourceWords(const PolicyRule &rule, const Request &request)
{
    const std::string wanted = request.combinedResource();
    if (std::ranges::find(rule.resources, request.resource + "/*") != rule.resources.end() || std::ranges::find(rule.resources, "*/*") != rule.resources.end())
        return "it names " + joined(rule.resources) + ", which is no wildcard: only * stands for more";
    if (!request.subresource.empty() && std::ranges::find(rule.resources, request.resource) != rule.resources.end())
        return "it names " + request.resource + ", but not " + wanted + ": a subresource is named for itself";
    return "it names " + joined(rule.resources) + ", not " + wanted;
}

std::string nameWords(const PolicyRule &rule, const Request &request)
{
    if (request.name.empty())
        return "it is limited to the names " + joined(rule.resourceNames) + "; a " + request.verb + " of all has no name";
    return "it is limited to the names " + joined(rule.resourceNames) + ", without " + request.name;
}

std::string ruleWords(Part part, const PolicyRule &rule, const Request &request)
{
    switch (part) {
    case Part::Verb:
        return "it allows " + joined(rule.verbs) + ", not " + request.verb;
    case Part::Group:
        return groupWords(rule, request);
    case Part::Name:
        return nameWords(rule, request);
    case Part::Url:
        return "it names " + joined(rule.nonResourceUrls) + ", not " + request.url;
    default:
        return resourceWords(rule, request);
    }
}

std::string namespaceWords(const Binding &binding, const Request &request)
{
    const std::string own = binding.ref.text() + " counts in namespace " + binding.ref.namespaceName + " only";
    if (request.isUrl())
        return own + " and never for URLs: they need a ClusterRoleBinding";
    if (request.namespaceName.empty())
        return own + "; the request is for the whole cluster";
    return own + "; the request is for " + request.namespaceName;
}

std::string roleRefWords(const AccessEvaluator &evaluator, const Binding &binding)
{
    const auto target = binding.target();
    if (!target)
        return "its roleRef of kind " + binding.roleRef.kind + " makes no sense in a " + binding.ref.kind;
    std::string out = "it points to " + target->text() + ", which does not exist";
    if (target->kind == "Role" && evaluator.findRole({"ClusterRole", {}, target->name}))
        out += "; there is a ClusterRole of that name";
    if (target->kind == "ClusterRole" && !binding.isClusterBinding() && evaluator.findRole({"Role", binding.ref.namespaceName, target->name}))
        out += "; there is a Role of that name in its namespace";
    return out;
}

/// Collects and ranks.
class Search
{
public:
    Search(const AccessEvaluator &evaluator, const Identity &identity, const Request &request)
        : m_evaluator(evaluator), m_identity(identity), m_request(request), m_probe(request)
    {
    }

    std::vector<NearMiss> run(std::size_t most)
    {
        m_evaluator.visitEverywhere(m_identity, [this](const BindingPointer &binding, std::size_t, const RolePointer &role) {
            addOwn(binding, role);
            return true;
        });
        m_evaluator.visitAllowing(m_request, [this](const BindingPointer &binding, const RolePointer &role, std::size_t rule) { addForeign(binding, role, rule); });
        std::ranges::sort(m_found, {}, &Found::rank);
        std::vector<NearMiss> out;
        std::size_t strangers = 0;
        for (const Found &found : m_found) {
            const bool isRepeated = std::ranges::any_of(out, [&](const NearMiss &other) { return other.binding == found.binding->ref; });
            const bool isStranger = std::get<1>(found.rank);
            if (isRepeated || out.size() >= most || (isStranger && ++strangers > mostStrangers))
                continue;
            out.push_back(worded(found));
        }
        return out;
    }

private:
    /// Few failing parts first, then what is about this identity, then what is narrow; the last makes the order certain.
    using Rank = std::tuple<int, bool, bool, std::size_t, std::string_view, std::string_view>;
    static constexpr int farthest = 2;
    /// That others may do it is worth a hint or two.
    static constexpr std::size_t mostStrangers = 3;

    struct Found
    {
        BindingPointer binding;
        RolePointer role;
        std::size_t rule = 0;
        Misses misses;
        std::string likeness;
        Rank rank;
    };

    bool isElsewhere(const Binding &binding) const
    {
        return !binding.isClusterBinding() && (m_request.isUrl() || binding.ref.namespaceName != m_request.namespaceName);
    }

    void add(Found found, int distance, bool isStranger)
    {
        if (distance > farthest)
            return;
        const Binding &binding = *found.binding;
        found.rank = {distance, isStranger, binding.isClusterBinding(), found.role ? found.role->rules.size() : 0, binding.ref.namespaceName, binding.ref.name};
        m_found.push_back(std::move(found));
    }

    void addOwn(const BindingPointer &binding, const RolePointer &role)
    {
        Found found{binding, role, 0, {}, {}, {}};
        if (isElsewhere(*binding))
            found.misses.add(Part::Namespace);
        int distance = found.misses.count() + 1;
        if (role) {
            const Nearest nearest = nearestRule(*role, m_probe);
            if (nearest.count > 9)
                return;
            found.rule = nearest.rule;
            found.misses.add(nearest.misses);
            distance = found.misses.count();
        } else {
            found.misses.add(Part::RoleRef);
        }
        if (distance > 0)
            add(std::move(found), distance, false);
    }

    /// A binding of others whose role allows it.
    void addForeign(const BindingPointer &binding, const RolePointer &role, std::size_t rule)
    {
        if (isElsewhere(*binding))
            return;
        Found found{binding, role, rule, {}, {}, {}};
        found.misses.add(Part::Subject);
        for (const Subject &subject : binding->subjects) {
            if (isOwn(subject, *binding))
                return;
            if (const auto likeness = likenessOf(subject, *binding, m_identity); likeness && found.likeness.empty())
                found.likeness = *likeness;
        }
        const bool isStranger = found.likeness.empty();
        add(std::move(found), isStranger ? 2 : 1, isStranger);
    }

    bool isOwn(const Subject &subject, const Binding &binding) const
    {
        if (subject.kind == "User")
            return subject.name == m_identity.user;
        if (subject.kind == "Group")
            return m_identity.isIn(subject.name);
        const ObjectRef ref = subjectRef(subject, binding);
        return subject.kind == "ServiceAccount" && !ref.namespaceName.empty() && ServiceAccountRef{ref.namespaceName, ref.name}.userName() == m_identity.user;
    }

    NearMiss worded(const Found &found) const
    {
        const Binding &binding = *found.binding;
        NearMiss out;
        out.binding = binding.ref;
        out.role = binding.target().value_or(ObjectRef{binding.roleRef.kind, {}, binding.roleRef.name});
        out.failed = found.misses.first();
        for (const Part part : allParts) {
            if (found.misses.has(part))
                out.message += (out.message.empty() ? "" : "; ") + words(part, found);
        }
        return out;
    }

    std::string words(Part part, const Found &found) const
    {
        if (part == Part::Namespace)
            return namespaceWords(*found.binding, m_request);
        if (part == Part::Subject)
            return found.likeness.empty() ? found.binding->ref.text() + " grants this to others" : found.binding->ref.text() + " grants this, but " + found.likeness;
        if (part == Part::RoleRef)
            return found.binding->ref.text() + " grants nothing: " + roleRefWords(m_evaluator, *found.binding);
        return "rule " + std::to_string(found.rule) + " of " + found.role->ref.text() + ": " + ruleWords(part, found.role->rules[found.rule], m_request) + staleness(found);
    }

    /// The controller may be about to write just what is missing.
    std::string staleness(const Found &found) const
    {
        if (!found.role->aggregation)
            return {};
        std::vector<RolePointer> roles = m_evaluator.roles();
        std::erase_if(roles, [](const RolePointer &role) { return !role->isClusterRole(); });
        std::ranges::sort(roles, {}, [](const RolePointer &role) -> const std::string & { return role->ref.name; });
        const std::vector<PolicyRule> rules = aggregatedRules(*found.role, roles);
        const bool isAhead = std::ranges::any_of(rules, [this](const PolicyRule &rule) { return ruleAllows(rule, m_probe); });
        return isAhead ? " (its aggregation would grant this, but is not written yet)" : "";
    }

    static constexpr std::array allParts = {Part::Namespace, Part::Subject, Part::RoleRef, Part::Verb, Part::Group, Part::Resource, Part::Subresource, Part::Name, Part::Url};

    const AccessEvaluator &m_evaluator;
    const Identity &m_identity;
    const Request &m_request;
    Probe m_probe;
    std::vector<Found> m_found;
};

} // namespace

std::string_view partName(Part part)
{
    constexpr std::array<std::string_view, 9> names = {"namespace", "subject", "roleRef", "verb", "group", "resource", "subresource", "name", "url"};
    return names[static_cast<std::size_t>(part)];
}

std::vector<NearMiss> nearMisses(const AccessEvaluator &evaluator, const Identity &identity, const Request &request, std::size_t most)
{
    return Search(evaluator, identity, request).run(most);
}

} // namespace rbac
