#pragma once

#include "widgets/table/CellLook.h"
#include "widgets/table/TextCache.h"

#include <QRect>

class QPainter;

namespace table {

/// What the head of a group says in words: "Node worker-2, rows: 12, 1 failing, 11 running, folded".
QString groupWords(const tables::TableModel &model, int row);

/// Paints the heads of groups: what their rows have in common, how many there are, and how they are.
class GroupHeadPainter
{
public:
    explicit GroupHeadPainter(const tables::TableModel &model) : m_model(model) { }

    /// After the font or the colours changed.
    void forget();
    void paint(QPainter &painter, int row, const QRect &rect);

private:
    /// Where the next part begins.
    int drawPart(QPainter &painter, TextCache &texts, const QString &text, base::Meaning color, QPoint baseline);
    void drawFold(QPainter &painter, bool folded, const QRect &rect) const;

    const tables::TableModel &m_model;
    TextCache m_plain;
    TextCache m_bold;
    int m_baseline = 0;
};

} // namespace table
