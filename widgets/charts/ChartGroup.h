#pragma once

#include "models/charts/Chart.h"
#include "widgets/charts/Plotter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <optional>

namespace charts {

class ChartView;

/// What the charts of a page have in common: the time the crosshair is at, the part of time that is looked at, and the turns in which they are
/// drawn: one or two in each turn of the event loop, so that no key or click waits for a whole page.
class ChartGroup final : public QObject
{
    Q_OBJECT

public:
    explicit ChartGroup(QObject *parent = nullptr);

    Plotter &plotter() { return m_plotter; }

    const std::optional<base::SystemTime> &crosshair() const { return m_crosshair; }
    void setCrosshair(const std::optional<base::SystemTime> &time);

    /// Nothing: all that the charts have.
    const std::optional<Range> &zoom() const { return m_zoom; }
    void setZoom(const std::optional<Range> &range);

    /// How far one may look, where charts hold a part of it alone; nothing: what each chart has.
    const std::optional<Range> &reach() const { return m_reach; }
    void setReach(const std::optional<Range> &range) { m_reach = range; }

    /// In a turn to come; first: before those that wait already, because the person's hand is on it.
    void drawSoon(ChartView &view);
    void drawFirst(ChartView &view);
    bool isDrawing() const { return !m_waiting.empty(); }

Q_SIGNALS:
    void crosshairMoved();
    void zoomChanged();
    /// All that waited are drawn.
    void drawn();

private:
    void takeTurn();

    Plotter m_plotter;
    std::optional<base::SystemTime> m_crosshair;
    std::optional<Range> m_zoom;
    std::optional<Range> m_reach;
    std::deque<QPointer<ChartView>> m_waiting;
    QTimer m_turn;
};

} // namespace charts
