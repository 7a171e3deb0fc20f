#pragma once

#include "models/base/Result.h"
#include "models/kube/ApiCatalog.h"
#include "models/text/Value.h"

#include <span>
#include <string>
#include <vector>

namespace headless {

/// The objects in files and folders (--from), as the whole truth: JSON or YAML, several documents, List kinds taken apart.
class ObjectsFromFiles
{
public:
    /// Files by name, then documents; of a repeated object the last counts. An error names the file and the line.
    static base::Result<ObjectsFromFiles> read(std::span<const std::string> paths);

    const std::vector<text::Value> &objects() const { return m_objects; }
    /// The built-in types and those of the objects and CRDs that are there.
    const kube::ApiCatalog &catalog() const { return m_catalog; }
    /// The CustomResourceDefinition of a type; null when there is none.
    const text::Value *definitionOf(const kube::ResourceType &type) const;
    /// Of one type, in the server's order: by the bytes of namespace/name.
    std::vector<const text::Value *> ofType(const kube::ResourceType &type) const;

private:
    base::Result<void> readPath(const std::string &path);
    base::Result<void> readFile(const std::string &path);
    void add(const text::Value &object);
    void makeCatalog();

    std::vector<text::Value> m_objects;
    kube::ApiCatalog m_catalog;
};

} // namespace headless
