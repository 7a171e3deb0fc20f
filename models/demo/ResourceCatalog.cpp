#include "models/demo/ResourceCatalog.h"

#include "models/demo/Edit.h"
#include "models/text/Json.h"

#include <algorithm>

namespace demo {

using text::Value;

namespace {

Resource readResource(const std::string &group, const std::string &version, const Value &entry)
{
    Resource resource;
    resource.group = group;
    resource.version = version;
    resource.plural = entry["resource"].text();
    resource.kind = in(entry, {"responseKind", "kind"}).text();
    resource.namespaced = entry["scope"].text() == "Namespaced";
    for (const Value &verb : entry["verbs"].items())
        resource.verbs.push_back(verb.text());
    return resource;
}

const Value &storedVersion(const Value &definition)
{
    const auto &versions = in(definition, {"spec", "versions"}).items();
    const auto found
        = std::find_if(versions.begin(), versions.end(), [](const Value &version) { return version["storage"].asBoolean(); });
    static const Value none;
    return found == versions.end() ? none : *found;
}

Value verbList()
{
    Value verbs = Value::list();
    for (const char *verb : {"delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"})
        verbs.items().push_back(str(verb));
    return verbs;
}

Value statusSubresource(const Value &kind)
{
    return object({ { "subresource", str("status") }, { "responseKind", kind },
        { "verbs", Value::list({ str("get"), str("patch"), str("update") }) } });
}

/// The discovery entry of what a CRD defines.
Value definedResource(const Value &definition)
{
    const Value &spec = definition["spec"], &names = spec["names"];
    Value entry = object({ { "resource", names["plural"] },
        { "responseKind",
            object({ { "group", spec["group"] }, { "version", storedVersion(definition)["name"] }, { "kind", names["kind"] } }) },
        { "scope", spec["scope"] }, { "singularResource", names["singular"] }, { "verbs", verbList() } });
    for (const char *key : {"shortNames", "categories"}) {
        if (names[key].isList())
            entry.set(key, names[key]);
    }
    if (storedVersion(definition)["subresources"]["status"].isMap())
        entry.set("subresources", Value::list({statusSubresource(entry["responseKind"])}));
    return entry;
}

Value groupVersionEntry(const std::string &group, const std::string &version)
{
    return object({{"groupVersion", str(group + '/' + version)}, {"version", str(version)}});
}

Value legacyGroup(const Value &group)
{
    Value versions = Value::list();
    for (const Value &version : group["versions"].items())
        versions.items().push_back(groupVersionEntry(group["name"].text(), version["version"].text()));
    const Value preferred = versions.items().empty() ? Value::map() : versions.items().front();
    return object({{"name", group["name"]}, {"versions", versions}, {"preferredVersion", preferred}});
}

/// An APIResource of the legacy way; of a subresource when it is given.
Value legacyResource(const Value &entry, const Value *subresource = nullptr)
{
    const Value &source = subresource ? *subresource : entry;
    const std::string name = entry["resource"].text() + (subresource ? '/' + source["subresource"].text() : std::string());
    Value result = object({{"name", str(name)},
                           {"singularName", subresource ? str("") : entry["singularResource"]},
                           {"namespaced", yes(entry["scope"].text() == "Namespaced")},
                           {"kind", in(source, {"responseKind", "kind"})},
                           {"verbs", source["verbs"]}});
    for (const char *key : {"shortNames", "categories"}) {
        if (!subresource && entry[key].isList())
            result.set(key, entry[key]);
    }
    return result;
}

Value legacyResources(const Value &version)
{
    Value list = Value::list();
    for (const Value &entry : version["resources"].items()) {
        list.items().push_back(legacyResource(entry));
        for (const Value &subresource : entry["subresources"].items())
            list.items().push_back(legacyResource(entry, &subresource));
    }
    return list;
}

} // namespace

bool Resource::allows(std::string_view verb) const
{
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

base::Result<ResourceCatalog> ResourceCatalog::parse(std::string_view json)
{
    const auto document = text::parseJson(json);
    if (!document)
        return document.error();
    ResourceCatalog catalog;
    catalog.m_groups = (*document)["groups"];
    catalog.index();
    if (catalog.m_resources.empty())
        return base::makeError(base::ErrorKind::BadInput, "the discovery document names no resources");
    return catalog;
}

void ResourceCatalog::index()
{
    m_resources.clear();
    for (const Value &group : m_groups.items()) {
        for (const Value &version : group["versions"].items()) {
            for (const Value &entry : version["resources"].items()) {
                auto resource = std::make_shared<Resource>(readResource(group["name"].text(), version["version"].text(), entry));
                for (const auto &[name, columns] : m_columns) {
                    if (name == resource->group + '/' + resource->plural)
                        resource->columns = columns;
                }
                m_resources.push_back(std::move(resource));
            }
        }
    }
}

const Value *ResourceCatalog::versionOf(std::string_view group, std::string_view version) const
{
    for (const Value &entry : m_groups.items()) {
        for (const Value &candidate : entry["versions"].items()) {
            if (entry["name"].text() == group && candidate["version"].text() == version)
                return &candidate;
        }
    }
    return nullptr;
}

Value *ResourceCatalog::versionOf(std::string_view group, std::string_view version)
{
    return const_cast<Value *>(std::as_const(*this).versionOf(group, version));
}

void ResourceCatalog::addDefinition(const Value &definition)
{
    const std::string group = in(definition, { "spec", "group" }).text(),
                      plural = in(definition, { "spec", "names", "plural" }).text();
    const Value &version = storedVersion(definition);
    removeDefinition(definition);
    Value &versions = member(entry(m_groups, "name", group), "versions");
    Value &discovered = entry(versions, "version", version["name"].text());
    discovered.set("freshness", str("Current"));
    entry(member(discovered, "resources"), "resource", plural) = definedResource(definition);
    Value columns = version["additionalPrinterColumns"];
    m_columns.emplace_back(group + '/' + plural, columns.isList() ? std::move(columns) : Value::list());
    index();
}

void ResourceCatalog::removeDefinition(const Value &definition)
{
    const std::string group = in(definition, { "spec", "group" }).text(),
                      plural = in(definition, { "spec", "names", "plural" }).text();
    std::erase_if(m_columns, [&](const auto &entry) { return entry.first == group + '/' + plural; });
    for (Value &candidate : m_groups.items()) {
        if (candidate["name"].text() != group)
            continue;
        auto &versions = member(candidate, "versions").items();
        for (Value &version : versions)
            std::erase_if(
                member(version, "resources").items(), [&](const Value &entry) { return entry["resource"].text() == plural; });
        std::erase_if(versions, [](const Value &version) { return version["resources"].items().empty(); });
    }
    std::erase_if(m_groups.items(), [](const Value &candidate) { return candidate["versions"].items().empty(); });
    index();
}

ResourcePointer ResourceCatalog::find(std::string_view group, std::string_view version, std::string_view plural) const
{
    for (const ResourcePointer &resource : m_resources) {
        if (resource->plural == plural && resource->group == group && resource->version == version)
            return resource;
    }
    return nullptr;
}

ResourcePointer ResourceCatalog::findKind(std::string_view apiVersion, std::string_view kind) const
{
    for (const ResourcePointer &resource : m_resources) {
        if (resource->kind == kind && resource->apiVersion() == apiVersion)
            return resource;
    }
    return nullptr;
}

bool ResourceCatalog::hasSubresource(const Resource &resource, std::string_view subresource) const
{
    const Value *version = versionOf(resource.group, resource.version);
    if (!version)
        return false;
    for (const Value &entry : (*version)["resources"].items()) {
        for (const Value &candidate : entry["subresources"].items()) {
            if (entry["resource"].text() == resource.plural && candidate["subresource"].text() == subresource)
                return true;
        }
    }
    return false;
}

std::string ResourceCatalog::aggregated(bool core) const
{
    Value items = Value::list();
    for (const Value &group : m_groups.items()) {
        if (group["name"].text().empty() != core)
            continue;
        const Value metadata = core ? object({ { "creationTimestamp", Value::null() } })
                                    : object({ { "name", group["name"] }, { "creationTimestamp", Value::null() } });
        items.items().push_back(object({{"metadata", metadata}, {"versions", group["versions"]}}));
    }
    return text::writeJson(object({{"kind", str("APIGroupDiscoveryList")}, {"apiVersion", str("apidiscovery.k8s.io/v2")},
                                   {"metadata", Value::map()}, {"items", items}}));
}

std::string ResourceCatalog::versions() const
{
    return text::writeJson(object({{"kind", str("APIVersions")}, {"versions", Value::list({str("v1")})},
                                   {"serverAddressByClientCIDRs", Value::list()}}));
}

std::string ResourceCatalog::groups() const
{
    Value list = Value::list();
    for (const Value &group : m_groups.items()) {
        if (!group["name"].text().empty())
            list.items().push_back(legacyGroup(group));
    }
    return text::writeJson(object({{"kind", str("APIGroupList")}, {"apiVersion", str("v1")}, {"groups", list}}));
}

std::string ResourceCatalog::group(std::string_view name) const
{
    for (const Value &candidate : m_groups.items()) {
        if (candidate["name"].text() != name)
            continue;
        Value result = object({{"kind", str("APIGroup")}, {"apiVersion", str("v1")}});
        const Value described = legacyGroup(candidate);
        for (const auto &part : described.members())
            result.set(part.key, part.value);
        return text::writeJson(result);
    }
    return {};
}

std::string ResourceCatalog::resources(std::string_view group, std::string_view version) const
{
    const Value *found = versionOf(group, version);
    if (!found)
        return {};
    const std::string name = group.empty() ? std::string(version) : std::string(group) + '/' + std::string(version);
    return text::writeJson(object({{"kind", str("APIResourceList")}, {"apiVersion", str("v1")}, {"groupVersion", str(name)},
                                   {"resources", legacyResources(*found)}}));
}

} // namespace demo
