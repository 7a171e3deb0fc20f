#include "models/demo/Rendering.h"

#include "models/demo/Edit.h"
#include "models/text/Json.h"

namespace demo {

using text::Value;
using Form = Representation::Form;

namespace {

std::string_view cut(std::string_view &text, char separator)
{
    const std::size_t at = text.find(separator);
    std::string_view head = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + 1);
    while (!head.empty() && head.front() == ' ')
        head.remove_prefix(1);
    while (!head.empty() && head.back() == ' ')
        head.remove_suffix(1);
    return head;
}

std::optional<Form> formOf(std::string_view entry)
{
    const std::string_view type = cut(entry, ';');
    if (type != "application/json" && type != "*/*" && type != "application/*")
        return std::nullopt;
    Form form = Form::Whole;
    while (!entry.empty()) {
        std::string_view parameter = cut(entry, ';');
        if (cut(parameter, '=') != "as")
            continue;
        if (parameter != "Table" && parameter != "PartialObjectMetadata" && parameter != "PartialObjectMetadataList")
            return std::nullopt;
        form = parameter == "Table" ? Form::Table : Form::Metadata;
    }
    return form;
}

std::string metadataJson(const Object &object)
{
    return "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":"
        + text::writeJson(object.value["metadata"]) + '}';
}

Value listMetadata(const ListHead &head)
{
    Value metadata = demo::object({{"resourceVersion", str(std::to_string(head.version))}});
    if (!head.continueToken.empty())
        metadata.set("continue", str(head.continueToken));
    if (head.remaining > 0)
        metadata.set("remainingItemCount", num(std::int64_t(head.remaining)));
    return metadata;
}

std::string listJson(
    std::string_view kind, std::string_view apiVersion, const ListHead &head, const std::vector<std::string> &items)
{
    std::string out = "{\"kind\":";
    text::appendJsonString(out, kind);
    out += ",\"apiVersion\":";
    text::appendJsonString(out, apiVersion);
    out += ",\"metadata\":" + text::writeJson(listMetadata(head)) + ",\"items\":[";
    for (std::size_t i = 0; i < items.size(); ++i)
        out.append(i == 0 ? "" : ",").append(items[i]);
    return out + "]}";
}

std::string eventLine(std::string_view type, std::string_view object)
{
    return std::string("{\"type\":\"").append(type).append("\",\"object\":").append(object).append("}\n");
}

} // namespace

std::optional<Representation> Representation::negotiate(const HttpRequest &request)
{
    Representation result;
    if (const auto wish = request.parameter("includeObject"); !wish.empty())
        result.includeObject = wish;
    std::string_view accept = request.header("Accept");
    if (accept.empty())
        return result;
    while (!accept.empty()) {
        if (const auto form = formOf(cut(accept, ','))) {
            result.form = *form;
            return result;
        }
    }
    return std::nullopt;
}

std::string Rendering::object(const Object &object, const Representation &as) const
{
    if (as.form == Form::Metadata)
        return metadataJson(object);
    if (as.form == Form::Whole)
        return object.json;
    return table({ &object }, m_columns->of(*object.resource),
        demo::object({ { "resourceVersion", str(std::to_string(object.version)) } }), as, true);
}

std::string Rendering::list(
    const Resource &resource, const std::vector<ObjectPointer> &objects, const ListHead &head, const Representation &as) const
{
    if (as.form == Form::Table) {
        std::vector<const Object *> plain;
        for (const ObjectPointer &object : objects)
            plain.push_back(object.get());
        return table(plain, m_columns->of(resource), listMetadata(head), as, true);
    }
    const bool isBuiltin = !resource.columns.isList();
    std::vector<std::string> items;
    for (const ObjectPointer &object : objects) {
        if (as.form == Form::Metadata)
            items.push_back(metadataJson(*object));
        else
            items.push_back(isBuiltin ? '{' + object->json.substr(object->bareFrom) : object->json);
    }
    if (as.form == Form::Metadata)
        return listJson("PartialObjectMetadataList", "meta.k8s.io/v1", head, items);
    return listJson(resource.listKind(), resource.apiVersion(), head, items);
}

std::string Rendering::row(const Object &object, const std::vector<Column> &columns, const Representation &as) const
{
    Value cells = Value::list();
    for (const Column &column : columns)
        cells.items().push_back(Columns::cell(column, object.value, m_clock->now()));
    std::string out = "{\"cells\":" + text::writeJson(cells);
    if (as.includeObject != "None")
        out += ",\"object\":" + (as.includeObject == "Object" ? object.json : metadataJson(object));
    return out + '}';
}

std::string Rendering::table(const std::vector<const Object *> &objects, const std::vector<Column> &columns,
    const Value &metadata, const Representation &as, bool withHeader) const
{
    Value definitions = Value::list();
    for (const Column &column : columns)
        definitions.items().push_back(column.definition);
    std::string out = "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + text::writeJson(metadata)
        + ",\"columnDefinitions\":" + (withHeader ? text::writeJson(definitions) : "null") + ",\"rows\":[";
    for (std::size_t i = 0; i < objects.size(); ++i)
        out += (i == 0 ? "" : ",") + row(*objects[i], columns, as);
    return out + "]}";
}

std::string Rendering::event(std::string_view type, const Object &object, const Representation &as, bool withHeader) const
{
    if (as.form != Form::Table)
        return eventLine(type, this->object(object, as));
    const Value metadata = demo::object({{"resourceVersion", str(std::to_string(object.version))}});
    return eventLine(type, table({&object}, m_columns->of(*object.resource), metadata, as, withHeader));
}

std::string Rendering::bookmark(
    const Resource &resource, std::uint64_t version, bool endsInitialEvents, const Representation &as) const
{
    Value metadata = demo::object({{"resourceVersion", str(std::to_string(version))}, {"creationTimestamp", Value::null()}});
    if (endsInitialEvents)
        metadata.set("annotations", demo::object({{"k8s.io/initial-events-end", str("true")}}));
    const bool isMetadata = as.form != Form::Whole;
    const Value partial = demo::object({{"kind", str(isMetadata ? "PartialObjectMetadata" : resource.kind)},
                                        {"apiVersion", str(isMetadata ? "meta.k8s.io/v1" : resource.apiVersion())},
                                        {"metadata", metadata}});
    if (as.form != Form::Table)
        return eventLine("BOOKMARK", text::writeJson(partial));
    const Value row = demo::object({{"cells", Value::list()}, {"object", partial}});
    return eventLine("BOOKMARK",
        text::writeJson(demo::object({ { "kind", str("Table") }, { "apiVersion", str("meta.k8s.io/v1") },
            { "metadata", demo::object({ { "resourceVersion", str(std::to_string(version)) } }) },
            { "columnDefinitions", Value::null() }, { "rows", Value::list({ row }) } })));
}

} // namespace demo
