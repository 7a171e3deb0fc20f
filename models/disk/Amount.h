#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace disk {

/// No disk is larger, and a hundred times as much still fits.
inline constexpr std::int64_t LargestWhole = std::int64_t(1) << 56;

/// What no disk can hold is not known.
inline std::optional<std::int64_t> possible(std::optional<std::int64_t> amount)
{
    return amount && *amount >= 0 && *amount <= LargestWhole ? amount : std::nullopt;
}

/// Of possible amounts; a possible one again.
inline std::int64_t sumOf(std::int64_t one, std::int64_t other) { return std::min(LargestWhole, one + other); }

} // namespace disk
