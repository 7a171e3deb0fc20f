#include "widgets/rbac/LinesArea.h"

#include "widgets/base/TextLabel.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace rbac {

LinesArea::LinesArea(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setWidget(content);
    setAccessibleName(content->accessibleDescription());
}

bool LinesArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

/// Of fonts that replace others the highest decides, so that it is higher than the font's own.
int LinesArea::lineHeight() const
{
    const auto *whole = qobject_cast<const base::TextLabel *>(widget());
    const auto *text = whole ? whole : widget()->findChild<const base::TextLabel *>();
    if (!text)
        return widget()->fontMetrics().height();
    return std::max(1, text->sizeHint().height() / static_cast<int>(text->text().count(u'\n') + 1));
}

bool LinesArea::event(QEvent *event)
{
    const bool isDone = QScrollArea::event(event);
    if (event->type() == QEvent::Resize)
        fit();
    return isDone;
}

/// What is left below the last whole line stays empty.
void LinesArea::fit()
{
    const int line = lineHeight();
    setViewportMargins(0, 0, 0, height() >= line ? height() % line : 0);
    verticalScrollBar()->setSingleStep(line);
}

} // namespace rbac
