#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

enum class Severity : std::uint8_t { Critical, High, Medium, Low, Info };

/// "crit", "high", "med", "low", "info"
std::string_view severityName(Severity severity);

enum class RiskScope : std::uint8_t { Anywhere, ClusterOnly, NamespaceOnly };

/// One row of the table of risks: what makes it, as words, and why it matters.
///
/// The words are alternatives separated by "; ", each a conjunction of terms: "+" for what must be held too, "-" for what must not. A
/// term is VERB|VERB RESOURCE|RESOURCE; a resource is GROUP/NAME[/SUBRESOURCE], where ? stands for any, @NAMESPACE and #NAME narrow the
/// term; an alternative behind <1.35 counts for older servers only. Without words the row is found by code, because it asks about more than rules.
struct RiskRule
{
    std::string_view id;
    Severity severity;
    RiskScope scope;
    std::string_view words;
    std::string_view attack;
};

std::span<const RiskRule> riskRules();
const RiskRule &riskRule(std::string_view id);

} // namespace rbac
