#include "models/demo/EventRecorder.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"

namespace demo {

using text::Value;

namespace {

std::string timeText(base::SystemTime time) { return text::formatTime(text::Time::from(time)); }

Value reference(const Object &object)
{
    Value result = demo::object({{"kind", str(object.resource->kind)}});
    if (!object.nameSpace.empty())
        result.set("namespace", str(object.nameSpace));
    result.set("name", str(object.name));
    result.set("uid", in(object.value, {"metadata", "uid"}));
    result.set("apiVersion", str(object.resource->apiVersion()));
    result.set("resourceVersion", str(std::to_string(object.version)));
    return result;
}

std::string hexadecimal(std::size_t number)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < 16; ++i, number /= 16)
        text.insert(text.begin(), digits[number % 16]);
    return text;
}

/// The same for the same report, so that it is found again.
std::string nameOf(const Object &about, const Report &report)
{
    const std::string key = in(about.value, {"metadata", "uid"}).text() + std::string(report.reason) + report.message;
    return about.name + '.' + hexadecimal(std::hash<std::string>()(key));
}

} // namespace

void EventRecorder::record(const Object &about, const Report &report, base::SystemTime last, int count)
{
    const std::string name = nameOf(about, report), nameSpace = about.nameSpace.empty() ? "default" : about.nameSpace;
    if (const ObjectPointer known = m_cluster->store().find("events", nameSpace, name)) {
        Value event = known->value;
        event.set("count", num(event["count"].asInteger() + count));
        event.set("lastTimestamp", str(timeText(last)));
        m_cluster->update(known->resource, std::move(event));
        return;
    }
    Value source = object({{"component", str(report.component)}});
    if (!report.host.empty())
        source.set("host", str(report.host));
    const base::SystemTime first = last - std::chrono::seconds(40) * (count - 1);
    m_cluster->create(
        object({ { "kind", str("Event") }, { "apiVersion", str("v1") },
            { "metadata", object({ { "name", str(name) }, { "namespace", str(nameSpace) } }) },
            { "involvedObject", reference(about) }, { "reason", str(report.reason) }, { "message", str(report.message) },
            { "source", source }, { "firstTimestamp", str(timeText(first)) }, { "lastTimestamp", str(timeText(last)) },
            { "count", num(count) }, { "type", str(report.type) }, { "eventTime", Value::null() },
            { "reportingComponent", str(report.component) }, { "reportingInstance", str(report.host) } }),
        first);
}

void EventRecorder::removeOld()
{
    const std::string oldest = timeText(m_cluster->clock().now() - std::chrono::hours(1));
    for (const ObjectPointer &event : m_cluster->store().list("events")) {
        if (event->value["lastTimestamp"].text() < oldest)
            m_cluster->remove(*event);
    }
}

} // namespace demo
