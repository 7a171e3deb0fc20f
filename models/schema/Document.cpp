#include "models/schema/Document.h"

#include "models/schema/Members.h"
#include "models/schema/Reading.h"
#include "models/text/Json.h"

namespace schema {

namespace {

/// A component names the kinds that it is; those of all options of all groups are a few thousand bytes.
constexpr std::size_t MostBytesOfKinds = 64 * 1024;

base::Error makesNoSense()
{
    return base::makeError(base::ErrorKind::BadInput, "the OpenAPI document makes no sense");
}

} // namespace

base::Result<Document> Document::read(std::string_view json)
{
    if (json.size() > MostBytes)
        return base::makeError(base::ErrorKind::TooLarge, "the OpenAPI document is larger than " + std::to_string(MostBytes >> 20) + " MiB");
    text::JsonWalker walker;
    Document document;
    const std::string_view components = memberOf(walker, json, "components");
    document.m_schemas = memberOf(walker, components, "schemas");
    if (!document.index())
        return makesNoSense();
    return document;
}

bool Document::index()
{
    text::JsonWalker walker;
    return forEachMember(walker, m_schemas, [this](const std::string &name, std::string_view json) {
        m_components[name] = {static_cast<std::size_t>(json.data() - m_schemas.data()), json.size()};
        indexKinds(name, json);
        return true;
    });
}

void Document::indexKinds(const std::string &component, std::string_view json)
{
    text::JsonWalker walker;
    const std::string_view kinds = memberOf(walker, json, "x-kubernetes-group-version-kind");
    if (kinds.empty() || kinds.size() > MostBytesOfKinds)
        return;
    const auto parsed = text::parseJson(kinds);
    if (!parsed)
        return;
    for (const text::Value &each : parsed->items())
        m_kinds.push_back({{each["group"].text(), each["version"].text(), each["kind"].text()}, component});
}

std::vector<KindName> Document::kinds() const
{
    std::vector<KindName> kinds;
    for (const auto &[name, place] : m_kinds)
        kinds.push_back(name);
    return kinds;
}

std::string_view Document::schemaOf(const KindName &kind) const
{
    for (const auto &[name, place] : m_kinds) {
        if (name == kind)
            return component(place);
    }
    return {};
}

std::string_view Document::component(const std::string &name) const
{
    const auto found = m_components.find(name);
    return found == m_components.end() ? std::string_view() : std::string_view(m_schemas).substr(found->second.offset, found->second.size);
}

std::optional<Field> Document::field(const KindName &kind, const Path &path, const std::stop_token &stop) const
{
    return Reading(*this, stop).field(schemaOf(kind), path);
}

std::optional<FieldTree> Document::tree(const KindName &kind, int depth, const std::stop_token &stop) const
{
    const std::string_view root = schemaOf(kind);
    if (root.empty())
        return std::nullopt;
    return Reading(*this, stop).tree(root, kind.kind, depth);
}

} // namespace schema
