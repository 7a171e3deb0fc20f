#include "models/rbac/Centre.h"

#include "models/rbac/Through.h"

#include <algorithm>

namespace rbac {

namespace {

using Subjects = std::vector<ObjectRef>;

Subjects ofPod(const Inputs &inputs, const ObjectRef &pod)
{
    const auto found = std::ranges::find(inputs.pods, pod, &PodUse::ref);
    if (found == inputs.pods.end() || found->isMirror)
        return {};
    return {ServiceAccountRef{pod.namespaceName, found->serviceAccount}.ref()};
}

void add(const Binding &binding, Subjects &out)
{
    for (const Subject &subject : binding.subjects)
        out.push_back(subjectRef(subject, binding));
}

Subjects throughBindings(const Inputs &inputs, const ObjectRef &object)
{
    const Through through(inputs.roles, {object});
    Subjects out;
    for (const auto &binding : inputs.bindings)
        if (through.fits(*binding))
            add(*binding, out);
    return out;
}

Subjects itself(const Inputs &, const ObjectRef &identity) { return {identity}; }

struct Road
{
    std::string_view kind;
    std::string_view resource;
    Subjects (*subjects)(const Inputs &inputs, const ObjectRef &object);
};
constexpr Road roads[] = {{"ServiceAccount", {}, itself}, {"User", {}, itself}, {"Group", {}, itself}, {"Pod", "pods", ofPod},
                          {"RoleBinding", "rolebindings", throughBindings}, {"ClusterRoleBinding", "clusterrolebindings", throughBindings},
                          {"Role", "roles", throughBindings}, {"ClusterRole", "clusterroles", throughBindings}};

bool isKnown(const Inputs &inputs, const ObjectRef &object)
{
    const auto isMeant = [&](const auto &each) { return each->ref == object; };
    return std::ranges::find(inputs.pods, object, &PodUse::ref) != inputs.pods.end() || std::ranges::any_of(inputs.roles, isMeant)
        || std::ranges::any_of(inputs.bindings, isMeant);
}

/// Of an object that is about nobody.
Centre::Lack lackOf(const Inputs &inputs, const ObjectRef &object)
{
    if (isKnown(inputs, object))
        return object.kind == "Pod" ? Centre::Lack::StaticPod : Centre::Lack::Empty;
    const auto road = std::ranges::find(roads, object.kind, &Road::kind);
    const bool mayBe = road != std::end(roads) && inputs.isUnreadable(road->resource, object.namespaceName);
    return mayBe ? Centre::Lack::Hidden : Centre::Lack::Missing;
}

} // namespace

Centre centreOf(const Inputs &inputs, const ObjectRef &object)
{
    return centreOf(inputs, std::vector{object});
}

Centre centreOf(const Inputs &inputs, const std::vector<ObjectRef> &objects)
{
    Subjects subjects;
    for (const ObjectRef &object : objects) {
        const auto road = std::ranges::find(roads, object.kind, &Road::kind);
        const Subjects more = road == std::end(roads) ? Subjects() : road->subjects(inputs, object);
        subjects.insert(subjects.end(), more.begin(), more.end());
    }
    std::ranges::sort(subjects);
    const auto repeated = std::ranges::unique(subjects);
    subjects.erase(repeated.begin(), repeated.end());
    Centre out;
    out.count = subjects.size();
    if (subjects.empty() && !objects.empty())
        out.lack = lackOf(inputs, objects.front());
    for (std::size_t i = 0; i < std::min(subjects.size(), Centre::Most); ++i)
        out.identities.push_back(Identity::ofSubject(subjects[i]));
    return out;
}

} // namespace rbac
