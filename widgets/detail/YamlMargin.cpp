#include "widgets/detail/YamlMargin.h"

#include "widgets/base/Theme.h"
#include "widgets/detail/YamlView.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>

namespace detail {

using base::Meaning;
using base::Theme;

namespace {

constexpr int markSize = 8;

/// A triangle: to the right when something is folded, down when it is open.
void drawMark(QPainter &painter, const QPointF &center, bool isFolded, const QColor &color)
{
    const qreal half = markSize / 2.0, quarter = markSize / 4.0;
    const QPolygonF right{QPointF(-quarter, -half), QPointF(half, 0), QPointF(-quarter, half)};
    const QPolygonF down{QPointF(-half, -quarter), QPointF(half, -quarter), QPointF(0, half)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon((isFolded ? right : down).translated(center));
}

} // namespace

YamlMargin::YamlMargin(YamlView *view) : QWidget(view), m_view(*view)
{
    setCursor(Qt::ArrowCursor);
}

int YamlMargin::wishedWidth() const
{
    const int lines = std::max(m_view.blockCount(), m_view.page() ? static_cast<int>(m_view.page()->lineCount()) : 0);
    const auto digits = std::max<qsizetype>(2, QString::number(lines).size());
    return m_view.fontMetrics().horizontalAdvance(u'0') * static_cast<int>(digits) + 6 * Theme::Step;
}

void YamlMargin::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_view.font());
    const QColor quiet = Theme::instance().color(Meaning::Secondary), strong = Theme::instance().color(Meaning::Accent);
    const int numberWidth = width() - 5 * Theme::Step;
    QTextBlock block = m_view.firstVisibleBlock();
    qreal top = m_view.blockBoundingGeometry(block).translated(m_view.contentOffset()).top();
    for (; block.isValid() && top <= event->rect().bottom(); block = m_view.nextShown(block)) {
        if (!block.isVisible())
            continue;
        const qreal height = m_view.blockBoundingRect(block).height();
        painter.setPen(quiet);
        painter.drawText(QRectF(0, top, numberWidth, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        const int place = m_view.foldableAt(block.blockNumber());
        if (place >= 0)
            drawMark(painter, {width() - 2.5 * Theme::Step, top + height / 2}, m_view.isFolded(place), m_view.isFolded(place) ? strong : quiet);
        top += height;
    }
}

void YamlMargin::mousePressEvent(QMouseEvent *event)
{
    m_view.toggleAtLine(m_view.cursorForPosition({0, event->pos().y()}).blockNumber());
}

void YamlMargin::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_view.viewport(), event);
}

} // namespace detail
