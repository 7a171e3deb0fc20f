#pragma once

#include "models/base/Result.h"
#include "models/kube/ConnectionSettings.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"

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

/// Whether the words of a server refuse the impersonation itself, and not what was asked in its name (S76, S78).
bool refusesImpersonation(const base::Error &error);

} // namespace rbac
