#pragma once

#include "models/rbac/AccessComparison.h"
#include "models/rbac/RiskExport.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// What is asked of a row of a comparison.
enum class ComparedPart : std::uint8_t { In, Severity, What, Where };

struct ComparedOrder
{
    ComparedPart part = ComparedPart::In;
    bool isDescending = false;

    bool operator==(const ComparedOrder &) const = default;
};

/// Which rows of a comparison somebody wants to see, and in which order.
struct ComparisonWish
{
    std::string words;                  ///< split by spaces, any case: all of them occur in a row
    Sides sides;                        ///< none: all
    std::vector<std::string> attacks;   ///< in the order of riskRules(); empty: in English
    ComparedOrder rightOrder = {}, riskOrder = {};
};

/// The rows that were wished for.
struct ComparisonList
{
    std::shared_ptr<const AccessComparison> all;
    std::vector<std::uint32_t> rights;
    std::vector<std::uint32_t> risks;

    const ComparedRight &right(std::size_t row) const { return all->rights[rights[row]]; }
    const ComparedRisk &risk(std::size_t row) const { return all->risks[risks[row]]; }
};

/// A pure function, any thread.
ComparisonList listComparison(std::shared_ptr<const AccessComparison> comparison, const ComparisonWish &wish);

/// "get secrets x, y", as rows are told.
std::string rightText(const Right &right);

struct ComparisonReportWords
{
    std::string title;
    std::string first, second;                  ///< whom, and where
    std::vector<std::string> sides;             ///< in the order of Side
    std::vector<std::string> heads;             ///< of the side, what, where
    RiskReportWords risks;
};

/// What the tables show as a file; JSON is in nobody's language. A pure function.
std::string exported(const ComparisonList &list, RiskFormat format, const ComparisonReportWords &words);

/// Everybody whom bindings name and all accounts, as references in order, each once.
std::vector<std::string> identitiesIn(const Inputs &inputs);

/// A reference to somebody, or the user name of an account; nothing when it is neither.
std::optional<Identity> readIdentity(std::string_view text);

} // namespace rbac
