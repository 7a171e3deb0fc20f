#include "widgets/rbac/RiskTexts.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/rbac/AccessWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::size_t MostSteps = 8;
constexpr std::size_t MostNamed = 4;

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
std::string word(const char *english) { return said(english).toStdString(); }

struct Word
{
    const char *english;
    Meaning meaning;
};
/// In the order of Severity.
constexpr std::array<Word, SeverityCount> severities{{{QT_TRANSLATE_NOOP("rbac", "critical"), Meaning::Error}, {QT_TRANSLATE_NOOP("rbac", "high"), Meaning::Warning},
                                                      {QT_TRANSLATE_NOOP("rbac", "medium"), Meaning::Warning}, {QT_TRANSLATE_NOOP("rbac", "low"), Meaning::Unknown},
                                                      {QT_TRANSLATE_NOOP("rbac", "info"), Meaning::Unknown}}};
/// In the order of RiskPart.
constexpr std::array<const char *, 7> heads{QT_TRANSLATE_NOOP("rbac", "Severity"), QT_TRANSLATE_NOOP("rbac", "What"), QT_TRANSLATE_NOOP("rbac", "Who"),
                                            QT_TRANSLATE_NOOP("rbac", "Where"), QT_TRANSLATE_NOOP("rbac", "Binding"), QT_TRANSLATE_NOOP("rbac", "Role"),
                                            QT_TRANSLATE_NOOP("rbac", "Rule")};

QString listOf(const QStringList &names)
{
    QString out = names.value(0);
    for (qsizetype i = 1; i < names.size(); ++i)
        out = said(QT_TRANSLATE_NOOP("rbac", "%1 and %2")).arg(out, names[i]);
    return out;
}

QString listOf(const std::vector<ObjectRef> &objects)
{
    QStringList names;
    for (const ObjectRef &object : objects)
        names << nameOf(object);
    return listOf(names);
}

QString placeText(const EscalationTarget &target)
{
    switch (target.kind) {
    case EscalationTarget::Kind::Node: return said(QT_TRANSLATE_NOOP("rbac", "a node"));
    case EscalationTarget::Kind::NamespaceAdmin: return said(QT_TRANSLATE_NOOP("rbac", "everything in namespace %1")).arg(base::oneLine(target.namespaceName));
    case EscalationTarget::Kind::ClusterAdmin: break;
    }
    return QStringLiteral("cluster-admin");
}

QString placeText(const std::string &place)
{
    const auto target = EscalationTarget::parse(place);
    return target ? placeText(*target) : nameOf(std::string_view(place));
}

QString stepText(const EscalationStep &step)
{
    const bool isRisk = !step.edge.empty() && step.edge.front() == 'R';
    const RiskWords words = riskWords();
    const std::string plain = step.edge == "runs-as" ? words.runsAs : step.edge == "node-pods" ? words.nodePods : words.tokenSecret;
    return isRisk ? attackOf(step.edge) : base::oneLine(std::string_view(plain));
}

/// How many subjects besides one the bindings name.
std::size_t othersIn(const std::vector<ObjectRef> &bindings, const AccessEvaluator &evaluator)
{
    std::size_t others = 0;
    for (const ObjectRef &ref : bindings)
        if (const auto binding = evaluator.findBinding(ref); binding && !binding->subjects.empty())
            others += binding->subjects.size() - 1;
    return others;
}

bool needsNoBinding(const RiskWay &way)
{
    const auto isFree = [](const EscalationPath &path) { return std::ranges::all_of(path.steps, [](const EscalationStep &step) { return step.needs.empty(); }); };
    return std::ranges::any_of(way.paths, isFree);
}

bool isBroughtBack(const std::vector<ObjectRef> &bindings, const AccessEvaluator &evaluator)
{
    return std::ranges::any_of(bindings, [&](const ObjectRef &ref) {
        const auto binding = evaluator.findBinding(ref);
        return binding && isDefault(binding->labels);
    });
}

} // namespace

Meaning meaningOf(Severity severity) { return severities[static_cast<std::size_t>(severity)].meaning; }

