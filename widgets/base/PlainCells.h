#pragma once

#include <QStyledItemDelegate>

namespace base {

/// Cells of one line in the colour of their meaning, and the row with the keyboard's focus marked at its left edge.
class PlainCells : public QStyledItemDelegate
{
public:
    /// The role in which a model tells the Meaning of a cell, and the pixels at both sides of a text.
    PlainCells(int meaningRole, int padding, QObject *parent) : QStyledItemDelegate(parent), m_meaningRole(meaningRole), m_padding(padding) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const final;

    /// The text, shortened until it is drawn within the width: letters out of two fonts can be wider than elidedText() reckons.
    static QString fitted(const QString &text, const QFontMetrics &metrics, Qt::TextElideMode elision, int width);

protected:
    /// Where a text that is too long is cut.
    virtual Qt::TextElideMode elision(const QModelIndex &) const { return Qt::ElideMiddle; }
    /// What else is in the cell, between its ground and its text.
    virtual void paintMark(QPainter &, const QRect &, const QModelIndex &) const { }

private:
    int m_meaningRole;
    int m_padding;
};

} // namespace base
