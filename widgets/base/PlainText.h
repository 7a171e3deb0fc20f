#pragma once

#include <QLabel>
#include <QString>

#include <string_view>

class QAbstractButton;

class QAction;

namespace base {

/// The only ways to show text: what comes from outside is never read as HTML, and what could hide or turn it becomes visible.

/// Text of any origin made safe for one line: line breaks and tabs as spaces, text::plain(), and no longer than a person can read.
QString oneLine(std::string_view text);
QString oneLine(const QString &text);
/// The same with its line breaks.
QString manyLines(std::string_view text);

/// How much of a text is shown at most; the rest is replaced by a word that says how long it is.
inline constexpr int LongestShown = 2000;

/// A label that shows plain text only. Its text can be selected and copied.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    void show(const QString &text);         ///< instead of setText()
    using QLabel::show;
};

/// The tool tip of a widget, as plain text.
void setPlainToolTip(QWidget *widget, const QString &text);
void setPlainToolTip(QAction *action, const QString &text);
/// What a tool tip may be given, for models and painted widgets.
QString plainToolTip(const QString &text);
/// The text of a button: an ampersand is an ampersand.
QString buttonText(const QString &text);

} // namespace base
