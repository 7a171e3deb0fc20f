#pragma once

#include "models/base/Result.h"
#include "models/kube/ResourceType.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {
class Value;
}

namespace kube {

/// A group or version that a server lists but cannot serve at the moment.
struct DiscoveryFailure
{
    std::string groupVersion;
    std::string message;

    bool operator==(const DiscoveryFailure &) const = default;
};

/// The resource types of a server, in its own order of preference: groups by priority, in each the preferred version first.
class ApiCatalog
{
public:
    ApiCatalog() = default;

    void add(ResourceType type) { m_types.push_back(std::move(type)); }
    /// All of another one, after what is there.
    void add(const ApiCatalog &more);
    void addFailure(DiscoveryFailure failure) { m_failures.push_back(std::move(failure)); }

    std::span<const ResourceType> types() const { return m_types; }
    std::span<const DiscoveryFailure> failures() const { return m_failures; }

    /// One entry per resource: of the versions a group serves it in, the preferred one.
    std::vector<ResourceType> preferredTypes() const;

    /// What kubectl means by "pods", "po", "Pod", "deployments.apps" or "deployments.v1.apps" (client-go restmapper): a plural
    /// or singular name first, then a short name, then a kind; a group may be shortened to its beginning.
    const ResourceType *find(std::string_view name) const;
    const ResourceType *findKind(std::string_view apiVersion, std::string_view kind) const;

    /// The listable types of a category such as "all"; empty when it is none.
    std::vector<ResourceType> category(std::string_view name) const;

    bool operator==(const ApiCatalog &) const = default;

private:
    struct Wanted;
    template<typename Matches>
    const ResourceType *first(const Wanted &wanted, Matches matches) const;
    const ResourceType *findWanted(const Wanted &wanted) const;

    std::vector<ResourceType> m_types;
    std::vector<DiscoveryFailure> m_failures;
};

/// Adds the groups of one aggregated discovery answer (apidiscovery.k8s.io v2 or v2beta1). Stale versions become failures, and the last of their group.
void addAggregatedDiscovery(const text::Value &groupList, ApiCatalog *catalog);
/// Adds the resources of one APIResourceList (legacy discovery).
void addResourceList(const text::Value &resourceList, std::string_view groupVersion, ApiCatalog *catalog);
/// The versions that the answer to /api or /apis names, preferred ones first in each group: "v1", "apps/v1".
std::vector<std::string> legacyGroupVersions(const text::Value &answer);

} // namespace kube
