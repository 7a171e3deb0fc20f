#pragma once

#include "widgets/charts/ChartFrame.h"
#include "widgets/charts/Plotter.h"

#include <QPen>

#include <vector>

class QPainter;

namespace charts {

/// Draws what of a chart stays while a pointer moves over it: axes, what is stale, lines, marks with their names, what happened.
class ChartPainter
{
public:
    struct Subject
    {
        const Chart &chart;
        const Hidden &hidden;
        const std::vector<QPen> &pens;
        const Scales &scales;
        QRect plot;             ///< on the picture
    };
    enum class Detail { Reduced, Everything };      ///< everything: for comparison

    ChartPainter(QPainter &painter, const Subject &subject) : m_painter(painter), m_subject(subject) { }

    void paint(Plotter &plotter, Detail detail = Detail::Reduced);

    /// From the upper left corner of the plot.
    static constexpr int EventReach = 6;

private:
    void paintGrid();
    void paintTimes();
    void paintStale();
    struct MarkName
    {
        QString name;
        QString value;
        double y = 0;
    };

    std::vector<MarkName> markNames() const;
    void paintMarkNames();
    QRectF placeOfMark(double y, double wide, const std::vector<QRectF> &taken) const;
    QRectF placeAbove(double wide, const std::vector<QRectF> &taken) const;
    bool isFree(const QRectF &place, const std::vector<QRectF> &taken) const;
    bool isCrossed(const QRectF &place) const;
    bool isHidden(std::size_t line) const { return line < m_subject.hidden.size() && m_subject.hidden[line]; }
    void paintEvents();
    std::vector<Plotter::Stroke> strokes(Detail detail) const;

    QPainter &m_painter;
    const Subject &m_subject;
};

} // namespace charts
