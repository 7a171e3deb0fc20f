#include "widgets/table/ColumnWidths.h"

#include <algorithm>
#include <numeric>

namespace table {

namespace {

/// What is taken, step by step, until the columns fit: down to this width, from the widest first.
constexpr int readable = 110;
constexpr int narrowestAtFirst = 90;
/// Names keep this part of the room whatever the others want.
constexpr int nameShare = 4;

int sumOf(const std::vector<int> &widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

void shrink(std::vector<int> &widths, const std::vector<ColumnWish> &wishes, ColumnWish::Role role, int least, int room)
{
    const auto isMeant = [&](std::size_t i) { return wishes[i].role == role; };
    int most = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        most = isMeant(i) ? std::max(most, widths[i]) : most;
    for (; most >= least && sumOf(widths) > room; --most) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = isMeant(i) ? std::min(widths[i], most) : widths[i];
    }
}

} // namespace

std::vector<int> shareWidth(const std::vector<ColumnWish> &wishes, int room)
{
    std::vector<int> widths;
    std::ranges::transform(wishes, std::back_inserter(widths), &ColumnWish::width);
    if (widths.empty())
        return widths;
    shrink(widths, wishes, ColumnWish::Role::Other, readable, room);
    shrink(widths, wishes, ColumnWish::Role::Name, std::max(readable, room / nameShare), room);
    shrink(widths, wishes, ColumnWish::Role::Other, narrowestAtFirst, room);
    shrink(widths, wishes, ColumnWish::Role::State, readable, room);
    const auto count = static_cast<int>(widths.size());
    const int rest = std::max(0, room - sumOf(widths));
    for (int &width : widths)
        width += rest / count;
    widths.back() += rest % count;
    return widths;
}

} // namespace table
