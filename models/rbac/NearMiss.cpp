#include "models/rbac/NearMiss.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/Marked.h"
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

Sentence namespaceWords(const Binding &binding, const Request &request)
{
    std::vector<Sentence> names{binding.ref.text(), binding.ref.namespaceName};
    if (request.isUrl())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 counts in namespace %2 only and never for URLs: they need a ClusterRoleBinding"), std::move(names));
    if (request.namespaceName.empty())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 counts in namespace %2 only; the request is for the whole cluster"), std::move(names));
    names.push_back(request.namespaceName);
    return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 counts in namespace %2 only; the request is for %3"), std::move(names));
}

Sentence roleRefWords(const AccessEvaluator &evaluator, const Binding &binding)
{
    const auto target = binding.target();
    if (!target)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 grants nothing: its roleRef of kind %2 makes no sense in a %3"), {binding.ref.text(), binding.roleRef.kind, binding.ref.kind});
    std::vector<Sentence> out{Sentence(QT_TRANSLATE_NOOP("rbac", "%1 grants nothing: it points to %2, which does not exist"), {binding.ref.text(), target->text()})};
    if (target->kind == "Role" && evaluator.findRole({"ClusterRole", {}, target->name}))
        out.emplace_back(QT_TRANSLATE_NOOP("rbac", "there is a ClusterRole of that name"));
    if (target->kind == "ClusterRole" && !binding.isClusterBinding() && evaluator.findRole({"Role", binding.ref.namespaceName, target->name}))
        out.emplace_back(QT_TRANSLATE_NOOP("rbac", "there is a Role of that name in its namespace"));
    return joined(out, "; ");
}

/// With a few of those who have it, by name.
Sentence othersWords(const Binding &binding)
{
    constexpr std::size_t most = 2;
    std::vector<Sentence> some;
    for (std::size_t i = 0; i < std::min(most, binding.subjects.size()); ++i)
        some.emplace_back(subjectRef(binding.subjects[i], binding).text());
    if (binding.subjects.size() <= most)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 grants this to others: %2"), {binding.ref.text(), joined(some, ", ")});
    return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 grants this to others: %2 and %3 more"), {binding.ref.text(), joined(some, ", "), std::to_string(binding.subjects.size() - most)});
}

Sentence partWords(const GrantingPart &part, const Role &role)
{
    if (!part.slip)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 would bring it into %2, but its aggregation is not written yet"), {part.role.text(), role.ref.text()});
    return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 would bring it into %2 with the label %3, but has %4"), {part.role.text(), role.ref.text(), part.slip->meant, part.slip->own});
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
        std::optional<Sentence> likeness = {};
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
            if (!found.likeness)
                found.likeness = likenessOf(subject, *binding, m_identity);
        }
        const bool isStranger = !found.likeness;
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
        std::vector<Sentence> message;
        for (const Part part : {Part::Namespace, Part::Subject, Part::RoleRef}) {
            if (found.misses.has(part))
                message.push_back(words(part, found));
        }
        if (Sentence rule = found.part || !found.role ? Sentence() : ruleWords(found.role->rules[found.rule], found.misses, m_request); !rule.isEmpty())
            message.push_back(Sentence(QT_TRANSLATE_NOOP("rbac", "rule %1 of %2: %3"), {std::to_string(found.rule + 1), found.role->ref.text(), std::move(rule)}));
        out.message = joined(message, "; ");
        return out;
    }

    Sentence words(Part part, const Found &found) const
    {
        if (part == Part::Namespace)
            return namespaceWords(*found.binding, m_request);
        if (part == Part::Subject && found.likeness)
            return Sentence(QT_TRANSLATE_NOOP("rbac", "%1 grants this, but %2"), {found.binding->ref.text(), *found.likeness});
        if (part == Part::Subject)
            return othersWords(*found.binding);
        return found.part ? partWords(*found.part, *found.role) : roleRefWords(m_evaluator, *found.binding);
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
