#include "models/account/AccountUse.h"

#include "models/detail/Parts.h"

#include <algorithm>
#include <tuple>

namespace account {

using detail::at;
using text::Value;

namespace {

Value picked(const Value &from, std::initializer_list<const char *> keys)
{
    Value out = Value::map();
    for (const char *key : keys)
        if (const Value *value = from.find(key))
            out.set(key, *value);
    return out;
}

const Value &podSpecOf(const Value &object)
{
    const std::string &kind = object["kind"].text();
    if (kind == "Pod")
        return object["spec"];
    return at(object, kind == "CronJob" ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec");
}

Value containersOf(const Value &podSpec)
{
    Value out = Value::list();
    for (const char *key : {"containers", "initContainers"})
        for (const Value &container : podSpec[key].items())
            out.items().push_back(picked(container, {"name", "volumeMounts"}));
    return out;
}

Value projectedVolumes(const Value &podSpec)
{
    Value out = Value::list();
    for (const Value &volume : podSpec["volumes"].items())
        if (volume["projected"].isMap())
            out.items().push_back(picked(volume, {"name", "projected"}));
    return out;
}

const std::string &namedAccount(const Value &podSpec)
{
    const std::string &name = podSpec["serviceAccountName"].text();
    return name.empty() ? podSpec["serviceAccount"].text() : name;
}

const Value &controllerOf(const Value &metadata)
{
    static const Value none;
    const auto &owners = metadata["ownerReferences"].items();
    const auto found = std::ranges::find_if(owners, [](const Value &owner) { return owner["controller"].asBoolean(); });
    return found == owners.end() ? none : *found;
}

/// By "kind/name".
using ByName = std::map<std::string, std::shared_ptr<const Value>>;

ByName namedOf(const Users &users)
{
    ByName out;
    for (const auto &[kind, content] : users)
        for (const auto &[uid, object] : content.objects)
            out[kind + '/' + (*object)["metadata"]["name"].text()] = object;
    return out;
}

detail::Reference refOf(const Value &object)
{
    const Value &metadata = object["metadata"];
    return {std::string(detail::groupOf(object["apiVersion"].text())), object["kind"].text(), metadata["namespace"].text(), metadata["name"].text()};
}

/// A ReplicaSet that nobody may list is told by the name that its Deployment gave it.
detail::Reference unknownOwner(const Value &object, const Value &owner)
{
    detail::Reference ref{std::string(detail::groupOf(owner["apiVersion"].text())), owner["kind"].text(), object["metadata"]["namespace"].text(), owner["name"].text()};
    const std::string hash = '-' + object["metadata"]["labels"]["pod-template-hash"].text();
    if (ref.kind == "ReplicaSet" && hash.size() > 1 && ref.name.ends_with(hash)) {
        ref.kind = "Deployment";
        ref.name.resize(ref.name.size() - hash.size());
    }
    return ref;
}

/// The topmost one that is known to have made it.
detail::Reference makerOf(const Value &object, const ByName &named)
{
    constexpr int mostSteps = 4;
    const Value *current = &object;
    for (int step = 0; step < mostSteps; ++step) {
        const Value &owner = controllerOf((*current)["metadata"]);
        if (owner.isNull())
            break;
        const auto found = named.find(owner["kind"].text() + '/' + owner["name"].text());
        if (found == named.end())
            return unknownOwner(*current, owner);
        current = found->second.get();
    }
    return refOf(*current);
}

Value asPod(const Value &object)
{
    Value pod = Value::map();
    pod.set("metadata", picked(object["metadata"], {"namespace", "annotations"}));
    pod.set("spec", object["podSpec"]);
    return pod;
}

bool isAlive(const Value &pod)
{
    const std::string &phase = pod["phase"].text();
    return phase != "Succeeded" && phase != "Failed";
}

void learn(Use &use, const std::shared_ptr<const Value> &object, const rbac::Inputs &inputs)
{
    const bool isPod = (*object)["kind"].text() == "Pod";
    use.pods += isPod && isAlive(*object) ? 1 : 0;
    if (!isPod)
        use.namesAccount = !namedAccount((*object)["podSpec"]).empty();
    // A pod has what the server added to it as well.
    if (use.podSpec && !isPod)
        return;
    use.podSpec = std::shared_ptr<const Value>(object, &(*object)["podSpec"]);
    use.identity = rbac::podIdentity(asPod(*object), inputs);
}

} // namespace

detail::LiveList::Reduce userOf(const rbac::ServiceAccountRef &account)
{
    return [account](const Value &object) -> std::optional<Value> {
        const Value &podSpec = podSpecOf(object);
        const std::string &named = namedAccount(podSpec);
        const bool isStatic = object["metadata"]["annotations"].find("kubernetes.io/config.mirror") != nullptr;
        if (isStatic || (named.empty() ? "default" : named) != account.name)
            return std::nullopt;
        Value spec = picked(podSpec, {"serviceAccountName", "serviceAccount", "automountServiceAccountToken", "imagePullSecrets"});
        spec.set("volumes", projectedVolumes(podSpec));
        spec.set("containers", containersOf(podSpec));
        Value out = picked(object, {"kind", "apiVersion"});
        out.set("metadata", picked(object["metadata"], {"name", "namespace", "labels", "annotations", "ownerReferences", "resourceVersion"}));
        out.set("podSpec", std::move(spec));
        out.set("phase", object["status"]["phase"]);
        return out;
    };
}

std::vector<Use> usesOf(const Users &users, const rbac::Inputs &inputs)
{
    using Key = std::tuple<std::string, std::string>;
    const ByName named = namedOf(users);
    std::map<Key, Use> uses;
    for (const auto &[key, object] : named) {
        const detail::Reference maker = makerOf(*object, named);
        Use &use = uses.try_emplace(Key{maker.kind, maker.name}, Use{maker, 0, {}, {}, nullptr}).first->second;
        // Of a Deployment its ReplicaSets say what is over; only those and pods that are its own tell.
        if ((*object)["kind"].text() == "Pod" || refOf(*object) == maker)
            learn(use, object, inputs);
    }
    std::vector<Use> out;
    for (auto &[key, use] : uses)
        if (use.podSpec)
            out.push_back(std::move(use));
    return out;
}

std::string mountedAt(const Value &podSpec, const rbac::ProjectedToken &token)
{
    for (const Value &container : podSpec["containers"].items())
        for (const Value &mount : container["volumeMounts"].items())
            if (mount["name"].text() == token.volume) {
                std::string path = mount["mountPath"].text();
                while (path.ends_with('/'))
                    path.pop_back();
                return mount["subPath"].text().empty() ? path + '/' + token.path : path;
            }
    return token.path;
}

} // namespace account
