#include "models/rbac/ChangeSet.h"

#include "models/rbac/Aggregation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>

namespace rbac {

namespace {

template<typename Object>
using Pointers = std::vector<std::shared_ptr<const Object>>;

template<typename Object>
void replace(Pointers<Object> &objects, const Pointers<Object> &changes, const std::set<ObjectRef> &deletions)
{
    std::map<ObjectRef, std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i)
        places[objects[i]->ref] = i;
    for (const auto &changed : changes) {
        const auto [place, isNew] = places.try_emplace(changed->ref, objects.size());
        if (isNew)
            objects.push_back(changed);
        else
            objects[place->second] = changed;
    }
    std::erase_if(objects, [&](const auto &object) { return deletions.contains(object->ref); });
}

std::map<ObjectRef, std::vector<PolicyRule>> settledRules(const Inputs &inputs)
{
    std::map<ObjectRef, std::vector<PolicyRule>> out;
    for (const auto &role : inputs.roles) {
        if (role->aggregation)
            out[role->ref] = role->rules;
    }
    for (const auto &role : settledAggregation(inputs.roles))
        out[role->ref] = role->rules;
    return out;
}

template<typename Object>
std::map<ObjectRef, std::shared_ptr<const Object>> byRef(const Pointers<Object> &objects)
{
    std::map<ObjectRef, std::shared_ptr<const Object>> out;
    for (const auto &object : objects)
        out[object->ref] = object;
    return out;
}

/// The objects of the first that are not in the second: what did not change is shared.
template<typename Object>
Pointers<Object> onlyIn(const Pointers<Object> &first, const Pointers<Object> &second)
{
    std::unordered_set<const Object *> known;
    known.reserve(second.size());
    for (const auto &object : second)
        known.insert(object.get());
    Pointers<Object> out;
    std::ranges::copy_if(first, std::back_inserter(out), [&](const auto &object) { return !known.contains(object.get()); });
    return out;
}

/// An object that was read once more says the same as before.
template<typename Object>
bool isSame(const std::shared_ptr<const Object> &before, const std::shared_ptr<const Object> &after)
{
    return before && after && *before == *after;
}

/// Calls with (before, after), either of which may be null, for objects that are not the same.
template<typename Object, typename Visit>
void visitDifferences(const Pointers<Object> &before, const Pointers<Object> &after, Visit visit)
{
    const auto old = byRef(onlyIn(before, after));
    const auto now = byRef(onlyIn(after, before));
    for (const auto &[ref, object] : old) {
        const auto found = now.find(ref);
        if (found == now.end())
            visit(object, std::shared_ptr<const Object>());
        else if (found->second != object)
            visit(object, found->second);
    }
    for (const auto &[ref, object] : now) {
        if (!old.contains(ref))
            visit(std::shared_ptr<const Object>(), object);
    }
}

bool loses(const Labels &before, const Labels &after)
{
    return std::ranges::any_of(before, [&](const auto &label) { return !after.contains(label.first); });
}

} // namespace

bool needsReplacement(const Role &before, const Role &after)
{
    return loses(before.labels, after.labels) || loses(before.annotations, after.annotations) || (before.aggregation && !after.aggregation);
}

bool needsReplacement(const Binding &before, const Binding &after)
{
    return loses(before.labels, after.labels) || loses(before.annotations, after.annotations);
}

bool isWrittenFirst(const ObjectRef &object)
{
    return object.kind == "Namespace" || object.kind == "CustomResourceDefinition";
}

Inputs changedInputs(const Inputs &inputs, const ChangeSet &changes)
{
    Inputs out = inputs;
    const std::set<ObjectRef> deletions(changes.deletions.begin(), changes.deletions.end());
    replace(out.roles, changes.roles, deletions);
    replace(out.bindings, changes.bindings, deletions);
    for (const auto &account : changes.serviceAccounts) {
        std::erase_if(out.serviceAccounts, [&](const auto &other) { return other->ref == account->ref; });
        out.serviceAccounts.push_back(account);
    }
    for (const OtherObject &other : changes.others) {
        const bool isNamespace = other.ref.kind == "Namespace" && other.apiVersion == "v1";
        if (isNamespace && std::ranges::find(out.namespaces, other.ref.name) == out.namespaces.end())
            out.namespaces.push_back(other.ref.name);
    }
    const auto before = settledRules(inputs);
    const auto after = settledRules(out);
    for (auto &role : out.roles) {
        const auto now = after.find(role->ref);
        if (now == after.end() || now->second == role->rules)
            continue;
        const auto old = before.find(role->ref);
        if (old != before.end() && old->second == now->second)
            continue;
        auto rewritten = std::make_shared<Role>(*role);
        rewritten->rules = now->second;
        role = std::move(rewritten);
    }
    return out;
}

void applyChanges(const Inputs &before, const Inputs &after, AccessEvaluator &evaluator)
{
    visitDifferences(before.roles, after.roles, [&](const auto &old, const auto &now) {
        if (now)
            evaluator.set(now);
        else
            evaluator.removeRole(old->ref);
    });
    visitDifferences(before.bindings, after.bindings, [&](const auto &old, const auto &now) {
        if (now)
            evaluator.set(now);
        else
            evaluator.removeBinding(old->ref);
    });
}

bool isSmallChange(const Inputs &before, const Inputs &after)
{
    const std::size_t all = after.roles.size() + after.bindings.size();
    const std::size_t changed = onlyIn(before.roles, after.roles).size() + onlyIn(after.roles, before.roles).size() + onlyIn(before.bindings, after.bindings).size()
        + onlyIn(after.bindings, before.bindings).size();
    return changed * 10 <= all;
}

std::vector<ObjectRef> affectedSubjects(const Inputs &before, const Inputs &after)
{
    std::set<ObjectRef> roles;
    visitDifferences(before.roles, after.roles, [&](const auto &old, const auto &now) {
        if (!isSame(old, now))
            roles.insert(old ? old->ref : now->ref);
    });
    std::set<ObjectRef> subjects;
    const auto addSubjects = [&](const Binding &binding) {
        for (const Subject &subject : binding.subjects)
            subjects.insert(subjectRef(subject, binding));
    };
    visitDifferences(before.bindings, after.bindings, [&](const auto &old, const auto &now) {
        if (isSame(old, now))
            return;
        if (old)
            addSubjects(*old);
        if (now)
            addSubjects(*now);
    });
    for (const auto &binding : after.bindings) {
        const auto target = binding->target();
        if (target && roles.contains(*target))
            addSubjects(*binding);
    }
    return {subjects.begin(), subjects.end()};
}

} // namespace rbac
