#include "widgets/rbac/WhatIfWords.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/rbac/AccessWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::size_t mostLacks = 40;

struct Word
{
    Meaning meaning;
    const char *text;
};
/// In the order of DraftState.
constexpr std::array<Word, 8> states{{{Meaning::Accent, QT_TRANSLATE_NOOP("rbac", "New")}, {Meaning::Accent, QT_TRANSLATE_NOOP("rbac", "Changed")},
                                      {Meaning::Warning, QT_TRANSLATE_NOOP("rbac", "Deleted and made anew")}, {Meaning::Secondary, QT_TRANSLATE_NOOP("rbac", "As it is")},
                                      {Meaning::Warning, QT_TRANSLATE_NOOP("rbac", "Deleted")}, {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "Not there")},
                                      {Meaning::Secondary, QT_TRANSLATE_NOOP("rbac", "Goes along")}, {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "Not known whether it is there")}}};
/// In the order of MayApply.
constexpr std::array<Word, 3> answers{{{Meaning::Ok, QT_TRANSLATE_NOOP("rbac", "You may apply it")}, {Meaning::Error, QT_TRANSLATE_NOOP("rbac", "You may not apply it")},
                                       {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "Not known whether you may apply it")}}};

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }
QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

QString signedText(Meaning meaning, const QString &text)
{
    const QString sign = base::Theme::sign(meaning);
    return sign.isEmpty() ? text : sign + u' ' + text;
}

SignedWords signedWords(const Word &word, const QString &detail = {}) { return {word.meaning, signedText(word.meaning, said(word.text)), detail}; }

QString lacksText(const std::vector<Right> &missing, bool isCertain)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(missing.size(), mostLacks); ++i)
        lines << lackOf(missing[i]);
    if (missing.size() > mostLacks)
        lines << said(QT_TRANSLATE_NOOP("rbac", "and %1 more")).arg(number(missing.size() - mostLacks));
    const QString head = said(isCertain ? QT_TRANSLATE_NOOP("rbac", "You lack: %1") : QT_TRANSLATE_NOOP("rbac", "Not known whether you have: %1"));
    return head.arg(lines.join(QStringLiteral("; ")));
}

/// In the order of MayApply, where there is room for one word.
constexpr std::array<Word, 3> shortAnswers{{{Meaning::Ok, QT_TRANSLATE_NOOP("rbac", "Yes")}, {Meaning::Error, QT_TRANSLATE_NOOP("rbac", "No")},
                                            {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "Not known")}}};

/// What is in the way of one object, one after the other.
QString lacksText(const ObjectCheck &check)
{
    QStringList parts;
    for (const Sentence &obstacle : check.obstacles)
        parts << textOf(obstacle);
    if (!check.missing.empty())
        parts << lacksText(check.missing, check.answer == MayApply::No);
    return parts.join(QStringLiteral("; "));
}

/// A word that stands on no line of the text.
std::string endMark(const std::string &text)
{
    std::string mark = "EOF";
    while (text.find("\n" + mark + "\n") != text.npos || text.starts_with(mark + "\n"))
        mark += 'F';
    return mark;
}

} // namespace

SignedWords wordsOf(DraftState state)
{
    return signedWords(states[static_cast<std::size_t>(state)]);
}

QString lackOf(const Right &right)
{
    if (!right.url.empty())
        return plain(right.verb + ' ' + right.url);
    QString out = plain(right.verb + ' ' + rowName(right));
    for (const std::string &name : right.names)
        out += u' ' + plain(name);
    return out + u' ' + placeOf(right.namespaceName);
}

SignedWords mayApplyOf(const std::optional<WriteCheck> &check, const std::optional<base::Result<Identity>> &viewer)
{
    const Word &unknown = answers[static_cast<std::size_t>(MayApply::Unknown)];
    if (!viewer)
        return {Meaning::Progress, signedText(Meaning::Progress, said(QT_TRANSLATE_NOOP("rbac", "Asking the server who you are"))), {}};
    if (!*viewer)
        return signedWords(unknown, said(QT_TRANSLATE_NOOP("rbac", "The server does not say who you are: %1")).arg(base::oneLine(base::errorText(viewer->error()))));
    if (!check)
        return signedWords(unknown);
    if (check->answer == MayApply::Yes)
        return signedWords(answers[0], said(QT_TRANSLATE_NOOP("rbac", "As %1")).arg(plain((*viewer)->user)));
    QStringList lines;
    for (const ObjectCheck &each : check->objects)
        if (each.answer != MayApply::Yes)
            lines << (check->objects.size() == 1 ? lacksText(each) : signedText(shortAnswers[static_cast<std::size_t>(each.answer)].meaning, nameOf(each.object)) + QStringLiteral(": ") + lacksText(each));
    return signedWords(answers[static_cast<std::size_t>(check->answer)], lines.join(u'\n'));
}

SignedWords wordsOf(const ObjectCheck &check)
{
    return signedWords(shortAnswers[static_cast<std::size_t>(check.answer)], lacksText(check));
}

QString textOf(const DraftProblem &problem)
{
    const QString words = textOf(problem.message);
    if (problem.line == 0)
        return words;
    if (problem.column == 0)
        return said(QT_TRANSLATE_NOOP("rbac", "Line %1: %2")).arg(QString::number(problem.line), words);
    return said(QT_TRANSLATE_NOOP("rbac", "Line %1, column %2: %3")).arg(QString::number(problem.line), QString::number(problem.column), words);
}

QString scriptOf(const std::vector<KubectlStep> &steps, const QString &context)
{
    QString out;
    for (const KubectlStep &step : steps) {
        QStringList words{base::kubectlFor(context)};
        for (const std::string &word : step.words)
            words << base::shellWord(QString::fromStdString(word));
        out += words.join(u' ');
        if (!step.input.empty()) {
            const QString mark = QString::fromStdString(endMark(step.input));
            out += QStringLiteral(" <<'%1'\n").arg(mark) + QString::fromStdString(step.input) + mark;
        }
        out += u'\n';
    }
    return out;
}

} // namespace rbac
