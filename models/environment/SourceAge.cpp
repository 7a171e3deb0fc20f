#include "models/environment/SourceAge.h"

#include "models/text/Time.h"

#include <algorithm>
#include <string>

namespace environment {

using text::Value;

namespace {

/// Seconds by which the clock of a node may be ahead of the server's, which tells when objects changed.
constexpr std::int64_t ClockMargin = 300;

std::optional<std::int64_t> timeOf(const Value &value)
{
    const auto time = text::parseTime(value.text());
    return time ? std::optional(time->seconds) : std::nullopt;
}

void keepLater(std::optional<std::int64_t> &latest, std::optional<std::int64_t> other)
{
    if (other && (!latest || *other > *latest))
        latest = other;
}

/// A moment of the node that the server's clock had surely reached, too.
std::optional<std::int64_t> nodeTimeOf(const Value &value)
{
    const auto time = timeOf(value);
    return time ? std::optional(*time - ClockMargin) : std::nullopt;
}

const Value &statusOf(const Value &pod, std::string_view container)
{
    static const Value none;
    for (const char *list : {"containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"}) {
        for (const Value &status : pod["status"][list].items()) {
            if (status["name"].text() == container)
                return status;
        }
    }
    return none;
}

bool isIn(const Value &list, std::string_view name)
{
    return std::ranges::any_of(list.items(), [&](const Value &item) { return item["name"].text() == name; });
}

/// Containers of the pod begin when those that end by themselves have ended.
void waitForInit(StartBounds &bounds, const Value &pod, std::string_view container)
{
    if (!isIn(pod["spec"]["containers"], container))
        return;
    for (const Value &status : pod["status"]["initContainerStatuses"].items()) {
        const auto ended = timeOf(status["state"]["terminated"]["finishedAt"]);
        // A node that restarts may run them again behind the others; who ended after the start was not waited for.
        if (ended && bounds.latest && *ended <= *bounds.latest)
            keepLater(bounds.earliest, *ended - ClockMargin);
    }
}

} // namespace

StartBounds startOf(const Value &pod, std::string_view container)
{
    const Value &status = statusOf(pod, container);
    StartBounds bounds;
    bounds.latest = timeOf(status["state"]["running"]["startedAt"]);
    if (!bounds.latest)
        bounds.latest = timeOf(status["state"]["terminated"]["startedAt"]);
    if (!bounds.latest)
        return {};
    keepLater(bounds.earliest, timeOf(pod["metadata"]["creationTimestamp"]));
    keepLater(bounds.earliest, nodeTimeOf(pod["status"]["startTime"]));
    keepLater(bounds.earliest, nodeTimeOf(status["lastState"]["terminated"]["finishedAt"]));
    waitForInit(bounds, pod, container);
    return bounds;
}

std::optional<std::int64_t> lastChange(const Value &object)
{
    const Value &metadata = object["metadata"];
    std::optional<std::int64_t> latest = timeOf(metadata["creationTimestamp"]);
    const auto &entries = metadata["managedFields"].items();
    if (entries.empty())
        return std::nullopt;
    for (const Value &entry : entries)
        keepLater(latest, timeOf(entry["time"]));
    return latest;
}

std::optional<bool> isUnchanged(std::optional<std::int64_t> changed, const StartBounds &start)
{
    if (changed && start.earliest && *changed < *start.earliest)
        return true;
    return std::nullopt;
}

std::optional<std::int64_t> lastChangeOfEntry(const Value &pod, std::string_view map, std::string_view key)
{
    const std::string mapField = "f:" + std::string(map), keyField = "f:" + std::string(key);
    std::optional<std::int64_t> latest;
    for (const Value &entry : pod["metadata"]["managedFields"].items()) {
        if (entry["fieldsV1"]["f:metadata"][mapField].find(keyField))
            keepLater(latest, timeOf(entry["time"]));
    }
    return latest;
}

} // namespace environment
