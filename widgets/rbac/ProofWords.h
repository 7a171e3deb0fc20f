#pragma once

#include "models/rights/Claims.h"
#include "widgets/base/Theme.h"

#include <QString>

#include <string>

namespace rbac {

/// What the server said, as people read it, with its sign.
struct ProofWords
{
    base::Meaning meaning = base::Meaning::Unknown;
    QString text;
    QString reason;             ///< in the server's words
};

/// A sentence about a cell or an answer: "✓ The server says the same"; empty where nothing is claimed.
ProofWords proofOf(const rights::Tally &tally);
/// The same in a word, for a table: "✓ confirmed".
ProofWords badgeOf(const rights::Tally &tally);
/// "✓ 19 of 19 permissions confirmed by the server": what was not asked counts among all of them.
ProofWords totalOf(const rights::Tally &tally);
/// For other programs: "computed", "asking", "confirmed", "partly-confirmed", "contradicted", "not-verifiable"; empty where nothing is claimed.
std::string proofName(const rights::Tally &tally);

} // namespace rbac
