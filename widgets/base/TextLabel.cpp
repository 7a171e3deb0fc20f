#include "widgets/base/TextLabel.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/SecretClipboard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace base {

TextLabel::TextLabel(Meaning meaning, const QFont &font, QWidget *parent) : QWidget(parent), m_meaning(meaning)
{
    setFont(font);
    setCursor(Qt::IBeamCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    m_wish = sizeAt(QWIDGETSIZE_MAX);
}

/// Without words there is nothing that could be reached.
void TextLabel::show(const std::string &text)
{
    QString shown = manyLines(text);
    setAccessibleName(shown);
    setFocusPolicy(shown.isEmpty() ? Qt::NoFocus : Qt::ClickFocus);
    shown.replace(u'\n', QChar::LineSeparator);
    if (shown == m_layout.text())
        return;
    m_layout.setText(shown);
    m_layout.setFont(font());
    m_anchor = m_cursor = 0;
    m_wish = sizeAt(QWIDGETSIZE_MAX);
    layOut(m_layout, width());
    updateGeometry();
    update();
}

QString TextLabel::text() const { return m_layout.text().replace(QChar::LineSeparator, u'\n'); }

void TextLabel::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

int TextLabel::baseline() const
{
    return m_top + (m_layout.lineCount() > 0 ? static_cast<int>(std::lround(m_layout.lineAt(0).y() + m_layout.lineAt(0).ascent())) : fontMetrics().ascent());
}

void TextLabel::setBaseline(int y)
{
    m_top = std::max(0, m_top + y - baseline());
    m_wish = sizeAt(QWIDGETSIZE_MAX);
    updateGeometry();
    update();
}

/// All lines are as far apart as the highest one needs: of two scripts in one text, each has its own height.
QSize TextLabel::layOut(QTextLayout &layout, int width)
{
    qreal ascent = 0, descent = 0, widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        ascent = std::max(ascent, line.ascent());
        descent = std::max(descent, line.height() - line.ascent());
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    const qreal distance = std::ceil(ascent + descent);
    for (int i = 0; i < layout.lineCount(); ++i)
        layout.lineAt(i).setPosition({0, i * distance + ascent - layout.lineAt(i).ascent()});
    return {static_cast<int>(std::ceil(widest)) + 1, static_cast<int>(layout.lineCount() * distance)};
}

QSize TextLabel::sizeAt(int width) const
{
    QTextLayout trial(m_layout.text(), font());
    trial.setTextOption(m_layout.textOption());
    return layOut(trial, width).expandedTo({0, fontMetrics().height()}) + QSize(0, m_top);
}

int TextLabel::heightForWidth(int width) const
{
    return width >= m_wish.width() ? m_wish.height() : sizeAt(width).height();
}

QSize TextLabel::sizeHint() const
{
    return m_wish;
}

QSize TextLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 10 * Theme::Step), fontMetrics().height()};
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Theme &theme = Theme::instance();
    painter.setPen(theme.color(m_meaning));
    QTextLayout::FormatRange selection;
    selection.start = std::min(m_anchor, m_cursor);
    selection.length = std::abs(m_anchor - m_cursor);
    selection.format.setBackground(theme.color(Meaning::Selection));
    m_layout.draw(&painter, QPointF(0, m_top), selection.length > 0 ? QList{selection} : QList<QTextLayout::FormatRange>());
}

void TextLabel::resizeEvent(QResizeEvent *)
{
    layOut(m_layout, width());
}

int TextLabel::placeAt(QPoint point) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (point.y() < m_top + line.y() + line.height() || i == m_layout.lineCount() - 1)
            return line.xToCursor(point.x());
    }
    return 0;
}

void TextLabel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_anchor = m_cursor = placeAt(event->position().toPoint());
    update();
}

void TextLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_cursor = placeAt(event->position().toPoint());
    update();
}

void TextLabel::mouseDoubleClickEvent(QMouseEvent *)
{
    m_anchor = 0;
    m_cursor = static_cast<int>(m_layout.text().size());
    update();
}

void TextLabel::copy(bool everything)
{
    const QString copied = everything ? text() : text().mid(std::min(m_anchor, m_cursor), std::abs(m_anchor - m_cursor));
    if (m_isSecret)
        copySecret(copied);
    else
        QGuiApplication::clipboard()->setText(copied);
}

void TextLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool everything = m_anchor == m_cursor;
    connect(menu->addAction(everything ? tr("Copy all") : tr("Copy")), &QAction::triggered, this, [this, everything] { copy(everything); });
    menu->popup(event->globalPos());
}

void TextLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && m_anchor != m_cursor)
        return copy(false);
    QWidget::keyPressEvent(event);
}

void TextLabel::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_cursor = m_anchor;
    update();
    QWidget::focusOutEvent(event);
}

} // namespace base
