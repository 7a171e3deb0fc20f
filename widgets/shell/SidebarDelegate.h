#pragma once

#include <QStyledItemDelegate>

namespace shell {

/// Paints the rows of the sidebar: quiet headings, and kinds with their count; those that may not be listed are grey.
class SidebarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What a row of the model has beside its text.
    enum Role { TypeRole = Qt::UserRole, CountRole, CollapsedRole, RefusedRole, PageRole };
    static constexpr int NoType = -1;       ///< of a page

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    void paintKind(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace shell
