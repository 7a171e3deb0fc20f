#include "models/schema/Definition.h"

#include "models/kube/ResourceType.h"
#include "models/text/Json.h"

namespace schema {

using text::Value;

namespace {

Value mapOf(std::string key, Value value)
{
    Value map = Value::map();
    map.set(std::move(key), std::move(value));
    return map;
}

/// "x-kubernetes-group-version-kind" says whose schema a component is.
Value kindOf(const Value &definition, const Value &version)
{
    Value kind = mapOf("group", definition["spec"]["group"]);
    kind.set("version", version["name"]);
    kind.set("kind", definition["spec"]["names"]["kind"]);
    return Value::list({std::move(kind)});
}

} // namespace

std::string definitionPath(const std::string &name)
{
    return "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + kube::percentEncode(name);
}

base::Result<std::string> documentOfDefinition(std::string_view json)
{
    const auto definition = text::parseJson(json);
    if (!definition)
        return definition.error();
    Value schemas = Value::map();
    for (const Value &version : (*definition)["spec"]["versions"].items()) {
        Value schema = version["schema"]["openAPIV3Schema"];
        if (!schema.isMap())
            continue;
        schema.set("x-kubernetes-group-version-kind", kindOf(*definition, version));
        schemas.set(version["name"].text(), std::move(schema));
    }
    return text::writeJson(mapOf("components", mapOf("schemas", std::move(schemas))));
}

} // namespace schema
