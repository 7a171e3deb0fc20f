#include "models/kube/ApiCatalog.h"

#include "models/text/Value.h"

#include <algorithm>

namespace kube {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<std::string> textList(const text::Value &list)
{
    std::vector<std::string> out;
    for (const text::Value &item : list.items())
        out.push_back(item.text());
    return out;
}

void addAggregatedVersion(const std::string &group, const text::Value &version, ApiCatalog *catalog)
{
    for (const text::Value &resource : version["resources"].items()) {
        ResourceType type;
        type.group = group;
        type.version = version["version"].text();
        type.resource = resource["resource"].text();
        type.singular = resource["singularResource"].text();
        type.kind = resource["responseKind"]["kind"].text();
        type.namespaced = resource["scope"].text() == "Namespaced";
        type.verbs = textList(resource["verbs"]);
        type.shortNames = textList(resource["shortNames"]);
        type.categories = textList(resource["categories"]);
        for (const text::Value &sub : resource["subresources"].items())
            type.subresources.push_back(sub["subresource"].text());
        catalog->add(std::move(type));
    }
}

bool isVersion(std::string_view text)
{
    return text.size() > 1 && text[0] == 'v' && text[1] >= '0' && text[1] <= '9';
}

} // namespace

/// The parts of a resource argument: resource[.version].group or resource[.group].
struct ApiCatalog::Wanted
{
    std::string name;
    std::string version;
    std::string group;
};

template<typename Matches>
const ResourceType *ApiCatalog::first(const Wanted &wanted, Matches matches) const
{
    const ResourceType *byPrefix = nullptr;
    for (const ResourceType &type : m_types) {
        if (!matches(type) || (!wanted.version.empty() && type.version != wanted.version))
            continue;
        if (wanted.group.empty() || type.group == wanted.group)
            return &type;
        if (!byPrefix && type.group.starts_with(wanted.group))
            byPrefix = &type;
    }
    return byPrefix;
}

const ResourceType *ApiCatalog::findWanted(const Wanted &wanted) const
{
    const std::string name = lowered(wanted.name);
    const auto named = [&](const ResourceType &type) { return type.resource == name || type.singular == name; };
    if (const ResourceType *type = first(wanted, named))
        return type;
    if (std::ranges::none_of(m_types, named)) {
        const auto shortened = [&](const ResourceType &type) { return std::ranges::find(type.shortNames, name) != type.shortNames.end(); };
        if (const ResourceType *type = first(wanted, shortened))
            return type;
    }
    return first(wanted, [&](const ResourceType &type) { return type.kind == wanted.name; });
}

const ResourceType *ApiCatalog::find(std::string_view name) const
{
    const auto dot = name.find('.');
    if (dot == name.npos)
        return findWanted({std::string(name), {}, {}});
    const std::string_view rest = name.substr(dot + 1);
    const auto second = rest.find('.');
    const std::string resource(name.substr(0, dot));
    if (second != rest.npos || isVersion(rest)) {
        const std::string_view group = second == rest.npos ? std::string_view() : rest.substr(second + 1);
        if (const ResourceType *type = findWanted({resource, std::string(rest.substr(0, second)), std::string(group)}))
            return type;
    }
    return findWanted({resource, {}, std::string(rest)});
}

const ResourceType *ApiCatalog::findKind(std::string_view apiVersion, std::string_view kind) const
{
    const auto found = std::ranges::find_if(m_types, [&](const ResourceType &type) {
        return type.kind == kind && type.apiVersion() == apiVersion;
    });
    return found == m_types.end() ? nullptr : &*found;
}

void ApiCatalog::add(const ApiCatalog &more)
{
    m_types.insert(m_types.end(), more.m_types.begin(), more.m_types.end());
    m_failures.insert(m_failures.end(), more.m_failures.begin(), more.m_failures.end());
}

std::vector<ResourceType> ApiCatalog::preferredTypes() const
{
    std::vector<ResourceType> out;
    for (const ResourceType &type : m_types) {
        const bool known = std::ranges::any_of(out, [&](const ResourceType &other) {
            return other.group == type.group && other.resource == type.resource;
        });
        if (!known)
            out.push_back(type);
    }
    return out;
}

std::vector<ResourceType> ApiCatalog::category(std::string_view name) const
{
    std::vector<ResourceType> out = preferredTypes();
    std::erase_if(out, [&](const ResourceType &type) {
        return std::ranges::find(type.categories, name) == type.categories.end();
    });
    return out;
}

void addAggregatedDiscovery(const text::Value &groupList, ApiCatalog *catalog)
{
    for (const text::Value &group : groupList["items"].items()) {
        const std::string &groupName = group["metadata"]["name"].text();
        std::vector<const text::Value *> stale;
        for (const text::Value &version : group["versions"].items()) {
            if (version["freshness"].text() == "Stale")
                stale.push_back(&version);
            else
                addAggregatedVersion(groupName, version, catalog);
        }
        for (const text::Value *version : stale) {
            catalog->addFailure({groupName + '/' + (*version)["version"].text(), "the server's own answer is stale: the API behind it does not respond"});
            addAggregatedVersion(groupName, *version, catalog);
        }
    }
}

void addResourceList(const text::Value &resourceList, std::string_view groupVersion, ApiCatalog *catalog)
{
    const auto slash = groupVersion.find('/');
    std::vector<ResourceType> types;
    for (const text::Value &resource : resourceList["resources"].items()) {
        const std::string &name = resource["name"].text();
        if (const auto sub = name.find('/'); sub != name.npos) {
            for (ResourceType &type : types) {
                if (type.resource == std::string_view(name).substr(0, sub))
                    type.subresources.push_back(name.substr(sub + 1));
            }
            continue;
        }
        ResourceType type;
        type.group = slash == groupVersion.npos ? std::string() : std::string(groupVersion.substr(0, slash));
        type.version = slash == groupVersion.npos ? std::string(groupVersion) : std::string(groupVersion.substr(slash + 1));
        type.resource = name;
        type.singular = resource["singularName"].text();
        type.kind = resource["kind"].text();
        if (type.singular.empty())
            type.singular = lowered(type.kind);
        type.namespaced = resource["namespaced"].asBoolean();
        type.verbs = textList(resource["verbs"]);
        type.shortNames = textList(resource["shortNames"]);
        type.categories = textList(resource["categories"]);
        types.push_back(std::move(type));
    }
    for (ResourceType &type : types)
        catalog->add(std::move(type));
}

std::vector<std::string> legacyGroupVersions(const text::Value &answer)
{
    if (answer["kind"].text() == "APIVersions")
        return textList(answer["versions"]);
    std::vector<std::string> out;
    for (const text::Value &group : answer["groups"].items()) {
        const std::string &preferred = group["preferredVersion"]["groupVersion"].text();
        if (!preferred.empty())
            out.push_back(preferred);
        for (const text::Value &version : group["versions"].items()) {
            if (version["groupVersion"].text() != preferred)
                out.push_back(version["groupVersion"].text());
        }
    }
    return out;
}

} // namespace kube
