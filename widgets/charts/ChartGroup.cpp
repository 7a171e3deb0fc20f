#include "widgets/charts/ChartGroup.h"

#include "widgets/charts/ChartView.h"

#include <QElapsedTimer>

#include <algorithm>

namespace charts {

namespace {

/// A second chart is drawn in the same turn only when the first one took no longer.
constexpr qint64 ShortTurn = 4;

} // namespace

ChartGroup::ChartGroup(QObject *parent) : QObject(parent)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ChartGroup::takeTurn);
}

void ChartGroup::setCrosshair(const std::optional<base::SystemTime> &time)
{
    if (time == m_crosshair)
        return;
    m_crosshair = time;
    Q_EMIT crosshairMoved();
}

void ChartGroup::setZoom(const std::optional<Range> &range)
{
    if (range == m_zoom)
        return;
    m_zoom = range;
    Q_EMIT zoomChanged();
}

void ChartGroup::drawSoon(ChartView &view)
{
    if (std::ranges::find(m_waiting, &view, [](const QPointer<ChartView> &waiting) { return waiting.data(); }) == m_waiting.end())
        m_waiting.emplace_back(&view);
    m_turn.start();
}

void ChartGroup::drawFirst(ChartView &view)
{
    std::erase_if(m_waiting, [&view](const QPointer<ChartView> &waiting) { return waiting == &view; });
    m_waiting.emplace_front(&view);
    m_turn.start();
}

void ChartGroup::takeTurn()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 2 && !m_waiting.empty() && (i == 0 || timer.elapsed() < ShortTurn); ++i) {
        const QPointer<ChartView> view = m_waiting.front();
        m_waiting.pop_front();
        if (view)
            view->draw();
    }
    if (!m_waiting.empty())
        return;
    m_turn.stop();
    Q_EMIT drawn();
}

} // namespace charts
