#include "widgets/palette/OfferDelegate.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/palette/Offers.h"

#include <QPainter>
#include <QTextLayout>

namespace palette {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 12;
constexpr int Between = 10;
constexpr int LeastTitle = 120;

/// The text is shortened in the middle to the width; marks that fall away are left out. Returns the width it took.
int drawMarked(QPainter *painter, const QRect &rect, const QFont &font, Meaning meaning, const QString &text, const QList<int> &marks)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, rect.width());
    const bool isWhole = shown == text;
    const qsizetype kept = isWhole ? text.size() : shown.indexOf(QChar(0x2026));
    const qsizetype lost = text.size() - shown.size();
    QTextCharFormat mark;
    mark.setForeground(Theme::instance().color(Meaning::Accent));
    mark.setFontWeight(QFont::Bold);
    QList<QTextLayout::FormatRange> formats;
    for (const int place : marks) {
        const qsizetype at = place < kept ? place : place - lost > kept ? place - lost : -1;
        if (at >= 0 && at < shown.size())
            formats.push_back({static_cast<int>(at), 1, mark});
    }
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    painter->setPen(Theme::instance().color(meaning));
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    return qRound(line.naturalTextWidth());
}

void drawHeading(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = Theme::instance().captionFont();
    font.setWeight(base::strongWeight());
    painter->setFont(font);
    painter->setPen(Theme::instance().color(Meaning::Secondary));
    painter->drawText(rect.adjusted(Margin, 2, -Margin, 0), Qt::AlignVCenter, index.data().toString());
    painter->drawText(rect.adjusted(Margin, 2, -Margin, 0), Qt::AlignVCenter | Qt::AlignRight, index.data(Offers::TailRole).toString());
}

} // namespace

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, index.data(Offers::HeadingRole).toBool() ? HeadingHeight : RowHeight};
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    if (index.data(Offers::HeadingRole).toBool())
        return drawHeading(painter, option.rect, index);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.color(Meaning::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.color(Meaning::Stripe));
    QRect rect = option.rect.adjusted(Margin, 0, -Margin, 0);

    const QFont caption = theme.captionFont();
    const QFontMetrics captions(caption);
    const QString tail = captions.elidedText(base::oneLine(index.data(Offers::TailRole).toString()), Qt::ElideMiddle, rect.width() / 2);
    painter->setFont(caption);
    painter->setPen(theme.color(Meaning::Secondary));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, tail);
    if (!tail.isEmpty())
        rect.setRight(rect.right() - captions.horizontalAdvance(tail) - Between);

    const QString note = base::oneLine(index.data(Offers::NoteRole).toString());
    const int room = note.isEmpty() ? rect.width() : qMax(LeastTitle, rect.width() - qMin(captions.horizontalAdvance(note), rect.width() / 2) - Between);
    const bool isRefused = index.data(Offers::RefusedRole).toBool();
    const int width = drawMarked(painter, QRect(rect.left(), rect.top(), room, rect.height()), theme.bodyFont(), isRefused ? Meaning::Secondary : Meaning::Text,
                                 base::oneLine(index.data().toString()), index.data(Offers::MarksRole).value<QList<int>>());
    if (note.isEmpty())
        return;
    rect.setLeft(rect.left() + width + Between);
    drawMarked(painter, rect, caption, Meaning::Secondary, note, index.data(Offers::NoteMarksRole).value<QList<int>>());
}

} // namespace palette
