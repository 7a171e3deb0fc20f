#pragma once

#include "models/demo/Api.h"
#include "models/demo/Cluster.h"
#include "models/demo/Http.h"

#include <optional>
#include <string>
#include <vector>

namespace demo {

/// Whom the administrator of the sample cluster wants to be taken for.
struct Impersonated
{
    std::string user;
    std::vector<std::string> groups;        ///< with those that a server adds
};

/// Nobody without an Impersonate-User.
std::optional<Impersonated> impersonatedBy(const HttpRequest &request);

/// The refusal where the roles bound to them do not allow what is asked, in the words of a real server; nothing where they do.
std::optional<HttpAnswer> refusalFor(const Impersonated &who, const HttpRequest &request, const ApiPath &path, const Cluster &cluster);

/// The status of a SelfSubjectAccessReview with that spec, of a SelfSubjectRulesReview and of a SelfSubjectReview.
text::Value accessFor(const Impersonated &who, const text::Value &spec, const Cluster &cluster);
text::Value rulesFor(const Impersonated &who, std::string_view nameSpace, const Cluster &cluster);
text::Value identityOf(const Impersonated &who);

/// What a server says that lets nobody be taken for another.
HttpAnswer impersonationRefused(const Impersonated &who);

} // namespace demo
