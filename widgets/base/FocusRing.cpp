#include "widgets/base/FocusRing.h"

#include "widgets/base/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTableView>
#include <QTreeView>

namespace base {

namespace {

constexpr int Width = 2;

bool isRinged(QWidget *widget)
{
    const auto *text = qobject_cast<QPlainTextEdit *>(widget);
    return (text && text->isReadOnly()) || qobject_cast<QScrollArea *>(widget) || qobject_cast<QTableView *>(widget) || qobject_cast<QTreeView *>(widget);
}

/// A list shows the focus where something is selected.
bool hasSelection(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return view && view->selectionModel() && view->selectionModel()->hasSelection();
}

} // namespace

void FocusRing::install()
{
    static const bool isInstalled = [] {
        QObject::connect(qApp, &QApplication::focusChanged, qApp, [ring = QPointer<FocusRing>()](QWidget *, QWidget *now) mutable {
            if (ring) {
                ring->hide();
                ring->deleteLater();
            }
            ring = now && isRinged(now) ? new FocusRing(now) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

FocusRing::FocusRing(QWidget *around) : QWidget(around)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(around->rect());
    around->installEventFilter(this);
    if (const auto *view = qobject_cast<QAbstractItemView *>(around); view && view->selectionModel())
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, qOverload<>(&QWidget::update));
    raise();
    show();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    if (hasSelection(parentWidget()))
        return;
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().color(Meaning::Accent), Width));
    constexpr int half = Width / 2;
    painter.drawRect(rect().adjusted(half, half, -half, -half));
}

} // namespace base
