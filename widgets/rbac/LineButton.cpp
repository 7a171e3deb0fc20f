#include "widgets/rbac/LineButton.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Radius = 3;

QTextOption breaking()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

LineButton::LineButton(const QString &text, const QString &tip, QWidget *parent) : QAbstractButton(parent)
{
    setText(base::oneLine(text));
    setAccessibleName(this->text());
    setAccessibleDescription(tip);
    base::setPlainToolTip(this, tip);
    setFont(Theme::instance().bodyFont());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int LineButton::heightForWidth(int width) const
{
    QTextLayout layout(text(), font());
    layout.setTextOption(breaking());
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(std::ceil(height));
}

QSize LineButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height()};
}

QSize LineButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 20 * Theme::Step), fontMetrics().height()};
}

void LineButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    QFont shown = font();
    shown.setUnderline(underMouse() || hasFocus());
    painter.setFont(shown);
    painter.setPen(theme.color(Meaning::Accent));
    painter.drawText(QRectF(rect()), text(), breaking());
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
}

void LineButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void LineButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void LineButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace rbac
