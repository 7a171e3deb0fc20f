#include "models/rbac/WriteCheck.h"

#include "models/rbac/Covers.h"
#include "models/rbac/Marked.h"

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

/// What a write is asked about: a resource, and one object of it.
struct Target
{
    std::string apiGroup;
    std::string resource;
    std::string namespaceName;
    std::string name;
};

Target targetOf(const ObjectRef &object) { return {rbacGroup, resourceOf(object.kind), object.namespaceName, object.name}; }

Request requestFor(std::string verb, const Target &target, bool isNamed)
{
    const bool isNamespace = target.apiGroup.empty() && target.resource == "namespaces";       // S13
    const std::string name = isNamed ? target.name : std::string();
    return {std::move(verb), target.apiGroup, target.resource, {}, name, isNamespace ? name : target.namespaceName, {}};
}

Request requestFor(std::string verb, const ObjectRef &object, bool isNamed) { return requestFor(std::move(verb), targetOf(object), isNamed); }

enum class Presence { There, NotThere, Unknown };

/// Writes one object after the other into a copy of what is there.
class Writing
{
public:
    Writing(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer, Sending sending)
        : m_evaluator(evaluator), m_inputs(inputs), m_writer(writer), m_sending(sending)
    {
    }

    void write(const std::shared_ptr<const Role> &role)
    {
        const auto old = m_evaluator.findRole(role->ref);
        if (old && *old == *role)
            return;
        begin(role->ref);
        const Presence presence = presenceOf(role->ref, old != nullptr);
        writeVerbs(targetOf(role->ref), presence, old && needsReplacement(*old, *role));
        if (!isMaster() && !may(requestFor("escalate", role->ref, presence == Presence::There)))
            checkRules(*role, old.get());
        m_evaluator.set(role);
    }

    void write(const std::shared_ptr<const Binding> &binding)
    {
        const auto old = m_evaluator.findBinding(binding->ref);
        if (old && *old == *binding)
            return;
        begin(binding->ref);
        const bool isReplaced = old && old->roleRef != binding->roleRef;
        if (isReplaced)
            need(requestFor("delete", binding->ref, true));
        writeVerbs(targetOf(binding->ref), isReplaced ? Presence::NotThere : presenceOf(binding->ref, old != nullptr), old && needsReplacement(*old, *binding));
        checkBinding(*binding);
        m_evaluator.set(binding);
    }

    void write(const OtherObject &other)
    {
        begin(other.ref);
        const kube::ResourceType *type = m_inputs.catalog.findKind(other.apiVersion, other.ref.kind);
        if (!type)
            return hinder(MayApply::Unknown, Sentence(QT_TRANSLATE_NOOP("rbac", "the server is not known to serve %1 of %2"), {other.ref.kind, other.apiVersion}));
        const bool isNamespace = type->group.empty() && type->resource == "namespaces";
        const Presence presence = presenceOf(other, *type);
        writeVerbs({type->group, type->resource, type->namespaced ? other.ref.namespaceName : std::string(), other.ref.name}, presence, false, Known::ThatItIsThere);
        if (isNamespace)
            m_madeNamespaces.push_back(other.ref.name);
    }

    void remove(const ObjectRef &object)
    {
        begin(object);
        need(requestFor("delete", object, true));
        m_evaluator.removeBinding(object);
        m_evaluator.removeRole(object);
    }

    /// With kubectl, a binding with another roleRef goes before anything is written, and what it gave is not held any more.
    void removeReplaced(const Binding &binding)
    {
        const auto old = m_sending == Sending::Kubectl ? m_evaluator.findBinding(binding.ref) : nullptr;
        if (old && old->roleRef != binding.roleRef)
            remove(binding.ref);
    }

    WriteCheck result() { return std::move(m_result); }

private:
    /// Of what is there: whether it is known to be another one, so that something is sent at all.
    enum class Known { WhatChanges, ThatItIsThere };

    /// The one that is checked now; what goes and is made anew is one.
    void begin(const ObjectRef &object)
    {
        const auto found = std::ranges::find(m_result.objects, object, &ObjectCheck::object);
        m_current = static_cast<std::size_t>(found - m_result.objects.begin());
        if (found == m_result.objects.end())
            m_result.objects.push_back({object});
    }

    static void worsen(MayApply &answer, MayApply by)
    {
        if (by == MayApply::No || answer == MayApply::Yes)
            answer = by;
    }

    void hinder(MayApply by, Sentence why)
    {
        worsen(m_result.answer, by);
        worsen(m_result.objects[m_current].answer, by);
        m_result.objects[m_current].obstacles.push_back(std::move(why));
    }

