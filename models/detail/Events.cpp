#include "models/detail/Events.h"

#include "models/detail/Parts.h"

#include <algorithm>

namespace detail {

namespace {

const text::Value &firstOf(const text::Value &event, std::initializer_list<std::string_view> paths)
{
    for (const std::string_view path : paths) {
        if (!shown(at(event, path)).empty())
            return at(event, path);
    }
    return at(event, *(paths.end() - 1));
}

Event read(const text::Value &value, std::string_view uid)
{
    Event event;
    event.uid = at(value, "metadata.uid").text();
    event.type = value["type"].text();
    event.reason = value["reason"].text();
    event.message = value["message"].text();
    event.source = firstOf(value, {"source.component", "reportingComponent"}).text();
    event.part = at(value, "involvedObject.fieldPath").text();
    event.count = std::max<std::int64_t>(firstOf(value, {"series.count", "count"}).asInteger(1), 1);
    event.first = timeOf(firstOf(value, {"firstTimestamp", "eventTime", "metadata.creationTimestamp"}));
    event.last = timeOf(firstOf(value, {"series.lastObservedTime", "lastTimestamp", "eventTime", "metadata.creationTimestamp"}));
    const std::string &about = at(value, "involvedObject.uid").text();
    // The kubelet names a node instead of giving its uid.
    event.isAboutEarlier = !uid.empty() && !about.empty() && about != uid && about != at(value, "involvedObject.name").text();
    return event;
}

} // namespace

kube::Collection eventsOf(std::string_view kind, const std::string &namespaceName, const std::string &name)
{
    kube::Collection collection;
    collection.type = {"", "v1", "events", "event", "Event", true, {"get", "list", "watch"}, {}, {}, {}};
    collection.namespaceName = namespaceName;
    collection.fieldSelector = "involvedObject.name=" + name + ",involvedObject.kind=" + std::string(kind);
    return collection;
}

std::vector<Event> readEvents(const LiveList::Content &content, std::string_view uid)
{
    std::vector<Event> events;
    for (const auto &[key, value] : content.objects)
        events.push_back(read(*value, uid));
    std::ranges::stable_sort(events, std::ranges::greater(), [](const Event &event) { return event.last.value_or(0); });
    return events;
}

} // namespace detail
