#include "models/demo/Cells.h"

#include "models/demo/Edit.h"
#include "models/text/Duration.h"
#include "models/text/Time.h"

#include <algorithm>
#include <array>
#include <vector>

namespace demo {

using text::Value;

namespace {

std::string joined(const std::vector<std::string> &parts, std::string_view separator = ",")
{
    std::string result;
    for (const std::string &part : parts)
        result.append(result.empty() ? "" : separator).append(part);
    return result.empty() ? "<none>" : result;
}

Value age(const Value &object, base::SystemTime now)
{
    return str(ageSince(in(object, {"metadata", "creationTimestamp"}).text(), now));
}

const Value::List &containerStates(const Value &pod) { return in(pod, {"status", "containerStatuses"}).items(); }

Value podReady(const Value &pod, base::SystemTime)
{
    const auto &states = containerStates(pod);
    const auto ready = std::count_if(states.begin(), states.end(), [](const Value &state) { return state["ready"].asBoolean(); });
    return str(std::to_string(ready) + '/' + std::to_string(in(pod, {"spec", "containers"}).items().size()));
}

/// The last reason that a container gives, else the pod's (kubernetes pkg/printers/internalversion, without init containers'
/// and sidecars' finer cases, which the sample data does not have).
Value podStatus(const Value &pod, base::SystemTime)
{
    std::string status = in(pod, {"status", "reason"}).text();
    if (status.empty())
        status = in(pod, {"status", "phase"}).text();
    const auto &states = containerStates(pod);
    bool isRunning = false;
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        const Value &current = (*state)["state"];
        for (const char *kind : {"waiting", "terminated"}) {
            if (!current[kind]["reason"].text().empty())
                status = current[kind]["reason"].text();
        }
        isRunning = isRunning || ((*state)["ready"].asBoolean() && current["running"].isMap());
    }
    if (status == "Completed" && isRunning)
        status = "Running";
    return str(in(pod, {"metadata", "deletionTimestamp"}).isNull() ? status : std::string("Terminating"));
}

Value podRestarts(const Value &pod, base::SystemTime now)
{
    std::int64_t count = 0;
    std::string last;
    for (const Value &state : containerStates(pod)) {
        count += state["restartCount"].asInteger();
        last = std::max(last, in(state, {"lastState", "terminated", "finishedAt"}).text());
    }
    const std::string number = std::to_string(count);
    return str(count == 0 || last.empty() ? number : number + " (" + ageSince(last, now) + " ago)");
}

Value nodeStatus(const Value &node, base::SystemTime)
{
    std::string status = "Unknown";
    for (const Value &condition : in(node, {"status", "conditions"}).items()) {
        if (condition["type"].text() == "Ready")
            status = condition["status"].text() == "True" ? "Ready" : "NotReady";
    }
    return str(status + (in(node, {"spec", "unschedulable"}).asBoolean() ? ",SchedulingDisabled" : ""));
}

Value nodeRoles(const Value &node, base::SystemTime)
{
    constexpr std::string_view prefix = "node-role.kubernetes.io/";
    std::vector<std::string> roles;
    for (const auto &label : in(node, {"metadata", "labels"}).members()) {
        if (label.key.compare(0, prefix.size(), prefix) == 0)
            roles.push_back(label.key.substr(prefix.size()));
    }
    std::sort(roles.begin(), roles.end());
    return str(joined(roles));
}

Value dataCount(const Value &object, base::SystemTime)
{
    return num(std::int64_t(object["data"].members().size() + object["binaryData"].members().size()));
}

Value ports(const Value &service, base::SystemTime)
{
    std::vector<std::string> parts;
    for (const Value &port : in(service, {"spec", "ports"}).items()) {
        const std::string node = port["nodePort"].isNull() ? "" : ':' + port["nodePort"].text();
        parts.push_back(port["port"].text() + node + '/' + port["protocol"].text());
    }
    return str(joined(parts));
}

Value externalAddress(const Value &service, base::SystemTime)
{
    if (in(service, {"spec", "type"}).text() != "LoadBalancer")
        return str("<none>");
    std::vector<std::string> addresses;
    for (const Value &ingress : in(service, {"status", "loadBalancer", "ingress"}).items())
        addresses.push_back(ingress["ip"].text());
    std::string text = addresses.empty() ? "<pending>" : joined(addresses);
    return str(text.size() > 16 ? text.substr(0, 13) + "..." : text);
}

Value pairs(const Value &map)
{
    std::vector<std::string> parts;
    for (const auto &entry : map.members())
        parts.push_back(entry.key + '=' + entry.value.text());
    std::sort(parts.begin(), parts.end());
    return str(joined(parts));
}

Value nodeSelector(const Value &object, base::SystemTime)
{
    return pairs(in(object, { "spec", "template", "spec", "nodeSelector" }));
}
Value matchLabels(const Value &object, base::SystemTime) { return pairs(in(object, {"spec", "selector", "matchLabels"})); }
Value serviceSelector(const Value &object, base::SystemTime) { return pairs(in(object, {"spec", "selector"})); }

Value jobStatus(const Value &job, base::SystemTime)
{
    for (const Value &condition : in(job, {"status", "conditions"}).items()) {
        if (condition["status"].text() == "True"
            && (condition["type"].text() == "Complete" || condition["type"].text() == "Failed"))
            return condition["type"];
    }
    return str(in(job, {"spec", "suspend"}).asBoolean() ? "Suspended" : "Running");
}

Value jobDuration(const Value &job, base::SystemTime now)
{
    const auto begin = text::parseTime(in(job, {"status", "startTime"}).text());
    if (!begin)
        return str("");
    const auto end = text::parseTime(in(job, {"status", "completionTime"}).text());
    return str(text::humanDuration(
        std::chrono::duration_cast<std::chrono::milliseconds>((end ? end->toSystemTime() : now) - begin->toSystemTime())));
}

Value eventObject(const Value &event, base::SystemTime)
{
    std::string kind = in(event, {"involvedObject", "kind"}).text();
    std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char letter) { return char(std::tolower(letter)); });
    return str(kind + '/' + in(event, {"involvedObject", "name"}).text());
}

