#include "widgets/downward/EntryWords.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

namespace downward {

using base::Meaning;

namespace {

QString said(const char *english) { return QCoreApplication::translate("downward", english); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }

QString filled(const Sentence &sentence)
{
    QString text = said(std::string(sentence.words).c_str());
    for (std::size_t i = sentence.arguments.size(); i > 0; --i)
        text.replace(u'%' + QString::number(i), QChar(0xE000 + int(i)));        // what fills a gap may look like one
    for (std::size_t i = 0; i < sentence.arguments.size(); ++i)
        text.replace(QChar(0xE001 + int(i)), plain(sentence.arguments[i]));
    return text;
}

/// What begins with something of the cluster, or with a path of fields, stays as that is written.
QString capitalized(QString text, const std::vector<Sentence> &sentences)
{
    const std::string_view words = sentences.empty() ? std::string_view() : sentences.front().words;
    const bool isPath = words.substr(0, words.find(' ')).find('.') != std::string_view::npos;
    if (!text.isEmpty() && !words.starts_with('%') && !isPath)
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString sentenceText(const Sentence &sentence)
{
    return capitalized(filled(sentence), {sentence});
}

QString joinedText(const std::vector<Sentence> &sentences)
{
    QStringList out;
    for (const Sentence &sentence : sentences)
        out << filled(sentence);
    return capitalized(out.join(QStringLiteral("; ")), sentences);
}

QStringList sentenceTexts(const std::vector<Sentence> &sentences)
{
    QStringList out;
    for (const Sentence &sentence : sentences)
        out << sentenceText(sentence);
    return out;
}

QString kindText(ContainerKind kind)
{
    switch (kind) {
    case ContainerKind::Init: return said(QT_TRANSLATE_NOOP("downward", "init container"));
    case ContainerKind::Sidecar: return said(QT_TRANSLATE_NOOP("downward", "sidecar"));
    case ContainerKind::Ephemeral: return said(QT_TRANSLATE_NOOP("downward", "ephemeral container"));
    default: return said(QT_TRANSLATE_NOOP("downward", "container"));
    }
}

QString groupOf(const Entry &entry)
{
    switch (entry.kind) {
    case EntryKind::Env: return said(QT_TRANSLATE_NOOP("downward", "Variables of container %1")).arg(plain(entry.container));
    case EntryKind::Volume: return said(QT_TRANSLATE_NOOP("downward", "Files of volume %1")).arg(plain(entry.name));
    default: return said(QT_TRANSLATE_NOOP("downward", "Files of projected volume %1")).arg(plain(entry.name));
    }
}

StateWords problemWords(Problem problem)
{
    switch (problem) {
    case Problem::UnsupportedField: return {Meaning::Error, said(QT_TRANSLATE_NOOP("downward", "field not allowed here"))};
    case Problem::BadDivisor: return {Meaning::Error, said(QT_TRANSLATE_NOOP("downward", "divisor not allowed"))};
    case Problem::NoSuchContainer: return {Meaning::Error, said(QT_TRANSLATE_NOOP("downward", "no such container"))};
    case Problem::NeedsNode: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "needs the node"))};
    default: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "not given yet"))};
    }
}

StateWords lifetimeWords(const Entry &entry)
{
    if (entry.isOverridden)
        return {Meaning::Warning, said(QT_TRANSLATE_NOOP("downward", "overridden"))};
    if (entry.isFrozen)
        return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "frozen"))};
    return {Meaning::Progress, said(QT_TRANSLATE_NOOP("downward", "live"))};
}

StateWords matchWords(Match match)
{
    switch (match) {
    case Match::Equal: return {Meaning::Ok, said(QT_TRANSLATE_NOOP("downward", "equal"))};
    case Match::Differs: return {Meaning::Warning, said(QT_TRANSLATE_NOOP("downward", "differs"))};
    case Match::Absent: return {Meaning::Error, said(QT_TRANSLATE_NOOP("downward", "not there"))};
    case Match::Unreadable: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "not readable"))};
    case Match::NotRunning: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "not running"))};
    case Match::SeenOnly: return {Meaning::Progress, said(QT_TRANSLATE_NOOP("downward", "known inside"))};
    case Match::Overridden: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "overridden"))};
    default: return {Meaning::Unknown, said(QT_TRANSLATE_NOOP("downward", "not compared"))};
    }
}

QString lifetimeText(const Entry &entry)
{
    if (entry.isOverridden)
        return said(QT_TRANSLATE_NOOP("downward", "Never: the container sets the same variable again further down, and the later one counts."));
    if (entry.kind == EntryKind::Env)
        return said(QT_TRANSLATE_NOOP("downward", "Only when the container starts again: an environment variable is frozen at the start."));
    if (entry.isFrozen)
        return said(QT_TRANSLATE_NOOP("downward", "Only when the container starts again: all who mount the file do so by subPath, which shows the file as it was at the start."));
    return said(QT_TRANSLATE_NOOP("downward", "While the container runs: the kubelet writes the file anew within a minute or two. What is mounted by subPath stays as it was at the start."));
}

QString comparedText(const Compared &compared, const Entry &entry)
{
    const QString where = compared.file.empty() ? plain(compared.container) : plain(compared.container + ": " + compared.file);
    const QString state = where + QStringLiteral(" — ") + matchWords(compared.match).text();
    switch (compared.match) {
    case Match::Differs:
        return state + u'\n' + said(QT_TRANSLATE_NOOP("downward", "In the container: %1")).arg(base::manyLines(compared.seen)) + u'\n'
            + said(QT_TRANSLATE_NOOP("downward", "Now: %1")).arg(base::manyLines(entry.resolved.value.value_or("")));
    case Match::SeenOnly:
        return state + u'\n' + said(QT_TRANSLATE_NOOP("downward", "In the container: %1")).arg(base::manyLines(compared.seen));
    case Match::Unreadable:
        return state + u'\n' + base::oneLine(base::errorText(compared.error));
    default:
        return state;
    }
}

QString valueCell(const Entry &entry)
{
    if (entry.resolved.problem)
        return problemWords(*entry.resolved.problem).text();
    return entry.resolved.value->empty() ? said(QT_TRANSLATE_NOOP("downward", "(empty)")) : plain(*entry.resolved.value);
}

} // namespace downward
