#pragma once

#include "models/rbac/Basis.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

inline constexpr std::size_t SeverityCount = 5;
using Severities = std::bitset<SeverityCount>;

/// What is asked of a finding, in the order of a table's columns.
enum class RiskPart : std::uint8_t { Severity, What, Who, Where, Binding, Role, Rule };

/// Which findings somebody wants to see, and in which order.
struct RiskWish
{
    std::string words;                      ///< split by spaces, any case: all of them occur in what is told of a finding
    Severities severities;                  ///< none: all
    std::vector<std::string> namespaces;    ///< where it holds, or whose account it is about; cluster-wide ones always count. Empty: all
    bool foldsDefaults = true;              ///< without what Kubernetes or a platform brings
    RiskPart order = RiskPart::Severity;
    bool isDescending = false;
    std::vector<std::string> attacks;       ///< in the person's language, in the order of riskRules(); empty: in English
    std::optional<Risk> selected;
    bool foldsIncluded = true;              ///< what another finding that is shown includes lies under it
    std::vector<Risk> unfolded;             ///< those under which it is shown
};

/// One finding that is shown.
struct RiskRow
{
    std::uint32_t finding = 0;                  ///< of the basis
    std::vector<std::uint32_t> included = {};   ///< under it, in order
    bool isUnfolded = false;                    ///< they are the next rows
    bool isIncluded = false;                    ///< in one above

    bool operator==(const RiskRow &) const = default;
};

/// The findings that were wished for, and how many there are beside them. Immutable once it is made.
struct RiskList
{
    std::shared_ptr<const Basis> basis;
    std::vector<RiskRow> rows;
    std::array<std::size_t, SeverityCount> counts{};    ///< of all that fit but for their severity
    std::size_t folded = 0;                 ///< that would be there too
    std::size_t included = 0;               ///< in others that fit, unfolded or not
    std::optional<std::size_t> selected;    ///< its row, or of what it lies folded under

    const Risk &risk(std::size_t row) const { return basis->risks()[rows[row].finding]; }
    const std::vector<std::uint32_t> &includedIn(std::size_t row) const { return rows[row].included; }
};

/// A pure function, any thread.
RiskList listRisks(std::shared_ptr<const Basis> basis, const RiskWish &wish);

/// Who brings the binding that a finding comes through: "Kubernetes" or a vendor; empty: people, or nobody knows.
std::string_view originOf(const Risk &risk, const AccessEvaluator &evaluator);

/// The place of a rule in the table of risks.
std::size_t numberOf(std::string_view id);

/// How a rule is told: as it is written, or with words instead of its stars.
struct RuleSaying
{
    std::string everyVerb = "*", everyResource = "*";
    std::string stars = "%1 %2";                ///< %1: verbs, %2: resources, where one of them is everything
};

/// "create, get pods, pods/log" of the rule behind a finding; empty where there is none.
std::string ruleText(const Risk &risk, const AccessEvaluator &evaluator, const RuleSaying &saying = {});

} // namespace rbac
