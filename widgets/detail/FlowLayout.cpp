#include "widgets/detail/FlowLayout.h"

#include <algorithm>

namespace detail {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent), m_spacing(spacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        const QSize wish = item->sizeHint();
        size = QSize(size.width() + wish.width() + (size.isEmpty() ? 0 : m_spacing), std::max(size.height(), wish.height()));
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rectangle)
{
    QLayout::setGeometry(rectangle);
    arrange(rectangle, true);
}

int FlowLayout::arrange(const QRect &rectangle, bool place) const
{
    int x = rectangle.x(), y = rectangle.y(), lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = std::min(item->sizeHint().width(), rectangle.width());
        if (x > rectangle.x() && x + width > rectangle.x() + rectangle.width()) {
            x = rectangle.x();
            y += lineHeight;
            lineHeight = 0;
        }
        const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        if (place)
            item->setGeometry(QRect(x, y, width, height));
        x += width + m_spacing;
        lineHeight = std::max(lineHeight, height);
    }
    return y + lineHeight - rectangle.y();
}

} // namespace detail
