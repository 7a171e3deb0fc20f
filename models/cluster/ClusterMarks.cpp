#include "models/cluster/ClusterMarks.h"

#include "models/text/LabelNames.h"

#include <algorithm>

namespace cluster {

namespace {

using text::Value;
using Seconds = std::chrono::seconds;

struct TextField
{
    const char *key;
    std::string ClusterMarks::*member;
};
constexpr TextField textFields[] = {
    {"colour", &ClusterMarks::colour}, {"name", &ClusterMarks::name}, {"version", &ClusterMarks::version}, {"distribution", &ClusterMarks::distribution},
};

struct FlagField
{
    const char *key;
    bool ClusterMarks::*member;
};
constexpr FlagField flagFields[] = {{"favourite", &ClusterMarks::isFavourite}, {"readOnly", &ClusterMarks::isReadOnly}};

} // namespace

bool ClusterMarks::mayAdd(const std::string &namespaceName) const
{
    return namespaces.size() < MostNamespaces && text::isNamespaceName(namespaceName);
}

void ClusterMarks::add(const std::string &namespaceName)
{
    const auto place = std::ranges::lower_bound(namespaces, namespaceName);
    if (place == namespaces.end() || *place != namespaceName)
        namespaces.insert(place, namespaceName);
}

ClusterMarks ClusterMarks::read(const Value &value)
{
    constexpr std::int64_t farthest = 9'000'000'000;        // seconds that a clock of nanoseconds can hold
    ClusterMarks marks;
    for (const FlagField &field : flagFields)
        marks.*field.member = value[field.key].asBoolean();
    for (const TextField &field : textFields) {
        const Value &text = value[field.key];
        if (text.isString() && text.text().size() <= LongestText)
            marks.*field.member = text.text();
    }
    for (const Value &name : value["namespaces"].items()) {
        if (name.isString() && marks.mayAdd(name.text()))
            marks.add(name.text());
    }
    if (const std::int64_t seconds = value["seen"].asInteger(); seconds > 0 && seconds < farthest)
        marks.seen = base::SystemTime(Seconds(seconds));
    return marks;
}

Value ClusterMarks::write() const
{
    Value value = Value::map();
    for (const FlagField &field : flagFields) {
        if (this->*field.member)
            value.set(field.key, Value::boolean(true));
    }
    for (const TextField &field : textFields) {
        if (const std::string &text = this->*field.member; !text.empty() && text.size() <= LongestText)
            value.set(field.key, Value::string(text));
    }
    if (!namespaces.empty()) {
        Value::List names;
        for (const std::string &each : namespaces)
            names.push_back(Value::string(each));
        value.set("namespaces", Value::list(std::move(names)));
    }
    if (seen != base::SystemTime())
        value.set("seen", Value::number(std::chrono::duration_cast<Seconds>(seen.time_since_epoch()).count()));
    return value.members().empty() ? Value() : value;
}

} // namespace cluster
