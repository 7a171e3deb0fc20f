#pragma once

#include <optional>
#include <string>
#include <vector>

namespace platform {

/// Whether the person asked the system for dark programs, where the system keeps that outside the toolkit's colours.
std::optional<bool> systemPrefersDark();

/// Fonts for Hangul and for signs that the font of the person's language may not have, where the system finds worse ones by itself.
std::vector<std::string> fontsBesides();
/// The font for what machines read; empty where the toolkit knows it.
std::string machineFont();

} // namespace platform
