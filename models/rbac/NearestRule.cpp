#include "models/rbac/NearestRule.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace rbac {

namespace {

/// A rule is near when it is about the same thing, or does the same to something else.
bool isNear(const PolicyRule &rule, Misses misses, bool isUrl)
{
    if (isUrl)
        return !rule.nonResourceUrls.empty() && misses.count() < 2;
    return !rule.resources.empty() && !(misses.has(Part::Resource) && misses.count() > 1);
}

bool has(const std::vector<std::string> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + (word.empty() ? std::string("\"\"") : word);
    return out.empty() ? "nothing" : out;
}

std::string groupWords(const PolicyRule &rule, const Request &request)
{
    if (request.apiGroup.empty() && (has(rule.apiGroups, "core") || has(rule.apiGroups, "v1")))
        return "it names the API group " + joined(rule.apiGroups) + "; the core group is written as an empty text";
    const std::string wanted = request.apiGroup.empty() ? "the core group" : request.apiGroup;
    return "it names the API group " + joined(rule.apiGroups) + ", not " + wanted;
}

std::string resourceWords(const PolicyRule &rule, const Request &request)
{
    const std::string wanted = request.combinedResource();
    if (has(rule.resources, request.resource + "/*") || has(rule.resources, "*/*"))
        return "it names " + joined(rule.resources) + ", which is no wildcard: only * stands for more";
    if (!request.subresource.empty() && has(rule.resources, request.resource))
        return "it names " + request.resource + ", but not " + wanted + ": a subresource is named for itself";
    return "it names " + joined(rule.resources) + ", not " + wanted;
}

std::string nameWords(const PolicyRule &rule, const Request &request)
{
    if (request.name.empty())
        return "it is limited to the names " + joined(rule.resourceNames) + "; a " + request.verb + " of all has no name";
    return "it is limited to the names " + joined(rule.resourceNames) + ", without " + request.name;
}

std::string urlWords(const PolicyRule &rule, const Request &request)
{
    const bool isSlash = has(rule.nonResourceUrls, request.url + '/') || (request.url.ends_with('/') && has(rule.nonResourceUrls, request.url.substr(0, request.url.size() - 1)));
    return "it names " + joined(rule.nonResourceUrls) + ", not " + request.url + (isSlash ? ": a slash at the end counts" : "");
}

std::string partWords(Part part, const PolicyRule &rule, const Request &request)
{
    switch (part) {
    case Part::Verb:
        return "it allows " + joined(rule.verbs) + ", not " + request.verb;
    case Part::Group:
        return groupWords(rule, request);
    case Part::Name:
        return nameWords(rule, request);
    case Part::Url:
        return urlWords(rule, request);
    default:
        return resourceWords(rule, request);
    }
}

} // namespace

std::optional<NearestRule> nearestRule(const std::vector<PolicyRule> &rules, const Probe &probe)
{
    const auto rank = [](const NearestRule &near) { return std::tuple(near.distance(), near.misses.has(Part::Resource)); };
    std::optional<NearestRule> out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const NearestRule near{i, missesOf(rules[i], probe)};
        if (isNear(rules[i], near.misses, probe.request().isUrl()) && (!out || rank(near) < rank(*out)))
            out = near;
    }
    return out;
}

std::string ruleWords(const PolicyRule &rule, Misses misses, const Request &request)
{
    constexpr std::array parts = {Part::Verb, Part::Group, Part::Resource, Part::Subresource, Part::Name, Part::Url};
    std::string out;
    for (const Part part : parts) {
        if (misses.has(part))
            out += (out.empty() ? "" : "; ") + partWords(part, rule, request);
    }
    return out;
}

} // namespace rbac
