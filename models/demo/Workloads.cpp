#include "models/demo/Workloads.h"

#include "models/demo/Edit.h"
#include "models/demo/PodMaker.h"
#include "models/demo/PodStatus.h"
#include "models/demo/Writes.h"
#include "models/text/Json.h"

#include <algorithm>
#include <set>

namespace demo {

using text::Value;

namespace {

bool isEnding(const Object &object) { return !in(object.value, {"metadata", "deletionTimestamp"}).isNull(); }
bool isReady(const Object &pod)
{
    for (const Value &condition : in(pod.value, {"status", "conditions"}).items()) {
        if (condition["type"].text() == "Ready")
            return condition["status"].text() == "True";
    }
    return false;
}
bool hasPhase(const Object &pod, std::string_view phase) { return in(pod.value, {"status", "phase"}).text() == phase; }

int replicasOf(const Object &object) { return int(in(object.value, {"spec", "replicas"}).asInteger(1)); }

std::vector<ObjectPointer> alive(std::vector<ObjectPointer> pods)
{
    std::erase_if(pods, [](const ObjectPointer &pod) { return isEnding(*pod); });
    return pods;
}

int countReady(const std::vector<ObjectPointer> &pods)
{
    return int(std::count_if(pods.begin(), pods.end(), [](const ObjectPointer &pod) { return isReady(*pod); }));
}

/// Ten letters and digits that follow from a template, as pod-template-hash has them.
std::string templateHash(const Value &pattern)
{
    constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::uint64_t hash = 14695981039346656037u;
    for (const char byte : text::writeJson(pattern))
        hash = (hash ^ std::uint64_t(std::uint8_t(byte))) * 1099511628211u;
    std::string text;
    for (int i = 0; i < 10; ++i, hash /= letters.size())
        text += letters[hash % letters.size()];
    return text;
}

/// A condition whose time of transition stays while its status does.
Value condition(const Value &before, std::string_view type, bool holds, std::string_view reason, const std::string &message,
    const std::string &time)
{
    std::string since = time;
    for (const Value &known : before["conditions"].items()) {
        if (known["type"].text() == type && known["status"].text() == (holds ? "True" : "False"))
            since = known["lastTransitionTime"].text();
    }
    return object({ { "type", str(type) }, { "status", str(holds ? "True" : "False") }, { "lastUpdateTime", str(since) },
        { "lastTransitionTime", str(since) }, { "reason", str(reason) }, { "message", str(message) } });
}

void setCount(Value &status, std::string_view key, int count)
{
    if (count > 0)
        status.set(std::string(key), num(count));
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return char(std::tolower(letter)); });
    return text;
}

} // namespace

std::vector<ObjectPointer> ownedBy(const Object &owner, std::string_view plural, const Cluster &cluster)
{
    std::vector<ObjectPointer> result = cluster.store().list(plural, owner.nameSpace);
    const std::string &uid = in(owner.value, {"metadata", "uid"}).text();
    std::erase_if(result, [&uid](const ObjectPointer &object) { return ownerUid(object->value) != uid; });
    return result;
}

void Workloads::reconcile()
{
    const std::pair<const char *, void (Workloads::*)(const Object &)> controllers[]
        = { { "deployments", &Workloads::reconcileDeployment }, { "replicasets", &Workloads::reconcileReplicaSet },
              { "statefulsets", &Workloads::reconcileStatefulSet }, { "daemonsets", &Workloads::reconcileDaemonSet },
              { "jobs", &Workloads::reconcileJob } };
    for (const auto &[plural, function] : controllers) {
        for (const ObjectPointer &object : m_cluster->store().list(plural)) {
            if (!isEnding(*object))
                (this->*function)(*object);
        }
    }
}

base::SystemTime Workloads::birth(const Object &owner, const std::string &name) const
{
    return m_birth ? m_birth(owner, name) : m_cluster->clock().now();
}

void Workloads::setStatus(const Object &object, Value status)
{
    Value value = object.value;
    value.set("status", std::move(status));
    m_cluster->update(object.resource, std::move(value));
}

ObjectPointer Workloads::makePod(const Object &owner, const std::string &name, const std::string &node)
{
    Value pod = podFromTemplate(owner, name, *m_cluster);
    if (!node.empty())
        at(pod, {"spec", "nodeName"}) = str(node);
    if (owner.resource->kind == "StatefulSet") {
        at(pod, {"spec", "hostname"}) = str(name);
        for (const Value &claim : in(owner.value, {"spec", "volumeClaimTemplates"}).items()) {
            const std::string &volume = in(claim, {"metadata", "name"}).text();
            entry(at(pod, { "spec", "volumes" }), "name", volume)
                .set("persistentVolumeClaim", object({ { "claimName", str(volume + '-' + name) } }));
        }
        at(pod, {"metadata", "labels", "statefulset.kubernetes.io/pod-name"}) = str(name);
    }
    const ObjectPointer created = m_cluster->create(std::move(pod), birth(owner, name));
    if (!m_birth)
        m_events->record(
            owner, { "Normal", "SuccessfulCreate", "Created pod: " + name, lowerCase(owner.resource->kind) + "-controller", {} });
    return created;
}

