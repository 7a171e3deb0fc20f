#include "models/demo/Filter.h"

#include "models/demo/Edit.h"

#include <algorithm>
#include <array>

namespace demo {

using text::Value;

namespace {

struct SelectableField
{
    std::string_view plural;   ///< empty: of every resource
    std::string_view field;
};

/// What a server selects by (kubernetes pkg/registry, pkg/apis/core/v1/conversion.go).
constexpr std::array<SelectableField, 22> selectableFields { {
    { "", "metadata.name" },
    { "", "metadata.namespace" },
    { "pods", "spec.nodeName" },
    { "pods", "spec.restartPolicy" },
    { "pods", "spec.schedulerName" },
    { "pods", "spec.serviceAccountName" },
    { "pods", "spec.hostNetwork" },
    { "pods", "status.phase" },
    { "pods", "status.podIP" },
    { "pods", "status.nominatedNodeName" },
    { "events", "involvedObject.kind" },
    { "events", "involvedObject.namespace" },
    { "events", "involvedObject.name" },
    { "events", "involvedObject.uid" },
    { "events", "involvedObject.apiVersion" },
    { "events", "involvedObject.fieldPath" },
    { "events", "reason" },
    { "events", "type" },
    { "events", "reportingComponent" },
    { "secrets", "type" },
    { "namespaces", "status.phase" },
    { "nodes", "spec.unschedulable" },
} };

bool isSelectable(const Resource &resource, std::string_view field)
{
    return std::any_of(selectableFields.begin(), selectableFields.end(), [&](const SelectableField &entry) {
        return entry.field == field && (entry.plural.empty() || entry.plural == resource.plural);
    });
}

std::optional<std::string_view> fieldText(const Value &object, std::string_view path)
{
    const Value *value = &object;
    while (!path.empty()) {
        const std::size_t point = path.find('.');
        value = &(*value)[path.substr(0, point)];
        path.remove_prefix(point == path.npos ? path.size() : point + 1);
    }
    if (value->type() == Value::Type::Boolean)
        return value->asBoolean() ? "true" : "false";
    return std::string_view(value->text());
}

base::Error notSelectable(const Resource &resource, const HttpRequest &request, const std::string &field)
{
    const std::string type = resource.group + '/' + resource.version + ", Resource=" + resource.plural;
    return base::makeError(base::ErrorKind::Invalid,
        "Unable to find \"" + type + "\" that match label selector \"" + std::string(request.parameter("labelSelector"))
            + "\", field selector \"" + std::string(request.parameter("fieldSelector"))
            + "\": field label not supported: " + field);
}

} // namespace

base::Result<Filter> Filter::read(const HttpRequest &request, ResourcePointer resource, std::string nameSpace, std::string name)
{
    auto labels = text::LabelSelector::parse(request.parameter("labelSelector"));
    if (!labels)
        return labels.error();
    auto fields = text::FieldSelector::parse(request.parameter("fieldSelector"));
    if (!fields)
        return fields.error();
    for (const auto &term : fields->terms()) {
        if (!isSelectable(*resource, term.field))
            return notSelectable(*resource, request, term.field);
    }
    Filter filter;
    filter.m_resource = std::move(resource);
    filter.m_namespace = std::move(nameSpace);
    filter.m_name = std::move(name);
    filter.m_isSelective = !labels->requirements().empty() || !fields->terms().empty();
    filter.m_labels = std::move(*labels);
    filter.m_fields = std::move(*fields);
    return filter;
}

bool Filter::matches(const Object &object) const
{
    if (object.resource->plural != m_resource->plural || object.resource->group != m_resource->group)
        return false;
    if ((!m_namespace.empty() && object.nameSpace != m_namespace) || (!m_name.empty() && object.name != m_name))
        return false;
    const Value &labels = in(object.value, {"metadata", "labels"});
    const auto label = [&labels](std::string_view key) -> std::optional<std::string_view> {
        const Value *found = labels.find(key);
        return found ? std::optional<std::string_view>(found->text()) : std::nullopt;
    };
    return m_labels.matches(label)
        && m_fields.matches([&object](std::string_view path) { return fieldText(object.value, path); });
}

} // namespace demo
