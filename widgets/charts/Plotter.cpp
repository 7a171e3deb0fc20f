#include "widgets/charts/Plotter.h"

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

#include <cstddef>

namespace charts {

namespace {

/// A line that is parted more often than this is drawn as its values from there on: each part is a series of QtCharts, which is not cheap.
constexpr std::size_t MostParts = 16;
constexpr double ValueRadius = 2;

QList<QPointF> pointsOf(const Stretch &stretch, double height)
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(stretch.size()));
    for (const Dot &dot : stretch)
        points.append(QPointF(dot.x, height - dot.y));
    return points;
}

} // namespace

/// The one chart, and the series that were needed so far.
class Plotter::Canvas
{
public:
    Canvas()
    {
        m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        m_chart = new QChart;
        m_chart->setBackgroundVisible(false);
        m_chart->setMargins({});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_chart->legend()->hide();
        for (const auto &[axis, side] : {std::pair(&m_across, Qt::AlignBottom), std::pair(&m_up, Qt::AlignLeft)}) {
            *axis = new QValueAxis;
            (*axis)->setVisible(false);
            (*axis)->setTickCount(2);
            m_chart->addAxis(*axis, side);
        }
        m_scene.addItem(m_chart);
    }

    void resize(const QSizeF &size)
    {
        if (size == m_size)
            return;
        m_size = size;
        m_scene.setSceneRect(QRectF(QPointF(), size));
        m_chart->setGeometry(QRectF(QPointF(), size));
        m_chart->setPlotArea(QRectF(QPointF(), size));
        m_across->setRange(0, size.width());
        m_up->setRange(0, size.height());
    }

    /// A part of a line; or values that stand alone.
    enum class Form { Connected, Alone };
    void add(const QList<QPointF> &points, const QPen &pen, Form form)
    {
        QLineSeries &series = next();
        series.setPointsVisible(form == Form::Alone);
        series.setMarkerSize(ValueRadius);
        QPen own = pen;
        own.setStyle(form == Form::Alone ? Qt::NoPen : pen.style());
        if (series.pen() != own)
            series.setPen(own);
        series.replace(points);
    }

    void render(QPainter &painter, const QRectF &place) { m_scene.render(&painter, place, QRectF(QPointF(), m_size), Qt::IgnoreAspectRatio); }

    /// Without lines nothing has to be computed when the size changes, and none is drawn that was not asked for.
    void clear()
    {
        for (std::size_t i = 0; i < m_used; ++i)
            m_series[i]->clear();
        m_used = 0;
    }

private:
    QLineSeries &next()
    {
        if (m_used == m_series.size()) {
            auto *series = new QLineSeries;
            m_chart->addSeries(series);
            series->attachAxis(m_across);
            series->attachAxis(m_up);
            m_series.push_back(series);
        }
        return *m_series[m_used++];
    }

    QGraphicsScene m_scene;
    QChart *m_chart;
    QValueAxis *m_across = nullptr;
    QValueAxis *m_up = nullptr;
    std::vector<QLineSeries *> m_series;
    std::size_t m_used = 0;
    QSizeF m_size;
};

Plotter::Plotter() = default;
Plotter::~Plotter() = default;

void Plotter::paint(QPainter &painter, const QRectF &place, const std::vector<Stroke> &strokes)
{
    if (place.isEmpty() || strokes.empty())
        return;
    if (!m_canvas)
        m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(place.size());
    for (const Stroke &stroke : strokes) {
        QList<QPointF> alone;
        std::size_t parts = 0;
        for (const Stretch &stretch : stroke.stretches) {
            const QList<QPointF> points = pointsOf(stretch, place.height());
            if (points.size() > 1 && ++parts <= MostParts)
                m_canvas->add(points, stroke.pen, Canvas::Form::Connected);
            else
                alone += points;
        }
        if (!alone.isEmpty())
            m_canvas->add(alone, stroke.pen, Canvas::Form::Alone);
    }
    m_canvas->render(painter, place);
    m_canvas->clear();
}

} // namespace charts
