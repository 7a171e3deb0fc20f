#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

/// A kind of object the server has.
struct Resource
{
    std::string group;      ///< empty: the core group
    std::string version;
    std::string plural;
    std::string kind;
    bool namespaced = false;
    std::vector<std::string> verbs;
    text::Value columns;    ///< a CRD's additionalPrinterColumns; null for built-in kinds

    std::string apiVersion() const { return group.empty() ? version : group + '/' + version; }
    std::string listKind() const { return kind + "List"; }
    bool allows(std::string_view verb) const;
};

using ResourcePointer = std::shared_ptr<const Resource>;

/// What a server says about its kinds, from the document that a real one gave and from its CRDs.
class ResourceCatalog
{
public:
    /// Reads {"groups": [{"name", "versions": [{"version", "freshness", "resources": [...]}]}]}, whose innermost parts are those
    /// of aggregated discovery.
    static base::Result<ResourceCatalog> parse(std::string_view json);

    /// Adds what a CustomResourceDefinition defines, by its storage version, or replaces it.
    void addDefinition(const text::Value &definition);
    void removeDefinition(const text::Value &definition);

    ResourcePointer find(std::string_view group, std::string_view version, std::string_view plural) const;
    ResourcePointer findKind(std::string_view apiVersion, std::string_view kind) const;
    bool hasSubresource(const Resource &resource, std::string_view subresource) const;

    /// Answers of /api and /apis with aggregated discovery (apidiscovery.k8s.io/v2).
    std::string aggregated(bool core) const;
    /// Legacy answers: /api, /apis, /apis/GROUP, /api/v1 or /apis/GROUP/VERSION; empty where there is no such group or version.
    std::string versions() const;
    std::string groups() const;
    std::string group(std::string_view name) const;
    std::string resources(std::string_view group, std::string_view version) const;

private:
    text::Value *versionOf(std::string_view group, std::string_view version);
    const text::Value *versionOf(std::string_view group, std::string_view version) const;
    void index();

    text::Value m_groups = text::Value::list();
    std::vector<ResourcePointer> m_resources;
    std::vector<std::pair<std::string, text::Value>> m_columns;   // "group/plural" of a CRD, and its additionalPrinterColumns
};

} // namespace demo
