#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One resource type as a server's discovery names it.
struct ResourceType
{
    std::string group;                      ///< empty for the core group
    std::string version;
    std::string resource;                   ///< plural, "pods"
    std::string singular;
    std::string kind;
    bool namespaced = true;
    std::vector<std::string> verbs;
    std::vector<std::string> shortNames;
    std::vector<std::string> categories;
    std::vector<std::string> subresources;  ///< "log", "exec"

    /// "v1" or "apps/v1".
    std::string apiVersion() const { return group.empty() ? version : group + '/' + version; }
    /// "pods" or "deployments.apps", as kubectl names a resource where two groups could be meant.
    std::string qualifiedName() const { return group.empty() ? resource : resource + '.' + group; }
    bool can(std::string_view verb) const;
    bool operator==(const ResourceType &) const = default;
};

/// The path of the collection; an empty namespace means all of them. "/api/v1/namespaces/team-a/pods"
std::string collectionPath(const ResourceType &type, std::string_view namespaceName = {});
/// The path of one object. Percent-encodes what a name should not have held.
std::string objectPath(const ResourceType &type, std::string_view namespaceName, std::string_view name);
/// Percent-encodes everything but unreserved characters.
std::string percentEncode(std::string_view text);

} // namespace kube
