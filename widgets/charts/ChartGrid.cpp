#include "widgets/charts/ChartGrid.h"

#include "widgets/base/Theme.h"
#include "widgets/charts/ChartView.h"

#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace charts {

namespace {

constexpr int Space = 3 * base::Theme::Step;
constexpr int LeastWidth = 400;
constexpr int MostColumns = 3;
constexpr int LeastHeight = 228;
constexpr int MostHeight = 320;

} // namespace

ChartGrid::ChartGrid(QWidget *parent) : QScrollArea(parent), m_board(new QWidget(viewport()))
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_board->setAutoFillBackground(false);
    setWidget(m_board);
    verticalScrollBar()->setSingleStep(6 * base::Theme::Step);
}

void ChartGrid::setCharts(std::vector<ChartView *> charts)
{
    for (ChartView *before : std::exchange(m_charts, std::move(charts)))
        if (std::ranges::find(m_charts, before) == m_charts.end())
            before->hide(), before->deleteLater();
    for (std::size_t i = 1; i < m_charts.size(); ++i)
        QWidget::setTabOrder(m_charts[i - 1], m_charts[i]);
    arrange();
}

int ChartGrid::columns() const
{
    const int most = std::min(MostColumns, std::max(1, static_cast<int>(m_charts.size())));
    return std::clamp((viewport()->width() - Space) / (LeastWidth + Space), 1, most);
}

/// High enough that all are seen at once, if that is not too low to read.
void ChartGrid::arrange()
{
    const int count = static_cast<int>(m_charts.size()), across = columns(), rows = (count + across - 1) / std::max(1, across);
    const int width = (viewport()->width() - Space * (across + 1)) / across;
    const int height = rows > 0 ? std::clamp((viewport()->height() - Space * (rows + 1)) / rows, LeastHeight, MostHeight) : 0;
    m_board->resize(viewport()->width(), rows * (height + Space) + Space);
    for (int i = 0; i < count; ++i) {
        ChartView *chart = m_charts[static_cast<std::size_t>(i)];
        chart->setGeometry(Space + i % across * (width + Space), Space + i / across * (height + Space), width, height);
        chart->show();
    }
}

void ChartGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

} // namespace charts
