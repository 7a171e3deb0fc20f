#include "models/rights/Claims.h"

#include "models/rbac/RightsTable.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace rights {

namespace {

/// One for each object that the right names; one when it names none.
std::vector<rbac::Request> requestsOf(const rbac::Right &right)
{
    rbac::Request request;
    request.verb = right.verb;
    request.apiGroup = right.apiGroup;
    request.resource = right.resource;
    request.subresource = right.subresource;
    request.namespaceName = right.namespaceName;
    request.url = right.url;
    std::vector<rbac::Request> out(std::max<std::size_t>(right.names.size(), 1), request);
    for (std::size_t i = 0; i < right.names.size(); ++i)
        out[i].name = right.names[i];
    return out;
}

/// From what counts most to what counts least.
constexpr std::array<Proof, ProofCount> gravity{Proof::Contradicted, Proof::Asking, Proof::NotVerifiable, Proof::Computed, Proof::Confirmed};

bool isGraver(Proof left, Proof right)
{
    return std::ranges::find(gravity, left) < std::ranges::find(gravity, right);
}

bool comesThrough(const rbac::Identity &identity, const rbac::ObjectRef &subject)
{
    return identity.ref() == subject || (subject.kind == "Group" && identity.isIn(subject.name));
}

/// The claims of right after right, each once.
class Collection
{
public:
    explicit Collection(const rbac::AccessPicture &picture) : m_picture(picture) { }

    void add(const rbac::Right &right)
    {
        const std::vector<rbac::Request> requests = requestsOf(right);
        for (std::size_t who = 0; who < m_picture.identities.size(); ++who) {
            if (!comesThrough(m_picture.identities[who], right.subject))
                continue;
            for (const rbac::Request &request : requests)
                if (m_known.insert(keyOf(who, request)).second)
                    m_claims.push_back({m_picture.identities[who], request, true});
        }
    }

    std::vector<Claim> take() { return std::move(m_claims); }

private:
    static std::string keyOf(std::size_t who, const rbac::Request &request)
    {
        std::string key = std::to_string(who);
        for (const std::string *part : {&request.verb, &request.apiGroup, &request.resource, &request.subresource, &request.name, &request.namespaceName, &request.url})
            key.append(1, '\n').append(*part);
        return key;
    }

    const rbac::AccessPicture &m_picture;
    std::unordered_set<std::string> m_known;
    std::vector<Claim> m_claims;
};

/// The cells of a table of rights, and what is known of each.
class TableProofs
{
public:
    TableProofs(const graph::Matrix &table, const std::vector<rbac::Right> &rights) : m_verbs(table.verbs), m_about(table.rows.size()), m_found(table.rows.size(), std::vector<std::optional<Proof>>(table.verbs.size()))
    {
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            m_rows.emplace(table.rows[row].name, row);
        for (const rbac::Right &right : rights)
            if (const auto row = m_rows.find(rbac::rowName(right)); row != m_rows.end() && !m_about[row->second])
                m_about[row->second] = &right;
    }

    /// Most rights are told in one row; wildcards may reach all of them.
    bool concerns(const rbac::Right &right) const { return isWide(right) || m_rows.contains(rbac::rowName(right)); }

    void mark(const rbac::Right &right, Proof proof)
    {
        if (!isWide(right))
            return markRow(m_rows.find(rbac::rowName(right))->second, right.verb, proof);
        for (std::size_t row = 0; row < m_about.size(); ++row)
            if (m_about[row] && rbac::reaches(right, *m_about[row]))
                markRow(row, right.verb, proof);
    }

    std::vector<std::vector<Proof>> cells() const
    {
        std::vector<std::vector<Proof>> out;
        for (const auto &row : m_found) {
            out.emplace_back();
            for (const std::optional<Proof> &cell : row)
                out.back().push_back(cell.value_or(Proof::Computed));
        }
        return out;
    }

private:
    static bool isWide(const rbac::Right &right) { return right.apiGroup == "*" || right.resource == "*" || right.url.ends_with('*'); }

