#pragma once

#include "models/kube/ApiCatalog.h"
#include "models/rbac/Objects.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// A collection that the viewer may not list: what it holds is unknown, not empty.
struct Unreadable
{
    std::string resource;        ///< "rolebindings", "roles", "clusterroles", "clusterrolebindings", "serviceaccounts", "pods", ...
    std::string namespaceName;   ///< empty: in every namespace, or cluster-scoped
    std::vector<std::string> except;   ///< with an empty namespaceName: those that could be read all the same
    std::string reason;          ///< the server's words

    /// Whether an object of that collection may exist although it is not known; an empty namespace: somewhere.
    bool covers(std::string_view collection, std::string_view place) const;
    bool operator==(const Unreadable &) const = default;
};

/// Everything access is judged by: the objects that are known, what could not be read, and the API's own resources.
/// Objects are immutable and shared, so that a changed set costs no copies.
struct Inputs
{
    std::vector<std::shared_ptr<const Role>> roles;
    std::vector<std::shared_ptr<const Binding>> bindings;
    std::vector<std::shared_ptr<const ServiceAccount>> serviceAccounts;
    std::vector<PodUse> pods;
    std::vector<TokenSecret> tokenSecrets;
    std::vector<std::string> namespaces;
    std::vector<std::string> quotaNamespaces;   ///< those with a ResourceQuota
    std::vector<Unreadable> unreadable;
    kube::ApiCatalog catalog;
    std::optional<int> serverMinor;     ///< 36 of 1.36; nothing when it is not known
    bool hasOtherAuthorizers = false;   ///< something besides Node and RBAC is known to answer

    /// Whether objects of that collection may exist that are not known here.
    bool isUnreadable(std::string_view resource, std::string_view namespaceName) const;
};

} // namespace rbac
