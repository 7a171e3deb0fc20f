#include "models/rbac/NearestRule.h"

#include "models/rbac/Marked.h"

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

Sentence listed(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + (word.empty() ? std::string("\"\"") : word);
    return words.empty() ? Sentence(QT_TRANSLATE_NOOP("rbac", "nothing")) : Sentence(std::move(out));
}

Sentence groupWords(const PolicyRule &rule, const Request &request)
{
    if (!request.apiGroup.empty())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names the API group %1, not %2"), {listed(rule.apiGroups), request.apiGroup});
    if (has(rule.apiGroups, "core") || has(rule.apiGroups, "v1"))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names the API group %1; the core group is written as an empty text"), {listed(rule.apiGroups)});
    return Sentence(QT_TRANSLATE_NOOP("rbac", "it names the API group %1, not the core group"), {listed(rule.apiGroups)});
}

Sentence resourceWords(const PolicyRule &rule, const Request &request)
{
    if (has(rule.resources, request.resource + "/*") || has(rule.resources, "*/*"))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names %1, which is no wildcard: only * stands for more"), {listed(rule.resources)});
    if (!request.subresource.empty() && has(rule.resources, request.resource))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names %1, but not %2: a subresource is named for itself"), {request.resource, request.combinedResource()});
    return Sentence(QT_TRANSLATE_NOOP("rbac", "it names %1, not %2"), {listed(rule.resources), request.combinedResource()});
}

Sentence nameWords(const PolicyRule &rule, const Request &request)
{
    if (request.name.empty())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it is limited to the names %1; a %2 of all has no name"), {listed(rule.resourceNames), request.verb});
    return Sentence(QT_TRANSLATE_NOOP("rbac", "it is limited to the names %1, without %2"), {listed(rule.resourceNames), request.name});
}

Sentence urlWords(const PolicyRule &rule, const Request &request)
{
    const bool isSlash = has(rule.nonResourceUrls, request.url + '/') || (request.url.ends_with('/') && has(rule.nonResourceUrls, request.url.substr(0, request.url.size() - 1)));
    const char *words = isSlash ? QT_TRANSLATE_NOOP("rbac", "it names %1, not %2: a slash at the end counts") : QT_TRANSLATE_NOOP("rbac", "it names %1, not %2");
    return Sentence(words, {listed(rule.nonResourceUrls), request.url});
}

Sentence partWords(Part part, const PolicyRule &rule, const Request &request)
{
    switch (part) {
    case Part::Verb:
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it allows %1, not %2"), {listed(rule.verbs), request.verb});
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

Sentence ruleWords(const PolicyRule &rule, Misses misses, const Request &request)
{
    constexpr std::array parts = {Part::Verb, Part::Group, Part::Resource, Part::Subresource, Part::Name, Part::Url};
    std::vector<Sentence> out;
    for (const Part part : parts) {
        if (misses.has(part))
            out.push_back(partWords(part, rule, request));
    }
    return joined(out, "; ");
}

} // namespace rbac
