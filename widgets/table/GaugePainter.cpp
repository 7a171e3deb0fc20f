#include "widgets/table/GaugePainter.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/Theme.h"

#include <QPainter>

#include <algorithm>

namespace table {

namespace {

constexpr int thickness = 3;
constexpr int bottomMargin = 1;
constexpr int requestHeight = 5, limitHeight = 6;
constexpr int markWidth = 2;

QColor colorOf(base::Meaning meaning) { return base::Theme::instance().color(meaning); }

base::Meaning fillOf(kinds::Health meaning) { return meaning == kinds::Health::NotTold ? base::Meaning::Accent : base::meaningOf(meaning); }

/// Stands on the line of the bar; inside of it at both ends.
void paintMark(QPainter &painter, const QRect &bar, double part, int height, base::Meaning color)
{
    const int x = bar.left() + std::clamp(static_cast<int>(part * bar.width()) - markWidth / 2, 0, bar.width() - markWidth);
    painter.fillRect(x, bar.bottom() + 1 - height, markWidth, height, colorOf(color));
}

} // namespace

void paintGauge(QPainter &painter, const QRect &content, const tables::Gauge &gauge)
{
    const QRect bar(content.left(), content.bottom() + 1 - bottomMargin - thickness, content.width(), thickness);
    if (bar.width() < markWidth)
        return;
    painter.fillRect(bar, colorOf(base::Meaning::Border));
    const double fill = gauge.fill.value_or(0);
    const int used = std::clamp(static_cast<int>(fill * bar.width()), fill > 0 ? 1 : 0, bar.width());
    painter.fillRect(bar.left(), bar.top(), used, thickness, colorOf(fillOf(gauge.meaning)));
    if (gauge.request)
        paintMark(painter, bar, *gauge.request, requestHeight, base::Meaning::Secondary);
    if (gauge.limit)
        paintMark(painter, bar, *gauge.limit, limitHeight, base::Meaning::Text);
}

} // namespace table
