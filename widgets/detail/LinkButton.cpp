#include "widgets/detail/LinkButton.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace detail {

LinkButton::LinkButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setWords(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFont(base::Theme::instance().bodyFont());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinkButton::setWords(const QString &text)
{
    setText(base::oneLine(text));
    setAccessibleName(this->text());
    base::setPlainToolTip(this, text);
    updateGeometry();
}

int LinkButton::baseline() const
{
    return m_top + fontMetrics().ascent();
}

void LinkButton::setBaseline(int y)
{
    m_top = std::max(0, y - fontMetrics().ascent());
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, m_top + fontMetrics().height()};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 10 * base::Theme::Step), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor accent = base::Theme::instance().color(base::Meaning::Accent);
    QFont shown = font();
    shown.setUnderline(underMouse() || hasFocus());
    painter.setFont(shown);
    painter.setPen(accent);
    const QRect place = rect().adjusted(0, m_top, 0, 0);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    if (!hasFocus())
        return;
    painter.setPen(QPen(accent, 1));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void LinkButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace detail
