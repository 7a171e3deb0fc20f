#include "widgets/graph/Headings.h"

#include "widgets/base/Theme.h"

namespace graph {

namespace {

constexpr double Gap = 2 * base::Theme::Step;
constexpr double LeastRoom = 14 * base::Theme::Step;

} // namespace

std::vector<ShownHeading> shownHeadings(const Scene &scene, const Camera &camera, const QFontMetrics &metrics, double width)
{
    const auto &columns = scene.columns();
    const auto placeOf = [&](std::size_t column) { return camera.toView(QPointF(columns[column].x, 0)).x(); };
    std::vector<ShownHeading> shown;
    double free = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double x = placeOf(i);
        if (x < free)
            continue;
        const double room = i + 1 < columns.size() ? placeOf(i + 1) - x - Gap : width;
        const QString &whole = columns[i].heading;
        const bool isWhole = metrics.horizontalAdvance(whole) <= room || room < LeastRoom;
        shown.push_back({x, isWhole ? whole : metrics.elidedText(whole, Qt::ElideRight, static_cast<int>(room))});
        free = x + metrics.horizontalAdvance(shown.back().text) + Gap;
    }
    return shown;
}

} // namespace graph
