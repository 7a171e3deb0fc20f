#include "widgets/rbac/ShareSplitter.h"

namespace rbac {

ShareSplitter::ShareSplitter(Qt::Orientation orientation, double share, QWidget *parent) : QSplitter(orientation, parent), m_share(share)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
}

void ShareSplitter::share()
{
    if (m_isMoved)
        return;
    const int room = (orientation() == Qt::Vertical ? height() : width()) - handleWidth();
    const int second = static_cast<int>(room * m_share);
    setSizes({room - second, second});
}

void ShareSplitter::share(double second)
{
    m_share = second;
    share();
}

void ShareSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

} // namespace rbac
