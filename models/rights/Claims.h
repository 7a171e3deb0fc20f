#pragma once

#include "models/graph/Drawing.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Question.h"
#include "models/rights/ServerWord.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rights {

inline constexpr std::size_t ProofCount = 5;

/// What became of several claims.
struct Tally
{
    std::array<std::size_t, ProofCount> counts{};   ///< in the order of Proof
    std::string reason;                             ///< the first, in the server's words

    std::size_t of(Proof proof) const { return counts[static_cast<std::size_t>(proof)]; }
    std::size_t total() const;
    /// Of all together: contradicted when one is, confirmed only when all are.
    Proof proof() const;
};

/// What a right claims: one for each identity that has it, and for each object it names.
std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, const rbac::Right &right);
/// What the cell of a verb and a row claims; none where nothing is granted.
std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, std::string_view row, std::string_view verb);
/// All that is claimed, each once: first what is drawn, then what is folded away.
std::vector<Claim> claimsOf(const rbac::AccessPicture &picture);
Claim claimOf(const rbac::Answer &answer);
/// Of somebody who is said to be able to do something.
Claim claimOf(const rbac::ObjectRef &holder, const rbac::Request &request);

/// So many are asked about at first, and so many more whenever somebody wishes.
inline constexpr std::size_t FirstClaims = 200;
inline constexpr std::size_t MoreClaims = 1000;

/// The first claims that the server has not judged, as many as may be asked about at a time.
std::vector<Claim> nextOf(const ServerWord &word, const std::vector<Claim> &claims);

Tally tallyOf(const ServerWord &word, const std::vector<Claim> &claims);
/// Of so many that nobody can be asked about.
Tally tallyOf(std::size_t computed);

/// What became of each cell of a table of rights, by row and column.
std::vector<std::vector<Proof>> proofsOf(const ServerWord &word, const rbac::AccessPicture &picture, const graph::Matrix &table);

} // namespace rights
