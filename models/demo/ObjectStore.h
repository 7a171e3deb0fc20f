#pragma once

#include "models/demo/ResourceCatalog.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

/// One state of one object; never changes.
struct Object
{
    ResourcePointer resource;
    std::string nameSpace;
    std::string name;
    std::uint64_t version = 0;
    text::Value value;
    std::string json;           ///< begins with kind and apiVersion
    std::size_t bareFrom = 0;   ///< where the text goes on without these two, as it stands in a list of built-in objects
};

using ObjectPointer = std::shared_ptr<const Object>;

/// One step of the store's history.
struct Change
{
    enum class Type { Added, Modified, Deleted };

    std::uint64_t version = 0;
    Type type = Type::Added;
    ObjectPointer object;     ///< of a deletion: its last state, with the deletion's version
    ObjectPointer previous;   ///< null when it was added
};

/// The objects of a cluster with one counter of versions and a history of bounded length. One thread.
class ObjectStore
{
public:
    explicit ObjectStore(std::size_t history, std::uint64_t firstVersion = 1)
        : m_history(history)
        , m_version(firstVersion)
        , m_oldest(firstVersion)
    {
    }

    /// Creates or replaces the object that the value names; sets its resourceVersion. A value that equals what is there (but for
    /// the resourceVersion) changes nothing.
    ObjectPointer put(const ResourcePointer &resource, text::Value value);
    bool remove(const Resource &resource, std::string_view nameSpace, std::string_view name);

    ObjectPointer find(const Resource &resource, std::string_view nameSpace, std::string_view name) const;
    ObjectPointer find(std::string_view plural, std::string_view nameSpace, std::string_view name) const;
    /// In the order of namespace/name, as etcd has it; of all namespaces when none is given.
    std::vector<ObjectPointer> list(const Resource &resource, std::string_view nameSpace = {}) const;
    /// Of the core and other groups by plural name alone, for our own controllers.
    std::vector<ObjectPointer> list(std::string_view plural, std::string_view nameSpace = {}) const;

    /// Of every kind, in no order that means anything.
    std::vector<ObjectPointer> all() const;

    std::uint64_t version() const { return m_version; }
    /// Changes after this version are all in changes().
    std::uint64_t oldestVersion() const { return m_oldest; }
    const std::deque<Change> &changes() const { return m_changes; }
    /// Forgets the history, as a compaction does: every older version is gone.
    void compact();

private:
    using Objects = std::map<std::string, ObjectPointer, std::less<>>;

    void record(Change change);
    const Objects *objectsOf(std::string_view plural) const;

    std::size_t m_history;
    std::uint64_t m_version;
    std::uint64_t m_oldest;
    std::map<std::string, Objects, std::less<>> m_objects;   // "plural.group" to "namespace/name"
    std::deque<Change> m_changes;
};

} // namespace demo
