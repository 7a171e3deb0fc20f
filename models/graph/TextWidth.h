#pragma once

#include <string>
#include <string_view>

namespace graph {

/// About how wide a text is in a common sans-serif font of that size in pixels; rather too wide than too narrow. Needs no display.
double textWidth(std::string_view text, double size);

/// Takes characters from the middle until the text fits: "ml-pipe…-7c9f"; complete when it fits.
std::string shortened(std::string_view text, double size, double width);

} // namespace graph
