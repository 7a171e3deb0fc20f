#include "models/demo/ObjectStore.h"

#include "models/demo/Edit.h"
#include "models/text/Json.h"

namespace demo {

using text::Value;

namespace {

std::string typeKey(const Resource &resource) { return resource.plural + '.' + resource.group; }

std::string objectKey(std::string_view nameSpace, std::string_view name)
{
    return std::string(nameSpace) + '/' + std::string(name);
}

/// The same content in the order a server writes it: kind, apiVersion, metadata, the rest.
Value inOrder(const Resource &resource, Value value)
{
    Value::Map members { { "kind", str(resource.kind) }, { "apiVersion", str(resource.apiVersion()) },
        { "metadata", std::move(member(value, "metadata")) } };
    for (Value::Member &part : value.members()) {
        if (part.key != "kind" && part.key != "apiVersion" && part.key != "metadata")
            members.push_back(std::move(part));
    }
    return Value::map(std::move(members));
}

ObjectPointer makeObject(const ResourcePointer &resource, Value value, std::uint64_t version)
{
    Value &metadata = member(value, "metadata");
    metadata.set("resourceVersion", str(std::to_string(version)));
    auto object = std::make_shared<Object>();
    object->resource = resource;
    object->nameSpace = resource->namespaced ? metadata["namespace"].text() : std::string();
    object->name = metadata["name"].text();
    object->version = version;
    object->json = text::writeJson(value);
    object->bareFrom = object->json.find("\"metadata\"");
    object->value = std::move(value);
    return object;
}

} // namespace

ObjectPointer ObjectStore::put(const ResourcePointer &resource, Value value)
{
    const std::string nameSpace = resource->namespaced ? in(value, {"metadata", "namespace"}).text() : std::string();
    value = inOrder(*resource, std::move(value));
    ObjectPointer &place = m_objects[typeKey(*resource)][objectKey(nameSpace, in(value, {"metadata", "name"}).text())];
    if (place) {
        at(value, {"metadata", "resourceVersion"}) = str(std::to_string(place->version));
        if (value == place->value)
            return place;
    }
    const ObjectPointer previous = place;
    place = makeObject(resource, std::move(value), ++m_version);
    record({m_version, previous ? Change::Type::Modified : Change::Type::Added, place, previous});
    return place;
}

bool ObjectStore::remove(const Resource &resource, std::string_view nameSpace, std::string_view name)
{
    const auto objects = m_objects.find(typeKey(resource));
    if (objects == m_objects.end())
        return false;
    const auto found = objects->second.find(objectKey(nameSpace, name));
    if (found == objects->second.end())
        return false;
    const ObjectPointer last = found->second;
    objects->second.erase(found);
    ++m_version;
    record({m_version, Change::Type::Deleted, makeObject(last->resource, last->value, m_version), last});
    return true;
}

void ObjectStore::record(Change change)
{
    m_changes.push_back(std::move(change));
    while (m_changes.size() > m_history) {
        m_oldest = m_changes.front().version;
        m_changes.pop_front();
    }
}

void ObjectStore::compact()
{
    m_changes.clear();
    m_oldest = m_version;
}

ObjectPointer ObjectStore::find(const Resource &resource, std::string_view nameSpace, std::string_view name) const
{
    const auto objects = m_objects.find(typeKey(resource));
    if (objects == m_objects.end())
        return nullptr;
    const auto found = objects->second.find(objectKey(nameSpace, name));
    return found == objects->second.end() ? nullptr : found->second;
}

const ObjectStore::Objects *ObjectStore::objectsOf(std::string_view plural) const
{
    const std::string prefix = std::string(plural) + '.';
    const auto found = m_objects.lower_bound(prefix);
    return found != m_objects.end() && found->first.compare(0, prefix.size(), prefix) == 0 ? &found->second : nullptr;
}

ObjectPointer ObjectStore::find(std::string_view plural, std::string_view nameSpace, std::string_view name) const
{
    const Objects *objects = objectsOf(plural);
    if (!objects)
        return nullptr;
    const auto found = objects->find(objectKey(nameSpace, name));
    return found == objects->end() ? nullptr : found->second;
}

namespace {

template<typename Objects>
std::vector<ObjectPointer> select(const Objects &objects, std::string_view nameSpace)
{
    std::vector<ObjectPointer> result;
    const std::string prefix = nameSpace.empty() ? std::string() : std::string(nameSpace) + '/';
    for (auto entry = objects.lower_bound(prefix); entry != objects.end() && entry->first.compare(0, prefix.size(), prefix) == 0;
         ++entry)
        result.push_back(entry->second);
    return result;
}

} // namespace

std::vector<ObjectPointer> ObjectStore::list(const Resource &resource, std::string_view nameSpace) const
{
    const auto objects = m_objects.find(typeKey(resource));
    return objects == m_objects.end() ? std::vector<ObjectPointer>() : select(objects->second, nameSpace);
}

std::vector<ObjectPointer> ObjectStore::list(std::string_view plural, std::string_view nameSpace) const
{
    const Objects *objects = objectsOf(plural);
    return objects ? select(*objects, nameSpace) : std::vector<ObjectPointer>();
}

std::vector<ObjectPointer> ObjectStore::all() const
{
    std::vector<ObjectPointer> result;
    for (const auto &[type, objects] : m_objects) {
        for (const auto &entry : objects)
            result.push_back(entry.second);
    }
    return result;
}

} // namespace demo
