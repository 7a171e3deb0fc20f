#include "app/headless/ObjectsFromFiles.h"

#include "app/headless/CustomKinds.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/kube/KubeFiles.h"
#include "models/platform/Paths.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <limits>
#include <map>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using text::Value;

namespace {

constexpr std::uint64_t largestFile = std::uint64_t(2) * 1024 * 1024 * 1024;

bool isManifest(std::string_view name)
{
    return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

/// A dump of a cluster may hold any number of objects.
text::YamlLimits dumpLimits()
{
    text::YamlLimits limits;
    limits.bytes = largestFile;
    limits.events = std::numeric_limits<std::size_t>::max();
    limits.nodes = std::numeric_limits<std::size_t>::max();
    return limits;
}

std::string keyOf(const Value &object)
{
    const Value &metadata = object["metadata"];
    return metadata["namespace"].text() + '/' + metadata["name"].text();
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// As apimachinery guesses it (pkg/api/meta/restmapper.go).
std::string guessedPlural(const std::string &singular)
{
    if (singular.ends_with('s'))
        return singular + "es";
    if (singular.ends_with('y'))
        return singular.substr(0, singular.size() - 1) + "ies";
    return singular + 's';
}

kube::ResourceType guessedType(const Value &object)
{
    const std::string &apiVersion = object["apiVersion"].text();
    const auto slash = apiVersion.find('/');
    kube::ResourceType type;
    type.group = slash == apiVersion.npos ? "" : apiVersion.substr(0, slash);
    type.version = slash == apiVersion.npos ? apiVersion : apiVersion.substr(slash + 1);
    type.kind = object["kind"].text();
    type.singular = lowered(type.kind);
    type.resource = guessedPlural(type.singular);
    type.namespaced = !object["metadata"]["namespace"].text().empty();
    type.verbs = {"get", "list"};
    return type;
}

bool isDefinition(const Value &object)
{
    return object["kind"].text() == "CustomResourceDefinition";
}

} // namespace

Result<ObjectsFromFiles> ObjectsFromFiles::read(std::span<const std::string> paths)
{
    ObjectsFromFiles out;
    for (const std::string &path : paths) {
        if (const auto done = out.readPath(path); !done)
            return done.error();
    }
    std::map<std::string, std::size_t> last;
    std::vector<Value> kept;
    for (Value &object : out.m_objects) {
        const std::string key = object["apiVersion"].text() + ' ' + object["kind"].text() + ' ' + keyOf(object);
        const auto [entry, isNew] = last.try_emplace(key, kept.size());
        if (isNew)
            kept.push_back(std::move(object));
        else
            kept[entry->second] = std::move(object);
    }
    out.m_objects = std::move(kept);
    out.makeCatalog();
    return out;
}

Result<void> ObjectsFromFiles::readPath(const std::string &path)
{
    const kube::KubeFiles &files = kube::KubeFiles::system();
    if (!files.isFolder(path))
        return readFile(path);
    const auto items = files.list(path);
    if (!items)
        return items.error();
    for (const kube::FolderItem &item : *items) {
        const std::string inside = platform::joinPath(path, item.name);
        if (item.isFile && !isManifest(item.name))
            continue;
        if (const auto done = readPath(inside); !done)
            return done;
    }
    return {};
}

Result<void> ObjectsFromFiles::readFile(const std::string &path)
{
    const auto bytes = kube::KubeFiles::system().read(path, largestFile);
    if (!bytes)
        return bytes.error();
    const auto documents = text::parseYamlDocuments(*bytes, nullptr, dumpLimits());
    if (!documents) {
        Error error = documents.error();
        error.message = path + (error.line > 0 ? ":" + std::to_string(error.line) : "") + ": " + error.message;
        return error;
    }
    for (const Value &document : *documents) {
        if (document.isNull())
            continue;
        if (!document.isMap())
            return base::makeErrorAt(ErrorKind::BadInput, path + ':' + std::to_string(document.line()) + ": not a Kubernetes object", document.line());
        add(document);
    }
    return {};
}

void ObjectsFromFiles::add(const Value &object)
{
    const Value *items = object.find("items");
    const std::string &kind = object["kind"].text();
    if (!items || !items->isList() || !kind.ends_with("List")) {
        m_objects.push_back(object);
        return;
    }
    for (Value item : items->items()) {
        // The items of a typed list do not say what they are.
        if (item["kind"].text().empty() && kind != "List") {
            item.set("kind", Value::string(kind.substr(0, kind.size() - 4)));
            item.set("apiVersion", Value::string(object["apiVersion"].text()));
        }
        add(item);
    }
}

void ObjectsFromFiles::makeCatalog()
{
    m_catalog = kube::builtinCatalog();
    for (const Value &object : m_objects) {
        if (!isDefinition(object))
            continue;
        for (kube::ResourceType &type : definedTypes(object))
            m_catalog.add(std::move(type));
    }
    for (const Value &object : m_objects) {
        if (!m_catalog.findKind(object["apiVersion"].text(), object["kind"].text()))
            m_catalog.add(guessedType(object));
    }
}

const Value *ObjectsFromFiles::definitionOf(const kube::ResourceType &type) const
{
    const auto found = std::ranges::find_if(m_objects, [&](const Value &object) {
        return isDefinition(object) && object["spec"]["group"].text() == type.group && object["spec"]["names"]["plural"].text() == type.resource;
    });
    return found == m_objects.end() ? nullptr : &*found;
}

std::vector<const Value *> ObjectsFromFiles::ofType(const kube::ResourceType &type) const
{
    std::vector<const Value *> out;
    for (const Value &object : m_objects) {
        const kube::ResourceType *found = m_catalog.findKind(object["apiVersion"].text(), object["kind"].text());
        if (found && found->group == type.group && found->resource == type.resource)
            out.push_back(&object);
    }
    std::ranges::stable_sort(out, {}, [](const Value *object) { return keyOf(*object); });
    return out;
}

} // namespace headless
