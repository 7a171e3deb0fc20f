#include "models/demo/PodLife.h"

#include "models/demo/Edit.h"
#include "models/demo/PodStatus.h"
#include "models/text/Time.h"

#include <algorithm>

namespace demo {

using text::Value;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const std::string &uidOf(const Object &object) { return in(object.value, {"metadata", "uid"}).text(); }

bool isEnding(const Object &pod) { return !in(pod.value, {"metadata", "deletionTimestamp"}).isNull(); }

const std::string &nodeOf(const Object &pod) { return in(pod.value, {"spec", "nodeName"}).text(); }

std::string addressOf(const Object &node)
{
    for (const Value &address : in(node.value, {"status", "addresses"}).items()) {
        if (address["type"].text() == "InternalIP")
            return address["address"].text();
    }
    return {};
}

std::string imageOf(const Object &pod)
{
    const auto &containers = in(pod.value, {"spec", "containers"}).items();
    return containers.empty() ? std::string() : containers.front()["image"].text();
}

std::string containerOf(const Object &pod)
{
    const auto &containers = in(pod.value, {"spec", "containers"}).items();
    return containers.empty() ? std::string() : containers.front()["name"].text();
}

bool fits(const Object &node, const Object &pod)
{
    if (in(node.value, {"spec", "unschedulable"}).asBoolean())
        return false;
    for (const auto &wish : in(pod.value, {"spec", "nodeSelector"}).members()) {
        if (in(node.value, {"metadata", "labels"})[wish.key].text() != wish.value.text())
            return false;
    }
    return true;
}

base::SystemTime createdAt(const Object &pod, base::SystemTime fallback)
{
    const auto time = text::parseTime(in(pod.value, {"metadata", "creationTimestamp"}).text());
    return time ? time->toSystemTime() : fallback;
}

base::SystemTime runningSince(const Object &pod, base::SystemTime fallback)
{
    const auto &states = in(pod.value, {"status", "containerStatuses"}).items();
    const auto time
        = text::parseTime(states.empty() ? std::string() : in(states.front(), { "state", "running", "startedAt" }).text());
    return time ? time->toSystemTime() : fallback;
}

constexpr seconds longestBackOff{80};   // the kubelet's is five minutes: too long to watch

seconds backOffAfter(int restarts) { return std::min(longestBackOff, seconds(10) * (1 << std::min(restarts, 5))); }

} // namespace

milliseconds PodLife::between(std::uint32_t least, std::uint32_t most)
{
    return milliseconds(least + m_cluster->random(most - least));
}

PodBehaviour PodLife::behaviourOf(const Object &pod) const
{
    return m_behaviours ? m_behaviours->ofPod(pod.nameSpace, pod.name) : PodBehaviour();
}

ObjectPointer PodLife::store(const Object &pod, Value value) { return m_cluster->update(pod.resource, std::move(value)); }

void PodLife::later(const Object &pod, milliseconds delay, Step step, bool evenIfEnding)
{
    m_agenda->after(
        delay, [this, resource = pod.resource, nameSpace = pod.nameSpace, name = pod.name, uid = uidOf(pod), step, evenIfEnding] {
            const ObjectPointer now = m_cluster->store().find(*resource, nameSpace, name);
            if (now && uidOf(*now) == uid && (evenIfEnding || !isEnding(*now)))
                (this->*step)(*now);
        });
}

void PodLife::tryAgain(const Object &pod, milliseconds delay, Step step)
{
    if (m_isLiving)
        later(pod, delay, step);
}

void PodLife::notice(const Object &pod)
{
    if (isEnding(pod) && m_ending.insert(uidOf(pod)).second) {
        m_events->record(pod, {"Normal", "Killing", "Stopping container " + containerOf(pod), "kubelet", nodeOf(pod)});
        later(pod, between(900, 2500), &PodLife::remove, true);
    }
    if (m_known.insert(uidOf(pod)).second)
        later(pod, between(150, 700), &PodLife::schedule);
}

