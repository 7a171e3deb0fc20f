#pragma once

#include "models/kube/Store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kinds {

/// How an object is, as far as its cells tell; what needs attention comes first.
enum class Health : std::uint8_t {
    Failing,        ///< does not do its work, and waiting will not help
    NotReady,       ///< does part of its work, or is about to stop
    Unknown,        ///< nobody knows
    Starting,       ///< on its way, up or down
    Running,        ///< as it should be
    Completed,      ///< did its work, or has none
    NotTold,        ///< this kind has no health, or no cell that tells it
};
inline constexpr std::size_t HealthCount = static_cast<std::size_t>(Health::NotTold) + 1;

/// As addresses name it: "failing", "not-ready".
std::string_view nameOf(Health health);
std::optional<Health> healthNamed(std::string_view name);

struct HealthRule;

/// Reads the health of one kind's objects from the words and counts in their cells.
class HealthReader
{
public:
    HealthReader(std::string_view apiVersion, std::string_view kind, const std::vector<kube::Column> &columns);

    /// The column whose cell the health is the meaning of; none for kinds without health.
    std::optional<std::size_t> column() const { return m_word ? m_word : m_ready; }
    Health read(const kube::Store &store, kube::RowId row) const;

private:
    Health readCounts(const kube::Store &store, kube::RowId row) const;

    const HealthRule *m_rule = nullptr;
    std::optional<std::size_t> m_word;
    std::optional<std::size_t> m_ready;
    std::optional<std::size_t> m_wanted;
};

} // namespace kinds