void Workloads::endPod(const Object &pod, const Object &owner)
{
    deleteObject(pod, false, false, *m_cluster);
    m_events->record(
        owner, { "Normal", "SuccessfulDelete", "Deleted pod: " + pod.name, lowerCase(owner.resource->kind) + "-controller", {} });
}

ObjectPointer Workloads::makeReplicaSet(const Object &deployment, const std::string &hash)
{
    Value spec = object({ { "replicas", in(deployment.value, { "spec", "replicas" }) },
        { "selector", in(deployment.value, { "spec", "selector" }) },
        { "template", in(deployment.value, { "spec", "template" }) } });
    at(spec, {"selector", "matchLabels", "pod-template-hash"}) = str(hash);
    at(spec, {"template", "metadata", "labels", "pod-template-hash"}) = str(hash);
    const std::string name = deployment.name + '-' + hash;
    const Value annotations
        = object({ { "deployment.kubernetes.io/desired-replicas", str(std::to_string(replicasOf(deployment))) },
            { "deployment.kubernetes.io/revision",
                str(std::to_string(ownedBy(deployment, "replicasets", *m_cluster).size() + 1)) } });
    const Value metadata = object({ { "name", str(name) }, { "namespace", str(deployment.nameSpace) },
        { "labels", in(spec, { "template", "metadata", "labels" }) }, { "annotations", annotations },
        { "ownerReferences", Value::list({ ownerReference(deployment) }) } });
    return m_cluster->create(
        object({ { "kind", str("ReplicaSet") }, { "apiVersion", str("apps/v1") }, { "metadata", metadata }, { "spec", spec } }),
        birth(deployment, name));
}

void Workloads::scale(const Object &set, int replicas)
{
    Value value = set.value;
    at(value, {"spec", "replicas"}) = num(replicas);
    m_cluster->update(set.resource, std::move(value));
}

void Workloads::reconcileDeployment(const Object &deployment)
{
    const std::string hash = templateHash(in(deployment.value, {"spec", "template"}));
    const int wanted = replicasOf(deployment);
    bool isThere = false;
    int total = 0, ready = 0, current = 0;
    for (const ObjectPointer &set : ownedBy(deployment, "replicasets", *m_cluster)) {
        const bool isCurrent = set->name == deployment.name + '-' + hash;
        isThere = isThere || isCurrent;
        total += int(in(set->value, {"status", "replicas"}).asInteger());
        ready += int(in(set->value, {"status", "readyReplicas"}).asInteger());
        current += isCurrent ? int(in(set->value, {"status", "replicas"}).asInteger()) : 0;
        if (const int target = isCurrent ? wanted : 0; replicasOf(*set) != target) {
            const std::string verb = target > replicasOf(*set) ? "up" : "down";
            m_events->record(deployment,
                { "Normal", "ScalingReplicaSet",
                    "Scaled " + verb + " replica set " + set->name + " from " + std::to_string(replicasOf(*set)) + " to "
                        + std::to_string(target),
                    "deployment-controller", {} });
            scale(*set, target);
        }
    }
    if (!isThere)
        makeReplicaSet(deployment, hash);
    const std::string time
        = m_birth ? in(deployment.value, { "metadata", "creationTimestamp" }).text() : timeText(m_cluster->clock().now());
    Value status = object({{"observedGeneration", in(deployment.value, {"metadata", "generation"})}});
    setCount(status, "replicas", total);
    setCount(status, "updatedReplicas", current);
    setCount(status, "readyReplicas", ready);
    setCount(status, "availableReplicas", ready);
    setCount(status, "unavailableReplicas", std::max(0, wanted - ready));
    const bool available = ready >= wanted;
    const Value &before = deployment.value["status"];
    status.set("conditions",
        Value::list(
            { condition(before, "Available", available, available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                  available ? "Deployment has minimum availability." : "Deployment does not have minimum availability.", time),
                condition(before, "Progressing", true, "NewReplicaSetAvailable",
                    "ReplicaSet \"" + deployment.name + '-' + hash + "\" has successfully progressed.", time) }));
    setStatus(deployment, std::move(status));
}

void Workloads::reconcileReplicaSet(const Object &set)
{
    auto pods = alive(ownedBy(set, "pods", *m_cluster));
    for (int i = int(pods.size()); i < replicasOf(set); ++i)
        pods.push_back(makePod(set, set.name + '-' + m_cluster->makeSuffix()));
    std::stable_sort(
        pods.begin(), pods.end(), [](const auto &left, const auto &right) { return left->version < right->version; });
    for (; int(pods.size()) > replicasOf(set); pods.pop_back())
        endPod(*pods.back(), set);
    const int ready = countReady(pods);
    Value status = object({{"replicas", num(std::int64_t(pods.size()))}});
    setCount(status, "fullyLabeledReplicas", int(pods.size()));
    setCount(status, "readyReplicas", ready);
    setCount(status, "availableReplicas", ready);
    status.set("observedGeneration", in(set.value, {"metadata", "generation"}));
    setStatus(set, std::move(status));
}

