#include "widgets/base/PlainText.h"

#include "models/text/Plain.h"

#include <QAction>
#include <QCoreApplication>

namespace base {

namespace {

QString shortened(const QString &text)
{
    if (text.size() <= LongestShown)
        return text;
    const auto length = static_cast<int>(text.size());  // lupdate does not find a text beside a cast
    return text.left(LongestShown) + QCoreApplication::translate("base", " … (%n characters in all)", nullptr, length);
}

/// A cut of what is shown, with room for what plain() takes out; never in the middle of a character.
std::string_view head(std::string_view text)
{
    constexpr std::size_t most = 16 * LongestShown;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace

QString manyLines(std::string_view text)
{
    const QString shown = shortened(QString::fromStdString(text::plain(head(text))));
    return text.size() > head(text).size()
        ? shown.left(LongestShown) + QCoreApplication::translate("base", " … (%1 bytes in all)").arg(text.size()) : shown;
}

QString oneLine(std::string_view text)
{
    QString line = manyLines(text);
    for (QChar &character : line) {
        if (character == u'\n' || character == u'\t')
            character = u' ';
    }
    return line;
}

QString oneLine(const QString &text) { return oneLine(text.toStdString()); }

PlainLabel::PlainLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : PlainLabel(parent) { show(text); }

/// Without words there is nothing that could be reached.
void PlainLabel::show(const QString &text)
{
    setText(manyLines(text.toStdString()));
    setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::ClickFocus);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space:pre-wrap\">") + manyLines(text.toStdString()).toHtmlEscaped() + QStringLiteral("</p>");
}

void setPlainToolTip(QAction *action, const QString &text) { action->setToolTip(plainToolTip(text)); }

void setPlainToolTip(QWidget *widget, const QString &text) { widget->setToolTip(plainToolTip(text)); }

QString buttonText(const QString &text)
{
    return oneLine(text).replace(u'&', QStringLiteral("&&"));
}

} // namespace base