Value eventLastSeen(const Value &event, base::SystemTime now) { return str(ageSince(event["lastTimestamp"].text(), now)); }

Value accessModes(const Value &object, base::SystemTime)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names{{
        {"ReadWriteOnce", "RWO"}, {"ReadOnlyMany", "ROX"}, {"ReadWriteMany", "RWX"}, {"ReadWriteOncePod", "RWOP"}}};
    std::vector<std::string> parts;
    for (const auto &[name, shortName] : names) {
        for (const Value &mode : in(object, {"spec", "accessModes"}).items()) {
            if (mode.text() == name)
                parts.emplace_back(shortName);
        }
    }
    return str(joined(parts));
}

Value subjects(const Value &binding, std::string_view kind)
{
    std::vector<std::string> parts;
    for (const Value &subject : binding["subjects"].items()) {
        const bool isAccount = kind == "ServiceAccount";
        if (subject["kind"].text() == kind)
            parts.push_back(isAccount ? subject["namespace"].text() + '/' + subject["name"].text() : subject["name"].text());
    }
    return str(parts.empty() ? std::string() : joined(parts, ", "));
}

Value bindingUsers(const Value &binding, base::SystemTime) { return subjects(binding, "User"); }
Value bindingGroups(const Value &binding, base::SystemTime) { return subjects(binding, "Group"); }
Value bindingAccounts(const Value &binding, base::SystemTime) { return subjects(binding, "ServiceAccount"); }

Value count(const Value &object, std::string_view key) { return num(in(object, {"status", key}).asInteger()); }

Value readyReplicas(const Value &object, base::SystemTime)
{
    return str(std::to_string(in(object, { "status", "readyReplicas" }).asInteger()) + '/'
        + std::to_string(in(object, { "spec", "replicas" }).asInteger(1)));
}

Value readyCount(const Value &object, base::SystemTime) { return count(object, "readyReplicas"); }
Value upToDate(const Value &object, base::SystemTime) { return count(object, "updatedReplicas"); }
Value available(const Value &object, base::SystemTime) { return count(object, "availableReplicas"); }
Value numberAvailable(const Value &object, base::SystemTime) { return count(object, "numberAvailable"); }
Value activeJobs(const Value &job, base::SystemTime) { return num(std::int64_t(in(job, {"status", "active"}).items().size())); }
Value suspended(const Value &object, base::SystemTime)
{
    return str(in(object, { "spec", "suspend" }).asBoolean() ? "True" : "False");
}

Value completions(const Value &job, base::SystemTime)
{
    return str(std::to_string(in(job, { "status", "succeeded" }).asInteger()) + '/'
        + std::to_string(in(job, { "spec", "completions" }).asInteger(1)));
}

Value lastSchedule(const Value &job, base::SystemTime now)
{
    const std::string &time = in(job, {"status", "lastScheduleTime"}).text();
    return str(time.empty() ? std::string("<none>") : ageSince(time, now));
}

using CellFunction = Value (*)(const Value &, base::SystemTime);

constexpr std::array<std::pair<std::string_view, CellFunction>, 29> words{{
    {"age", age}, {"podReady", podReady}, {"podStatus", podStatus}, {"podRestarts", podRestarts}, {"nodeStatus", nodeStatus},
    {"nodeRoles", nodeRoles}, {"dataCount", dataCount}, {"ports", ports}, {"externalAddress", externalAddress},
    {"nodeSelector", nodeSelector}, {"matchLabels", matchLabels}, {"serviceSelector", serviceSelector}, {"jobStatus", jobStatus},
    {"jobDuration", jobDuration}, {"eventObject", eventObject}, {"eventLastSeen", eventLastSeen}, {"accessModes", accessModes},
    {"bindingUsers", bindingUsers}, {"bindingGroups", bindingGroups}, {"bindingAccounts", bindingAccounts},
    {"readyReplicas", readyReplicas}, {"readyCount", readyCount}, {"upToDate", upToDate}, {"available", available},
    {"numberAvailable", numberAvailable}, {"activeJobs", activeJobs}, {"suspended", suspended}, {"completions", completions},
    {"lastSchedule", lastSchedule},
}};

} // namespace

std::string ageSince(const std::string &moment, base::SystemTime now)
{
    if (moment.empty())
        return "<unknown>";
    const auto time = text::parseTime(moment);
    return time ? text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(now - time->toSystemTime()))
                : "<invalid>";
}

Value wordCell(std::string_view word, const Value &object, base::SystemTime now)
{
    const auto found = std::find_if(words.begin(), words.end(), [word](const auto &entry) { return entry.first == word; });
    return found != words.end() ? found->second(object, now) : Value::null();
}

} // namespace demo
