#include "widgets/base/CutLabel.h"

#include <QPainter>
#include <QStyleOption>

namespace base {

QSize CutLabel::minimumSizeHint() const { return {1, PlainLabel::minimumSizeHint().height()}; }

void CutLabel::paintEvent(QPaintEvent *event)
{
    const QRect room = contentsRect();
    if (fontMetrics().horizontalAdvance(text()) <= room.width())
        return PlainLabel::paintEvent(event);
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawItemText(&painter, room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, option.palette, isEnabled(),
                          fontMetrics().elidedText(text(), Qt::ElideRight, room.width()), foregroundRole());
}

} // namespace base
