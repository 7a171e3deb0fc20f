#include "widgets/charts/ChartFrame.h"

#include "widgets/base/Theme.h"
#include "widgets/charts/Legend.h"

#include <QFontMetrics>

#include <algorithm>

namespace charts {

using base::Theme;

namespace {

constexpr int Side = 3 * Theme::Step;
constexpr int TitleHeight = 28;
constexpr int TimeHeight = 18;
constexpr int PixelsForValue = 34;
constexpr int PixelsForTime = 76;

/// For the longest word beside an axis, the same for all charts, so that they stand in line.
int valueWidth() { return QFontMetrics(Theme::instance().captionFont()).horizontalAdvance(QStringLiteral("1023 MiB/s")) + 2 * Theme::Step + 1; }

bool hasMarks(const Chart &chart) { return std::ranges::find(chart.lines, Role::Mark, &Line::role) != chart.lines.end(); }

} // namespace

Places placesIn(const QSize &size, const Chart &chart)
{
    Places places;
    const int width = std::max(0, size.width() - 2 * Side);
    const int legend = Legend::heightFor(chart, width);
    places.title = QRect(Side, Theme::Step, width, TitleHeight);
    places.legend = QRect(Side, size.height() - Theme::Step - legend, width, legend);
    const int top = places.title.bottom() + 1, bottom = places.legend.top() - Theme::Step;
    places.picture = QRect(Side, top, width, std::max(0, bottom - top));
    places.plot = places.picture.adjusted(valueWidth(), Theme::Step + 2 + (hasMarks(chart) ? MarkHeight : 0), 0, -TimeHeight);
    return places;
}

Scales scalesOf(const Chart &chart, const Hidden &hidden, const Range &range, const QSize &plot)
{
    Scales scales;
    scales.values = valueAxis(chart, range, hidden, std::clamp(plot.height() / PixelsForValue, 2, 8));
    scales.times = timeAxis(range, std::max(2, plot.width() / PixelsForTime), localOffset);
    scales.frame = {range, scales.values.low, scales.values.high, double(plot.width()), std::max(1.0, plot.height() - 1.0), ValueLineWidth};
    return scales;
}

} // namespace charts
