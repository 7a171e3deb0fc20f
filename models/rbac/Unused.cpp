#include "models/rbac/Unused.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/Covers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace rbac {

namespace {

using BindingPointer = AccessEvaluator::BindingPointer;
using RolePointer = AccessEvaluator::RolePointer;

bool isInside(const PolicyRule &rule, const std::vector<PolicyRule> &others)
{
    return uncovered(others, {rule}).empty();
}

/// A binding that gives something, with its role.
struct Giving
{
    BindingPointer binding;
    RolePointer role;
    CoverMask mask;
};

/// Searches one kind after the other.
class Search
{
public:
    Search(const AccessEvaluator &evaluator, const Inputs &inputs) : m_evaluator(evaluator), m_inputs(inputs), m_bindings(evaluator.bindings()) { }

    std::vector<Unused> all()
    {
        findCoveredRules();
        findCoveredBindings();
        findUnusedRoles();
        findNobody();
        return misplaced();
    }

    std::vector<Unused> misplaced()
    {
        findWideBindings();
        findDangling();
        findMissingSubjects();
        return inOrder();
    }

    std::vector<Unused> unusedRoles()
    {
        findUnusedRoles();
        return inOrder();
    }

private:
    std::vector<Unused> inOrder()
    {
        std::ranges::sort(m_out);
        const auto repeated = std::ranges::unique(m_out);
        m_out.erase(repeated.begin(), repeated.end());
        return std::move(m_out);
    }

    /// Of two rules that cover each other the later one goes.
    void findCoveredRules()
    {
        for (const RolePointer &role : m_evaluator.roles()) {
            if (!role->aggregation && !isDefault(role->labels))
                findCoveredRules(*role);
        }
    }

    void findCoveredRules(const Role &role)
    {
        std::vector<CoverMask> masks;
        for (const PolicyRule &rule : role.rules)
            masks.emplace_back(std::vector<PolicyRule>{rule});
        for (std::size_t i = 0; i < role.rules.size(); ++i) {
            std::vector<PolicyRule> others;
            for (std::size_t j = 0; j < role.rules.size(); ++j) {
                const bool isTwin = j > i && masks[i].mayCover(masks[j]) && masks[j].mayCover(masks[i]) && isInside(role.rules[j], {role.rules[i]})
                    && isInside(role.rules[i], {role.rules[j]});
                if (j != i && !isTwin)
                    others.push_back(role.rules[j]);
            }
            if (!atomsOf(role.rules[i]).empty() && CoverMask(others).mayCover(masks[i]) && isInside(role.rules[i], others))
                m_out.push_back({UnusedKind::CoveredRule, role.ref, i, role.ref});
        }
    }

    /// A binding whose subjects all have its whole role through another one that counts wherever it does.
    void findCoveredBindings()
    {
        const std::vector<Giving> givings = allGivings();
        std::map<std::pair<ObjectRef, std::string>, std::vector<const Giving *>> bySubject;
        for (const Giving &giving : givings) {
            for (const Subject &subject : giving.binding->subjects)
                bySubject[{subjectRef(subject, *giving.binding), giving.binding->ref.namespaceName}].push_back(&giving);
        }
        for (const Giving &giving : givings) {
            if (giving.role->rules.empty() || isDefault(giving.binding->labels))
                continue;
            const Giving *other = nullptr;
            for (const std::string &place : std::set<std::string>{{}, giving.binding->ref.namespaceName}) {
                const auto found = bySubject.find({subjectRef(giving.binding->subjects.front(), *giving.binding), place});
                if (found != bySubject.end())
                    other = firstOf(other, standIn(giving, found->second));
            }
            for (std::size_t rule = 0; other && rule < giving.role->rules.size(); ++rule)
                m_out.push_back({UnusedKind::CoveredRule, giving.binding->ref, rule, other->binding->ref});
        }
    }

    std::vector<Giving> allGivings() const
    {
        std::map<const Role *, CoverMask> masks;
        std::vector<Giving> out;
        for (const BindingPointer &binding : m_bindings) {
            const auto target = binding->target();
            const RolePointer role = target ? m_evaluator.findRole(*target) : nullptr;
            if (!role || binding->subjects.empty())
                continue;
            const auto [mask, isNew] = masks.try_emplace(role.get());
            if (isNew)
                mask->second = CoverMask(role->rules);
            out.push_back({binding, role, mask->second});
        }
        return out;
    }

    static const Giving *firstOf(const Giving *left, const Giving *right)
    {
        if (!left || !right)
            return left ? left : right;
        return right->binding->ref < left->binding->ref ? right : left;
    }

    /// The first by name that makes it needless; of two that make each other needless the first stays.
    static const Giving *standIn(const Giving &giving, const std::vector<const Giving *> &candidates)
    {
        const Giving *out = nullptr;
        for (const Giving *other : candidates) {
            if (!other->mask.mayCover(giving.mask) || firstOf(out, other) == out)
                continue;
            if (!mayStandFor(*other->binding, *giving.binding) || !uncovered(other->role->rules, giving.role->rules).empty())
                continue;
            const bool isMutual = other->binding->isClusterBinding() == giving.binding->isClusterBinding() && uncovered(giving.role->rules, other->role->rules).empty()
                && mayStandFor(*giving.binding, *other->binding);
            if (!isMutual || other->binding->ref < giving.binding->ref)
                out = other;
        }
        return out;
    }

    static bool mayStandFor(const Binding &other, const Binding &binding)
    {
        if (other.ref == binding.ref || !(other.isClusterBinding() || (!binding.isClusterBinding() && other.ref.namespaceName == binding.ref.namespaceName)))
            return false;
        return std::ranges::all_of(binding.subjects, [&](const Subject &subject) {
            const ObjectRef wanted = subjectRef(subject, binding);
            return std::ranges::any_of(other.subjects, [&](const Subject &own) { return subjectRef(own, other) == wanted; });
        });
    }

