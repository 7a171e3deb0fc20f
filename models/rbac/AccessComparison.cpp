#include "models/rbac/AccessComparison.h"

#include "models/rbac/Covers.h"

#include <algorithm>
#include <map>

namespace rbac {

namespace {

Right bare(Right right)
{
    right.subject = {};
    right.binding = {};
    right.role = {};
    right.rule = 0;
    return right;
}

/// All of a right, or of several names some.
bool isPartOf(Right part, const Right &right)
{
    const auto has = [&](const std::string &name) { return std::ranges::find(right.names, name) != right.names.end(); };
    if (part.names.empty() != right.names.empty() || !std::ranges::all_of(part.names, has))
        return false;
    part.names = right.names;
    return part == right;
}

std::vector<Right> bareRightsOf(const Compared &side)
{
    std::vector<Right> rights = rightsOf(side.basis->evaluator, side.identity);
    std::ranges::transform(rights, rights.begin(), bare);
    return sortedOnce(std::move(rights));
}

/// What is left of the names of a right when some of them are taken out.
Right without(Right right, const std::vector<std::string> &names)
{
    std::erase_if(right.names, [&](const std::string &name) { return std::ranges::find(names, name) != names.end(); });
    return right;
}

/// The rights of one side, each on the side where it is.
void add(const std::vector<Right> &held, const std::vector<Right> &wanted, Side only, std::vector<ComparedRight> &out)
{
    const std::vector<Right> rest = uncoveredRights(held, wanted);
    auto next = rest.begin();
    for (const Right &right : wanted) {
        if (next == rest.end() || !isPartOf(*next, right)) {
            out.push_back({Side::Both, right});
            continue;
        }
        out.push_back({only, *next});
        if (Right shared = without(right, next->names); !right.names.empty() && !shared.names.empty())
            out.push_back({Side::Both, std::move(shared)});
        ++next;
    }
}

using Found = std::map<std::pair<std::string_view, std::string>, Severity>;

bool isAbout(const ObjectRef &subject, const Identity &identity)
{
    if (subject.kind == "Group")
        return identity.isIn(subject.name);
    return subject == identity.ref() || (subject.kind == "User" && !identity.user.empty() && subject.name == identity.user);
}

Found risksOf(const Compared &side)
{
    Found out;
    for (const Risk &risk : risksAbout(side.basis->evaluator, side.basis->inputs, {side.identity}))
        if (isAbout(risk.subject, side.identity))
            out.emplace(std::pair(risk.id, risk.namespaceName), risk.severity);
    return out;
}

void addRisks(const Found &found, const Found &other, Side only, std::vector<ComparedRisk> &out)
{
    for (const auto &[each, severity] : found)
        out.push_back({other.contains(each) ? Side::Both : only, severity, each.first, each.second});
}

template<typename Row>
std::array<std::size_t, SideCount> sortedAndCounted(std::vector<Row> &rows)
{
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    std::array<std::size_t, SideCount> counts{};
    for (const Row &row : rows)
        ++counts[static_cast<std::size_t>(row.side)];
    return counts;
}

} // namespace

AccessComparison compareAccess(const Compared &first, const Compared &second)
{
    AccessComparison out;
    const std::vector<Right> ofFirst = bareRightsOf(first), ofSecond = bareRightsOf(second);
    add(ofSecond, ofFirst, Side::OnlyFirst, out.rights);
    add(ofFirst, ofSecond, Side::OnlySecond, out.rights);
    const Found inFirst = risksOf(first), inSecond = risksOf(second);
    addRisks(inFirst, inSecond, Side::OnlyFirst, out.risks);
    addRisks(inSecond, inFirst, Side::OnlySecond, out.risks);
    out.rightCounts = sortedAndCounted(out.rights);
    out.riskCounts = sortedAndCounted(out.risks);
    return out;
}

} // namespace rbac
