#include "widgets/rbac/AnswerWords.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <set>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::size_t mostMisses = 5;
constexpr std::size_t mostGrants = 8;
constexpr std::size_t mostHolders = 200;

struct VerdictWord
{
    Meaning meaning;
    const char *text;
};
/// In the order of Verdict.
constexpr std::array<VerdictWord, 3> verdicts{{{Meaning::Ok, QT_TRANSLATE_NOOP("rbac", "Yes.")}, {Meaning::Error, QT_TRANSLATE_NOOP("rbac", "No. Nothing allows it.")},
                                               {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "Not known.")}}};
/// In the order of FixKind.
constexpr std::array<const char *, 5> fixNames{QT_TRANSLATE_NOOP("rbac", "Add it to a binding that is there"), QT_TRANSLATE_NOOP("rbac", "Add a rule to its own Role"),
                                               QT_TRANSLATE_NOOP("rbac", "Role + RoleBinding, %1"), QT_TRANSLATE_NOOP("rbac", "ClusterRole + RoleBinding, %1"),
                                               QT_TRANSLATE_NOOP("rbac", "ClusterRoleBinding: everywhere")};

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }
QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

/// "list pods" and where; only machine words stay as they are.
QString requestText(const Request &request)
{
    if (!request.url.empty() || request.namespaceName.empty())
        return plain(request.text());
    Request bare = request;
    bare.namespaceName.clear();
    return said(QT_TRANSLATE_NOOP("rbac", "%1 in %2")).arg(plain(bare.text()), plain(request.namespaceName));
}

QString grantText(const Grant &grant)
{
    return said(QT_TRANSLATE_NOOP("rbac", "Through %1 and rule %2 of %3, given to %4"))
        .arg(nameOf(grant.binding->ref), QString::number(grant.rule + 1), nameOf(grant.role->ref), nameOf(grant.subjectRef()));
}

QString holderText(const Holder &holder)
{
    const QString who = nameOf(holder.subject);
    if (!holder.grant)
        return said(QT_TRANSLATE_NOOP("rbac", "%1: nobody asks for its rights")).arg(who);
    const QString way = said(QT_TRANSLATE_NOOP("rbac", "%1: through %2 and %3")).arg(who, nameOf(holder.grant->binding->ref), nameOf(holder.grant->role->ref));
    return holder.pods.empty() ? way : way + QStringLiteral(" · ") + said(QT_TRANSLATE_NOOP("rbac", "pods that run as it: %1")).arg(number(holder.pods.size()));
}

void addGrants(const Answer &answer, QStringList &lines)
{
    for (std::size_t i = 0; i < std::min(answer.grants.size(), mostGrants); ++i)
        lines << grantText(answer.grants[i]);
    if (answer.grants.size() > mostGrants)
        lines << said(QT_TRANSLATE_NOOP("rbac", "and %1 more")).arg(number(answer.grants.size() - mostGrants));
    if (answer.carrier)
        lines << said(QT_TRANSLATE_NOOP("rbac", "Without %1 it would not be allowed.")).arg(nameOf(*answer.carrier));
}

/// The binding is named once.
QString missText(const NearMiss &miss)
{
    QString text = textOf(miss.message);
    const QString reference = base::oneLine(std::string_view(miss.binding.text())), name = nameOf(miss.binding);
    return text.contains(reference) ? text.replace(reference, name) : name + QStringLiteral(": ") + text;
}

void addMisses(const Answer &answer, QStringList &lines)
{
    if (answer.misses.empty())
        return;
    lines << QString() << said(QT_TRANSLATE_NOOP("rbac", "Closest to allowing it"));
    for (std::size_t i = 0; i < std::min(answer.misses.size(), mostMisses); ++i)
        lines << number(i + 1) + QStringLiteral(". ") + missText(answer.misses[i]);
}

} // namespace

VerdictWords verdictOf(const Answer &answer)
{
    const VerdictWord &word = verdicts[static_cast<std::size_t>(answer.decision.verdict)];
    return {word.meaning, base::Theme::sign(word.meaning) + u' ' + said(word.text)};
}

QString explanationOf(const Answer &answer)
{
    const Question &question = answer.question;
    QStringList lines{said(QT_TRANSLATE_NOOP("rbac", "Asked: may %1 %2?")).arg(nameOf(question.identity.ref()), requestText(question.request))};
    for (const Sentence &hint : question.hints)
        lines << textOf(hint);
    if (answer.grants.empty() && !answer.decision.reason.isEmpty())
        lines << textOf(answer.decision.reason);
    addGrants(answer, lines);
    addMisses(answer, lines);
    return lines.join(u'\n');
}

VerdictWords verdictOf(const Holders &holders)
{
    const Meaning meaning = !holders.holders.empty() ? Meaning::Ok : holders.isComplete ? Meaning::Error : Meaning::Unknown;
    const QString text = holders.holders.empty() ? said(holders.isComplete ? QT_TRANSLATE_NOOP("rbac", "Nobody may.") : QT_TRANSLATE_NOOP("rbac", "Nobody who is known may, but not everything may be read."))
                                                 : said(QT_TRANSLATE_NOOP("rbac", "Who may: %1")).arg(number(holders.holders.size()));
    return {meaning, base::Theme::sign(meaning) + u' ' + text};
}

QString explanationOf(const Holders &holders)
{
    QStringList lines{said(QT_TRANSLATE_NOOP("rbac", "Asked: who may %1?")).arg(requestText(holders.request))};
    for (std::size_t i = 0; i < std::min(holders.holders.size(), mostHolders); ++i)
        lines << holderText(holders.holders[i]);
    if (holders.holders.size() > mostHolders)
        lines << said(QT_TRANSLATE_NOOP("rbac", "and %1 more")).arg(number(holders.holders.size() - mostHolders));
    if (!holders.isComplete && !holders.holders.empty())
        lines << said(QT_TRANSLATE_NOOP("rbac", "Others may be among what may not be read."));
    return lines.join(u'\n');
}

QString fixName(const Fix &fix, const Answer &answer)
{
    const QString name = said(fixNames[static_cast<std::size_t>(fix.kind)]);
    return name.contains(QStringLiteral("%1")) ? name.arg(placeOf(answer.question.request.namespaceName)) : name;
}

QString effectOf(const Fix &fix)
{
    std::set<ObjectRef> identities;
    for (const RightChange &change : fix.whatIf.gained)
        identities.insert(change.identity);
    return said(QT_TRANSLATE_NOOP("rbac", "Permissions it adds: %1, for identities: %2")).arg(number(fix.whatIf.gained.size()), number(identities.size()));
}

} // namespace rbac
