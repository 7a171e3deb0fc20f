#pragma once

namespace graph {

/// The sizes of letters and the room around them, in pixels.
constexpr double TitleSize = 12.5;
constexpr double CaptionSize = 11;
constexpr double BoxPadding = 10;

/// Semi-bold letters are wider by that.
constexpr double BoldFactor = 1.1;

/// What a corner of risk or a lock takes of a line of words.
constexpr double SignRoom = 10;

/// What a text slanted by 45 degrees takes of its width.
constexpr double SlantFactor = 0.7072;

} // namespace graph
