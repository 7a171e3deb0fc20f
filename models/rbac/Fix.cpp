#include "models/rbac/Fix.h"

#include "models/rbac/Aggregation.h"
#include "models/rbac/ObjectWriter.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <array>
#include <set>

namespace rbac {

namespace {

using BindingPointer = AccessEvaluator::BindingPointer;
using RolePointer = AccessEvaluator::RolePointer;

constexpr const char *apiGroup = "rbac.authorization.k8s.io";
constexpr const char *wideWarning = "# Warning: this holds in every namespace, also in those that are made later.\n";
constexpr const char *clusterWarning = "# Warning: this holds in the whole cluster.\n";

PolicyRule ruleFor(const Request &request)
{
    if (request.isUrl())
        return {{request.verb}, {}, {}, {}, {request.url}};
    PolicyRule out{{request.verb}, {request.apiGroup}, {request.combinedResource()}, {}, {}};
    if (!request.name.empty())
        out.resourceNames = {request.name};
    return out;
}

bool isReading(std::string_view verb)
{
    return verb == "get" || verb == "list" || verb == "watch";
}

/// How well a role is about just this: 0 exactly, 1 reading where reading is asked; nothing when it gives more.
std::optional<int> fitOf(const Role &role, const Request &request)
{
    int fit = 0;
    for (const PolicyRule &rule : role.rules) {
        const bool isSameThing = request.isUrl() ? rule.nonResourceUrls == std::vector{request.url} && rule.resources.empty()
                                                 : rule.resources == std::vector{request.combinedResource()} && rule.apiGroups == std::vector{request.apiGroup};
        if (!isSameThing)
            return std::nullopt;
        for (const std::string &verb : rule.verbs) {
            if (verb == request.verb)
                continue;
            if (!isReading(verb) || !isReading(request.verb))
                return std::nullopt;
            fit = 1;
        }
        if (rule.resourceNames.empty() != request.name.empty())
            fit = 1;
    }
    return fit;
}

std::string shortName(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool isCapital = c >= 'A' && c <= 'Z';
        const char next = isPlain ? c : isCapital ? static_cast<char>(c + 32) : '-';
        if (next != '-' || (!out.empty() && out.back() != '-'))
            out += next;
    }
    while (out.ends_with('-'))
        out.pop_back();
    return out.substr(0, 60);
}

/// Makes the candidates for one request.
class Maker
{
public:
    Maker(const AccessEvaluator &evaluator, const Identity &identity, const Request &request)
        : m_evaluator(evaluator), m_request(request), m_who(identity.ref()), m_subject(subjectFor(m_who)), m_namespace(request.isUrl() ? std::string() : request.namespaceName)
    {
        m_name = shortName(m_who.name + '-' + request.verb + '-' + (request.isUrl() ? request.url : request.combinedResource()));
    }

    std::vector<std::pair<FixKind, ChangeSet>> candidates() const
    {
        std::vector<std::pair<FixKind, ChangeSet>> out;
        const auto add = [&out](FixKind kind, std::optional<ChangeSet> changes) {
            if (changes)
                out.emplace_back(kind, std::move(*changes));
        };
        add(FixKind::ExtendBinding, extendedBinding());
        add(FixKind::ExtendRole, extendedRole());
        if (!m_namespace.empty()) {
            add(FixKind::RoleAndBinding, fresh("Role", m_namespace));
            add(FixKind::ClusterRoleAndBinding, fresh("ClusterRole", m_namespace));
        }
        add(FixKind::ClusterBinding, fresh("ClusterRole", {}));
        return out;
    }

private:
    /// A binding in just this scope whose role is about just this.
    std::optional<ChangeSet> extendedBinding() const
    {
        std::optional<std::pair<int, BindingPointer>> best;
        m_evaluator.visitAllowing(m_request, [&](const BindingPointer &binding, const RolePointer &role, std::size_t) {
            const auto fit = fitOf(*role, m_request);
            const bool isHere = binding->ref.namespaceName == m_namespace;
            if (!fit || !isHere || isDefault(binding->labels))
                return;
            if (!best || *fit < best->first || (*fit == best->first && binding->ref < best->second->ref))
                best = {*fit, binding};
        });
        if (!best)
            return std::nullopt;
        auto changed = std::make_shared<Binding>(*best->second);
        changed->subjects.push_back(m_subject);
        ChangeSet out;
        out.bindings.push_back(std::move(changed));
        return out;
    }

