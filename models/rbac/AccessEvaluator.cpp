#include "models/rbac/AccessEvaluator.h"

#include <algorithm>

namespace rbac {

AccessEvaluator::AccessEvaluator(const Inputs &inputs)
{
    m_roles.reserve(inputs.roles.size());
    m_bindings.reserve(inputs.bindings.size());
    for (const RolePointer &role : inputs.roles)
        set(role);
    for (const BindingPointer &binding : inputs.bindings)
        set(binding);
}

std::string AccessEvaluator::keyOf(const ObjectRef &ref)
{
    std::string key = ref.kind;
    key += '/';
    key += ref.namespaceName;
    key += '/';
    return key += ref.name;
}

/// A user and an account of the same spelling are one (S30); empty for a subject that can mean nobody (S29, S31).
std::string AccessEvaluator::subjectKey(const Subject &subject, const Binding &binding)
{
    if (subject.kind == "User")
        return 'u' + subject.name;
    if (subject.kind == "Group")
        return 'g' + subject.name;
    if (subject.kind != "ServiceAccount")
        return {};
    ObjectRef ref = rbac::subjectRef(subject, binding);
    if (ref.namespaceName.empty())
        return {};
    return 'u' + ServiceAccountRef{std::move(ref.namespaceName), std::move(ref.name)}.userName();
}

AccessEvaluator::Index AccessEvaluator::intern(Names &names, std::string_view name)
{
    const auto found = names.find(name);
    if (found != names.end())
        return found->second;
    const auto id = static_cast<Index>(names.size());
    names.emplace(std::string(name), id);
    return id;
}

AccessEvaluator::Index AccessEvaluator::lookUp(const Names &names, std::string_view name)
{
    const auto found = names.find(name);
    return found == names.end() ? none : found->second;
}

AccessEvaluator::Index AccessEvaluator::roleSlot(const ObjectRef &ref)
{
    const Index slot = intern(m_roleNames, keyOf(ref));
    if (slot == m_roles.size())
        m_roles.emplace_back();
    return slot;
}

void AccessEvaluator::set(RolePointer role)
{
    RoleSlot &slot = m_roles[roleSlot(role->ref)];
    slot.rules = CompiledRules(role->rules);
    slot.role = std::move(role);
}

void AccessEvaluator::removeRole(const ObjectRef &role)
{
    const Index slot = lookUp(m_roleNames, keyOf(role));
    if (slot == none)
        return;
    m_roles[slot].role.reset();
    m_roles[slot].rules = {};
}

void AccessEvaluator::set(BindingPointer binding)
{
    const std::string key = keyOf(binding->ref);
    Index slot = lookUp(m_bindingNames, key);
    if (slot != none) {
        unindex(slot);
    } else if (m_freeBindings.empty()) {
        slot = static_cast<Index>(m_bindings.size());
        m_bindings.emplace_back();
    } else {
        slot = m_freeBindings.back();
        m_freeBindings.pop_back();
    }
    m_bindingNames[key] = slot;
    m_bindings[slot].binding = std::move(binding);
    index(slot);
}

void AccessEvaluator::removeBinding(const ObjectRef &binding)
{
    const auto found = m_bindingNames.find(keyOf(binding));
    if (found == m_bindingNames.end())
        return;
    const Index slot = found->second;
    unindex(slot);
    m_bindings[slot] = {};
    m_freeBindings.push_back(slot);
    m_bindingNames.erase(found);
}

void AccessEvaluator::index(Index binding)
{
    const BindingPointer object = m_bindings[binding].binding;
    const auto target = object->target();
    Index role = none;
    if (target) {
        role = roleSlot(*target);
        m_roles[role].bindings.push_back(binding);
    }
    m_bindings[binding].role = role;
    for (const Subject &subject : object->subjects) {
        const std::string key = subjectKey(subject, *object);
        const Index id = key.empty() ? none : intern(m_subjectNames, key);
        if (id == m_subjects.size())
            m_subjects.emplace_back();
        m_bindings[binding].subjectKeys.push_back(id);
        if (id != none)
            place(binding, id, true);
    }
}

void AccessEvaluator::unindex(Index binding)
{
    BindingSlot &slot = m_bindings[binding];
    if (slot.role != none)
        std::erase(m_roles[slot.role].bindings, binding);
    for (const Index subject : slot.subjectKeys) {
        if (subject != none)
            place(binding, subject, false);
    }
    slot.role = none;
    slot.subjectKeys.clear();
}

/// Puts a binding into the list of a subject, or takes it out; a subject that is named twice is in it once.
void AccessEvaluator::place(Index binding, Index subject, bool add)
{
    const Binding &object = *m_bindings[binding].binding;
    std::vector<Index> &list = object.isClusterBinding() ? m_subjects[subject].cluster : m_subjects[subject].namespaced[intern(m_namespaceNames, object.ref.namespaceName)];
    if (!add)
        std::erase(list, binding);
    else if (list.empty() || list.back() != binding)
        list.push_back(binding);
}

AccessEvaluator::RolePointer AccessEvaluator::findRole(const ObjectRef &role) const
{
    const Index slot = lookUp(m_roleNames, keyOf(role));
    return slot == none ? nullptr : m_roles[slot].role;
}

AccessEvaluator::BindingPointer AccessEvaluator::findBinding(const ObjectRef &binding) const
{
    const Index slot = lookUp(m_bindingNames, keyOf(binding));
    return slot == none ? nullptr : m_bindings[slot].binding;
}

std::vector<AccessEvaluator::RolePointer> AccessEvaluator::roles() const
{
    std::vector<RolePointer> out;
    for (const RoleSlot &slot : m_roles) {
        if (slot.role)
            out.push_back(slot.role);
    }
    return out;
}

std::vector<AccessEvaluator::BindingPointer> AccessEvaluator::bindings() const
{
    std::vector<BindingPointer> out;
    for (const BindingSlot &slot : m_bindings) {
        if (slot.binding)
            out.push_back(slot.binding);
    }
    return out;
}

std::vector<AccessEvaluator::BindingPointer> AccessEvaluator::bindingsOf(const ObjectRef &role) const
{
    std::vector<BindingPointer> out;
    const Index slot = lookUp(m_roleNames, keyOf(role));
    if (slot == none)
        return out;
    for (const Index binding : m_roles[slot].bindings)
        out.push_back(m_bindings[binding].binding);
    return out;
}

std::vector<AccessEvaluator::Index> AccessEvaluator::keysOf(const Identity &identity) const
{
    std::vector<Index> keys;
    const auto add = [&](char kind, const std::string &name) {
        const Index key = lookUp(m_subjectNames, kind + name);
        if (key != none && std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    };
    const bool isNobody = identity.user.empty() && identity.groups.empty() && identity.impliedGroups.empty();
    if (!isNobody)
        add('u', identity.user);
    for (const std::string &group : identity.groups)
        add('g', group);
    for (const std::string &group : identity.impliedGroups)
        add('g', group);
    return keys;
}

template<typename Visit>
bool AccessEvaluator::visitSubjects(Index binding, Index key, Visit &&visit) const
{
    const std::vector<Index> &keys = m_bindings[binding].subjectKeys;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key && !visit(m_bindings[binding], i))
            return false;
    }
    return true;
}