    bool isNewNamespace(const std::string &name) const
    {
        return !m_inputs.namespaces.empty() && !m_inputs.isUnreadable("namespaces", {}) && std::ranges::find(m_inputs.namespaces, name) == m_inputs.namespaces.end();
    }

    Presence presenceOf(const ObjectRef &object, bool isFound) const
    {
        return isFound ? Presence::There : m_inputs.isUnreadable(resourceOf(object.kind), object.namespaceName) ? Presence::Unknown : Presence::NotThere;
    }

    /// Only of accounts and namespaces it is known; in a namespace that is not there, there is nothing.
    Presence presenceOf(const OtherObject &other, const kube::ResourceType &type) const
    {
        const ObjectRef &ref = other.ref;
        const auto isSame = [&](const auto &account) { return account->ref.ref() == ref; };
        if (type.group.empty() && type.resource == "serviceaccounts")
            return presenceOf(ref, std::ranges::any_of(m_inputs.serviceAccounts, isSame));
        if (type.group.empty() && type.resource == "namespaces")
            return m_inputs.namespaces.empty() || m_inputs.isUnreadable("namespaces", {}) ? Presence::Unknown : isNewNamespace(ref.name) ? Presence::NotThere : Presence::There;
        return type.namespaced && isNewNamespace(ref.namespaceName) ? Presence::NotThere : Presence::Unknown;
    }

    bool isMaster() const { return m_writer.isIn(mastersGroup); }

    Verdict ask(const Request &request) const { return decide(m_evaluator, m_inputs, m_writer, request).verdict; }

    /// An extra power: without it something else may do.
    bool may(const Request &request) const { return ask(request) == Verdict::Allow; }

    static void add(Right right, std::vector<Right> &all)
    {
        if (std::ranges::find(all, right) == all.end())
            all.push_back(std::move(right));
    }

    void lack(bool isKnown, const Right &right)
    {
        worsen(m_result.answer, isKnown ? MayApply::No : MayApply::Unknown);
        worsen(m_result.objects[m_current].answer, isKnown ? MayApply::No : MayApply::Unknown);
        add(right, m_result.missing);
        add(right, m_result.objects[m_current].missing);
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

    /// Of a request that may not be sent at all nobody knows that it is refused.
    void needPerhaps(const Request &request)
    {
        if (!may(request))
            lack(false, rightFor(request));
    }

    void writeVerbs(const Target &target, Presence presence, bool isReplaced, Known known = Known::WhatChanges)
    {
        if (m_sending == Sending::Kubectl)
            need(requestFor("get", target, true));
        if (presence == Presence::NotThere)
            create(target);
        else if (presence == Presence::Unknown)
            createOrChange(target);
        else if (known == Known::ThatItIsThere)
            needPerhaps(requestFor("patch", target, true));
        else
            change(target, isReplaced);
    }

    void create(const Target &target)
    {
        need(requestFor("create", target, false));
        const bool isMade = std::ranges::find(m_madeNamespaces, target.namespaceName) != m_madeNamespaces.end();
        if (!target.namespaceName.empty() && !isMade && isNewNamespace(target.namespaceName))
            hinder(MayApply::No, Sentence(QT_TRANSLATE_NOOP("rbac", "there is no namespace %1"), {target.namespaceName}));
    }

    void change(const Target &target, bool isReplaced)
    {
        if (m_sending == Sending::Kubectl)
            need(requestFor(isReplaced ? "update" : "patch", target, true));
        else if (!may(requestFor("update", target, true)))
            need(requestFor("patch", target, true));
    }

    /// Refused for sure is only who may do neither.
    void createOrChange(const Target &target)
    {
        const Request made = requestFor("create", target, false), changed = requestFor("patch", target, true);
        const bool isNeither = ask(made) == Verdict::NoOpinion && ask(changed) == Verdict::NoOpinion;
        for (const Request &request : {made, changed})
            isNeither ? need(request) : needPerhaps(request);
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
    Sending m_sending;
    std::vector<std::string> m_madeNamespaces;
    std::size_t m_current = 0;          ///< of the objects in the result
    WriteCheck m_result;
};

} // namespace

std::string_view mayApplyName(MayApply answer)
{
    constexpr std::array<std::string_view, 3> names = {"yes", "no", "unknown"};
    return names[static_cast<std::size_t>(answer)];
}

WriteCheck checkWrites(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer, const ChangeSet &changes, Sending sending)
{
    Writing writing(evaluator, inputs, writer, sending);
    for (const auto &binding : changes.bindings)
        writing.removeReplaced(*binding);
    for (const bool isFirst : {true, false}) {
        for (const OtherObject &other : changes.others) {
            if (isWrittenFirst(other.ref) == isFirst)
                writing.write(other);
        }
    }
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