    /// A role that nobody else has, and that holds in just this scope.
    std::optional<ChangeSet> extendedRole() const
    {
        RolePointer best;
        const auto isOwn = [&](const Binding &binding) { return std::ranges::all_of(binding.subjects, [&](const Subject &subject) { return subjectRef(subject, binding) == m_who; }); };
        for (const RolePointer &role : m_evaluator.roles()) {
            const bool isHere = role->ref.namespaceName == m_namespace;
            if (!isHere || role->aggregation || isDefault(role->labels) || (best && best->ref < role->ref))
                continue;
            const auto bindings = m_evaluator.bindingsOf(role->ref);
            const auto isSound = [&](const BindingPointer &binding) { return !binding->subjects.empty() && binding->ref.namespaceName == m_namespace && isOwn(*binding); };
            if (!bindings.empty() && std::ranges::all_of(bindings, isSound) && !isPart(*role))
                best = role;
        }
        if (!best)
            return std::nullopt;
        auto changed = std::make_shared<Role>(*best);
        changed->rules.push_back(ruleFor(m_request));
        ChangeSet out;
        out.roles.push_back(std::move(changed));
        return out;
    }

    /// What is added to it goes on to everybody who has the role that aggregates it.
    bool isPart(const Role &role) const
    {
        return role.isClusterRole() && std::ranges::any_of(m_evaluator.roles(), [&](const RolePointer &other) { return aggregates(*other, role); });
    }

    template<typename Find>
    static std::string freeName(const std::string &wanted, Find find)
    {
        std::string name = wanted;
        for (int i = 2; find(name); ++i)
            name = wanted + '-' + std::to_string(i);
        return name;
    }

    std::optional<ChangeSet> fresh(const std::string &roleKind, const std::string &place) const
    {
        auto role = std::make_shared<Role>();
        role->ref = {roleKind, roleKind == "Role" ? place : std::string(), m_name};
        role->ref.name = freeName(m_name, [&](const std::string &name) { return m_evaluator.findRole({role->ref.kind, role->ref.namespaceName, name}) != nullptr; });
        role->rules = {ruleFor(m_request)};
        auto binding = std::make_shared<Binding>();
        binding->ref = {place.empty() ? "ClusterRoleBinding" : "RoleBinding", place, m_name};
        binding->ref.name = freeName(m_name, [&](const std::string &name) { return m_evaluator.findBinding({binding->ref.kind, place, name}) != nullptr; });
        binding->roleRef = {apiGroup, roleKind, role->ref.name};
        binding->subjects = {m_subject};
        ChangeSet out;
        out.roles.push_back(std::move(role));
        out.bindings.push_back(std::move(binding));
        return out;
    }

    const AccessEvaluator &m_evaluator;
    const Request &m_request;
    ObjectRef m_who;
    Subject m_subject;
    std::string m_namespace;
    std::string m_name;
};

std::string warningFor(const Request &request)
{
    return request.isUrl() || request.namespaceName.empty() ? clusterWarning : wideWarning;
}

std::string yamlOf(const ChangeSet &changes)
{
    std::string out;
    for (const RolePointer &role : changes.roles)
        out += (out.empty() ? "" : "---\n") + text::writeYaml(roleManifest(*role));
    for (const BindingPointer &binding : changes.bindings)
        out += (out.empty() ? "" : "---\n") + text::writeYaml(bindingManifest(*binding));
    return out;
}

} // namespace

std::string_view fixKindName(FixKind kind)
{
    constexpr std::array<std::string_view, 5> names = {"extend-binding", "extend-role", "role+rolebinding", "clusterrole+rolebinding", "clusterrolebinding"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Fix> fixesFor(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &identity, const Request &request, const std::optional<Identity> &writer)
{
    std::vector<Fix> out;
    if (identity.ref().name.empty() || identity.isIn(mastersGroup) || evaluator.allows(identity, request))
        return out;
    for (auto &[kind, changes] : Maker(evaluator, identity, request).candidates()) {
        WhatIf effect = whatIf(evaluator, inputs, changes, writer);
        AccessEvaluator after = evaluator;
        applyChanges(inputs, effect.after, after);
        if (!after.allows(identity, request))
            continue;
        std::string yaml = (kind == FixKind::ClusterBinding ? warningFor(request) : "") + yamlOf(changes);
        out.push_back({kind, std::move(changes), std::move(yaml), std::move(effect)});
    }
    return out;
}

std::optional<std::vector<Risk>> newRisksOf(const AccessEvaluator &evaluator, const Inputs &inputs, const Fix &fix)
{
    constexpr std::size_t mostIdentities = 50;
    std::set<ObjectRef> subjects;
    for (const RightChange &change : fix.whatIf.gained)
        subjects.insert(change.identity);
    if (subjects.size() > mostIdentities)
        return std::nullopt;
    std::vector<Identity> touched;
    for (const ObjectRef &subject : subjects)
        touched.push_back(Identity::ofSubject(subject));
    AccessEvaluator after = evaluator;
    applyChanges(inputs, fix.whatIf.after, after);
    const std::vector<Risk> then = risksAbout(after, fix.whatIf.after, touched), now = risksAbout(evaluator, inputs, touched);
    return risksOnlyIn({then, after}, {now, evaluator});
}

} // namespace rbac
