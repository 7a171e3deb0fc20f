#include "models/rbac/Covers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace rbac {

namespace {

bool has(const std::vector<std::string> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool hasAllOrStar(const std::vector<std::string> &held, const std::vector<std::string> &wanted)
{
    return has(held, "*") || std::ranges::all_of(wanted, [&](const std::string &word) { return has(held, word); });
}

bool coversResource(const std::vector<std::string> &held, const std::string &wanted)
{
    if (has(held, "*") || has(held, wanted))
        return true;
    const auto slash = wanted.find('/');
    return slash != wanted.npos && has(held, '*' + wanted.substr(slash));
}

bool coversUrl(std::string_view held, std::string_view wanted)
{
    if (held == wanted)
        return true;
    if (!held.ends_with('*'))
        return false;
    const auto last = held.find_last_not_of('*');
    return wanted.starts_with(held.substr(0, last == held.npos ? 0 : last + 1));
}

bool coversNames(const PolicyRule &held, const PolicyRule &atom)
{
    if (held.resourceNames.empty())
        return true;
    return !atom.resourceNames.empty() && std::ranges::all_of(atom.resourceNames, [&](const std::string &name) { return has(held.resourceNames, name); });
}

constexpr std::uint64_t everyWord = ~std::uint64_t(0);

std::uint64_t bitOf(const std::string &word)
{
    return std::uint64_t(1) << (std::hash<std::string>()(word) & 63U);
}

std::uint64_t bitsOf(const std::vector<std::string> &words)
{
    std::uint64_t bits = 0;
    for (const std::string &word : words)
        bits |= bitOf(word);
    return bits;
}

/// "*" and "*/scale" count for words that are not there.
std::uint64_t heldBitsOf(const std::vector<std::string> &words)
{
    const bool isWide = std::ranges::any_of(words, [](const std::string &word) { return word.starts_with('*'); });
    return isWide ? everyWord : bitsOf(words);
}

bool isInside(std::uint64_t wanted, std::uint64_t held)
{
    return (wanted & ~held) == 0;
}

} // namespace

CoverMask::CoverMask(const std::vector<PolicyRule> &rules)
{
    for (const PolicyRule &rule : rules) {
        const bool hasUrls = !rule.nonResourceUrls.empty() && !rule.verbs.empty();
        const bool hasResources = !rule.verbs.empty() && !rule.apiGroups.empty() && !rule.resources.empty();
        m_held.verbs |= heldBitsOf(rule.verbs);
        m_held.groups |= heldBitsOf(rule.apiGroups);
        m_held.resources |= heldBitsOf(rule.resources);
        m_hasUrls |= hasUrls;
        if (hasUrls || hasResources)
            m_wanted.verbs |= bitsOf(rule.verbs);
        if (!hasResources)
            continue;
        m_wanted.groups |= bitsOf(rule.apiGroups);
        m_wanted.resources |= bitsOf(rule.resources);
    }
}

bool CoverMask::mayCover(const CoverMask &wanted) const
{
    return isInside(wanted.m_wanted.verbs, m_held.verbs) && isInside(wanted.m_wanted.groups, m_held.groups) && isInside(wanted.m_wanted.resources, m_held.resources)
        && (m_hasUrls || !wanted.m_hasUrls);
}

bool covers(const PolicyRule &held, const PolicyRule &atom)
{
    const auto isHeldUrl = [&](const std::string &url) { return std::ranges::any_of(held.nonResourceUrls, [&](const std::string &own) { return coversUrl(own, url); }); };
    return hasAllOrStar(held.verbs, atom.verbs) && hasAllOrStar(held.apiGroups, atom.apiGroups)
        && std::ranges::all_of(atom.resources, [&](const std::string &resource) { return coversResource(held.resources, resource); })
        && std::ranges::all_of(atom.nonResourceUrls, isHeldUrl) && coversNames(held, atom);
}

std::vector<PolicyRule> atomsOf(const PolicyRule &rule)
{
    std::vector<PolicyRule> out;
    for (const std::string &group : rule.apiGroups) {
        for (const std::string &resource : rule.resources) {
            for (const std::string &verb : rule.verbs) {
                if (rule.resourceNames.empty())
                    out.push_back({{verb}, {group}, {resource}, {}, {}});
                for (const std::string &name : rule.resourceNames)
                    out.push_back({{verb}, {group}, {resource}, {name}, {}});
            }
        }
    }
    for (const std::string &url : rule.nonResourceUrls) {
        for (const std::string &verb : rule.verbs)
            out.push_back({{verb}, {}, {}, {}, {url}});
    }
    return out;
}

std::vector<PolicyRule> uncovered(const std::vector<PolicyRule> &held, const std::vector<PolicyRule> &wanted)
{
    std::vector<PolicyRule> out;
    for (const PolicyRule &rule : wanted) {
        for (PolicyRule &atom : atomsOf(rule)) {
            const bool isHeld = std::ranges::any_of(held, [&](const PolicyRule &own) { return covers(own, atom); });
            if (!isHeld && std::ranges::find(out, atom) == out.end())
                out.push_back(std::move(atom));
        }
    }
    return out;
}

PolicyRule ruleOf(const Right &right)
{
    if (!right.url.empty())
        return {{right.verb}, {}, {}, {}, {right.url}};
    const std::string resource = right.subresource.empty() ? right.resource : right.resource + '/' + right.subresource;
    return {{right.verb}, {right.apiGroup}, {resource}, right.names, {}};
}

std::vector<Right> uncoveredRights(const std::vector<Right> &held, const std::vector<Right> &wanted)
{
    std::map<std::string, std::vector<PolicyRule>> byPlace;
    std::set<std::pair<std::string, PolicyRule>> known;
    for (const Right &right : held) {
        PolicyRule rule = ruleOf(right);
        if (known.insert({right.namespaceName, rule}).second)
            byPlace[right.namespaceName].push_back(std::move(rule));
    }
    const auto isHeld = [&](const std::string &place, const PolicyRule &atom) {
        const auto found = byPlace.find(place);
        return found != byPlace.end() && std::ranges::any_of(found->second, [&](const PolicyRule &own) { return covers(own, atom); });
    };
    std::vector<Right> out;
    for (const Right &right : wanted) {
        Right rest = right;
        std::erase_if(rest.names, [&](const std::string &name) {
            PolicyRule atom = ruleOf(right);
            atom.resourceNames = {name};
            return isHeld("", atom) || isHeld(right.namespaceName, atom);
        });
        const bool isWhollyHeld = right.names.empty() ? isHeld("", ruleOf(right)) || isHeld(right.namespaceName, ruleOf(right)) : rest.names.empty();
        if (!isWhollyHeld)
            out.push_back(std::move(rest));
    }
    return out;
}

} // namespace rbac