QString wordOf(Severity severity) { return said(severities[static_cast<std::size_t>(severity)].english); }

QString signedWordOf(Severity severity) { return base::Theme::sign(meaningOf(severity)) + u' ' + wordOf(severity); }

QString attackOf(std::string_view id) { return said(std::string(riskRule(id).attack).c_str()); }

std::vector<std::string> attackTexts()
{
    std::vector<std::string> out;
    for (const RiskRule &rule : riskRules())
        out.push_back(attackOf(rule.id).toStdString());
    return out;
}

QString headOf(RiskPart part) { return said(heads[static_cast<std::size_t>(part)]); }

RuleSaying ruleSaying()
{
    return {word(QT_TRANSLATE_NOOP("rbac", "every verb")), word(QT_TRANSLATE_NOOP("rbac", "every resource")), word(QT_TRANSLATE_NOOP("rbac", "%1 on %2"))};
}

RiskWords riskWords()
{
    RiskWords words;
    words.title = word(QT_TRANSLATE_NOOP("rbac", "How it comes to this"));
    words.identity = word(QT_TRANSLATE_NOOP("rbac", "Identity"));
    words.binding = word(QT_TRANSLATE_NOOP("rbac", "Binding"));
    words.role = word(QT_TRANSLATE_NOOP("rbac", "Role"));
    words.rule = word(QT_TRANSLATE_NOOP("rbac", "Rule"));
    words.effect = word(QT_TRANSLATE_NOOP("rbac", "What comes of it"));
    words.step = word(QT_TRANSLATE_NOOP("rbac", "Through"));
    words.place = word(QT_TRANSLATE_NOOP("rbac", "Reaches"));
    words.ruleNumber = word(QT_TRANSLATE_NOOP("rbac", "rule %1"));
    words.everywhere = word(QT_TRANSLATE_NOOP("rbac", "in the whole cluster"));
    words.onlyIn = word(QT_TRANSLATE_NOOP("rbac", "in namespace %1"));
    words.clusterAdmin = word(QT_TRANSLATE_NOOP("rbac", "everything in the cluster"));
    words.node = word(QT_TRANSLATE_NOOP("rbac", "a node and what runs on it"));
    words.namespaceAdmin = word(QT_TRANSLATE_NOOP("rbac", "everything in namespace %1"));
    words.runsAs = word(QT_TRANSLATE_NOOP("rbac", "has the token of the account that the pod runs as"));
    words.nodePods = word(QT_TRANSLATE_NOOP("rbac", "has the tokens of all pods on the node"));
    words.tokenSecret = word(QT_TRANSLATE_NOOP("rbac", "has the token that the Secret holds"));
    words.attacks = attackTexts();
    words.more = word(QT_TRANSLATE_NOOP("rbac", "and %1 more risks"));
    words.sameRule = word(QT_TRANSLATE_NOOP("rbac", "by the same rule"));
    words.saying = ruleSaying();
    return words;
}

RiskReportWords riskReportWords(const Inputs &inputs)
{
    RiskReportWords words;
    words.title = word(QT_TRANSLATE_NOOP("rbac", "Risks"));
    for (const char *head : heads)
        words.heads.push_back(word(head));
    for (const Word &severity : severities)
        words.severities.push_back(word(severity.english));
    words.attacks = attackTexts();
    words.everywhere = word(QT_TRANSLATE_NOOP("rbac", "in the whole cluster"));
    words.gaps = unreadableText(inputs).toStdString();
    words.includes = word(QT_TRANSLATE_NOOP("rbac", "%1, and what it includes: %2"));
    words.included = word(QT_TRANSLATE_NOOP("rbac", "included in others"));
    return words;
}