template<typename Visit>
void AccessEvaluator::visitSlots(const Identity &identity, std::string_view namespaceName, Visit &&visit) const
{
    const Index place = namespaceName.empty() ? none : lookUp(m_namespaceNames, namespaceName);
    for (const Index key : keysOf(identity)) {
        for (const Index binding : m_subjects[key].cluster) {
            if (!visitSubjects(binding, key, visit))
                return;
        }
        const auto local = place == none ? m_subjects[key].namespaced.end() : m_subjects[key].namespaced.find(place);
        if (local == m_subjects[key].namespaced.end())
            continue;
        for (const Index binding : local->second) {
            if (!visitSubjects(binding, key, visit))
                return;
        }
    }
}

void AccessEvaluator::visit(const Identity &identity, std::string_view namespaceName, const BindingVisitor &visitor) const
{
    visitSlots(identity, namespaceName, [&](const BindingSlot &slot, std::size_t subject) {
        return visitor(slot.binding, subject, slot.role == none ? nullptr : m_roles[slot.role].role);
    });
}

void AccessEvaluator::visitEverywhere(const Identity &identity, const BindingVisitor &visitor) const
{
    const auto give = [&](const BindingSlot &slot, std::size_t subject) {
        return visitor(slot.binding, subject, slot.role == none ? nullptr : m_roles[slot.role].role);
    };
    for (const Index key : keysOf(identity)) {
        for (const Index binding : m_subjects[key].cluster) {
            if (!visitSubjects(binding, key, give))
                return;
        }
        for (const auto &[place, list] : m_subjects[key].namespaced) {
            for (const Index binding : list) {
                if (!visitSubjects(binding, key, give))
                    return;
            }
        }
    }
}

