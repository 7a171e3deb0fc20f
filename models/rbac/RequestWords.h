#pragma once

#include "models/base/Result.h"
#include "models/kube/ApiCatalog.h"
#include "models/rbac/Request.h"
#include "models/rbac/Sentence.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// A resource that discovery does not list, because it exists for authorization only.
struct VirtualResource
{
    std::string_view verbs;      ///< separated by spaces
    std::string_view group;
    std::string_view resource;   ///< "signers", "nodes/proxy"
    bool isNamespaced;
    std::string_view checkedBy;
};

std::span<const VirtualResource> virtualResources();

/// Whether any server asks about it: verbs of resources, of paths, and those that only authorizers know.
bool isKnownVerb(std::string_view verb, bool isUrl);
/// Whether people who write it behind a slash mean a part of the resource: "pods/log".
bool isSubresource(std::string_view word);

/// What a person wrote: VERB RESOURCE[.GROUP][/NAME] [NAME], or VERB /URL.
struct RequestWords
{
    std::vector<std::string> words;
    std::string subresource;
    std::string namespaceName;   ///< empty: all
};

/// The request the API server would see, and what a person should know about it.
struct WordedRequest
{
    Request request;
    bool isNamespaced = true;
    bool isServed = true;        ///< else its verb or its resource is one that no server asks about
    std::vector<Sentence> hints;
};

/// Looks the resource up as kubectl does; one that nobody knows is taken as it is written. Of cluster-scoped resources the namespace
/// is empty (S37), except that a Namespace lies in itself (S13). Errors are misuse.
base::Result<WordedRequest> readRequest(const RequestWords &words, const kube::ApiCatalog &catalog);

} // namespace rbac
