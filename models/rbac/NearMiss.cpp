#include "models/rbac/NearMiss.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/NearestRule.h"
#include "models/rbac/SubjectLikeness.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace rbac {

namespace {

using BindingPointer = AccessEvaluator::BindingPointer;
using RolePointer = AccessEvaluator::RolePointer;

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

/// A few of those who have it, by name.
std::string othersWords(const Binding &binding)
{
    constexpr std::size_t most = 2;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, binding.subjects.size()); ++i)
        out += (i == 0 ? ": " : ", ") + subjectRef(binding.subjects[i], binding).text();
    return binding.subjects.size() > most ? out + " and " + std::to_string(binding.subjects.size() - most) + " more" : out;
}

std::string partWords(const GrantingPart &part, const Role &role)
{
    const std::string begin = part.role.text() + " would bring it into " + role.ref.text();
    return part.slip.empty() ? begin + ", but its aggregation is not written yet" : begin + " with " + part.slip;
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
        Misses misses = {};
        std::string likeness = {};
        std::optional<GrantingPart> part = {};   ///< what aggregation would bring
        Rank rank = {};
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
        found.rank = {distance, isStranger, binding.isClusterBinding(), found.role ? found.role->rules.size() : ~std::size_t(0), binding.ref.namespaceName, binding.ref.name};
        m_found.push_back(std::move(found));
    }

    void addOwn(const BindingPointer &binding, const RolePointer &role)
    {
        Found found{binding, role};
        if (isElsewhere(*binding))
            found.misses.add(Part::Namespace);
        const int before = found.misses.count();
        if (!role && m_request.isUrl() && !binding->isClusterBinding())
            return;
        if (!role) {
            found.misses.add(Part::RoleRef);
            return add(std::move(found), before + 1, false);
        }
        const auto nearest = nearestRule(role->rules, m_probe);
        if (!nearest || !nearest->misses.none())
            found.part = partOf(*role);
        if (found.part)
            found.misses.add(Part::RoleRef);
        else if (nearest)
            found.misses.add(nearest->misses);
        else
            return;
        found.rule = nearest ? nearest->rule : 0;
        const int distance = before + (found.part ? 1 : nearest->distance());
        if (distance > 0)
            add(std::move(found), distance, false);
    }

    /// Many bindings have the same few aggregated roles.
    std::optional<GrantingPart> partOf(const Role &role)
    {
        if (!role.aggregation)
            return std::nullopt;
        const auto [known, isNew] = m_parts.try_emplace(&role);
        if (isNew)
            known->second = grantingPart(m_evaluator, role, m_probe);
        return known->second;
    }

    /// A binding of others whose role allows it.
    void addForeign(const BindingPointer &binding, const RolePointer &role, std::size_t rule)
    {
        if (isElsewhere(*binding))
            return;
        Found found{binding, role, rule};
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
        for (const Part part : {Part::Namespace, Part::Subject, Part::RoleRef}) {
            if (found.misses.has(part))
                addWords(words(part, found), out.message);
        }
        if (const std::string rule = found.part || !found.role ? std::string() : ruleWords(found.role->rules[found.rule], found.misses, m_request); !rule.empty())
            addWords("rule " + std::to_string(found.rule) + " of " + found.role->ref.text() + ": " + rule, out.message);
        return out;
    }

    static void addWords(const std::string &more, std::string &message) { message += (message.empty() ? "" : "; ") + more; }

    std::string words(Part part, const Found &found) const
    {
        const std::string name = found.binding->ref.text();
        if (part == Part::Namespace)
            return namespaceWords(*found.binding, m_request);
        if (part == Part::Subject)
            return found.likeness.empty() ? name + " grants this to others" + othersWords(*found.binding) : name + " grants this, but " + found.likeness;
        return found.part ? partWords(*found.part, *found.role) : name + " grants nothing: " + roleRefWords(m_evaluator, *found.binding);
    }

    const AccessEvaluator &m_evaluator;
    const Identity &m_identity;
    const Request &m_request;
    Probe m_probe;
    std::vector<Found> m_found;
    std::map<const Role *, std::optional<GrantingPart>> m_parts;
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
