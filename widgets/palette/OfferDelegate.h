#pragma once

#include <QStyledItemDelegate>

namespace palette {

/// Paints a row of a box: title with the typed letters marked, note, and what stands at the right edge; or a heading.
class OfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int RowHeight = 28;
    static constexpr int HeadingHeight = 24;
};

} // namespace palette
