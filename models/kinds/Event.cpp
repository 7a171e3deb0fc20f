#include "models/kinds/CellText.h"
#include "models/kinds/EventPattern.h"
#include "models/kinds/Kinds.h"

#include <optional>

namespace kinds {
namespace {

/// Where the two APIs of events keep the same things.
struct EventPaths
{
    std::string object, source, firstSeen, lastSeen, count, message, controller;
};

EventPaths pathsOf(std::string_view apiVersion)
{
    if (apiVersion == "v1")
        return {"involvedObject", "source", "firstTimestamp", "lastTimestamp", "count", "message", "reportingComponent"};
    return {"regarding", "deprecatedSource", "deprecatedFirstTimestamp", "deprecatedLastTimestamp", "deprecatedCount", "note",
            "reportingController"};
}

struct Event : Fields
{
    Event(std::string_view apiVersion, std::string_view eventKind) : Fields(apiVersion, eventKind), paths(pathsOf(apiVersion)) {}

    EventPaths paths;
    Field type = plan.field("type");
    Field reason = plan.field("reason");
    Field eventTime = plan.field("eventTime");
    Field series = plan.field("series");
    Field seriesCount = plan.field("series.count");
    Field seriesSeen = plan.field("series.lastObservedTime");
    Field instance = plan.field("reportingInstance");
    Field controller = plan.field(paths.controller);
    Field component = plan.field(paths.source + ".component");
    Field host = plan.field(paths.source + ".host");
    Field firstSeen = plan.field(paths.firstSeen);
    Field lastSeen = plan.field(paths.lastSeen);
    Field count = plan.field(paths.count);
    Field message = plan.field(paths.message);
    Field kind = plan.field(paths.object + ".kind");
    Field objectName = plan.field(paths.object + ".name");
    Field fieldPath = plan.field(paths.object + ".fieldPath");
};

const Column columns[] = {
    {"Last Seen"},
    {"Type"},
    {"Reason"},
    {"Object"},
    {"Subobject", Shown::Wide},
    {"Source", Shown::Wide},
    {"Message"},
    {"First Seen", Shown::Wide},
    {"Count", Shown::Wide},
    {"Name", Shown::Wide},
    {"Kind", Shown::Model},
    {"Alike", Shown::Model},
};

struct Occurrence
{
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    std::int64_t count = 0;
};

/// Old events have two times and a count, new ones a time and perhaps a series.
Occurrence occurrenceOf(const Event &f, const Record &event)
{
    Occurrence found;
    found.first = event.seconds(f.firstSeen);
    if (!found.first)
        found.first = event.seconds(f.eventTime);
    if (event.has(f.series)) {
        found.last = event.seconds(f.seriesSeen);
        found.count = event.integer(f.seriesCount);
        return found;
    }
    found.last = event.seconds(f.lastSeen);
    if (!found.last)
        found.last = found.first;
    found.count = event.integer(f.count);
    if (found.count == 0)
        found.count = 1;
    return found;
}

void writeObject(CellWriter &out, const Event &f, const Record &event)
{
    CellText text;
    text.addLower(event.text(f.kind));
    if (const std::string_view name = event.text(f.objectName); !name.empty())
        text.add("/").add(name);
    text.write(out);
}

void writeSource(CellWriter &out, const Event &f, const Record &event)
{
    const auto firstOf = [&](Field a, Field b) { return event.text(a).empty() ? event.text(b) : event.text(a); };
    CellText text;
    text.add(firstOf(f.component, f.controller));
    if (const std::string_view instance = firstOf(f.host, f.instance); !instance.empty())
        text.add(", ").add(instance);
    text.write(out);
}

/// What events of one cause share, those of a type together.
void writeAlike(CellWriter &out, const Event &f, const Record &event)
{
    CellText text;
    text.add(event.text(f.type)).add(" ").add(event.text(f.reason)).add(" · ").add(event.text(f.kind)).add(" · ");
    text.add(messagePattern(event.text(f.message), event.text(f.objectName)));
    text.write(out);
}

void write(const Event &f, const Record &event, CellWriter &out)
{
    const Occurrence occurrence = occurrenceOf(f, event);
    out.age(occurrence.last.value_or(kube::Cell::NoTime));
    out.text(event.text(f.type));
    out.text(event.text(f.reason));
    writeObject(out, f, event);
    out.text(event.text(f.fieldPath));
    writeSource(out, f, event);
    out.text(trimmed(event.text(f.message)));
    out.age(occurrence.first.value_or(kube::Cell::NoTime));
    out.integer(occurrence.count);
    out.text(event.text(f.name));
    out.text(event.text(f.kind));
    writeAlike(out, f, event);
}

constexpr Kind list[] = {
    makeKind<Event, write, "v1", "Event">("events", Scope::Namespaced, columns),
    makeKind<Event, write, "events.k8s.io/v1", "Event">("events", Scope::Namespaced, columns),
};

} // namespace

constinit const std::span<const Kind> eventKinds = list;

} // namespace kinds
