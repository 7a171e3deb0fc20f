#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QString>

#include <functional>

namespace base {

/// A text that people read in their language and find in English as well. Marked for translation with QT_TRANSLATE_NOOP.
struct Words
{
    const char *context;
    const char *english;

    QString translated() const { return QCoreApplication::translate(context, english); }
    QString inEnglish() const { return QString::fromUtf8(english); }
};

/// Something a person can do from anywhere, or with the page on screen.
struct Command
{
    QString name;                               ///< "close-page"; what is remembered about it is kept under it
    std::function<QString()> title;
    QKeySequence shortcut;                      ///< unless the person chose another
    /// Empty when it can be done now; else why not.
    std::function<QString()> whyNot;
    std::function<void()> run;
    QString english = {};                       ///< its title in English; empty: its name
    std::function<QString()> barTitle = {};     ///< a short title in the top bar of the window; none: it is not there
    int barRank = 0;                            ///< buttons of the top bar stand in this order

    static Command make(const QString &name, Words title, const QKeySequence &shortcut, std::function<void()> run, std::function<QString()> whyNot = {})
    {
        return {name, [title] { return title.translated(); }, shortcut, std::move(whyNot), std::move(run), title.inEnglish(), {}};
    }
    QString refusal() const { return whyNot ? whyNot() : QString(); }
};

} // namespace base
