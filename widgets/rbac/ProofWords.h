#pragma once

#include "models/rbac/AccessPicture.h"
#include "models/rights/ServerWord.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace rbac {

/// What the server said, as people read it, with its sign.
struct ProofWords
{
    base::Meaning meaning = base::Meaning::Unknown;
    QString text;               ///< empty while nobody asked
    QString reason;             ///< in the server's words
};

ProofWords proofOf(const rights::Verdict &verdict);

/// "19 of 19 permissions confirmed by the server", about what the table of rights shows.
ProofWords proofOf(const rights::ServerWord &word, const AccessPicture &picture);

} // namespace rbac
