#include "models/demo/PodStatus.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"

#include <functional>

namespace demo {

using text::Value;

namespace {

std::string hashText(const std::string &of)
{
    std::string text;
    std::size_t number = std::hash<std::string>()(of);
    for (int i = 0; i < 64; ++i) {
        text += "0123456789abcdef"[number % 16];
        number = number / 16 ^ (number * 0x9E3779B97F4A7C15u);
    }
    return text;
}

void setCondition(Value &pod, std::string_view type, bool holds, base::SystemTime time, std::string_view reason = {},
    const std::string &message = {})
{
    Value &condition = entry(at(pod, {"status", "conditions"}), "type", type);
    const std::string status = holds ? "True" : "False";
    if (condition["status"].text() != status)
        condition.set("lastTransitionTime", str(timeText(time)));
    condition.set("status", str(status));
    condition.set("lastProbeTime", Value::null());
    condition.set("observedGeneration", num(1));
    erase(condition, "reason");
    erase(condition, "message");
    if (!reason.empty())
        condition.set("reason", str(reason));
    if (!message.empty())
        condition.set("message", str(message));
}

void setReadiness(Value &pod, bool ready, base::SystemTime time, std::string_view reason)
{
    std::string names;
    for (const Value &container : in(pod, {"spec", "containers"}).items())
        names += (names.empty() ? "" : " ") + container["name"].text();
    const std::string message
        = ready || reason == "PodCompleted" ? std::string() : "containers with unready status: [" + names + ']';
    setCondition(pod, "Ready", ready, time, ready ? std::string_view() : reason, message);
    setCondition(pod, "ContainersReady", ready, time, ready ? std::string_view() : reason, message);
}

/// Every container's status, made from the spec where it is missing.
template<typename Change>
void forEachStatus(Value &pod, Change change)
{
    Value &list = at(pod, {"status", "containerStatuses"});
    bool isFirst = true;
    for (const Value &container : in(pod, {"spec", "containers"}).items()) {
        Value &status = entry(list, "name", container["name"].text());
        status.set("image", container["image"]);
        if (status["restartCount"].isNull())
            status.set("restartCount", num(0));
        if (status["imageID"].isNull())
            status.set("imageID", str(""));
        if (status["lastState"].isNull())
            status.set("lastState", Value::map());
        change(status, container, isFirst);
        isFirst = false;
    }
}

void setInitialConditions(Value &pod, base::SystemTime time)
{
    for (const char *type : {"PodReadyToStartContainers", "Initialized"})
        setCondition(pod, type, true, time);
}

std::string containerId(const Value &pod, const Value &container, std::int64_t restarts)
{
    return "containerd://" + hashText(in(pod, {"metadata", "uid"}).text() + container["name"].text() + std::to_string(restarts));
}

void setUp(Value &pod, Value &status, const Value &container, base::SystemTime time)
{
    status.set("imageID",
        str(container["image"].text().substr(0, container["image"].text().rfind(':'))
            + "@sha256:" + hashText(container["image"].text())));
    status.set("containerID", str(containerId(pod, container, status["restartCount"].asInteger())));
    status.set("ready", yes());
    status.set("started", yes());
    status.set("state", object({{"running", object({{"startedAt", str(timeText(time))}})}}));
}

} // namespace

std::string timeText(base::SystemTime time) { return text::formatTime(text::Time::from(time)); }

std::string_view qualityOf(const Value &pod)
{
    bool anything = false, guaranteed = true;
    for (const Value &container : in(pod, {"spec", "containers"}).items()) {
        const Value &requests = container["resources"]["requests"], &limits = container["resources"]["limits"];
        anything = anything || !requests.members().empty() || !limits.members().empty();
        for (const char *resource : {"cpu", "memory"}) {
            const Value &limit = limits[resource], &request = requests[resource];
            guaranteed = guaranteed && !limit.isNull() && (request.isNull() || request.text() == limit.text());
        }
    }
    return !anything ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
}

void setScheduled(Value &pod, base::SystemTime time)
{
    Value &status = member(pod, "status");
    status.set("observedGeneration", num(1));
    status.set("phase", str("Pending"));
    status.set("qosClass", str(qualityOf(pod)));
    setCondition(pod, "PodScheduled", true, time);
}

void setUnschedulable(Value &pod, const std::string &message, base::SystemTime time)
{
    Value &status = member(pod, "status");
    status.set("phase", str("Pending"));
    status.set("qosClass", str(qualityOf(pod)));
    setCondition(pod, "PodScheduled", false, time, "Unschedulable", message);
}

void setWaiting(Value &pod, std::string_view reason, const std::string &message, base::SystemTime time)
{
    setInitialConditions(pod, time);
    setReadiness(pod, false, time, "ContainersNotReady");
    if (Value &start = at(pod, {"status", "startTime"}); start.isNull())
        start = str(timeText(time));
    forEachStatus(pod, [&](Value &status, const Value &, bool) {
        Value waiting = object({{"reason", str(reason)}});
        if (!message.empty())
            waiting.set("message", str(message));
        status.set("ready", yes(false));
        status.set("started", yes(false));
        status.set("state", object({{"waiting", waiting}}));
    });
}

void setRunning(Value &pod, const std::string &nodeAddress, const std::string &podAddress, base::SystemTime time)
{
    setInitialConditions(pod, time);
    setReadiness(pod, true, time, {});
    const bool onHost = in(pod, {"spec", "hostNetwork"}).asBoolean();
    const std::string &address = onHost ? nodeAddress : podAddress;
    Value &status = member(pod, "status");
    status.set("phase", str("Running"));
    status.set("hostIP", str(nodeAddress));
    status.set("hostIPs", Value::list({object({{"ip", str(nodeAddress)}})}));
    status.set("podIP", str(address));
    status.set("podIPs", Value::list({object({{"ip", str(address)}})}));
    if (status["startTime"].isNull())
        status.set("startTime", str(timeText(time)));
    forEachStatus(pod, [&](Value &container, const Value &spec, bool isFirst) {
        if (isFirst || !container["state"]["running"].isMap())
            setUp(pod, container, spec, time);
    });
}

void setTerminated(
    Value &pod, int exitCode, const std::string &message, base::SystemTime startedAt, base::SystemTime time, bool isDone)
{
    const std::string_view reason = exitCode == 0 ? "Completed" : exitCode == 137 ? "OOMKilled" : "Error";
    setReadiness(pod, false, time, isDone && exitCode == 0 ? "PodCompleted" : isDone ? "PodFailed" : "ContainersNotReady");
    if (isDone)
        at(pod, {"status", "phase"}) = str(exitCode == 0 ? "Succeeded" : "Failed");
    forEachStatus(pod, [&](Value &status, const Value &, bool isFirst) {
        if (!isFirst && !isDone)
            return;
        Value terminated = object({{"exitCode", num(exitCode)}, {"reason", str(reason)}});
        if (!message.empty())
            terminated.set("message", str(message));
        terminated.set("startedAt", str(timeText(startedAt)));
        terminated.set("finishedAt", str(timeText(time)));
        terminated.set("containerID", status["containerID"]);
        status.set("ready", yes(false));
        status.set("started", yes(false));
        status.set("state", object({{"terminated", terminated}}));
    });
}

void setBackingOff(Value &pod, base::SystemTime)
{
    forEachStatus(pod, [&](Value &status, const Value &container, bool isFirst) {
        if (!isFirst)
            return;
        status.set("lastState", object({{"terminated", status["state"]["terminated"]}}));
        const std::string message = "back-off restarting failed container=" + container["name"].text()
            + " pod=" + in(pod, { "metadata", "name" }).text() + '_' + in(pod, { "metadata", "namespace" }).text() + '('
            + in(pod, { "metadata", "uid" }).text() + ')';
        status.set("state", object({{"waiting", object({{"reason", str("CrashLoopBackOff")}, {"message", str(message)}})}}));
    });
}

int restartsOf(const Value &pod)
{
    const auto &states = in(pod, {"status", "containerStatuses"}).items();
    return states.empty() ? 0 : int(states.front()["restartCount"].asInteger());
}

void setRestarts(Value &pod, int count)
{
    forEachStatus(pod, [count](Value &status, const Value &, bool isFirst) {
        if (isFirst)
            status.set("restartCount", num(count));
    });
}

} // namespace demo
