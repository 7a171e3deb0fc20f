#pragma once

#include <vector>

namespace table {

/// What a column would take, in pixels, and whether rows are known by it.
struct ColumnWish
{
    int width = 0;
    bool isName = false;
};

/// How wide columns are at first. Where room is short, names keep theirs longest; where it is too short for all, the sum exceeds it.
/// What is left over is shared.
std::vector<int> shareWidth(const std::vector<ColumnWish> &wishes, int room);

} // namespace table
