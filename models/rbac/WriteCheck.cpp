#include "models/rbac/WriteCheck.h"

#include "models/rbac/Covers.h"

#include <algorithm>
#include <array>

namespace rbac {

namespace {

constexpr const char *rbacGroup = "rbac.authorization.k8s.io";

const std::vector<PolicyRule> &fullAuthority()
{
    static const std::vector<PolicyRule> rules = {{{"*"}, {"*"}, {"*"}, {}, {}}, {{"*"}, {}, {}, {}, {"*"}}};
    return rules;
}

std::string resourceOf(const std::string &kind)
{
    std::string out = kind + 's';
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

Request requestFor(std::string verb, const ObjectRef &object, bool isNamed)
{
    return {std::move(verb), rbacGroup, resourceOf(object.kind), {}, isNamed ? object.name : std::string(), object.namespaceName, {}};
}

/// Writes one object after the other into a copy of what is there.
class Writing
{
public:
    Writing(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer) : m_evaluator(evaluator), m_inputs(inputs), m_writer(writer) { }

    void write(const std::shared_ptr<const Role> &role)
    {
        const auto old = m_evaluator.findRole(role->ref);
        if (old && *old == *role)
            return;
        const bool isNew = !old;
        writeVerb(role->ref, isNew);
        if (!isMaster() && !may(requestFor("escalate", role->ref, !isNew)))
            checkRules(*role, old.get());
        m_evaluator.set(role);
    }

    void write(const std::shared_ptr<const Binding> &binding)
    {
        const auto old = m_evaluator.findBinding(binding->ref);
        if (old && *old == *binding)
            return;
        const bool isReplaced = old && old->roleRef != binding->roleRef;
        if (isReplaced)
            need(requestFor("delete", binding->ref, true));
        writeVerb(binding->ref, !old || isReplaced);
        checkBinding(*binding);
        m_evaluator.set(binding);
    }

    void remove(const ObjectRef &object)
    {
        need(requestFor("delete", object, true));
        m_evaluator.removeBinding(object);
        m_evaluator.removeRole(object);
    }

    WriteCheck result() { return std::move(m_result); }

private:
    bool isMaster() const { return m_writer.isIn(mastersGroup); }

    Verdict ask(const Request &request) const { return decide(m_evaluator, m_inputs, m_writer, request).verdict; }

    /// An extra power: without it something else may do.
    bool may(const Request &request) const { return ask(request) == Verdict::Allow; }

    void lack(bool isKnown, Right right)
    {
        if (isKnown)
            m_result.answer = MayApply::No;
        else if (m_result.answer == MayApply::Yes)
            m_result.answer = MayApply::Unknown;
        if (std::ranges::find(m_result.missing, right) == m_result.missing.end())
            m_result.missing.push_back(std::move(right));
    }

    static Right rightFor(const Request &request)
    {
        Right out;
        out.verb = request.verb;
        out.apiGroup = request.apiGroup;
        out.resource = request.resource;
        if (!request.name.empty())
            out.names = {request.name};
        out.namespaceName = request.namespaceName;
        return out;
    }

    void need(const Request &request)
    {
        const Verdict verdict = ask(request);
        if (verdict != Verdict::Allow)
            lack(verdict == Verdict::NoOpinion, rightFor(request));
    }

    void writeVerb(const ObjectRef &object, bool isNew)
    {
        if (isNew)
            need(requestFor("create", object, false));
        else if (!may(requestFor("update", object, true)))
            need(requestFor("patch", object, true));
    }

    /// Whether what the writer holds is all known, so that a lack of it is certain.
    bool isCertain(const std::string &namespaceName) const
    {
        const Request nothing{"wheelhouse-nothing", {}, "wheelhouse-nothing", {}, {}, namespaceName, {}};
        return ask(nothing) != Verdict::Unknown;
    }

    void cover(const std::vector<PolicyRule> &rules, const std::string &namespaceName)
    {
        const auto rest = uncovered(m_evaluator.rulesFor(m_writer, namespaceName), rules);
        if (rest.empty())
            return;
        const bool isKnown = isCertain(namespaceName);
        for (const PolicyRule &atom : rest) {
            // URLs have no namespace, but are lacking all the same.
            for (Right &right : rightsOfRule(atom, atom.nonResourceUrls.empty() ? namespaceName : std::string()))
                lack(isKnown, std::move(right));
        }
    }

    static bool isAggregated(const Role *role) { return role && role->aggregation && !role->aggregation->empty(); }

    void checkRules(const Role &role, const Role *old)
    {
        cover(role.rules, role.ref.namespaceName);
        if (isAggregated(&role) || isAggregated(old))
            cover(fullAuthority(), role.ref.namespaceName);
    }

    void checkBinding(const Binding &binding)
    {
        const auto target = binding.target();
        if (isMaster() || !target)
            return;
        Request bind = requestFor("bind", *target, true);
        bind.namespaceName = binding.ref.namespaceName;
        if (may(bind))
            return;
        if (const auto role = m_evaluator.findRole(*target))
            return cover(role->rules, binding.ref.namespaceName);
        // Of a role that cannot be read nobody knows what it holds; one that is missing can only be bound outright (S72).
        const bool isOutOfSight = m_inputs.isUnreadable(resourceOf(target->kind), target->namespaceName);
        lack(!isOutOfSight && ask(bind) == Verdict::NoOpinion, rightFor(bind));
    }

    AccessEvaluator m_evaluator;
    const Inputs &m_inputs;
    const Identity &m_writer;
    WriteCheck m_result;
};

} // namespace

std::string_view mayApplyName(MayApply answer)
{
    constexpr std::array<std::string_view, 3> names = {"yes", "no", "unknown"};
    return names[static_cast<std::size_t>(answer)];
}

WriteCheck checkWrites(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer, const ChangeSet &changes)
{
    Writing writing(evaluator, inputs, writer);
    for (const auto &role : changes.roles)
        writing.write(role);
    for (const auto &binding : changes.bindings)
        writing.write(binding);
    for (const bool isBinding : {true, false}) {
        for (const ObjectRef &object : changes.deletions) {
            if (object.kind.ends_with("Binding") == isBinding)
                writing.remove(object);
        }
    }
    return writing.result();
}

} // namespace rbac
