#include "widgets/reach/ReachWords.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace reach {

using base::Meaning;

namespace {

constexpr std::size_t mostListed = 8;

QString said(const char *english) { return QCoreApplication::translate("reach", english); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }
QString withSign(Meaning meaning, const QString &words) { return base::Theme::sign(meaning) + u' ' + words; }
QString placeOf(const rbac::ObjectRef &ref) { return plain(ref.namespaceName + '/' + ref.name); }

/// In the order of NetworkReach::Verdict.
struct VerdictWord
{
    Meaning meaning;
    const char *words;
};
constexpr std::array<VerdictWord, 5> verdicts{{{Meaning::Ok, QT_TRANSLATE_NOOP("reach", "Yes. Nothing stops it.")},
                                               {Meaning::Error, QT_TRANSLATE_NOOP("reach", "No. NetworkPolicies stop it.")},
                                               {Meaning::Warning, QT_TRANSLATE_NOOP("reach", "Blocked only if the network plugin enforces policies.")},
                                               {Meaning::Error, QT_TRANSLATE_NOOP("reach", "No. Nothing takes connections there.")},
                                               {Meaning::Unknown, QT_TRANSLATE_NOOP("reach", "Not known.")}}};

void addList(QStringList &lines, const char *title, const std::vector<std::string> &texts)
{
    if (texts.empty())
        return;
    lines << said(title);
    for (std::size_t i = 0; i < std::min(texts.size(), mostListed); ++i)
        lines << QStringLiteral("  ") + plain(texts[i]);
    if (texts.size() > mostListed)
        lines << QStringLiteral("  ") + said(QT_TRANSLATE_NOOP("reach", "and %1 more")).arg(texts.size() - mostListed);
}

void addPolicies(QStringList &lines, const std::vector<rbac::ObjectRef> &policies)
{
    std::vector<std::string> names;
    for (const rbac::ObjectRef &policy : policies)
        names.push_back(policy.namespaceName + '/' + policy.name);
    if (names.empty())
        lines << said(QT_TRANSLATE_NOOP("reach", "NetworkPolicies that apply: none. Without one, every pod may talk to every pod."));
    else
        addList(lines, QT_TRANSLATE_NOOP("reach", "NetworkPolicies that apply:"), names);
}

void addUnreadable(QStringList &lines, const Answer &answer)
{
    for (const rbac::Unreadable &part : answer.unreadable)
        lines << withSign(Meaning::Unknown, part.namespaceName.empty() ? said(QT_TRANSLATE_NOOP("reach", "%1 may not be read: %2")).arg(plain(part.resource), plain(part.reason))
                                                                       : said(QT_TRANSLATE_NOOP("reach", "%1 of %2 may not be read: %3")).arg(plain(part.resource), plain(part.namespaceName), plain(part.reason)));
}

/// Whether a pod that is not found could be there all the same.
bool isHidden(const Answer &answer, const rbac::ObjectRef &ref)
{
    const std::string_view resource = ref.kind == "Service" ? "services" : "pods";
    return std::ranges::any_of(answer.unreadable, [&](const rbac::Unreadable &part) { return part.resource == resource && part.namespaceName == ref.namespaceName; });
}

Card missing(const Answer &answer, const rbac::ObjectRef &ref, Card card)
{
    card.meaning = isHidden(answer, ref) ? Meaning::Unknown : Meaning::Error;
    const QString words = isHidden(answer, ref) ? said(QT_TRANSLATE_NOOP("reach", "Not known: %1 may not be read.")) : said(QT_TRANSLATE_NOOP("reach", "There is no %1."));
    card.verdict = withSign(card.meaning, words.arg(rbac::nameOf(ref)));
    QStringList lines;
    addUnreadable(lines, answer);
    card.reasons = lines.join(u'\n');
    return card;
}

QString callerOf(const Answer &answer)
{
    if (!answer.identity.account)
        return said(QT_TRANSLATE_NOOP("reach", "It is a static pod: it has no account, and calls as system:anonymous."));
    return said(QT_TRANSLATE_NOOP("reach", "It calls as ServiceAccount %1.")).arg(placeOf(answer.identity.account->ref()));
}

} // namespace

Card apiCard(const Answer &answer)
{
    Card card;
    const Question &question = answer.question;
    const QString asked = question.request.empty() ? QStringLiteral("get %1 %2").arg(question.to.kind == "Pod" ? QStringLiteral("pods") : QStringLiteral("services"), plain(question.to.name))
                                                   : plain(question.request);
    card.question = said(QT_TRANSLATE_NOOP("reach", "May the account of pod %1 %2 in namespace %3?")).arg(placeOf(question.from), asked, plain(question.to.namespaceName));
    if (!answer.isFromKnown)
        return missing(answer, question.from, card);
    if (!answer.api) {
        card.meaning = Meaning::Warning;
        card.verdict = withSign(card.meaning, said(QT_TRANSLATE_NOOP("reach", "This was not understood")));
        card.reasons = rbac::textOf(rbac::Sentence(answer.problem.c_str()));
        return card;
    }
    const rbac::VerdictWords verdict = rbac::verdictOf(*answer.api);
    card.meaning = verdict.meaning;
    card.verdict = verdict.text;
    QStringList lines{callerOf(answer)};
    if (!answer.identity.hasApiToken())
        lines << withSign(Meaning::Warning, said(QT_TRANSLATE_NOOP("reach", "It mounts no token for the API server: without one of its own it calls as system:anonymous, whatever the account may do.")));
    lines << rbac::explanationOf(*answer.api).section(u'\n', 1);   // the card says already what was asked
    card.reasons = lines.join(u'\n');
    return card;
}

Card networkCard(const Answer &answer)
{
    Card card;
    const Question &question = answer.question;
    const QString to = rbac::nameOf(question.to) + (question.port.empty() ? QString() : u':' + plain(question.port));
    card.question = said(QT_TRANSLATE_NOOP("reach", "Can pod %1 connect to %2?")).arg(placeOf(question.from), to);
    if (!answer.isFromKnown || !answer.isToKnown)
        return missing(answer, answer.isFromKnown ? question.to : question.from, card);
    const rbac::NetworkReach &network = *answer.network;
    const VerdictWord &word = verdicts[static_cast<std::size_t>(network.verdict)];
    card.meaning = word.meaning;
    card.verdict = withSign(word.meaning, said(word.words));
    QStringList lines{said(QT_TRANSLATE_NOOP("reach", "Because %1.")).arg(rbac::textOf(network.reason))};
    addPolicies(lines, network.policies);
    addList(lines, QT_TRANSLATE_NOOP("reach", "Names to use:"), network.dns);
    addList(lines, QT_TRANSLATE_NOOP("reach", "Where it arrives:"), network.endpoints);
    addUnreadable(lines, answer);
    card.reasons = lines.join(u'\n');
    return card;
}

} // namespace reach