/// The node with the fewest pods that the pod fits on; its own when it has one.
ObjectPointer PodLife::place(const Object &pod) const
{
    if (!nodeOf(pod).empty())
        return m_cluster->store().find("nodes", {}, nodeOf(pod));
    std::map<std::string, int> counts;
    for (const ObjectPointer &other : m_cluster->store().list("pods"))
        ++counts[nodeOf(*other)];
    ObjectPointer best;
    for (const ObjectPointer &node : m_cluster->store().list("nodes")) {
        if (fits(*node, pod) && (!best || counts[node->name] < counts[best->name]))
            best = node;
    }
    return best;
}

std::string PodLife::addressOn(const Object &node)
{
    const std::string range = in(node.value, {"spec", "podCIDR"}).text();
    int &last = m_addresses.try_emplace(node.name, 1).first->second;
    last = last >= 254 ? 2 : last + 1;
    return range.substr(0, range.rfind('.') + 1) + std::to_string(last);
}

void PodLife::schedule(const Object &pod)
{
    const ObjectPointer node = behaviourOf(pod).fitsNoNode ? nullptr : place(pod);
    Value value = pod.value;
    if (!node) {
        const std::string message = "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No "
                                    "preemption victims found for incoming pod.";
        setUnschedulable(value, message, m_cluster->clock().now());
        const ObjectPointer stored = store(pod, std::move(value));
        m_events->record(*stored, {"Warning", "FailedScheduling", message, "default-scheduler", {}});
        return tryAgain(*stored, seconds(60), &PodLife::schedule);
    }
    at(value, {"spec", "nodeName"}) = str(node->name);
    setScheduled(value, m_cluster->clock().now());
    setWaiting(value, "ContainerCreating", {}, m_cluster->clock().now());
    const ObjectPointer stored = store(pod, std::move(value));
    m_events->record(*stored,
        { "Normal", "Scheduled", "Successfully assigned " + pod.nameSpace + '/' + pod.name + " to " + node->name,
            "default-scheduler", {} });
    later(*stored, between(600, 2200), &PodLife::pull);
}

void PodLife::pull(const Object &pod)
{
    if (!behaviourOf(pod).imageIsMissing) {
        m_events->record(pod,
            { "Normal", "Pulled", "Container image \"" + imageOf(pod) + "\" already present on machine", "kubelet",
                nodeOf(pod) });
        return run(pod);
    }
    const std::string message = "failed to pull and unpack image \"" + imageOf(pod) + "\": not found";
    Value value = pod.value;
    const auto &states = in(value, {"status", "containerStatuses"}).items();
    const bool wasTried = !states.empty() && in(states.front(), {"state", "waiting", "reason"}).text() == "ErrImagePull";
    setWaiting(value, wasTried ? "ImagePullBackOff" : "ErrImagePull",
        wasTried ? "Back-off pulling image \"" + imageOf(pod) + '"' : message, m_cluster->clock().now());
    const ObjectPointer stored = store(pod, std::move(value));
    m_events->record(*stored,
        { "Warning", wasTried ? "BackOff" : "Failed", wasTried ? "Back-off pulling image \"" + imageOf(pod) + '"' : message,
            "kubelet", nodeOf(pod) });
    tryAgain(*stored, wasTried ? seconds(45) : seconds(12), &PodLife::pull);
}

ObjectPointer PodLife::startedOn(const Object &pod, const Object &node, base::SystemTime time)
{
    Value value = pod.value;
    const std::string &known = in(value, {"status", "podIP"}).text();
    setRunning(value, addressOf(node), known.empty() ? addressOn(node) : known, time);
    return store(pod, std::move(value));
}

void PodLife::run(const Object &pod)
{
    const ObjectPointer node = place(pod);
    if (!node)
        return;
    const ObjectPointer stored = startedOn(pod, *node, m_cluster->clock().now());
    m_events->record(*stored, {"Normal", "Started", "Started container " + containerOf(pod), "kubelet", node->name});
    planEnd(*stored);
}

void PodLife::planEnd(const Object &pod)
{
    const PodBehaviour behaviour = behaviourOf(pod);
    if (m_isLiving && behaviour.crashesAfter.count() > 0)
        later(pod, behaviour.crashesAfter + between(0, 4000), &PodLife::crash);
    if (m_isLiving && behaviour.completesAfter.count() > 0)
        later(pod, behaviour.completesAfter + between(0, 2000), &PodLife::complete);
}

