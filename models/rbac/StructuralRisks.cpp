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

bool isWildcard(const PolicyRule &rule)
{
    const auto hasStar = [](const std::vector<std::string> &words) { return std::ranges::find(words, "*") != words.end(); };
    return hasStar(rule.verbs) || hasStar(rule.apiGroups) || hasStar(rule.resources);
}

/// Rights of these are everybody's, or every pod's.
bool isEverybody(const ObjectRef &subject)
{
    return subject.kind == "Group" && subject.name == authenticatedGroup;
}

bool isAccounts(const ObjectRef &subject)
{
    return subject.kind == "Group" && (subject.name == allAccountsGroup || subject.name.starts_with("system:serviceaccounts:"));
}

bool isPublic(const ObjectRef &subject)
{
    return (subject.kind == "Group" && subject.name == unauthenticatedGroup) || (subject.kind == "User" && subject.name == anonymousUser);
}

/// Works out the findings of one binding after the other.
class Search
{
public:
    Search(const AccessEvaluator &evaluator, const Inputs &inputs, std::vector<Risk> &risks) : m_evaluator(evaluator), m_inputs(inputs), m_risks(risks)
    {
        for (const Risk &risk : risks) {
            if (risk.severity <= Severity::Medium && (isEverybody(risk.subject) || isAccounts(risk.subject)))
                m_sensitive.insert({risk.subject, risk.binding});
        }
    }

    void run()
    {
        for (const BindingPointer &binding : m_evaluator.bindings()) {
            const auto target = binding->target();
            const RolePointer role = target ? m_evaluator.findRole(*target) : nullptr;
            for (const Subject &subject : binding->subjects)
                addSubject(binding, role, subjectRef(subject, *binding));
        }
        addMisplaced();
        addCrowds();
        addConstrainedImpersonation();
    }

private:
    static SharedRef roleRef(const BindingPointer &binding, const RolePointer &role)
    {
        return role ? SharedRef::of(role) : SharedRef(binding->target().value_or(ObjectRef{binding->roleRef.kind, {}, binding->roleRef.name}));
    }

    void add(std::string_view id, const BindingPointer &binding, const RolePointer &role, const SharedRef &subject, std::optional<std::size_t> rule = std::nullopt)
    {
        m_risks.push_back({id, riskRule(id).severity, subject, binding->ref.namespaceName, SharedRef::of(binding), roleRef(binding, role), rule});
    }

    void addSubject(const BindingPointer &binding, const RolePointer &role, ObjectRef name)
    {
        Known &known = m_known[name];
        if (known.ref.isEmpty())
            known.ref = SharedRef(std::move(name));
        if (known.last != binding.get())
            ++known.bindings;
        known.last = binding.get();
        if (!binding->isClusterBinding())
            m_subjectsIn[binding->ref.namespaceName].insert(&known);
        if (role)
            addHeld(binding, role, known.ref);
    }

    void addHeld(const BindingPointer &binding, const RolePointer &role, const SharedRef &subject)
    {
        const bool isOwn = !isDefault(binding->labels);
        const bool isSensitive = (isEverybody(subject) || isAccounts(subject)) && m_sensitive.contains({subject, SharedRef::of(binding)});
        if (isPublic(subject) && isOwn)
            add("R55", binding, role, subject);
        if (isEverybody(subject) && isSensitive)
            add("R56", binding, role, subject);
        if (isAccounts(subject) && isSensitive)
            add("R57", binding, role, subject);
        if (subject->kind == "ServiceAccount" && subject->name == "default" && isOwn)
            add("R58", binding, role, subject);
        for (std::size_t rule = 0; rule < role->rules.size(); ++rule) {
            if (isWildcard(role->rules[rule]))
                add("R66", binding, role, subject, rule);
        }
    }

    /// R63 to R65 are what least privilege finds, seen as risks.
    void addMisplaced()
    {
        for (const Unused &unused : findMisplaced(m_evaluator, m_inputs)) {
            const BindingPointer binding = m_evaluator.findBinding(unused.object);
            const auto target = binding->target();
            const RolePointer role = target ? m_evaluator.findRole(*target) : nullptr;
            for (const Subject &subject : binding->subjects) {
                const SharedRef &ref = m_known[subjectRef(subject, *binding)].ref;
                if (unused.kind == UnusedKind::DanglingRole)
                    add("R63", binding, nullptr, ref);
                else if (unused.kind == UnusedKind::MissingSubject && ref.get() == unused.by)
                    add("R64", binding, role, ref);
                else if (unused.kind == UnusedKind::WideBinding)
                    add("R65", binding, role, ref);
            }
        }
    }

    void addCrowds()
    {
        const Severity severity = riskRule("R67").severity;
        for (const auto &[name, known] : m_known) {
            if (known.bindings >= manyRoles)
                m_risks.push_back({"R67", severity, known.ref, {}, {}, {}, std::nullopt});
        }
        for (const auto &[place, subjects] : m_subjectsIn) {
            if (subjects.size() >= manySubjects)
                m_risks.push_back({"R67", severity, ObjectRef{"Namespace", {}, place}, place, {}, {}, std::nullopt});
        }
    }

    /// Both halves for the same identity: the mode on whom it acts as, and what it may do in that mode (S78).
    void addConstrainedImpersonation()
    {
        const ImpersonationHalves halves(m_evaluator);
        for (const auto &[name, known] : m_known) {
            if (!isSomebody(name))
                continue;
            if (const auto grant = halves.constrainedBy(name))
                add("R17", grant->binding, grant->role, known.ref, grant->rule);
        }
    }

    /// What was seen of a name so far.
    struct Known
    {
        SharedRef ref;
        std::size_t bindings = 0;
        const Binding *last = nullptr;
    };

    const AccessEvaluator &m_evaluator;
    const Inputs &m_inputs;
    std::vector<Risk> &m_risks;
    std::set<std::pair<SharedRef, SharedRef>> m_sensitive;
    std::map<ObjectRef, Known> m_known;
    std::map<std::string, std::set<const Known *>> m_subjectsIn;
};

} // namespace

void addStructuralRisks(const AccessEvaluator &evaluator, const Inputs &inputs, std::vector<Risk> &risks)
{
    Search(evaluator, inputs, risks).run();
}

} // namespace rbac
