#pragma once

#include "models/rbac/RiskRules.h"
#include "models/rbac/RuleMatch.h"

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// One term of the table of risks: any of these verbs on any of these resources.
class RiskTerm
{
public:
    /// "get|list /secrets@NAMESPACE#NAME", as riskRules() has it.
    explicit RiskTerm(std::string_view words);

    const std::string &namespaceName() const { return m_namespaceName; }   ///< empty: any

    enum class Given { Nowhere, ClusterWide, Anywhere };
    /// Where a rule gives it when it is bound there: cluster-scoped things come only cluster-wide (S37), except a namespace in itself (S13).
    /// Names in the rule narrow the target, but do not cancel the term.
    Given givenBy(const PolicyRule &rule, const RuleMask &mask) const;

private:
    /// One verb on one resource.
    struct Question
    {
        Request request;
        Probe probe{request};
        bool isAnyResource = false;
        bool isAnySubresource = false;
        bool isClusterScoped = false;

        bool isAnsweredBy(const PolicyRule &rule, const RuleMask &mask) const;
    };
    void addQuestion(std::string_view verb, std::string_view resource);

    std::vector<std::unique_ptr<const Question>> m_questions;   ///< probes point into them
    std::string m_namespaceName;
    std::vector<std::string> m_names;   ///< empty: any
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

    /// The terms that one rule gives, where it is bound.
    struct Given
    {
        Terms inNamespace;
        Terms clusterWide;
    };
    Given termsOf(const PolicyRule &rule) const;

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
