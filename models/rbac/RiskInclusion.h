#pragma once

#include "models/rbac/Risks.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rbac {

/// Which findings say only in parts what another one says at once: whoever may do everything by a rule has all that the same rule gives there. What comes
/// through another rule or binding is no part of it, because it stays when that one goes.
class RiskInclusion
{
public:
    /// The findings are those of findRisks(), in its order.
    explicit RiskInclusion(const std::vector<Risk> &risks);

    /// The place of the finding that includes that one, which comes before it; nothing: there is none.
    std::optional<std::uint32_t> wholeOf(std::uint32_t finding) const;
    /// The places of those that it includes.
    std::vector<std::uint32_t> partsOf(const Risk &whole) const;

private:
    const std::vector<Risk> &m_risks;
    std::vector<std::uint32_t> m_wholes;    ///< in the order of what they come from
};

} // namespace rbac
