#pragma once

#include <vector>

namespace table {

/// What a column would take, in pixels, and what it is for.
struct ColumnWish
{
    enum class Role { Other, Name, State };

    int width = 0;
    Role role = Role::Other;
};

/// How wide columns are at first. Where room is short, states and then names keep theirs longest; where it is too short for all, the sum exceeds it.
/// What is left over is shared.
std::vector<int> shareWidth(const std::vector<ColumnWish> &wishes, int room);

} // namespace table
