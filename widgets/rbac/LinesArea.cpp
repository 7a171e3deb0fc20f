#include "widgets/rbac/LinesArea.h"

#include <QEvent>
#include <QFontMetrics>
#include <QScrollBar>

#include <algorithm>

namespace rbac {

LinesArea::LinesArea(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setWidget(content);
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
    const int line = std::max(1, widget()->fontMetrics().height());
    setViewportMargins(0, 0, 0, height() >= line ? height() % line : 0);
    verticalScrollBar()->setSingleStep(line);
}

} // namespace rbac