    void markRow(std::size_t row, const std::string &verb, Proof proof)
    {
        for (std::size_t column = 0; column < m_verbs.size(); ++column)
            if (std::optional<Proof> &cell = m_found[row][column]; verb == "*" || verb == m_verbs[column])
                cell = std::min(cell.value_or(proof), proof, isGraver);
    }

    const std::vector<std::string> &m_verbs;
    std::map<std::string, std::size_t, std::less<>> m_rows;
    std::vector<const rbac::Right *> m_about;      ///< of each row, one of its rights
    std::vector<std::vector<std::optional<Proof>>> m_found;
};

} // namespace

std::size_t Tally::total() const
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t(0));
}

Proof Tally::proof() const
{
    const auto graver = std::ranges::find_if(gravity, [&](Proof proof) { return of(proof) > 0; });
    return graver == gravity.end() ? Proof::Computed : *graver;
}

std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, const rbac::Right &right)
{
    Collection collection(picture);
    collection.add(right);
    return collection.take();
}

std::vector<Claim> claimsOf(const rbac::AccessPicture &picture, std::string_view row, std::string_view verb)
{
    Collection collection(picture);
    for (const rbac::Right *right : picture.rightsAt(row, verb))
        collection.add(*right);
    return collection.take();
}

std::vector<Claim> claimsOf(const rbac::AccessPicture &picture)
{
    Collection collection(picture);
    for (const std::vector<rbac::Right> *rights : {&picture.shown.matrix, &picture.whole.matrix})
        for (const rbac::Right &right : *rights)
            collection.add(right);
    return collection.take();
}

Claim claimOf(const rbac::Answer &answer)
{
    /// In the order of rbac::Verdict.
    constexpr std::array<std::optional<bool>, 3> allowed{true, false, std::nullopt};
    return {answer.question.identity, answer.question.request, allowed[static_cast<std::size_t>(answer.decision.verdict)]};
}

Claim claimOf(const rbac::ObjectRef &holder, const rbac::Request &request)
{
    return {rbac::Identity::ofSubject(holder), request, true};
}

/// What nobody asked comes before what could not be asked.
std::vector<Claim> nextOf(const ServerWord &word, const std::vector<Claim> &claims)
{
    std::vector<Claim> unasked, unanswered;
    for (const Claim &claim : claims) {
        const Proof proof = word.verdictOn(claim).proof;
        if (proof == Proof::Computed && unasked.size() < MoreClaims)
            unasked.push_back(claim);
        if (proof == Proof::NotVerifiable && unanswered.size() < MoreClaims)
            unanswered.push_back(claim);
    }
    const bool isFirst = word.isUntouched();
    std::vector<Claim> &next = unasked.empty() ? unanswered : unasked;
    if (isFirst && next.size() > FirstClaims)
        next.erase(next.begin() + FirstClaims, next.end());
    return std::move(next);
}

Tally tallyOf(const ServerWord &word, const std::vector<Claim> &claims)
{
    Tally tally;
    for (const Claim &claim : claims) {
        Verdict verdict = word.verdictOn(claim);
        ++tally.counts[static_cast<std::size_t>(verdict.proof)];
        if (tally.reason.empty())
            tally.reason = std::move(verdict.reason);
    }
    return tally;
}

Tally tallyOf(std::size_t computed)
{
    Tally tally;
    tally.counts[static_cast<std::size_t>(Proof::Computed)] = computed;
    return tally;
}

std::vector<std::vector<Proof>> proofsOf(const ServerWord &word, const rbac::AccessPicture &picture, const graph::Matrix &table)
{
    TableProofs proofs(table, picture.whole.matrix);
    for (const rbac::Right &right : picture.whole.matrix)
        if (proofs.concerns(right))
            proofs.mark(right, tallyOf(word, claimsOf(picture, right)).proof());
    return proofs.cells();
}

} // namespace rights
