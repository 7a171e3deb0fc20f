#include "models/metrics/Happenings.h"

#include "models/text/Time.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace metrics {

namespace {

using text::Value;

/// What is no trouble and yet changes what is used.
constexpr std::string_view Notable[] = {
    "Killing", "Preempted", "Preempting", "Evicted", "Started", "Completed", "ScalingReplicaSet", "SuccessfulRescale", "SuccessfulCreate", "SuccessfulDelete", "SawCompletedJob",
    "NodeReady", "NodeNotReady", "NodeSchedulable", "NodeNotSchedulable", "Rebooted", "Starting", "RegisteredNode", "RemovingNode", "TaintManagerEviction",
    "VolumeResizeSuccessful", "FileSystemResizeSuccessful", "ResizeStarted", "ResizeCompleted"};
/// Told as normal, and still what somebody looks for.
constexpr std::string_view Troubles[] = {"Killing", "Preempted", "Evicted", "NodeNotReady", "Rebooted", "TaintManagerEviction"};

bool isOneOf(auto &words, std::string_view word) { return std::ranges::find(words, word) != std::end(words); }

std::optional<base::SystemTime> timeIn(const Value &value)
{
    const auto time = text::parseTime(value.text());
    return time ? std::optional(time->toSystemTime()) : std::nullopt;
}

/// The first of them that tells a time.
std::optional<base::SystemTime> timeOf(std::initializer_list<const Value *> values)
{
    for (const Value *value : values)
        if (const auto time = timeIn(*value))
            return time;
    return std::nullopt;
}

std::string textOf(const Value &event, std::int64_t count)
{
    const std::string &part = event["involvedObject"]["fieldPath"].text();
    std::string text = event["reason"].text() + (count > 1 ? " ×" + std::to_string(count) : std::string());
    text += " · " + event["involvedObject"]["name"].text();
    if (const std::size_t open = part.find('{'); open != part.npos && part.ends_with('}'))
        text += '/' + part.substr(open + 1, part.size() - open - 2);
    return text + ": " + event["message"].text();
}

void add(std::vector<charts::Event> &out, const Value &event)
{
    const std::string &reason = event["reason"].text();
    const bool isWarning = event["type"].text() == "Warning";
    if (!isWarning && !isOneOf(Notable, reason))
        return;
    const Value &created = event["metadata"]["creationTimestamp"];
    const auto last = timeOf({&event["series"]["lastObservedTime"], &event["lastTimestamp"], &event["eventTime"], &created});
    const auto first = timeOf({&event["firstTimestamp"], &event["eventTime"], &created});
    const std::int64_t count = std::max<std::int64_t>(1, event["series"].isMap() ? event["series"]["count"].asInteger(1) : event["count"].asInteger(1));
    const charts::Event mark{last.value_or(base::SystemTime()), textOf(event, count), isWarning || isOneOf(Troubles, reason)};
    if (last)
        out.push_back(mark);
    if (first && last && *first < *last)
        out.push_back({*first, mark.text, mark.isTrouble});
}

void addEnd(std::vector<charts::Event> &out, const std::string &container, const Value &ended)
{
    const auto time = timeIn(ended["finishedAt"]);
    if (!time)
        return;
    const std::int64_t code = ended["exitCode"].asInteger();
    const std::string reason = ended["reason"].text().empty() ? "exit code " + std::to_string(code) : ended["reason"].text();
    out.push_back({*time, reason + " · " + container + (code != 0 ? " (" + std::to_string(code) + ")" : std::string()), code != 0});
}

} // namespace

std::vector<charts::Event> happeningsIn(const Value &events, const std::set<std::string> &names)
{
    std::vector<charts::Event> out;
    for (const Value &event : events["items"].items())
        if (names.empty() || names.contains(event["involvedObject"]["name"].text()))
            add(out, event);
    return together(std::move(out), {});
}

std::vector<charts::Event> endsIn(const Value &pod)
{
    std::vector<charts::Event> out;
    for (const char *list : {"initContainerStatuses", "containerStatuses"})
        for (const Value &status : pod["status"][list].items())
            for (const char *state : {"lastState", "state"})
                addEnd(out, status["name"].text(), status[state]["terminated"]);
    return together(std::move(out), {});
}

std::vector<charts::Event> together(std::vector<charts::Event> first, std::vector<charts::Event> second)
{
    std::ranges::move(second, std::back_inserter(first));
    std::ranges::sort(first, [](const charts::Event &one, const charts::Event &other) { return std::pair(one.time, one.text) < std::pair(other.time, other.text); });
    first.erase(std::unique(first.begin(), first.end()), first.end());
    for (const bool isTrouble : {false, true}) {
        while (first.size() > MostHappenings) {
            const auto found = std::ranges::find(first, isTrouble, &charts::Event::isTrouble);
            if (found == first.end())
                break;
            first.erase(found);
        }
    }
    return first;
}

} // namespace metrics
