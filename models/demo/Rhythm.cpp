#include "models/demo/Rhythm.h"

#include "models/demo/Edit.h"
#include "models/demo/Writes.h"
#include "models/text/Time.h"

namespace demo {

using text::Value;

void Rhythm::begin(const Behaviours &behaviours)
{
    every(std::chrono::seconds(10), [this] { beat(); });
    every(std::chrono::seconds(60), [this] { m_events->removeOld(); });
    for (const Scaling &scaling : behaviours.scalings())
        every(scaling.every, [this, scaling] { scale(scaling); });
    for (const std::string &nameSpace : behaviours.restless())
        every(std::chrono::seconds(40 + m_cluster->random(30)), [this, nameSpace] { replacePod(nameSpace); });
}

void Rhythm::every(std::chrono::seconds period, std::function<void()> task)
{
    m_agenda->after(period, [this, period, task = std::move(task)] {
        task();
        every(period, task);
    });
}

/// A kubelet renews its lease every ten seconds and writes its conditions every five minutes.
void Rhythm::beat()
{
    constexpr int beatsPerStatus = 30;
    const std::string now = text::formatTime(text::Time::from(m_cluster->clock().now()));
    const bool writesStatus = m_beats++ % beatsPerStatus == 0;
    for (const ObjectPointer &node : m_cluster->store().list("nodes")) {
        renewLease(*node);
        if (!writesStatus)
            continue;
        Value value = node->value;
        for (Value &condition : at(value, {"status", "conditions"}).items()) {
            condition.set("lastHeartbeatTime", str(now));
            if (condition["lastTransitionTime"].isNull())
                condition.set("lastTransitionTime", in(value, {"metadata", "creationTimestamp"}));
        }
        m_cluster->update(node->resource, std::move(value));
    }
}

void Rhythm::renewLease(const Object &node)
{
    const std::string now = text::formatMicroTime(text::Time::from(m_cluster->clock().now()));
    if (const ObjectPointer lease = m_cluster->store().find("leases", "kube-node-lease", node.name)) {
        Value value = lease->value;
        at(value, {"spec", "renewTime"}) = str(now);
        m_cluster->store().put(lease->resource, std::move(value));
        return;
    }
    const Value owner = object({ { "apiVersion", str("v1") }, { "kind", str("Node") }, { "name", str(node.name) },
        { "uid", in(node.value, { "metadata", "uid" }) } });
    const Value metadata = object(
        { { "name", str(node.name) }, { "namespace", str("kube-node-lease") }, { "ownerReferences", Value::list({ owner }) } });
    const Value spec = object({{"holderIdentity", str(node.name)}, {"leaseDurationSeconds", num(40)}, {"renewTime", str(now)}});
    const auto born = text::parseTime(in(node.value, {"metadata", "creationTimestamp"}).text());
    m_cluster->create(object({ { "kind", str("Lease") }, { "apiVersion", str("coordination.k8s.io/v1") },
                          { "metadata", metadata }, { "spec", spec } }),
        born ? born->toSystemTime() : m_cluster->clock().now());
}

void Rhythm::scale(const Scaling &scaling)
{
    const ObjectPointer deployment = m_cluster->store().find("deployments", scaling.nameSpace, scaling.deployment);
    if (!deployment)
        return;
    const std::int64_t wanted = scaling.least + m_cluster->random(scaling.most - scaling.least + 1);
    Value value = deployment->value;
    at(value, {"spec", "replicas"}) = num(wanted);
    m_cluster->update(deployment->resource, std::move(value));
    const ObjectPointer scaler = m_cluster->store().find("horizontalpodautoscalers", scaling.nameSpace, scaling.deployment);
    if (!scaler || in(scaler->value, {"status", "desiredReplicas"}).asInteger() == wanted)
        return;
    Value status = scaler->value;
    at(status, {"status", "currentReplicas"}) = in(deployment->value, {"spec", "replicas"});
    at(status, {"status", "desiredReplicas"}) = num(wanted);
    at(status, {"status", "lastScaleTime"}) = str(text::formatTime(text::Time::from(m_cluster->clock().now())));
    const ObjectPointer stored = m_cluster->update(scaler->resource, std::move(status));
    m_events->record(*stored,
        { "Normal", "SuccessfulRescale",
            "New size: " + std::to_string(wanted) + "; reason: cpu resource utilization (percentage of request) changed",
            "horizontal-pod-autoscaler", {} });
}

void Rhythm::replacePod(const std::string &nameSpace)
{
    std::vector<ObjectPointer> running;
    for (const ObjectPointer &pod : m_cluster->store().list("pods", nameSpace)) {
        if (in(pod->value, {"status", "phase"}).text() == "Running" && in(pod->value, {"metadata", "deletionTimestamp"}).isNull())
            running.push_back(pod);
    }
    if (!running.empty())
        deleteObject(*running[m_cluster->random(std::uint32_t(running.size()))], false, false, *m_cluster);
}

} // namespace demo
