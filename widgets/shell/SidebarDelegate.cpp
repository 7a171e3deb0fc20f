#include "widgets/shell/SidebarDelegate.h"

#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QPainter>

namespace shell {

using base::Meaning;
using base::Theme;

namespace {

constexpr int KindHeight = 23;
constexpr int HeadingHeight = 26;
constexpr int HeadingLeft = 12;
constexpr int KindLeft = 20;
constexpr int Right = 8;
constexpr int MarkWidth = 3;

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, index.data(TypeRole).isValid() ? KindHeight : HeadingHeight};
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(TypeRole).isValid())
        paintKind(painter, option, index);
    else
        paintHeading(painter, option.rect, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(Theme::instance().color(Meaning::Accent), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void SidebarDelegate::paintHeading(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    QFont font = Theme::instance().captionFont();
    font.setWeight(base::strongWeight());
    painter->setFont(font);
    painter->setPen(Theme::instance().color(Meaning::Secondary));
    const QString mark = index.data(CollapsedRole).toBool() ? QStringLiteral("  ▸") : QString();
    painter->drawText(rect.adjusted(HeadingLeft, 4, -Right, 0), Qt::AlignVCenter, index.data().toString() + mark);
}

void SidebarDelegate::paintKind(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, theme.color(Meaning::Selection));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(MarkWidth, option.rect.height())), theme.color(Meaning::Accent));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, theme.color(Meaning::Stripe));
    }
    const QRect rect = option.rect.adjusted(KindLeft, 0, -Right, 0);
    painter->setFont(theme.captionFont());
    const QString count = index.data(CountRole).toString();
    const int countWidth = count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + 2 * Theme::Step;
    painter->setPen(theme.color(Meaning::Secondary));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, count);
    painter->setFont(theme.bodyFont());
    painter->setPen(theme.color(index.data(RefusedRole).toBool() ? Meaning::Secondary : Meaning::Text));
    painter->drawText(rect, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width() - countWidth));
}

} // namespace shell
