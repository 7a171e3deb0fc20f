#include "widgets/table/GridPainter.h"

#include "widgets/table/GaugePainter.h"
#include "widgets/table/GridHeader.h"

#include <QFontMetrics>
#include <QPainter>

namespace table {

namespace {

constexpr int rowHeight = base::Theme::RowHeight;

QColor colorOf(base::Meaning meaning) { return base::Theme::instance().color(meaning); }

} // namespace

GridPainter::GridPainter(const tables::TableModel &model) : m_model(model), m_groups(model)
{
    forget();
}

void GridPainter::forget()
{
    m_font = base::Theme::instance().tableFont();
    const QFontMetrics metrics(m_font);
    m_baseline = (rowHeight - metrics.height()) / 2 + metrics.ascent();
    m_texts.assign(static_cast<std::size_t>(m_model.columnCount()), {});
    for (TextCache &texts : m_texts)
        texts.setFont(m_font);
    m_groups.forget();
}

const LaidText &GridPainter::lay(int row, const ColumnPlace &place, base::SystemTime now)
{
    readCell(m_model, row, place.column, now, m_look);
    TextCache &texts = m_texts[static_cast<std::size_t>(place.column)];
    texts.setWidth(place.width - 2 * GridHeader::Padding);
    return texts.lay(m_look.text);
}

void GridPainter::paint(QPainter &painter, const Scene &scene)
{
    paintBackground(painter, scene);
    const base::SystemTime now = m_model.now();
    for (const ColumnPlace &place : scene.columns)
        paintColumn(painter, scene, place, now);
    if (m_model.groupColumn())
        paintGroups(painter, scene);
    if (scene.currentRow >= scene.firstRow && scene.currentRow < scene.endRow)
        paintRing(painter, scene);
}

void GridPainter::paintBackground(QPainter &painter, const Scene &scene) const
{
    painter.fillRect(scene.viewport, colorOf(base::Meaning::Surface));
    const QColor stripe = colorOf(base::Meaning::Stripe), selection = colorOf(base::Meaning::Selection);
    for (int row = scene.firstRow; row < scene.endRow; ++row) {
        const bool isSelected = m_model.selection().contains(m_model.rowId(row));
        if (isSelected || row % 2 == 1)
            painter.fillRect(scene.viewport.x(), scene.firstRowTop + (row - scene.firstRow) * rowHeight, scene.viewport.width(), rowHeight,
                             isSelected ? selection : stripe);
    }
}

void GridPainter::paintColumn(QPainter &painter, const Scene &scene, const ColumnPlace &place, base::SystemTime now)
{
    base::Meaning pen = base::Meaning::Background;
    int y = scene.firstRowTop + m_baseline;
    for (int row = scene.firstRow; row < scene.endRow; ++row, y += rowHeight) {
        if (m_model.isGroup(row))
            continue;
        const LaidText &text = lay(row, place, now);
        if (m_look.gauge && m_look.gauge->fill)
            paintGauge(painter, {place.x + GridHeader::Padding, y - m_baseline, place.width - 2 * GridHeader::Padding, rowHeight}, *m_look.gauge);
        if (m_look.color != pen) {
            pen = m_look.color;
            painter.setPen(colorOf(pen));
        }
        const qreal x = m_look.isRightAligned ? place.x + place.width - GridHeader::Padding - text.width : place.x + GridHeader::Padding;
        if (text.isTall)
            painter.setClipRect(place.x, y - m_baseline, place.width, rowHeight);
        drawText(painter, {x, qreal(y)}, text);
        if (text.isTall)
            painter.setClipping(false);
    }
}

void GridPainter::paintGroups(QPainter &painter, const Scene &scene)
{
    QRect rect(scene.viewport.x(), scene.firstRowTop, scene.viewport.width(), rowHeight);
    for (int row = scene.firstRow; row < scene.endRow; ++row, rect.translate(0, rowHeight)) {
        if (!m_model.isGroup(row))
            continue;
        painter.fillRect(rect, colorOf(base::Meaning::Background));
        m_groups.paint(painter, row, rect);
    }
}

void GridPainter::paintRing(QPainter &painter, const Scene &scene) const
{
    QRect ring(scene.viewport.x(), scene.firstRowTop + (scene.currentRow - scene.firstRow) * rowHeight, scene.viewport.width(), rowHeight);
    for (const ColumnPlace &place : scene.columns) {
        if (place.column == scene.currentColumn && !m_model.isGroup(scene.currentRow)) {
            ring.setX(place.x);
            ring.setWidth(place.width);
        }
    }
    painter.setPen(QPen(colorOf(base::Meaning::Accent), 2));
    painter.drawRect(ring.adjusted(1, 1, -1, -1));
}

QRect GridPainter::textRect(int row, const ColumnPlace &place, int top)
{
    const LaidText &text = lay(row, place, m_model.now());
    const int width = static_cast<int>(text.width);
    const int x = m_look.isRightAligned ? place.x + place.width - GridHeader::Padding - width : place.x + GridHeader::Padding;
    return {x, top, width, rowHeight};
}

bool GridPainter::isShortened(int row, const ColumnPlace &place)
{
    return lay(row, place, m_model.now()).isShortened;
}

} // namespace table
