#pragma once

#include <QFontMetrics>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>

#include <vector>

/// The least a table can do: texts that are in memory already, laid out once each, a rectangle a row and glyphs a cell. No order,
/// no filter, no selection, no states, no ages, nothing shortened. And below it, what filling the same area costs.
namespace bench {

class OwnGrid final : public QWidget
{
public:
    static constexpr int RowHeight = 24;
    using Texts = std::vector<std::vector<QString>>;    ///< by row, then column

    OwnGrid(Texts texts, std::vector<int> widths, const QFont &font) : m_texts(std::move(texts)), m_widths(std::move(widths)), m_font(font)
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        const QFontMetrics metrics(font);
        m_baseline = (RowHeight - metrics.height()) / 2 + metrics.ascent();
    }

    void scrollTo(int row) { m_firstRow = row; }
    int rows() const { return static_cast<int>(m_texts.size()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int end = std::min(rows(), m_firstRow + height() / RowHeight + 1);
        for (int row = m_firstRow; row < end; ++row)
            painter.fillRect(0, (row - m_firstRow) * RowHeight, width(), RowHeight, row % 2 ? QColor(0xf8, 0xfa, 0xfb) : QColor(Qt::white));
        painter.setPen(Qt::black);
        int x = 0;
        for (std::size_t column = 0; column < m_widths.size(); x += m_widths[column++]) {
            painter.setClipRect(x, 0, m_widths[column], height());
            for (int row = m_firstRow; row < end; ++row)
                painter.drawGlyphRun(QPointF(x + 8, (row - m_firstRow) * RowHeight + m_baseline), glyphs(m_texts[std::size_t(row)][column]));
        }
    }

private:
    const QGlyphRun &glyphs(const QString &text)
    {
        const auto found = m_glyphs.constFind(text);
        if (found != m_glyphs.constEnd())
            return *found;
        QTextLayout layout(text, m_font);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        layout.endLayout();
        line.setPosition({0, -line.ascent()});
        const QList<QGlyphRun> runs = line.glyphRuns();
        return *m_glyphs.insert(text, runs.isEmpty() ? QGlyphRun() : runs.front());
    }

    Texts m_texts;
    std::vector<int> m_widths;
    QFont m_font;
    int m_baseline = 0;
    int m_firstRow = 0;
    QHash<QString, QGlyphRun> m_glyphs;
};

class Filled final : public QWidget
{
public:
    Filled() { setAttribute(Qt::WA_OpaquePaintEvent); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Qt::white); }
};

} // namespace bench
