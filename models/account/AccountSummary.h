#pragma once

#include "models/account/AccountUse.h"

namespace account {

/// Everything that the page of a ServiceAccount is told from.
struct AccountSources
{
    rbac::ServiceAccountRef account;
    std::shared_ptr<const rbac::Basis> basis;       ///< never null
    Users users;
    detail::LiveList::Content tokenSecrets;         ///< their metadata
};

/// Who uses it, with which tokens, what is bound to it, and how dangerous that is. A pure function, any thread.
detail::Summary accountSummary(const AccountSources &sources);

/// Tells what of these collections could not be read, and what follows from that.
void addUnreadable(detail::Summary &summary, const rbac::Inputs &inputs, std::initializer_list<std::string_view> collections);

/// How grave something is, in a word and a tone.
detail::Part severityPart(rbac::Severity severity);

/// The findings about an identity, also through its groups, the gravest first.
std::vector<rbac::Risk> risksOf(const rbac::Basis &basis, const rbac::Identity &identity);

} // namespace account
