#pragma once

#include "models/rbac/RuleMatch.h"
#include "models/rbac/Sentence.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// The rule of a role that comes nearest to a request, and what of it does not fit.
struct NearestRule
{
    std::size_t rule = 0;
    Misses misses;

    /// How many parts fail; another resource counts twice, as it is seldom what was meant.
    int distance() const { return misses.count() + (misses.has(Part::Resource) ? 1 : 0); }
};

/// The nearest of them, of equally near ones that about the resource itself, then the first. Nothing when every rule is about something
/// else: URLs where a resource is asked, or a thing that it shares neither the verb nor the group with.
std::optional<NearestRule> nearestRule(const std::vector<PolicyRule> &rules, const Probe &probe);

/// What is wrong with the rule, part by part, in words.
Sentence ruleWords(const PolicyRule &rule, Misses misses, const Request &request);

} // namespace rbac
