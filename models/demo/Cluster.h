#pragma once

#include "models/base/Clock.h"
#include "models/demo/Columns.h"
#include "models/demo/ObjectStore.h"
#include "models/demo/ResourceCatalog.h"
#include "models/demo/Schemas.h"

#include <random>

namespace demo {

/// What the sample cluster is: its kinds, its objects, and what a server adds to an object that comes in. One thread.
class Cluster
{
public:
    Cluster(const base::Clock &clock, std::uint32_t seed, std::size_t history)
        : m_clock(&clock)
        , m_random(seed)
        , m_store(history, 21'000)
    {
    }

    /// Reads discovery.json, columns.yaml, defaults.yaml and openapi.yaml of a folder (Qt's ":/..." is one too).
    base::Result<void> readKinds(const std::string &folder);

    /// Creates an object as POST does: uid, creationTimestamp, generation, defaults. The object's kind must be known.
    ObjectPointer create(text::Value object);
    ObjectPointer create(text::Value object, base::SystemTime at);
    /// Stores a changed object; a changed spec counts the generation up.
    ObjectPointer update(const ResourcePointer &resource, text::Value object);
    bool remove(const Object &object);

    /// Fills in what the kind has by default where the object says nothing, as defaults.yaml has it.
    void setDefaults(text::Value &object) const;
    /// What create() adds; without storing.
    void prepare(text::Value &object, base::SystemTime at);

    const base::Clock &clock() const { return *m_clock; }
    const ResourceCatalog &catalog() const { return m_catalog; }
    const Columns &columns() const { return m_columns; }
    const Schemas &schemas() const { return m_schemas; }
    ObjectStore &store() { return m_store; }
    const ObjectStore &store() const { return m_store; }

    /// A number from 0 to below the bound; the same sequence for the same seed everywhere.
    std::uint32_t random(std::uint32_t bound) { return std::uint32_t(m_random() % bound); }
    std::string makeUid();
    /// A suffix as generateName appends it: letters and digits that make no words.
    std::string makeSuffix(int length = 5);

private:
    void definitionChanged(const Object &definition, bool isGone);

    const base::Clock *m_clock;
    std::mt19937 m_random;
    ResourceCatalog m_catalog;
    Columns m_columns;
    Schemas m_schemas;
    ObjectStore m_store;
    text::Value m_defaults;
};

/// A whole file of the data folder.
base::Result<std::string> readDataFile(const std::string &path);

} // namespace demo
