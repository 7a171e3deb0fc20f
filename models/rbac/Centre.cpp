#include "models/rbac/Centre.h"

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

Subjects ofBinding(const Inputs &inputs, const ObjectRef &ref)
{
    Subjects out;
    for (const auto &binding : inputs.bindings)
        if (binding->ref == ref)
            add(*binding, out);
    return out;
}

Subjects ofRole(const Inputs &inputs, const ObjectRef &role)
{
    Subjects out;
    for (const auto &binding : inputs.bindings)
        if (binding->target() == role)
            add(*binding, out);
    return out;
}

Subjects itself(const Inputs &, const ObjectRef &identity) { return {identity}; }

struct Road
{
    std::string_view kind;
    Subjects (*subjects)(const Inputs &inputs, const ObjectRef &object);
};
constexpr Road roads[] = {{"ServiceAccount", itself}, {"User", itself}, {"Group", itself}, {"Pod", ofPod}, {"RoleBinding", ofBinding},
                          {"ClusterRoleBinding", ofBinding}, {"Role", ofRole}, {"ClusterRole", ofRole}};

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
    for (std::size_t i = 0; i < std::min(subjects.size(), Centre::Most); ++i)
        out.identities.push_back(Identity::ofSubject(subjects[i]));
    return out;
}

} // namespace rbac
