#include "widgets/base/PlainCells.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QPainter>

namespace base {

namespace {

constexpr int FocusMark = 3;

} // namespace

void PlainCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const QRect cell = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isStriped = option.features.testFlag(QStyleOptionViewItem::Alternate);
    painter->fillRect(cell, theme.color(isSelected ? Meaning::Selection : isStriped ? Meaning::Stripe : Meaning::Surface));
    if (isSelected && index.column() == 0 && option.widget && option.widget->hasFocus())
        painter->fillRect(cell.left(), cell.top(), FocusMark, cell.height(), theme.color(Meaning::Accent));
    paintMark(*painter, cell, index);
    const QVariant meaning = index.data(m_meaningRole), alignment = index.data(Qt::TextAlignmentRole);
    const QRect room = cell.adjusted(m_padding, 0, -m_padding, 0);
    painter->setFont(option.font);
    painter->setPen(theme.color(meaning.isValid() ? static_cast<Meaning>(meaning.toInt()) : Meaning::Text));
    painter->drawText(room, (alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft)) | Qt::AlignVCenter | Qt::TextSingleLine,
                      fitted(oneLine(index.data().toString()), option.fontMetrics, elision(index), room.width()));
}

QString PlainCells::fitted(const QString &text, const QFontMetrics &metrics, Qt::TextElideMode elision, int width)
{
    QString shown = metrics.elidedText(text, elision, width);
    for (int less = 1; less < width && metrics.horizontalAdvance(shown) > width; ++less)
        shown = metrics.elidedText(text, elision, width - less);
    return shown;
}

QSize PlainCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // An advance is rounded, but a text that lacks half a pixel is cut.
    return {option.fontMetrics.horizontalAdvance(oneLine(index.data().toString())) + 1 + 2 * m_padding, Theme::RowHeight};
}

} // namespace base
