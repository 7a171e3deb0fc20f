#include "models/diagnosis/Wishes.h"

#include "models/detail/Endpoints.h"
#include "models/detail/Parts.h"
#include "models/diagnosis/Case.h"

#include <algorithm>

namespace diagnosis {

namespace {

const text::Value &of(const Evidence &evidence, std::string_view path)
{
    return detail::at(*evidence.object, path);
}

std::string namespaceOf(const Evidence &evidence)
{
    return of(evidence, "metadata.namespace").text();
}

kube::Collection collectionOf(const char *group, const char *resource, const char *kind, std::string namespaceName)
{
    kube::Collection collection;
    collection.type = {group, "v1", resource, resource, kind, !namespaceName.empty(), {"get", "list", "watch"}, {}, {}, {}};
    collection.namespaceName = std::move(namespaceName);
    return collection;
}

/// Kinds whose events say what nothing in the object does.
bool tellsInEvents(const Evidence &evidence)
{
    static constexpr std::string_view kinds[] = {"CronJob", "Node", "PersistentVolumeClaim", "PersistentVolume", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"};
    return std::ranges::find(kinds, of(evidence, "kind").text()) != std::end(kinds);
}

bool misses(const Evidence &evidence)
{
    const text::Value &status = (*evidence.object)["status"];
    const bool isDaemon = of(evidence, "kind").text() == "DaemonSet";
    const std::int64_t wanted = isDaemon ? status["desiredNumberScheduled"].asInteger() : of(evidence, "spec.replicas").asInteger(1);
    const std::int64_t there = isDaemon ? status["numberAvailable"].asInteger() : status["availableReplicas"].asInteger();
    return there < wanted || isFalse(condition(*evidence.object, "Progressing"));
}

/// Whether a pod does not run as it is to; why is often told by its events alone.
bool isPodThatWaits(const Evidence &evidence)
{
    return of(evidence, "kind").text() == "Pod" && !isTrue(condition(*evidence.object, "Ready")) && of(evidence, "status.phase").text() != "Succeeded";
}

bool wantsEvents(const Evidence &evidence)
{
    const std::string &kind = of(evidence, "kind").text();
    if (kind == "Event")
        return false;
    return tellsInEvents(evidence) || isPodThatWaits(evidence) || (kind == "Deployment" && misses(evidence)) || !findings({evidence.object, evidence.now}).empty();
}

bool failsOrWaits(const Evidence &evidence)
{
    return !isTrue(condition(*evidence.object, "Complete"));
}

bool allowsNone(const Evidence &evidence)
{
    return of(evidence, "status.disruptionsAllowed").asInteger() == 0 && of(evidence, "status.expectedPods").asInteger() > 0;
}

bool leadsNowhere(const Evidence &evidence)
{
    const auto isReady = [](const Object &slice) {
        return std::ranges::any_of((*slice)["endpoints"].items(), [](const text::Value &endpoint) { return endpoint["conditions"]["ready"].isNull() || endpoint["conditions"]["ready"].asBoolean(); });
    };
    return evidence.endpoints.isComplete && std::ranges::none_of(evidence.endpoints.objects, isReady);
}

bool isPending(const Evidence &evidence)
{
    return of(evidence, "status.phase").text() == "Pending";
}

bool always(const Evidence &)
{
    return true;
}

bool hasSelector(const Evidence &evidence)
{
    return !of(evidence, "spec.selector").members().empty();
}

kube::Collection events(const Evidence &evidence)
{
    return detail::eventsOf(of(evidence, "kind").text(), namespaceOf(evidence), of(evidence, "metadata.name").text());
}

kube::Collection pods(const Evidence &evidence)
{
    kube::Collection collection = collectionOf("", "pods", "Pod", namespaceOf(evidence));
    collection.labelSelector = detail::selectorText(of(evidence, "spec.selector"));
    return collection;
}

kube::Collection claims(const Evidence &evidence)
{
    return collectionOf("", "persistentvolumeclaims", "PersistentVolumeClaim", namespaceOf(evidence));
}

kube::Collection classes(const Evidence &)
{
    return collectionOf("storage.k8s.io", "storageclasses", "StorageClass", {});
}

kube::Collection services(const Evidence &evidence)
{
    return collectionOf("", "services", "Service", namespaceOf(evidence));
}

kube::Collection endpoints(const Evidence &evidence)
{
    return detail::endpointsOf(namespaceOf(evidence), of(evidence, "metadata.name").text());
}

bool waitsForClaim(const Evidence &evidence)
{
    return contains(condition(*evidence.object, "PodScheduled")["message"].text(), "unbound immediate");
}

/// What a kind wants to know, and when.
struct Want
{
    Beside what;
    std::string_view kinds;             ///< between spaces; empty: every kind
    bool (*isWanted)(const Evidence &);
    kube::Collection (*collection)(const Evidence &);
};
constexpr Want wants[] = {
    {Beside::Events, "", wantsEvents, events},
    {Beside::Pods, " Deployment StatefulSet DaemonSet ReplicaSet ReplicationController ", misses, pods},
    {Beside::Pods, " Job ", failsOrWaits, pods},
    {Beside::Pods, " PodDisruptionBudget ", allowsNone, pods},
    {Beside::Pods, " Service ", leadsNowhere, pods},
    {Beside::Claims, " Pod ", waitsForClaim, claims},
    {Beside::Classes, " PersistentVolumeClaim ", isPending, classes},
    {Beside::Endpoints, " Service ", hasSelector, endpoints},
    {Beside::Services, " Ingress ", always, services},
};

} // namespace

std::vector<Wish> wishesOf(const Evidence &evidence)
{
    std::vector<Wish> wishes;
    if (!evidence.object)
        return wishes;
    const std::string kind = ' ' + of(evidence, "kind").text() + ' ';
    for (const Want &want : wants) {
        if ((!want.kinds.empty() && !contains(want.kinds, kind)) || !want.isWanted(evidence))
            continue;
        kube::Collection collection = want.collection(evidence);
        // Pods without a selector would be all of the namespace.
        if (want.what != Beside::Pods || !collection.labelSelector.empty())
            wishes.push_back({want.what, std::move(collection)});
    }
    return wishes;
}

} // namespace diagnosis