QString sentenceOf(const Risk &risk, const AccessEvaluator &evaluator)
{
    const QString what = said(QT_TRANSLATE_NOOP("rbac", "%1 %2, %3.")).arg(nameOf(risk.subject), attackOf(risk.id), placeOf(risk.namespaceName));
    if (risk.binding.isEmpty())
        return what;
    const QString rule = base::oneLine(ruleText(risk, evaluator, ruleSaying()));
    if (rule.isEmpty())
        return what + u' ' + said(QT_TRANSLATE_NOOP("rbac", "It comes through %1.")).arg(nameOf(risk.binding));
    return what + u' ' + said(QT_TRANSLATE_NOOP("rbac", "It comes through %1 and rule %2 of %3: %4.")).arg(nameOf(risk.binding), QString::number(*risk.rule + 1), nameOf(risk.role), rule);
}

QString sentenceOf(const RiskWay &way)
{
    if (way.paths.empty())
        return {};
    QStringList parts;
    for (const EscalationStep &step : way.paths.front().steps) {
        const QString through = step.needs.empty() ? QString() : said(QT_TRANSLATE_NOOP("rbac", " through %1")).arg(listOf(step.needs));
        parts << said(QT_TRANSLATE_NOOP("rbac", "%1 %2%3 and reaches %4.")).arg(placeText(step.from), stepText(step), through, placeText(step.to));
    }
    if (parts.size() > qsizetype(MostSteps))
        parts = parts.mid(0, MostSteps) << QStringLiteral("…");
    return parts.join(u' ');
}

QString includedTextOf(const RiskWay &way)
{
    QStringList names;
    for (std::size_t i = 0; i < way.included.size() && i < MostNamed; ++i)
        names << attackOf(way.included[i]);
    if (names.isEmpty())
        return {};
    if (way.included.size() > MostNamed)
        names << QStringLiteral("…");
    return said(QT_TRANSLATE_NOOP("rbac", "The same rule gives %1 more risks: %2")).arg(QString::number(way.included.size()), names.join(QStringLiteral("; ")));
}

QString cutTextOf(const RiskWay &way, const AccessEvaluator &evaluator)
{
    if (way.cut.empty() && way.isOfMasters)
        return said(QT_TRANSLATE_NOOP("rbac", "Nothing can cut what group system:masters may: the server asks no authorizer about it, so its members may do everything without any binding."));
    if (way.cut.empty() && way.target)
        return needsNoBinding(way) ? said(QT_TRANSLATE_NOOP("rbac", "This path rests on no binding, so none can cut it."))
                                   : said(QT_TRANSLATE_NOOP("rbac", "No few bindings were found that cut every path: there are many ways. Each step above names the bindings it rests on."));
    if (way.cut.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "No binding makes it, so none can end it."));
    QString out = way.target ? said(QT_TRANSLATE_NOOP("rbac", "Without %1 no path is left.")).arg(listOf(way.cut)) : said(QT_TRANSLATE_NOOP("rbac", "Without %1 nothing is left of it.")).arg(listOf(way.cut));
    if (const std::size_t others = othersIn(way.cut, evaluator); others > 0)
        out += u' ' + said(QT_TRANSLATE_NOOP("rbac", "Other subjects that lose something with it: %1.")).arg(QString::number(others));
    if (isBroughtBack(way.cut, evaluator))
        out += u' ' + said(QT_TRANSLATE_NOOP("rbac", "Kubernetes brings its own bindings back when it starts anew."));
    return out;
}

QString cutCommandsOf(const RiskWay &way, const QString &kubectl)
{
    QStringList lines;
    for (const ObjectRef &binding : way.cut) {
        const QString place = binding.namespaceName.empty() ? QString() : QStringLiteral(" -n ") + base::shellWord(QString::fromStdString(binding.namespaceName));
        lines << kubectl + QStringLiteral(" delete %1 %2%3").arg(base::oneLine(std::string_view(binding.kind)).toLower(), base::shellWord(QString::fromStdString(binding.name)), place);
    }
    return lines.join(u'\n');
}

QString titleOf(const RiskWay &way)
{
    return way.target ? said(QT_TRANSLATE_NOOP("rbac", "To %1")).arg(placeText(*way.target)) : said(QT_TRANSLATE_NOOP("rbac", "This finding"));
}

} // namespace rbac
