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
/// How heavy, from 1 to 1000, what counts more is written: a weight that the system's font really has. Where it has not the one that is asked for,
/// the toolkit reads every font of the machine before it takes another.
int strongWeight();

} // namespace platform
