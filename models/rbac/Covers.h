#pragma once

#include "models/rbac/Explain.h"
#include "models/rbac/Objects.h"

#include <cstdint>
#include <vector>

namespace rbac {

/// Whether rights include other rights, as write checks ask it (component-helpers auth/rbac/validation; S74): each atom of the wanted
/// rules must lie in one single rule that is held. A wildcard lies in the same wildcard only.

/// The atoms of the wanted rules that no held rule covers; one verb, group, resource and name (or URL) each.
std::vector<PolicyRule> uncovered(const std::vector<PolicyRule> &held, const std::vector<PolicyRule> &wanted);
/// One atom in one rule.
bool covers(const PolicyRule &held, const PolicyRule &atom);
std::vector<PolicyRule> atomsOf(const PolicyRule &rule);

/// The hashed words of a whole role, so that nearly all roles that cannot cover another one are passed in a few instructions.
class CoverMask
{
public:
    CoverMask() = default;
    explicit CoverMask(const std::vector<PolicyRule> &rules);

    /// False only when some atom of the wanted rules cannot be covered.
    bool mayCover(const CoverMask &wanted) const;

private:
    struct Words
    {
        std::uint64_t verbs = 0;
        std::uint64_t groups = 0;
        std::uint64_t resources = 0;
    };

    Words m_held;      ///< where a wildcard is every word
    Words m_wanted;    ///< where it is a word like others
    bool m_hasUrls = false;
};

/// One right as a rule, without its place.
PolicyRule ruleOf(const Right &right);
/// Of the rights the parts that no held right covers, places included; of several names those that are not covered.
std::vector<Right> uncoveredRights(const std::vector<Right> &held, const std::vector<Right> &wanted);

} // namespace rbac
