#include "models/rbac/RiskInclusion.h"

#include <algorithm>
#include <tuple>

namespace rbac {

namespace {

bool isEverything(const Risk &risk) { return risk.id == "R01" || risk.id == "R02"; }

/// The others tell in what circumstances somebody has it, which "everything" does not say.
bool isMadeByRule(const Risk &risk) { return risk.rule && (risk.id == "R17" || risk.id == "R66" || !riskRule(risk.id).words.empty()); }

auto sourceOf(const Risk &risk) { return std::tie(risk.subject, risk.namespaceName, risk.binding, risk.role, risk.rule); }

} // namespace

RiskInclusion::RiskInclusion(const std::vector<Risk> &risks) : m_risks(risks)
{
    for (std::uint32_t i = 0; i < risks.size(); ++i)
        if (isEverything(risks[i]))
            m_wholes.push_back(i);
    std::ranges::sort(m_wholes, {}, [&](std::uint32_t i) { return sourceOf(risks[i]); });
}

std::optional<std::uint32_t> RiskInclusion::wholeOf(std::uint32_t finding) const
{
    const Risk &risk = m_risks[finding];
    if (isEverything(risk) || !isMadeByRule(risk))
        return std::nullopt;
    const auto sourceAt = [this](std::uint32_t i) { return sourceOf(m_risks[i]); };
    const auto found = std::ranges::lower_bound(m_wholes, sourceOf(risk), {}, sourceAt);
    return found != m_wholes.end() && sourceAt(*found) == sourceOf(risk) ? std::optional(*found) : std::nullopt;
}

std::vector<std::uint32_t> RiskInclusion::partsOf(const Risk &whole) const
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; isEverything(whole) && i < m_risks.size(); ++i)
        if (sourceOf(m_risks[i]) == sourceOf(whole) && wholeOf(i))
            out.push_back(i);
    return out;
}

} // namespace rbac
