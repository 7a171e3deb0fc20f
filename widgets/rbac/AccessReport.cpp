#include "widgets/rbac/AccessReport.h"

#include "models/rbac/AccountPresence.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerWords.h"
#include "widgets/rbac/HolderWords.h"
#include "widgets/rbac/HoldersModel.h"
#include "widgets/rbac/Sentences.h"
#include "widgets/rbac/TwinModels.h"

#include <QCoreApplication>
#include <QStringList>

namespace rbac {

namespace {

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }

/// As text in a document or in a cell of a table.
QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#+-!|&~");
    QString out;
    for (const QChar letter : text) {
        if (special.contains(letter))
            out += u'\\';
        out += letter;
    }
    return out;
}

QString withReason(const ProofWords &proof)
{
    return proof.reason.isEmpty() ? proof.text : proof.text + QStringLiteral(": ") + proof.reason;
}

void addHead(const Exported &what, base::SystemTime made, QStringList &lines)
{
    const AccessPicture &picture = *what.picture;
    QStringList names;
    for (const Identity &identity : picture.identities)
        names << escaped(nameOf(identity.ref()));
    lines << QStringLiteral("# ") + said(QT_TRANSLATE_NOOP("rbac", "Access of %1")).arg(names.join(QStringLiteral(", "))) << QString();
    lines << said(QT_TRANSLATE_NOOP("rbac", "Cluster %1, as read at %2. Worked out from the objects.")).arg(escaped(what.cluster), escaped(base::localTime(made)));
    lines << QString() << escaped(withReason(totalOf(what.tallyOf(rights::claimsOf(picture)))));
    const QString unread = unreadableText(picture.basis->inputs);
    for (const Identity &identity : picture.identities)
        if (isMissing(picture.basis->inputs, identity.ref()))
            lines << QString() << QStringLiteral("**") + escaped(said(QT_TRANSLATE_NOOP("rbac", "There is no %1: what follows would count once somebody makes it.")).arg(nameOf(identity.ref()))) + QStringLiteral("**");
    if (!unread.isEmpty())
        lines << QString() << QStringLiteral("**") + escaped(unread).replace(u'\n', QStringLiteral("  \n")) + QStringLiteral("**");
}

void addAnswer(const Exported &what, QStringList &lines)
{
    const Answer &answer = *what.answer;
    lines << QString() << QStringLiteral("## ") + said(QT_TRANSLATE_NOOP("rbac", "Question")) << QString();
    lines << escaped(verdictOf(answer).text) + QStringLiteral("  ") << escaped(withReason(proofOf(what.tallyOf({rights::claimOf(answer)})))) << QString();
    for (const QString &line : explanationOf(answer).split(u'\n', Qt::SkipEmptyParts))
        lines << QStringLiteral("- ") + escaped(line);
    for (const Fix &fix : answer.fixes)
        lines << QString() << escaped(fixName(fix, answer)) + u':' << QString() << QStringLiteral("```yaml") << QString::fromStdString(fix.yaml).trimmed() << QStringLiteral("```");
}

void addTable(const QAbstractTableModel &model, const QString &title, QStringList &lines)
{
    lines << QString() << QStringLiteral("## ") + title << QString();
    QStringList head, rule;
    for (int column = 0; column < model.columnCount(); ++column) {
        head << escaped(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        rule << QStringLiteral("---");
    }
    const auto row = [](const QStringList &cells) { return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |"); };
    lines << row(head) << row(rule);
    for (int line = 0; line < model.rowCount(); ++line) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << escaped(model.index(line, column).data().toString());
        lines << row(cells);
    }
}

void addHolders(const Exported &what, QStringList &lines)
{
    const Holders &holders = *what.holders;
    HoldersModel model;
    model.setProofs([&](const ObjectRef &holder) { return badgeOf(what.tallyOf({rights::claimOf(holder, holders.request)})); });
    model.show(entriesOf(holders));
    addTable(model, said(QT_TRANSLATE_NOOP("rbac", "Who may")), lines);
    lines << QString() << escaped(verdictOf(holders, model.entries()).text) + QStringLiteral("  ") << escaped(leadOf(holders));
}

void addObjects(const AccessPicture &picture, QStringList &lines)
{
    lines << QString() << QStringLiteral("## ") + said(QT_TRANSLATE_NOOP("rbac", "Objects")) << QString();
    for (const GraphNode &node : picture.shown.nodes)
        lines << QStringLiteral("- ") + escaped(sentenceOf(picture, node));
}

} // namespace

QString accessReport(const Exported &what, base::SystemTime made)
{
    const AccessPicture &picture = *what.picture;
    QStringList lines;
    addHead(what, made, lines);
    if (what.answer)
        addAnswer(what, lines);
    if (what.holders)
        addHolders(what, lines);
    RightsModel rightsModel;
    rightsModel.setProofs([&](const Right &right) { return badgeOf(what.tallyOf(rights::claimsOf(picture, right))); });
    rightsModel.setVersions(what.versionOf);
    rightsModel.show(what.picture, nullptr);
    addTable(rightsModel, said(QT_TRANSLATE_NOOP("rbac", "Rights")), lines);
    ConnectionsModel connections;
    connections.setVersions(what.versionOf);
    connections.show(what.picture, nullptr);
    addTable(connections, said(QT_TRANSLATE_NOOP("rbac", "Connections")), lines);
    addObjects(picture, lines);
    return lines.join(u'\n') + u'\n';
}

} // namespace rbac
