#pragma once

#include "models/base/Result.h"
#include "models/kube/ConnectionSettings.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// Whom a person wants to see with the eyes of: a user name, "system:serviceaccount:NS:NAME", "NS/NAME" of an account, or a reference
/// ("User/oidc/jane", "Group/devs"); groups besides. Errors are misuse, marked for translation; they are also what no HTTP header carries.
base::Result<kube::Impersonation> readViewed(std::string_view who, const std::vector<std::string> &groups);

/// The same of a subject: a ServiceAccount, a User or a Group.
kube::Impersonation viewedOf(const ObjectRef &subject);
/// Of an identity only what is given counts: the server adds the rest.
kube::Impersonation viewedOf(const Identity &identity);

/// The identity the server makes of it (S77).
Identity identityOf(const kube::Impersonation &who);

/// "ServiceAccount/ns/name", "User/name"; "Group/name" where only groups are meant.
ObjectRef refOf(const kube::Impersonation &who);

/// What a server asks its authorizers before it lets somebody act as that (S76): each must be allowed.
std::vector<Request> rightsToViewAs(const kube::Impersonation &who);

/// Which right to act as somebody a server misses. It looks for those with bounds first, and refuses where neither they nor
/// "impersonate" are there (S76, S78; apiserver pkg/endpoints/filters/impersonation).
struct ImpersonationRefusal
{
    enum class Missing {
        Whole,          ///< "impersonate": nothing is said about rights with bounds, which older servers do not know
        Identity,       ///< within bounds: to act as that one; what was asked may be done in their name
        OneRequest,     ///< within bounds: this single request; others may be allowed, and whether the identity is was not looked for
    };

    Missing missing = Missing::Whole;
    Request right;
};

/// Nothing where the words of a server do not refuse the impersonation itself, but what was asked in its name.
std::optional<ImpersonationRefusal> readImpersonationRefusal(const base::Error &error);
bool refusesImpersonation(const base::Error &error);

} // namespace rbac