void AccessEvaluator::visitAllowing(const Request &request, const std::function<void(const BindingPointer &, const RolePointer &, std::size_t)> &visitor) const
{
    const Probe probe(request);
    for (const RoleSlot &slot : m_roles) {
        const int rule = slot.role && !slot.bindings.empty() ? slot.rules.firstAllowing(slot.role->rules, probe) : -1;
        for (std::size_t i = 0; rule >= 0 && i < slot.bindings.size(); ++i)
            visitor(m_bindings[slot.bindings[i]].binding, slot.role, static_cast<std::size_t>(rule));
    }
}

std::optional<Grant> AccessEvaluator::firstGrant(const Identity &identity, const Request &request) const
{
    std::optional<Grant> out;
    const Probe probe(request);
    visitSlots(identity, request.isUrl() ? std::string_view() : std::string_view(request.namespaceName), [&](const BindingSlot &slot, std::size_t subject) {
        if (slot.role == none || !m_roles[slot.role].role)
            return true;
        const RoleSlot &role = m_roles[slot.role];
        const int rule = role.rules.firstAllowing(role.role->rules, probe);
        if (rule >= 0)
            out = Grant{slot.binding, subject, role.role, static_cast<std::size_t>(rule)};
        return rule < 0;
    });
    return out;
}

std::vector<Grant> AccessEvaluator::allGrants(const Identity &identity, const Request &request) const
{
    std::vector<Grant> out;
    const Probe probe(request);
    visitSlots(identity, request.isUrl() ? std::string_view() : std::string_view(request.namespaceName), [&](const BindingSlot &slot, std::size_t subject) {
        if (slot.role == none || !m_roles[slot.role].role)
            return true;
        const RoleSlot &role = m_roles[slot.role];
        for (int rule = role.rules.firstAllowing(role.role->rules, probe); rule >= 0;
             rule = role.rules.firstAllowing(role.role->rules, probe, static_cast<std::size_t>(rule) + 1))
            out.push_back({slot.binding, subject, role.role, static_cast<std::size_t>(rule)});
        return true;
    });
    return out;
}

std::vector<Grant> AccessEvaluator::whoCan(const Request &request, Scope scope) const
{
    std::vector<Grant> out;
    const Probe probe(request);
    const auto counts = [&](const Binding &binding) {
        if (binding.isClusterBinding())
            return true;
        if (request.isUrl())
            return false;
        return scope == Scope::EveryNamespace || binding.ref.namespaceName == request.namespaceName;
    };
    for (const RoleSlot &role : m_roles) {
        if (!role.role || role.bindings.empty())
            continue;
        const int rule = role.rules.firstAllowing(role.role->rules, probe);
        if (rule < 0)
            continue;
        for (const Index index : role.bindings) {
            const BindingSlot &slot = m_bindings[index];
            if (!counts(*slot.binding))
                continue;
            for (std::size_t i = 0; i < slot.subjectKeys.size(); ++i) {
                if (slot.subjectKeys[i] != none)
                    out.push_back({slot.binding, i, role.role, static_cast<std::size_t>(rule)});
            }
        }
    }
    return out;
}

std::vector<PolicyRule> AccessEvaluator::rulesFor(const Identity &identity, std::string_view namespaceName) const
{
    std::vector<PolicyRule> out;
    visitSlots(identity, namespaceName, [&](const BindingSlot &slot, std::size_t) {
        if (slot.role != none && m_roles[slot.role].role)
            out.insert(out.end(), m_roles[slot.role].role->rules.begin(), m_roles[slot.role].role->rules.end());
        return true;
    });
    return out;
}

} // namespace rbac
