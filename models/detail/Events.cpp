#include "models/detail/Events.h"

#include "models/detail/Parts.h"
#include "models/kinds/EventPattern.h"

#include <algorithm>
#include <set>
#include <unordered_map>

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

void readObject(Event &event, const text::Value &object)
{
    event.about = {std::string(groupOf(object["apiVersion"].text())), object["kind"].text(), object["namespace"].text(), object["name"].text()};
    event.part = object["fieldPath"].text();
    event.aboutUid = object["uid"].text();
}

Event read(const text::Value &value)
{
    Event event;
    event.uid = at(value, "metadata.uid").text();
    event.type = value["type"].text();
    event.reason = value["reason"].text();
    event.message = value["message"].text();
    event.source = firstOf(value, {"source.component", "reportingComponent"}).text();
    event.count = std::max<std::int64_t>(firstOf(value, {"series.count", "count"}).asInteger(1), 1);
    event.first = timeOf(firstOf(value, {"firstTimestamp", "eventTime", "metadata.creationTimestamp"}));
    event.last = timeOf(firstOf(value, {"series.lastObservedTime", "lastTimestamp", "eventTime", "metadata.creationTimestamp"}));
    readObject(event, value["involvedObject"]);
    event.alike = event.type + '\0' + event.reason + '\0' + event.about.kind + '\0' + kinds::messagePattern(event.message, event.about.name);
    return event;
}

/// The kubelet names a node instead of giving its uid.
void markEarlier(Event &event, std::string_view uid)
{
    event.isAboutEarlier = !uid.empty() && !event.aboutUid.empty() && event.aboutUid != uid && event.aboutUid != event.about.name;
}

void sortNewestFirst(std::vector<Event> &events)
{
    std::ranges::stable_sort(events, std::ranges::greater(), [](const Event &event) { return event.last.value_or(0); });
}

EventGroup countGroup(std::vector<Event> events)
{
    EventGroup group{std::move(events), 0, {}, {}, 0};
    std::set<std::string> objects;
    for (const Event &event : group.events) {
        group.count += event.count;
        if (event.first && (!group.first || *event.first < *group.first))
            group.first = event.first;
        if (event.last && (!group.last || *event.last > *group.last))
            group.last = event.last;
        objects.insert(event.about.kind + '/' + event.about.namespaceName + '/' + event.about.name);
    }
    group.objects = objects.size();
    return group;
}

} // namespace

kube::Collection eventsIn(const std::string &namespaceName)
{
    kube::Collection collection;
    collection.type = {"", "v1", "events", "event", "Event", true, {"get", "list", "watch"}, {}, {}, {}};
    collection.namespaceName = namespaceName;
    return collection;
}

kube::Collection eventsOf(std::string_view kind, const std::string &namespaceName, const std::string &name)
{
    kube::Collection collection = eventsIn(namespaceName);
    collection.fieldSelector = "involvedObject.name=" + name + ",involvedObject.kind=" + std::string(kind);
    return collection;
}

text::Value reduceEvent(const text::Value &event)
{
    text::Value metadata = text::Value::map();
    for (const char *name : {"uid", "creationTimestamp"})
        metadata.set(name, event["metadata"][name]);
    text::Value kept = text::Value::map();
    kept.set("metadata", std::move(metadata));
    for (const char *name : {"type", "reason", "message", "source", "reportingComponent", "count", "series", "firstTimestamp", "lastTimestamp", "eventTime", "involvedObject"}) {
        if (!event[name].isNull())
            kept.set(name, event[name]);
    }
    return kept;
}

void EventReader::take(const LiveList::Content &content)
{
    std::erase_if(m_events, [&](const auto &each) { return !content.objects.contains(each.first); });
    for (const auto &[key, value] : content.objects) {
        Read &known = m_events[key];
        if (known.from != value)
            known = {value, read(*value)};
    }
}

std::vector<Event> EventReader::about(std::string_view uid) const
{
    std::vector<Event> events;
    for (const auto &[key, known] : m_events) {
        events.push_back(known.event);
        markEarlier(events.back(), uid);
    }
    sortNewestFirst(events);
    return events;
}

std::vector<Event> EventReader::about(std::string_view kind, std::string_view name, std::string_view uid, const Family::Uids &family) const
{
    std::vector<Event> events;
    for (const auto &[key, known] : m_events) {
        const bool isOwn = known.event.about.kind == kind && known.event.about.name == name;
        if (!isOwn && !family.contains(known.event.aboutUid))
            continue;
        events.push_back(known.event);
        if (isOwn)
            markEarlier(events.back(), uid);
    }
    sortNewestFirst(events);
    return events;
}

std::vector<Event> readEvents(const LiveList::Content &content, std::string_view uid)
{
    EventReader reader;
    reader.take(content);
    return reader.about(uid);
}

std::vector<EventGroup> groupEvents(std::vector<Event> newestFirst, const EventOrder &order)
{
    std::vector<std::vector<Event>> sets;
    std::unordered_map<std::string, std::size_t> placeOf;
    for (Event &event : newestFirst) {
        const auto [place, isNew] = placeOf.try_emplace(order.areGrouped ? event.alike : event.uid, sets.size());
        if (isNew)
            sets.emplace_back();
        sets[place->second].push_back(std::move(event));
    }
    std::vector<EventGroup> groups;
    std::ranges::transform(sets, std::back_inserter(groups), [](std::vector<Event> &events) { return countGroup(std::move(events)); });
    if (order.warningsFirst)
        std::ranges::stable_partition(groups, [](const EventGroup &group) { return group.events.front().isWarning(); });
    return groups;
}

} // namespace detail
