#include "models/demo/Schemas.h"

#include "models/demo/Edit.h"
#include "models/text/Json.h"
#include "models/text/Yaml.h"

#include <functional>

namespace demo {

using text::Value;

namespace {

constexpr std::string_view root = "/openapi/v3";

} // namespace

base::Result<Schemas> Schemas::parse(std::string_view yaml)
{
    const auto document = text::parseYaml(yaml);
    if (!document)
        return document.error();
    Schemas schemas;
    schemas.m_document = text::writeJson(*document);
    for (const Value::Member &component : in(*document, {"components", "schemas"}).members()) {
        for (const Value &kind : component.value["x-kubernetes-group-version-kind"].items()) {
            const std::string &group = kind["group"].text();
            schemas.m_paths.insert((group.empty() ? "api/" : "apis/" + group + '/') + kind["version"].text());
        }
    }
    return schemas;
}

std::optional<std::string> Schemas::answer(std::string_view path) const
{
    if (path == root)
        return index();
    if (!path.starts_with(root) || path.size() == root.size() || !m_paths.contains(path.substr(root.size() + 1)))
        return std::nullopt;
    return m_document;
}

/// Each address changes with the content.
std::string Schemas::index() const
{
    const std::string hash = std::to_string(std::hash<std::string>()(m_document));
    Value paths = Value::map();
    for (const std::string &path : m_paths)
        paths.set(path, object({{"serverRelativeURL", str(std::string(root) + '/' + path + "?hash=" + hash)}}));
    return text::writeJson(object({{"paths", paths}}));
}

} // namespace demo
