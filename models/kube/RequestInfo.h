#pragma once

#include <string>
#include <string_view>

namespace kube {

/// What is asked of the API: the attributes an authorizer sees. With a url it is no resource request.
struct RequestInfo
{
    std::string verb;
    std::string apiGroup;
    std::string resource;
    std::string subresource;
    std::string name;
    std::string namespaceName;   ///< empty: cluster scope, or all namespaces
    std::string url;

    /// What the API server reads out of an HTTP request before it asks an authorizer (apiserver pkg/endpoints/request/requestinfo.go;
    /// S10 to S17). The target is the path as it is sent, with or without a query. A path outside of /api/VERSION/ and
    /// /apis/GROUP/VERSION/ is a URL, with the method in small letters as its verb; so is a path that says too little.
    static RequestInfo ofHttp(std::string_view method, std::string_view target);

    bool isUrl() const { return !url.empty(); }
    /// "pods" or "pods/log"
    std::string combinedResource() const { return subresource.empty() ? resource : resource + '/' + subresource; }
    /// "list pods/log in namespace a", for people.
    std::string text() const;
    bool operator==(const RequestInfo &) const = default;
};

} // namespace kube
