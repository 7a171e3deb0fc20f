#pragma once

#include "models/graph/Drawing.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Question.h"
#include "models/rights/ServerWord.h"

#include <string_view>
#include <vector>

namespace rights {

/// What the cell of a verb and a row claims: one for each identity and place that the right is worked out for; none where nothing is granted.
std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, std::string_view row, std::string_view verb);

/// So many are asked about at a time.
inline constexpr std::size_t MostClaims = 200;

/// What the table of rights claims that is drawn, each once; the first of them.
std::vector<Claim> claimsOf(const rbac::AccessPicture &picture);

Claim claimOf(const rbac::Answer &answer);

/// What became of each cell of a table of rights, by row and column.
std::vector<std::vector<Proof>> proofsOf(const ServerWord &word, const rbac::AccessPicture &picture, const graph::Matrix &table);

/// One verdict on several claims: contradicted when one is, confirmed when all are.
Verdict verdictOn(const ServerWord &word, const std::vector<Claim> &claims);

} // namespace rights