void PodLife::crash(const Object &pod)
{
    const PodBehaviour behaviour = behaviourOf(pod);
    const base::SystemTime now = m_cluster->clock().now();
    Value value = pod.value;
    setTerminated(value, behaviour.exitCode, behaviour.message, runningSince(pod, now), now, false);
    later(*store(pod, std::move(value)), between(1500, 3000), &PodLife::backOff);
}

void PodLife::backOff(const Object &pod)
{
    Value value = pod.value;
    setBackingOff(value, m_cluster->clock().now());
    const ObjectPointer stored = store(pod, std::move(value));
    m_events->record(*stored,
        { "Warning", "BackOff", "Back-off restarting failed container " + containerOf(pod) + " in pod " + pod.name, "kubelet",
            nodeOf(pod) });
    tryAgain(*stored, backOffAfter(restartsOf(pod.value)), &PodLife::restart);
}

void PodLife::restart(const Object &pod)
{
    Value value = pod.value;
    setRestarts(value, restartsOf(value) + 1);
    run(*store(pod, std::move(value)));
}

void PodLife::complete(const Object &pod)
{
    const PodBehaviour behaviour = behaviourOf(pod);
    const base::SystemTime now = m_cluster->clock().now();
    Value value = pod.value;
    setTerminated(value, behaviour.exitCode, behaviour.message, runningSince(pod, now), now, true);
    store(pod, std::move(value));
}

void PodLife::remove(const Object &pod)
{
    m_known.erase(uidOf(pod));
    m_ending.erase(uidOf(pod));
    m_cluster->remove(pod);
}

/// The events of a start that are not yet forgotten.
void PodLife::recordStart(const Object &pod, const Object &node, base::SystemTime time)
{
    m_events->record(pod,
        { "Normal", "Scheduled", "Successfully assigned " + pod.nameSpace + '/' + pod.name + " to " + node.name,
            "default-scheduler", {} },
        time, 1);
    m_events->record(pod,
        { "Normal", "Pulled", "Container image \"" + imageOf(pod) + "\" already present on machine", "kubelet", node.name }, time,
        1);
    m_events->record(pod, {"Normal", "Started", "Started container " + containerOf(pod), "kubelet", node.name}, time, 1);
}

void PodLife::settle(const Object &pod)
{
    const PodBehaviour behaviour = behaviourOf(pod);
    const base::SystemTime now = m_cluster->clock().now(), begin = createdAt(pod, now) + seconds(2);
    m_known.insert(uidOf(pod));
    const ObjectPointer node = behaviour.fitsNoNode ? nullptr : place(pod);
    if (!node)
        return schedule(pod);
    Value value = pod.value;
    at(value, {"spec", "nodeName"}) = str(node->name);
    setScheduled(value, begin);
    setWaiting(value, "ContainerCreating", {}, begin);
    if (behaviour.restarts > 0)
        setRestarts(value, behaviour.restarts);
    ObjectPointer stored = store(pod, std::move(value));
    if (behaviour.imageIsMissing)
        return pull(*stored);
    if (now - begin < std::chrono::hours(1))
        recordStart(*stored, *node, begin);
    const bool crashes = behaviour.crashesAfter.count() > 0, completes = behaviour.completesAfter.count() > 0;
    stored = startedOn(*stored, *node, crashes ? now - behaviour.crashesAfter - seconds(20) : begin);
    if (completes && begin + behaviour.completesAfter < now) {
        value = stored->value;
        setTerminated(value, behaviour.exitCode, behaviour.message, begin, begin + behaviour.completesAfter, true);
        store(*stored, std::move(value));
    } else if (crashes) {
        value = stored->value;
        setTerminated(
            value, behaviour.exitCode, behaviour.message, now - behaviour.crashesAfter - seconds(20), now - seconds(20), false);
        stored = store(*stored, std::move(value));
        m_events->record(*stored,
            { "Warning", "BackOff", "Back-off restarting failed container " + containerOf(pod) + " in pod " + pod.name, "kubelet",
                node->name },
            now, std::max(1, behaviour.restarts * 3));
        backOff(*stored);
    } else {
        planEnd(*stored);
    }
}

} // namespace demo
