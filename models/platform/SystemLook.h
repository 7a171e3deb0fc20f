#pragma once

#include <optional>

namespace platform {

/// Whether the person asked the system for dark programs, where the system keeps that outside the toolkit's colours.
std::optional<bool> systemPrefersDark();

} // namespace platform
