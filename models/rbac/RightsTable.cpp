#include "models/rbac/RightsTable.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace rbac {

namespace {

using Cell = graph::Matrix::Cell;
using Change = graph::Matrix::Change;

/// In the order people read them; others follow by name.
constexpr std::array<std::string_view, 8> usualVerbs = {"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"};

/// What people ask about before anything else.
constexpr std::string_view usualRows[] = {"pods", "pods/log", "pods/exec", "pods/attach", "pods/portforward", "deployments.apps", "statefulsets.apps", "daemonsets.apps", "replicasets.apps", "jobs.batch", "cronjobs.batch",
                                          "services", "ingresses.networking.k8s.io", "configmaps", "secrets", "serviceaccounts", "serviceaccounts/token", "persistentvolumeclaims", "events", "nodes", "nodes/proxy",
                                          "namespaces", "roles.rbac.authorization.k8s.io", "rolebindings.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io",
                                          "clusterrolebindings.rbac.authorization.k8s.io", "users", "groups"};

std::string_view urlOf(const Right &right) { return right.url == "*" ? std::string_view("/*") : std::string_view(right.url); }

bool isWide(const Right &right) { return right.apiGroup == "*" || right.resource == "*" || right.url.ends_with('*'); }

bool urlReaches(std::string_view pattern, std::string_view url)
{
    return pattern == url || (pattern.ends_with('*') && url.starts_with(pattern.substr(0, pattern.find_last_not_of('*') + 1)));
}

/// The stronger of two; by what they say: nothing, not known, some names, some namespaces, everything.
Cell stronger(Cell one, Cell other)
{
    constexpr std::array<int, 5> strengths = {0, 3, 2, 1, 4};
    return strengths[static_cast<std::size_t>(one)] < strengths[static_cast<std::size_t>(other)] ? other : one;
}

Cell cellOf(const Right &right)
{
    if (!right.names.empty())
        return Cell::NamedOnly;
    return right.namespaceName.empty() ? Cell::Everywhere : Cell::Yes;
}

std::vector<std::string> verbsOf(const std::vector<Right> &rights, const std::vector<Right> &lost)
{
    std::set<std::string_view> present;
    for (const std::vector<Right> *each : {&rights, &lost})
        for (const Right &right : *each)
            present.insert(right.verb);
    if (present.erase("*") != 0)
        present.insert(usualVerbs.begin(), usualVerbs.end());
    std::vector<std::string> verbs;
    for (const std::string_view verb : usualVerbs)
        if (present.erase(verb) != 0)
            verbs.emplace_back(verb);
    verbs.insert(verbs.end(), present.begin(), present.end());
    return verbs;
}

/// Those that may reach other rows than their own, of those that say the same one.
std::vector<const Right *> wideOf(const std::vector<Right> &rights)
{
    std::map<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view, Cell>, const Right *> out;
    for (const Right &right : rights)
        if (isWide(right))
            out.try_emplace({right.verb, right.apiGroup, right.resource, right.subresource, right.url, cellOf(right)}, &right);
    std::vector<const Right *> wide;
    for (const auto &[key, right] : out)
        wide.push_back(right);
    return wide;
}

} // namespace

std::size_t rankOfRow(const Right &right)
{
    return isWide(right) ? 0 : static_cast<std::size_t>(std::ranges::find(usualRows, rowName(right)) - std::begin(usualRows)) + 1;
}

std::size_t rankOfVerb(std::string_view verb)
{
    return static_cast<std::size_t>(std::ranges::find(usualVerbs, verb) - usualVerbs.begin());
}

std::string rowName(const Right &right)
{
    if (!right.url.empty())
        return std::string(urlOf(right));
    const std::string name = right.subresource.empty() ? right.resource : right.resource + '/' + right.subresource;
    return right.apiGroup.empty() ? name : name + '.' + right.apiGroup;
}

bool reaches(const Right &right, const Right &other)
{
    if (right.url.empty() != other.url.empty())
        return false;
    if (!right.url.empty())
        return urlReaches(urlOf(right), urlOf(other));
    if (right.apiGroup != "*" && right.apiGroup != other.apiGroup)
        return false;
    const bool isAnyResource = right.resource == "*" && (right.subresource.empty() || right.subresource == other.subresource);
    return isAnyResource || (right.resource == other.resource && right.subresource == other.subresource);
}

RightsTable::RightsTable(const std::vector<Right> &rights, const std::vector<Right> &unrowed, Cell otherwise, const ChangedRights &changed) : m_verbs(verbsOf(rights, changed.lost))
{
    makeLines(rights, changed.lost);
    std::vector<const Right *> wide = wideOf(rights);
    std::ranges::copy(wideOf(unrowed), std::back_inserter(wide));
    for (Line &line : m_lines) {
        for (const Right *right : wide)
            if (reaches(*right, *line.about))
                mark(*right, line);
        markChanges(changed, line);
        std::ranges::replace(line.cells, Cell::No, otherwise);
    }
}

void RightsTable::makeLines(const std::vector<Right> &rights, const std::vector<Right> &lost)
{
    std::map<std::tuple<bool, std::size_t, std::string>, Line> lines;      // whether it is a URL, its rank, and its name
    const auto lineOf = [&](const Right &right) -> Line & {
        std::string name = rowName(right);
        const std::size_t rank = rankOfRow(right);
        Line &line = lines[{!right.url.empty(), rank, name}];
        if (!line.about)
            line = {std::move(name), &right, std::vector<Cell>(m_verbs.size(), Cell::No)};
        return line;
    };
    for (const Right &right : rights)
        mark(right, lineOf(right));
    for (const Right &right : lost)
        lineOf(right);
    for (auto &[order, line] : lines)
        if (m_lines.size() < MostRows)
            m_lines.push_back(std::move(line));
    m_cut = lines.size() - m_lines.size();
}

void RightsTable::mark(const Right &right, Line &line) const
{
    for (std::size_t column = 0; column < m_verbs.size(); ++column)
        if (right.verb == "*" || right.verb == m_verbs[column])
            line.cells[column] = stronger(line.cells[column], cellOf(right));
}

void RightsTable::markChanges(const ChangedRights &changed, Line &line) const
{
    for (const Right &right : changed.gained)
        markChange(right, Change::Gained, changed.before, line);
    for (const Right &right : changed.lost)
        markChange(right, Change::Lost, changed.before, line);
}

void RightsTable::markChange(const Right &right, Change change, const std::vector<Right> &before, Line &line) const
{
    const bool isOwn = rowName(right) == line.name;
    if (!isOwn && !(isWide(right) && reaches(right, *line.about)))
        return;
    line.changes.resize(m_verbs.size(), Change::None);
    for (std::size_t column = 0; column < m_verbs.size(); ++column) {
        const auto allows = [&](const Right &held) { return (held.verb == "*" || held.verb == m_verbs[column]) && reaches(held, *line.about); };
        if (right.verb != "*" && right.verb != m_verbs[column])
            continue;
        if (isOwn || (change == Change::Lost ? line.cells[column] == Cell::No : std::ranges::none_of(before, allows)))
            line.changes[column] = line.changes[column] == Change::None || line.changes[column] == change ? change : Change::GainedAndLost;
    }
}

std::vector<graph::Matrix::Row> RightsTable::rows() const
{
    std::vector<graph::Matrix::Row> out;
    for (const Line &line : m_lines)
        out.push_back({line.name, line.cells, line.changes});
    return out;
}

} // namespace rbac
