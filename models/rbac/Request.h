#pragma once

#include <string>

namespace rbac {

/// What is asked of the API: the attributes an authorizer sees. With a url it is no resource request.
struct Request
{
    std::string verb;
    std::string apiGroup;
    std::string resource;
    std::string subresource;
    std::string name;
    std::string namespaceName;   ///< empty: cluster scope, or all namespaces
    std::string url;

    bool isUrl() const { return !url.empty(); }
    /// "pods" or "pods/log"
    std::string combinedResource() const { return subresource.empty() ? resource : resource + '/' + subresource; }
    /// "list pods/log in namespace a", for people.
    std::string text() const;
    bool operator==(const Request &) const = default;
};

} // namespace rbac