    void findWideBindings()
    {
        for (const BindingPointer &binding : m_bindings) {
            if (!binding->isClusterBinding() || binding->subjects.empty() || isDefault(binding->labels))
                continue;
            const auto target = binding->target();
            const RolePointer role = target ? m_evaluator.findRole(*target) : nullptr;
            const std::string &home = binding->subjects.front().namespaceName;
            const bool isOfOneNamespace = !home.empty() && std::ranges::all_of(binding->subjects, [&](const Subject &subject) { return subject.kind == "ServiceAccount" && subject.namespaceName == home; });
            if (role && isOfOneNamespace && isKnownNamespacedOnly(*role))
                m_out.push_back({UnusedKind::WideBinding, binding->ref, std::nullopt, {"Namespace", {}, home}});
        }
    }

    bool isKnownNamespacedOnly(const Role &role)
    {
        const auto [known, isNew] = m_namespacedOnly.try_emplace(&role, false);
        if (isNew)
            known->second = isNamespacedOnly(role);
        return known->second;
    }

    bool isNamespacedOnly(const Role &role) const
    {
        const auto isNamespaced = [&](const std::string &group, const std::string &resource) {
            const std::string name = resource.substr(0, resource.find('/'));
            return std::ranges::any_of(m_inputs.catalog.types(), [&](const kube::ResourceType &type) { return type.group == group && type.resource == name && type.namespaced; });
        };
        const auto isSound = [&](const PolicyRule &rule) {
            return rule.nonResourceUrls.empty() && !rule.resources.empty() && std::ranges::all_of(rule.apiGroups, [&](const std::string &group) {
                return std::ranges::all_of(rule.resources, [&](const std::string &resource) { return isNamespaced(group, resource); });
            });
        };
        return !role.rules.empty() && std::ranges::all_of(role.rules, isSound);
    }

    void findUnusedRoles()
    {
        const std::vector<RolePointer> roles = m_evaluator.roles();
        const auto isPart = [&](const Role &role) { return std::ranges::any_of(roles, [&](const RolePointer &other) { return aggregates(*other, role); }); };
        for (const RolePointer &role : roles) {
            const bool isBoundOutOfSight = (role->isClusterRole() && m_inputs.isUnreadable("clusterrolebindings", "")) || m_inputs.isUnreadable("rolebindings", role->ref.namespaceName);
            if (!isBoundOutOfSight && !isDefault(role->labels) && m_evaluator.bindingsOf(role->ref).empty() && !isPart(*role))
                m_out.push_back({UnusedKind::UnusedRole, role->ref, std::nullopt, {}});
        }
    }

    void findDangling()
    {
        for (const BindingPointer &binding : m_bindings) {
            const auto target = binding->target();
            const ObjectRef named = target.value_or(ObjectRef{binding->roleRef.kind, {}, binding->roleRef.name});
            const bool isOutOfSight = target && m_inputs.isUnreadable(target->kind == "Role" ? "roles" : "clusterroles", target->namespaceName);
            if (!isOutOfSight && (!target || !m_evaluator.findRole(*target)))
                m_out.push_back({UnusedKind::DanglingRole, binding->ref, std::nullopt, named});
        }
    }

    void findMissingSubjects()
    {
        std::set<ServiceAccountRef> accounts;
        for (const auto &account : m_inputs.serviceAccounts)
            accounts.insert(account->ref);
        for (const BindingPointer &binding : m_bindings) {
            for (const Subject &subject : binding->subjects) {
                const ObjectRef ref = subjectRef(subject, *binding);
                const bool isMissing = subject.kind == "ServiceAccount" && !m_inputs.isUnreadable("serviceaccounts", ref.namespaceName) && !accounts.contains({ref.namespaceName, ref.name});
                if (isMissing && !isDefault(binding->labels))
                    m_out.push_back({UnusedKind::MissingSubject, binding->ref, std::nullopt, ref});
            }
        }
    }

    /// Bindings without a subject, and groups that nobody can be in: those of accounts are written in the plural (S30).
    void findNobody()
    {
        for (const BindingPointer &binding : m_bindings) {
            if (isDefault(binding->labels))
                continue;
            if (binding->subjects.empty())
                m_out.push_back({UnusedKind::MissingSubject, binding->ref, std::nullopt, {}});
            for (const Subject &subject : binding->subjects) {
                if (subject.kind == "Group" && subject.name.starts_with("system:serviceaccount:"))
                    m_out.push_back({UnusedKind::MissingSubject, binding->ref, std::nullopt, subjectRef(subject, *binding)});
            }
        }
    }

    const AccessEvaluator &m_evaluator;
    const Inputs &m_inputs;
    std::vector<BindingPointer> m_bindings;
    std::map<const Role *, bool> m_namespacedOnly;
    std::vector<Unused> m_out;
};

} // namespace

std::string_view unusedKindName(UnusedKind kind)
{
    constexpr std::array<std::string_view, 6> names = {"covered-rule", "wide-binding", "unused-role", "dangling-role", "missing-subject", "never-used"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Unused> findUnused(const AccessEvaluator &evaluator, const Inputs &inputs)
{
    return Search(evaluator, inputs).all();
}

std::vector<Unused> findUnusedRoles(const AccessEvaluator &evaluator, const Inputs &inputs)
{
    return Search(evaluator, inputs).unusedRoles();
}

std::vector<Unused> findMisplaced(const AccessEvaluator &evaluator, const Inputs &inputs)
{
    return Search(evaluator, inputs).misplaced();
}

} // namespace rbac
