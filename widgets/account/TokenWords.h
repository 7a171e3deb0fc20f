#pragma once

#include "models/kube/TokenRequest.h"
#include "models/rbac/Basis.h"
#include "widgets/base/Theme.h"

#include <QString>

#include <vector>

namespace cluster {
class ConnectedCluster;
}

namespace account {

/// Why no token can be made in this cluster; empty when one can be asked for.
QString tokenRefusal(const cluster::ConnectedCluster &cluster);

/// What whoever has a token of the account can do with it.
struct Power
{
    QString sentence;                   ///< its rights, without those that everybody has
    std::vector<QString> risks;         ///< the gravest, with their signs
    base::Meaning gravest = base::Meaning::Warning;
    std::size_t moreRisks = 0;
    QString unreadable;                 ///< what may not be read, so that it may be more; empty: nothing
};

/// A pure function in the person's language, any thread.
Power powerOf(const rbac::Basis &basis, const rbac::ServiceAccountRef &account);

/// A label and what is said of it.
struct Claimed
{
    QString label;
    QString text;
};
/// What a token says of itself, and until when it holds.
std::vector<Claimed> claimsOf(const kube::IssuedToken &issued);

/// "1 hour", "10 minutes"
QString lifetimeText(std::chrono::seconds lifetime);
/// Why there is no token, with the right that is missing where one is.
QString failureText(const base::Error &error, const kube::TokenWish &wish);
/// The kubectl command that asks for the same.
QString commandText(const kube::TokenWish &wish, const QString &context);

} // namespace account
