#include "models/diagnosis/Diagnosis.h"

#include "models/diagnosis/Rules.h"

#include <functional>

namespace diagnosis {

namespace {

constexpr std::span<const Rule> (*tables[])() = {deletionRules, containerRules, podRules, workloadRules, jobRules, scalingRules, nodeRules, storageRules, networkRules, otherRules};

void eachRule(const std::function<void(const Rule &)> &visit)
{
    for (const auto table : tables) {
        for (const Rule &rule : table())
            visit(rule);
    }
}

bool appliesTo(const Rule &rule, std::string_view kind)
{
    std::string_view kinds = rule.kinds;
    while (!kinds.empty()) {
        const std::size_t space = kinds.find(' ');
        if (kinds.substr(0, space) == kind)
            return true;
        kinds = space == kinds.npos ? std::string_view() : kinds.substr(space + 1);
    }
    return rule.kinds.empty();
}

} // namespace

std::vector<Finding> findings(const Evidence &evidence)
{
    if (!evidence.object)
        return {};
    Case each(evidence);
    const std::string kind = each.kind() + '.' + std::string(detail::groupOf(each.object()["apiVersion"].text()));
    eachRule([&](const Rule &rule) {
        if (!appliesTo(rule, kind))
            return;
        each.beginRule(rule.name);
        rule.find(each);
    });
    return std::move(each).finish();
}

std::vector<detail::Notice> diagnose(const Evidence &evidence)
{
    std::vector<detail::Notice> notices;
    for (Finding &finding : findings(evidence))
        notices.push_back(std::move(finding.notice));
    return notices;
}

std::vector<std::string_view> ruleNames()
{
    std::vector<std::string_view> names;
    eachRule([&](const Rule &rule) { names.push_back(rule.name); });
    return names;
}

} // namespace diagnosis
