#include "models/rights/Claims.h"

#include "models/rbac/AccessDrawing.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace rights {

namespace {

rbac::Request requestOf(const rbac::Right &right)
{
    rbac::Request request;
    request.verb = right.verb;
    request.apiGroup = right.apiGroup;
    request.resource = right.resource;
    request.subresource = right.subresource;
    request.name = right.names.empty() ? std::string() : right.names.front();
    request.namespaceName = right.namespaceName;
    request.url = right.url;
    return request;
}

/// From what counts most to what counts least.
bool isGraver(Proof left, Proof right)
{
    constexpr std::array<Proof, 5> order{Proof::Contradicted, Proof::Asking, Proof::NotVerifiable, Proof::Computed, Proof::Confirmed};
    return std::ranges::find(order, left) < std::ranges::find(order, right);
}

bool comesThrough(const rbac::Identity &identity, const rbac::ObjectRef &subject)
{
    return identity.ref() == subject || (subject.kind == "Group" && identity.isIn(subject.name));
}

void add(const rbac::AccessPicture &picture, const rbac::Right &right, std::vector<Claim> &claims)
{
    for (const rbac::Identity &identity : picture.identities) {
        const Claim claim{identity, requestOf(right), true};
        const auto isSame = [&](const Claim &known) { return known.identity == claim.identity && known.request == claim.request; };
        if (comesThrough(identity, right.subject) && std::ranges::none_of(claims, isSame))
            claims.push_back(claim);
    }
}

} // namespace

std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, std::string_view row, std::string_view verb)
{
    std::vector<Claim> claims;
    for (const rbac::Right *right : picture.rightsAt(row, verb))
        add(picture, *right, claims);
    return claims;
}

std::vector<Claim> claimsOf(const rbac::AccessPicture &picture)
{
    std::vector<Claim> claims;
    for (const rbac::Right &right : picture.shown.matrix) {
        if (claims.size() >= MostClaims)
            break;
        add(picture, right, claims);
    }
    return claims;
}

Claim claimOf(const rbac::Answer &answer)
{
    /// In the order of rbac::Verdict.
    constexpr std::array<std::optional<bool>, 3> allowed{true, false, std::nullopt};
    return {answer.question.identity, answer.question.request, allowed[static_cast<std::size_t>(answer.decision.verdict)]};
}

std::vector<std::vector<Proof>> proofsOf(const ServerWord &word, const rbac::AccessPicture &picture, const graph::Matrix &table)
{
    std::map<std::string_view, std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        rows.emplace(table.rows[row].name, row);
    std::vector<std::vector<std::optional<Proof>>> found(table.rows.size(), std::vector<std::optional<Proof>>(table.verbs.size()));
    for (const rbac::Right &right : picture.shown.matrix) {
        const auto row = rows.find(rbac::rowName(right));
        if (row == rows.end())
            continue;
        std::vector<Claim> claims;
        add(picture, right, claims);
        const Proof proof = verdictOn(word, claims).proof;
        for (std::size_t column = 0; column < table.verbs.size(); ++column)
            if (std::optional<Proof> &cell = found[row->second][column]; right.verb == "*" || right.verb == table.verbs[column])
                cell = std::min(cell.value_or(proof), proof, isGraver);
    }
    std::vector<std::vector<Proof>> out;
    for (const auto &row : found) {
        out.emplace_back();
        for (const std::optional<Proof> &cell : row)
            out.back().push_back(cell.value_or(Proof::Computed));
    }
    return out;
}

Verdict verdictOn(const ServerWord &word, const std::vector<Claim> &claims)
{
    std::optional<Verdict> out;
    for (const Claim &claim : claims)
        if (Verdict verdict = word.verdictOn(claim); !out || isGraver(verdict.proof, out->proof))
            out = std::move(verdict);
    return out.value_or(Verdict());
}

} // namespace rights
