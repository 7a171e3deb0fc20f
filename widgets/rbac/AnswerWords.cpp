#include "widgets/rbac/AnswerWords.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskTexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::size_t mostMisses = 5;
constexpr std::size_t mostGrants = 8;
constexpr std::size_t mostRisks = 12;

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

QString grantText(const Grant &grant)
{
    return said(QT_TRANSLATE_NOOP("rbac", "Through %1 and rule %2 of %3, given to %4"))
        .arg(nameOf(grant.binding->ref), QString::number(grant.rule + 1), nameOf(grant.role->ref), nameOf(grant.subjectRef()));
}

void addGrants(const Answer &answer, std::vector<ToldLine> &lines)
{
    for (std::size_t i = 0; i < std::min(answer.grants.size(), mostGrants); ++i)
        lines.push_back({grantText(answer.grants[i]), answer.grants[i].binding->ref});
    if (answer.grants.size() > mostGrants)
        lines.push_back({said(QT_TRANSLATE_NOOP("rbac", "and %1 more")).arg(number(answer.grants.size() - mostGrants))});
    if (answer.carrier)
        lines.push_back({said(QT_TRANSLATE_NOOP("rbac", "Without %1 it would not be allowed.")).arg(nameOf(*answer.carrier))});
}

/// The binding is named once.
QString missText(const NearMiss &miss)
{
    QString text = textOf(miss.message);
    const QString reference = base::oneLine(std::string_view(miss.binding.text())), name = nameOf(miss.binding);
    return text.contains(reference) ? text.replace(reference, name) : name + QStringLiteral(": ") + text;
}

void addMisses(const Answer &answer, std::vector<ToldLine> &lines)
{
    if (answer.misses.empty())
        return;
    lines.push_back({});
    lines.push_back({said(QT_TRANSLATE_NOOP("rbac", "Closest to allowing it"))});
    for (std::size_t i = 0; i < std::min(answer.misses.size(), mostMisses); ++i)
        lines.push_back({number(i + 1) + QStringLiteral(". ") + missText(answer.misses[i]), answer.misses[i].binding});
}

} // namespace

QString mastersText()
{
    return said(QT_TRANSLATE_NOOP("rbac", "Because of group system:masters the server asks no authorizer: everything is allowed, and no binding changes that."));
}

QString requestText(const Request &request)
{
    if (request.isUrl())
        return plain(request.text());
    std::string what = request.verb + ' ' + request.combinedResource();
    if (!request.apiGroup.empty())
        what += '.' + request.apiGroup;
    if (!request.name.empty())
        what += ' ' + request.name;
    return plain(what) + u' ' + placeOf(request.namespaceName);
}

VerdictWords verdictOf(const Answer &answer)
{
    const VerdictWord &word = verdicts[static_cast<std::size_t>(answer.decision.verdict)];
    return {word.meaning, base::Theme::sign(word.meaning) + u' ' + said(word.text)};
}

std::vector<ToldLine> linesOf(const Answer &answer)
{
    const Question &question = answer.question;
    std::vector<ToldLine> lines{{said(QT_TRANSLATE_NOOP("rbac", "Asked: may %1 %2?")).arg(nameOf(question.identity.ref()), requestText(question.request))}};
    for (const Sentence &hint : question.hints)
        lines.push_back({textOf(hint)});
    if (answer.grants.empty() && !answer.decision.reason.isEmpty())
        lines.push_back({textOf(answer.decision.reason)});
    if (question.identity.isIn(mastersGroup))
        lines.push_back({mastersText()});
    addGrants(answer, lines);
    addMisses(answer, lines);
    return lines;
}

QString explanationOf(const Answer &answer)
{
    QStringList texts;
    for (const ToldLine &line : linesOf(answer))
        texts << line.text;
    return texts.join(u'\n');
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

RiskEffect riskEffectOf(const Fix &fix)
{
    if (!fix.newRisks)
        return {};
    if (fix.newRisks->empty())
        return {Meaning::Ok, base::Theme::sign(Meaning::Ok) + u' ' + said(QT_TRANSLATE_NOOP("rbac", "No new risk")), {}};
    std::map<Severity, std::size_t> counts;
    QStringList lines;
    for (const Risk &risk : *fix.newRisks) {
        ++counts[risk.severity];
        if (lines.size() < static_cast<qsizetype>(mostRisks))
            lines << QStringLiteral("%1 · %2: %3").arg(signedWordOf(risk.severity), nameOf(risk.subject.get()), attackOf(risk.id));
    }
    if (fix.newRisks->size() > mostRisks)
        lines << said(QT_TRANSLATE_NOOP("rbac", "and %1 more")).arg(number(fix.newRisks->size() - mostRisks));
    QStringList parts;
    for (const auto &[severity, count] : counts)
        parts << QStringLiteral("%1: %2").arg(wordOf(severity), number(count));
    const Meaning meaning = meaningOf(counts.begin()->first);
    return {meaning, base::Theme::sign(meaning) + u' ' + said(QT_TRANSLATE_NOOP("rbac", "New risks: %1")).arg(parts.join(QStringLiteral(", "))), lines.join(u'\n')};
}

} // namespace rbac
