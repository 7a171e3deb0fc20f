#pragma once

#include "models/rbac/RiskRules.h"
#include "models/rbac/RuleMatch.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// One term of the table of risks: any of these verbs on any of these resources.
struct RiskTerm
{
    struct Resource
    {
        std::string group;
        std::string resource;        ///< "?" for any
        std::string subresource;     ///< "?" for any or none
        bool isClusterScoped = false;
    };

    std::vector<std::string> verbs;
    std::vector<Resource> resources;
    std::string namespaceName;        ///< empty: any
    std::vector<std::string> names;   ///< empty: any

    /// Whether the rule gives it, where it is bound: cluster-scoped things come only cluster-wide (S37), except a namespace in itself (S13).
    /// Names in the rule narrow the target, but do not cancel the term.
    bool isGivenBy(const PolicyRule &rule, bool isClusterWide) const;
};

/// The terms of the whole table, each once, and the conjunctions that risks are made of.
class RiskTable
{
public:
    static constexpr std::size_t mostTerms = 128;
    using Terms = std::bitset<mostTerms>;

    struct Alternative
    {
        std::size_t risk = 0;               ///< into riskRules()
        std::vector<std::size_t> needed;    ///< term numbers, the leading one first
        std::vector<std::size_t> excluded;
        int beforeMinor = 0;                ///< of servers older than this one only; 0: of all

        /// A server of which nothing is known is a new one.
        bool countsFor(std::optional<int> serverMinor) const { return beforeMinor == 0 || (serverMinor && *serverMinor < beforeMinor); }
    };

    static const RiskTable &instance();

    const std::vector<RiskTerm> &terms() const { return m_terms; }
    const std::vector<Alternative> &alternatives() const { return m_alternatives; }

private:
    RiskTable();
    std::size_t termNumber(std::string_view words);
    void addRisk(std::size_t risk, std::string_view words);
    void addAlternative(std::size_t risk, std::string_view words);

    std::vector<std::string> m_words;
    std::vector<RiskTerm> m_terms;
    std::vector<Alternative> m_alternatives;
};

} // namespace rbac
