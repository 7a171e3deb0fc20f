#include "widgets/charts/ChartLook.h"

#include "widgets/base/SeriesColors.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartFrame.h"

#include <algorithm>
#include <array>

namespace charts {

namespace {

constexpr double ThinWidth = 1;
constexpr std::array markStyles{Qt::DotLine, Qt::DashLine, Qt::DashDotLine, Qt::DashDotDotLine};
constexpr std::array valueStyles{Qt::SolidLine, Qt::DashDotLine, Qt::DotLine, Qt::DashDotDotLine};

template<typename Styles>
Qt::PenStyle styleOf(const Styles &styles, int number)
{
    return styles[static_cast<std::size_t>(number) % styles.size()];
}

QPen penOf(const QColor &color, double width, Qt::PenStyle style)
{
    QPen pen(color, width, style, Qt::FlatCap, Qt::BevelJoin);
    if (style == Qt::DashLine)
        pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

std::vector<QPen> pensOf(const Chart &chart)
{
    std::vector<QPen> pens;
    int value = 0, mark = 0;
    for (const Line &line : chart.lines) {
        if (line.role == Role::Mark)
            pens.push_back(penOf(base::Theme::instance().color(base::Meaning::Secondary), ThinWidth, styleOf(markStyles, mark++)));
        else if (line.role == Role::Value)
            pens.push_back(penOf(base::seriesColor(value), ValueLineWidth, styleOf(valueStyles, value / base::SeriesColorCount))), ++value;
        else
            pens.push_back(QPen());
    }
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        if (chart.lines[i].role != Role::Before)
            continue;
        const auto now = std::ranges::find_if(chart.lines, [&](const Line &line) { return line.role == Role::Value && line.name == chart.lines[i].name; });
        const QColor color = now != chart.lines.end() ? pens[static_cast<std::size_t>(now - chart.lines.begin())].color() : base::Theme::instance().color(base::Meaning::Secondary);
        pens[i] = penOf(color, ThinWidth, Qt::DashLine);
    }
    return pens;
}

} // namespace charts
