#pragma once

#include <QColor>

namespace base {

/// How many lines have a colour of their own; after them colours begin anew, and whoever draws tells them apart by other means.
inline constexpr int SeriesColorCount = 7;

/// Of the line of that number, from 0, on a surface of the theme as it is now: people who cannot tell red from green, or blue from yellow, can
/// tell any two of them apart.
QColor seriesColor(int number);

} // namespace base
