#include "models/rbac/StructuralRisks.h"

#include "models/rbac/ImpersonationHalves.h"
#include "models/rbac/RightHolders.h"
#include "models/rbac/Unused.h"

#include <algorithm>
#include <map>
#include <set>

namespace rbac {

namespace {

using BindingPointer = AccessEvaluator::BindingPointer;
using RolePointer = AccessEvaluator::RolePointer;

/// From these on a person loses sight.
constexpr std::size_t manyRoles = 10;
constexpr std::size_t manySubjects = 50;

bool isDefault(const Labels &labels)
{
    return labels.contains("kubernetes.io/bootstrapping");
}

bool isWildcard(const PolicyRule &rule)
{
    const auto hasStar = [](const std::vector<std::string> &words) { return std::ranges::find(words, "*") != words.end(); };
    return hasStar(rule.verbs) || hasStar(rule.apiGroups) || hasStar(rule.resources);
}

/// Works out the findings of one binding after the other.
class Search
{
public:
    Search(const AccessEvaluator &evaluator, const Inputs &inputs, std::vector<Risk> &risks) : m_evaluator(evaluator), m_inputs(inputs), m_risks(risks)
    {
        for (const Risk &risk : risks) {
            if (risk.severity <= Severity::Medium)
                m_sensitive.insert({risk.subject, risk.binding});
        }
    }

    void run()
    {
        for (const BindingPointer &binding : m_evaluator.bindings()) {
            const auto target = binding->target();
            const RolePointer role = target ? m_evaluator.findRole(*target) : nullptr;
            for (const Subject &subject : binding->subjects)
                addSubject(*binding, role, subjectRef(subject, *binding));
        }
        addNowhere();
        addCrowds();
        addConstrainedImpersonation();
    }

private:
    void add(std::string_view id, const Binding &binding, const RolePointer &role, const ObjectRef &subject, std::optional<std::size_t> rule = std::nullopt)
    {
        m_risks.push_back({id, riskRule(id).severity, subject, binding.ref.namespaceName, binding.ref, role ? role->ref : binding.target().value_or(ObjectRef()), rule});
    }

    void addSubject(const Binding &binding, const RolePointer &role, const ObjectRef &subject)
    {
        m_rolesOf[subject].insert(binding.ref);
        if (!binding.isClusterBinding())
            m_subjectsIn[binding.ref.namespaceName].insert(subject);
        if (!role)
            return;
        const bool isPublic = subject == ObjectRef{"User", {}, std::string(anonymousUser)} || subject == ObjectRef{"Group", {}, std::string(unauthenticatedGroup)};
        const bool isOwn = !isDefault(binding.labels);
        const bool isSensitive = m_sensitive.contains({subject, binding.ref});
        const bool isOfAccounts = subject.kind == "Group" && (subject.name == allAccountsGroup || subject.name.starts_with("system:serviceaccounts:"));
        if (isPublic && isOwn)
            add("R55", binding, role, subject);
        if (subject == ObjectRef{"Group", {}, std::string(authenticatedGroup)} && isSensitive)
            add("R56", binding, role, subject);
        if (isOfAccounts && isSensitive)
            add("R57", binding, role, subject);
        if (subject.kind == "ServiceAccount" && subject.name == "default" && isOwn)
            add("R58", binding, role, subject);
        for (std::size_t rule = 0; rule < role->rules.size(); ++rule) {
            if (isWildcard(role->rules[rule]))
                add("R66", binding, role, subject, rule);
        }
    }

    /// R63 to R65 are what least privilege finds, seen as risks.
    void addNowhere()
    {
        for (const Unused &unused : findUnused(m_evaluator, m_inputs)) {
            const BindingPointer binding = m_evaluator.findBinding(unused.object);
            if (!binding)
                continue;
            for (const Subject &subject : binding->subjects) {
                const ObjectRef ref = subjectRef(subject, *binding);
                if (unused.kind == UnusedKind::DanglingRole)
                    add("R63", *binding, nullptr, ref);
                else if (unused.kind == UnusedKind::MissingSubject && ref == unused.by)
                    add("R64", *binding, m_evaluator.findRole(binding->target().value_or(ObjectRef())), ref);
                else if (unused.kind == UnusedKind::WideBinding)
                    add("R65", *binding, m_evaluator.findRole(*binding->target()), ref);
            }
        }
    }

    void addCrowds()
    {
        const Severity severity = riskRule("R67").severity;
        for (const auto &[subject, bindings] : m_rolesOf) {
            if (bindings.size() >= manyRoles)
                m_risks.push_back({"R67", severity, subject, {}, {}, {}, std::nullopt});
        }
        for (const auto &[place, subjects] : m_subjectsIn) {
            if (subjects.size() >= manySubjects)
                m_risks.push_back({"R67", severity, {"Namespace", {}, place}, place, {}, {}, std::nullopt});
        }
    }

    /// Both halves for the same identity: the mode on whom it acts as, and what it may do in that mode (S78).
    void addConstrainedImpersonation()
    {
        const ImpersonationHalves halves(m_evaluator);
        for (const auto &[subject, bindings] : m_rolesOf) {
            if (!isSomebody(subject))
                continue;
            if (const auto grant = halves.constrainedBy(subject))
                add("R17", *grant->binding, grant->role, subject, grant->rule);
        }
    }

    const AccessEvaluator &m_evaluator;
    const Inputs &m_inputs;
    std::vector<Risk> &m_risks;
    std::set<std::pair<ObjectRef, ObjectRef>> m_sensitive;
    std::map<ObjectRef, std::set<ObjectRef>> m_rolesOf;
    std::map<std::string, std::set<ObjectRef>> m_subjectsIn;
};

} // namespace

void addStructuralRisks(const AccessEvaluator &evaluator, const Inputs &inputs, std::vector<Risk> &risks)
{
    Search(evaluator, inputs, risks).run();
}

} // namespace rbac
