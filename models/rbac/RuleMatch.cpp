#include "models/rbac/RuleMatch.h"

#include <algorithm>
#include <functional>

namespace rbac {

namespace {

constexpr std::uint64_t everything = ~std::uint64_t(0);

std::uint64_t bitOf(std::string_view word)
{
    return std::uint64_t(1) << (std::hash<std::string_view>()(word) & 63U);
}

std::uint64_t bitsOf(const std::vector<std::string> &words)
{
    std::uint64_t bits = 0;
    for (const std::string &word : words)
        bits |= word == "*" ? everything : bitOf(word);
    return bits;
}

bool hasOrAll(const std::vector<std::string> &words, std::string_view wanted)
{
    return std::ranges::any_of(words, [wanted](const std::string &word) { return word == "*" || word == wanted; });
}

bool urlCovers(std::string_view pattern, std::string_view url)
{
    if (pattern == url)
        return true;
    if (!pattern.ends_with('*'))
        return false;
    const auto last = pattern.find_last_not_of('*');
    return url.starts_with(pattern.substr(0, last == pattern.npos ? 0 : last + 1));
}

/// The resource itself is in the rule, with no subresource or another one.
bool namesResource(const PolicyRule &rule, const Request &request)
{
    return std::ranges::any_of(rule.resources, [&](const std::string &word) { return std::string_view(word).substr(0, word.find('/')) == request.resource; });
}

} // namespace

Probe::Probe(const Request &request)
    : m_request(&request), m_combined(request.combinedResource()), m_anySubresource(request.subresource.empty() ? std::string() : "*/" + request.subresource),
      m_verb(bitOf(request.verb)), m_group(bitOf(request.apiGroup)), m_resource(bitOf(m_combined))
{
    if (!m_anySubresource.empty())
        m_resource |= bitOf(m_anySubresource);
}

bool verbFits(const PolicyRule &rule, std::string_view verb)
{
    return hasOrAll(rule.verbs, verb);
}

bool groupFits(const PolicyRule &rule, std::string_view group)
{
    return hasOrAll(rule.apiGroups, group);
}

bool resourceFits(const PolicyRule &rule, const Probe &probe)
{
    return std::ranges::any_of(rule.resources, [&](const std::string &word) {
        return word == "*" || word == probe.combined() || (!probe.anySubresource().empty() && word == probe.anySubresource());
    });
}

bool nameFits(const PolicyRule &rule, std::string_view name)
{
    return rule.resourceNames.empty() || std::ranges::find(rule.resourceNames, name) != rule.resourceNames.end();
}

bool urlFits(const PolicyRule &rule, std::string_view url)
{
    return std::ranges::any_of(rule.nonResourceUrls, [url](const std::string &pattern) { return urlCovers(pattern, url); });
}

bool ruleAllows(const PolicyRule &rule, const Probe &probe)
{
    const Request &request = probe.request();
    if (!verbFits(rule, request.verb))
        return false;
    if (request.isUrl())
        return urlFits(rule, request.url);
    return groupFits(rule, request.apiGroup) && resourceFits(rule, probe) && nameFits(rule, request.name);
}

bool ruleAllows(const PolicyRule &rule, const Request &request)
{
    return ruleAllows(rule, Probe(request));
}

Misses missesOf(const PolicyRule &rule, const Probe &probe)
{
    const Request &request = probe.request();
    Misses out;
    if (!verbFits(rule, request.verb))
        out.add(Part::Verb);
    if (request.isUrl()) {
        if (!urlFits(rule, request.url))
            out.add(Part::Url);
        return out;
    }
    if (!groupFits(rule, request.apiGroup))
        out.add(Part::Group);
    if (!resourceFits(rule, probe))
        out.add(namesResource(rule, request) ? Part::Subresource : Part::Resource);
    if (!nameFits(rule, request.name))
        out.add(Part::Name);
    return out;
}

RuleMask::RuleMask(const PolicyRule &rule)
    : m_verbs(bitsOf(rule.verbs)), m_groups(bitsOf(rule.apiGroups)), m_resources(bitsOf(rule.resources)), m_hasUrls(!rule.nonResourceUrls.empty())
{
}

bool RuleMask::mayFit(const Probe &probe) const
{
    if (!mayFitVerb(probe))
        return false;
    if (probe.request().isUrl())
        return m_hasUrls;
    return (m_groups & probe.groupBits()) != 0 && (m_resources & probe.resourceBits()) != 0;
}

void RuleMask::add(const RuleMask &other)
{
    m_verbs |= other.m_verbs;
    m_groups |= other.m_groups;
    m_resources |= other.m_resources;
    m_hasUrls |= other.m_hasUrls;
}

CompiledRules::CompiledRules(const std::vector<PolicyRule> &rules)
{
    m_masks.reserve(rules.size());
    for (const PolicyRule &rule : rules) {
        m_masks.emplace_back(rule);
        m_any.add(m_masks.back());
    }
}

int CompiledRules::firstAllowing(const std::vector<PolicyRule> &rules, const Probe &probe, std::size_t from) const
{
    if (!m_any.mayFit(probe))
        return -1;
    for (std::size_t i = from; i < rules.size(); ++i) {
        if (m_masks[i].mayFit(probe) && ruleAllows(rules[i], probe))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace rbac
