#pragma once

#include "models/rbac/Basis.h"
#include "models/rbac/Explain.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace rbac {

enum class Side : std::uint8_t { OnlyFirst, OnlySecond, Both };
inline constexpr std::size_t SideCount = 3;
using Sides = std::bitset<SideCount>;

/// A right without its way, or of several names those that are on that side.
struct ComparedRight
{
    Side side = Side::Both;
    Right right;

    auto operator<=>(const ComparedRight &) const = default;
};

struct ComparedRisk
{
    Side side = Side::Both;
    Severity severity = Severity::Info;
    std::string_view id;
    std::string namespaceName;

    auto operator<=>(const ComparedRisk &) const = default;
};

/// What two identities may do, or one may in two clusters. A right that a wider one includes is not one that is only held by one of them.
struct AccessComparison
{
    std::vector<ComparedRight> rights;      ///< in order, each once
    std::vector<ComparedRisk> risks;
    std::array<std::size_t, SideCount> rightCounts{}, riskCounts{};
};

struct Compared
{
    const Basis *basis = nullptr;
    Identity identity;
};

/// A pure function, any thread.
AccessComparison compareAccess(const Compared &first, const Compared &second);

} // namespace rbac