void Workloads::reconcileStatefulSet(const Object &set)
{
    const auto all = ownedBy(set, "pods", *m_cluster);
    const std::string revision = set.name + '-' + templateHash(in(set.value, {"spec", "template"}));
    for (int i = 0; i < replicasOf(set); ++i) {
        const std::string name = set.name + '-' + std::to_string(i);
        if (std::none_of(all.begin(), all.end(), [&name](const ObjectPointer &pod) { return pod->name == name; }))
            makePod(set, name);
    }
    const auto pods = alive(all);
    for (const ObjectPointer &pod : pods) {
        if (std::atoi(pod->name.substr(set.name.size() + 1).c_str()) >= replicasOf(set))
            endPod(*pod, set);
    }
    const int ready = countReady(pods);
    Value status = object({ { "observedGeneration", in(set.value, { "metadata", "generation" }) },
        { "replicas", num(std::int64_t(pods.size())) } });
    setCount(status, "readyReplicas", ready);
    setCount(status, "currentReplicas", int(pods.size()));
    setCount(status, "updatedReplicas", int(pods.size()));
    status.set("currentRevision", str(revision));
    status.set("updateRevision", str(revision));
    status.set("collisionCount", num(0));
    status.set("availableReplicas", num(ready));
    setStatus(set, std::move(status));
}

void Workloads::reconcileDaemonSet(const Object &set)
{
    const auto pods = alive(ownedBy(set, "pods", *m_cluster));
    std::set<std::string> covered;
    for (const ObjectPointer &pod : pods)
        covered.insert(in(pod->value, {"spec", "nodeName"}).text());
    const auto nodes = m_cluster->store().list("nodes");
    for (const ObjectPointer &node : nodes) {
        if (!covered.count(node->name))
            makePod(set, set.name + '-' + m_cluster->makeSuffix(), node->name);
    }
    const int wanted = int(nodes.size()), ready = countReady(pods);
    Value status = object({ { "currentNumberScheduled", num(std::int64_t(pods.size())) }, { "numberMisscheduled", num(0) },
        { "desiredNumberScheduled", num(wanted) }, { "numberReady", num(ready) },
        { "observedGeneration", in(set.value, { "metadata", "generation" }) },
        { "updatedNumberScheduled", num(std::int64_t(pods.size())) } });
    setCount(status, "numberAvailable", ready);
    setCount(status, "numberUnavailable", wanted - ready);
    setStatus(set, std::move(status));
}

void Workloads::reconcileJob(const Object &job)
{
    const auto pods = ownedBy(job, "pods", *m_cluster);
    const Value &before = job.value["status"];
    if (before["conditions"].isList())
        return;
    const auto count = [&pods](std::string_view phase) {
        return int(std::count_if(pods.begin(), pods.end(), [phase](const auto &pod) { return hasPhase(*pod, phase); }));
    };
    const int succeeded = count("Succeeded"), failed = count("Failed"), active = int(pods.size()) - succeeded - failed;
    const int completions = int(in(job.value, { "spec", "completions" }).asInteger(1)),
              limit = int(in(job.value, { "spec", "backoffLimit" }).asInteger(6));
    const bool isComplete = succeeded >= completions, hasFailed = failed > limit;
    if (!isComplete && !hasFailed && active == 0)
        makePod(job, job.name + '-' + m_cluster->makeSuffix());
    const std::string now = timeText(m_cluster->clock().now());
    Value status = object({ { "startTime",
        before["startTime"].isNull() ? in(job.value, { "metadata", "creationTimestamp" }) : before["startTime"] } });
    setCount(status, "active", active);
    setCount(status, "succeeded", succeeded);
    setCount(status, "failed", failed);
    setCount(status, "ready", countReady(pods));
    if (isComplete || hasFailed) {
        std::string end;
        for (const ObjectPointer &pod : pods) {
            for (const Value &container : in(pod->value, {"status", "containerStatuses"}).items())
                end = std::max(end, in(container, {"state", "terminated", "finishedAt"}).text());
        }
        end = end.empty() ? now : end;
        if (isComplete)
            status.set("completionTime", str(end));
        const Value ended = condition(before, isComplete ? "Complete" : "Failed", true,
            isComplete ? "CompletionsReached" : "BackoffLimitExceeded",
            isComplete ? "Reached expected number of succeeded pods" : "Job has reached the specified backoff limit", end);
        status.set("conditions", Value::list({ended}));
        if (!m_birth)
            m_events->record(job,
                { isComplete ? "Normal" : "Warning", isComplete ? "Completed" : "BackoffLimitExceeded",
                    isComplete ? "Job completed" : "Job has reached the specified backoff limit", "job-controller", {} });
    }
    setStatus(job, std::move(status));
}

} // namespace demo
