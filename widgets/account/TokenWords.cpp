#include "widgets/account/TokenWords.h"

#include "models/account/AccountSummary.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/rbac/Explain.h"
#include "models/rbac/RiskRules.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/detail/PhraseText.h"
#include "widgets/rbac/AccessWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace account {

namespace {

constexpr std::size_t mostRisks = 4;

QString said(const char *english) { return QCoreApplication::translate("account", english); }

/// Everybody has these: they say nothing about this account.
bool isEverybodys(const rbac::Basis &basis, const rbac::Right &right)
{
    const auto binding = right.subject.kind == "Group" ? basis.evaluator.findBinding(right.binding) : nullptr;
    return binding && rbac::isDefault(binding->labels);
}

/// A finding without a rule is about no right.
bool isBehind(const rbac::Right &right, const rbac::Risk &risk)
{
    return risk.rule && right.rule == *risk.rule && right.binding == risk.binding.get() && right.role == risk.role.get();
}

QString riskText(const rbac::Risk &risk)
{
    const detail::Part severity = severityPart(risk.severity);
    const QString attack = QCoreApplication::translate("rbac", std::string(rbac::riskRule(risk.id).attack).c_str());
    const QString what = QStringLiteral("%1: %2").arg(detail::lineOf(severity.phrase), attack);
    return detail::withSign(detail::meaningOf(severity.tone), what) + QStringLiteral(" (%1)").arg(rbac::placeOf(risk.namespaceName));
}

QString moment(const text::Time &time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time.seconds), QLocale::LongFormat);
}

QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }

QString joined(const std::vector<std::string> &words)
{
    QStringList out;
    for (const std::string &word : words)
        out << plain(word);
    return out.join(QStringLiteral(", "));
}

QString boundTo(const kube::JwtClaims &claims)
{
    QStringList out;
    for (const auto &[kind, name] : {std::pair("Pod", &claims.pod), std::pair("Node", &claims.node), std::pair("Secret", &claims.secret)})
        if (!name->empty())
            out << QLatin1String(kind) + u' ' + plain(*name);
    return out.join(QStringLiteral(", "));
}

} // namespace

QString tokenRefusal(const cluster::ConnectedCluster &cluster)
{
    return cluster.access() == kube::Access::ReadOnly ? said(QT_TRANSLATE_NOOP("account", "The cluster is marked read-only: making a token is not sent")) : QString();
}

Power powerOf(const rbac::Basis &basis, const rbac::ServiceAccountRef &account)
{
    const rbac::Identity identity = rbac::Identity::ofServiceAccount(account);
    const std::vector<rbac::Right> all = rbac::rightsOf(basis.evaluator, identity);
    std::vector<const rbac::Right *> rights;
    for (const rbac::Right &right : all)
        if (!isEverybodys(basis, right))
            rights.push_back(&right);
    const std::vector<rbac::Risk> risks = risksOf(basis, identity);
    const auto isRisky = [&](const rbac::Right *right) { return std::ranges::any_of(risks, [&](const rbac::Risk &risk) { return isBehind(*right, risk); }); };
    std::vector<const rbac::Right *> risky;
    std::ranges::copy_if(rights, std::back_inserter(risky), isRisky);
    Power power;
    power.sentence = rights.empty() ? said(QT_TRANSLATE_NOOP("account", "Whoever has the token may do what every account may, and nothing else that is known."))
                                    : said(QT_TRANSLATE_NOOP("account", "Whoever has the token may %1.")).arg(rbac::rightsText(rights, risky));
    for (std::size_t i = 0; i < std::min(risks.size(), mostRisks); ++i)
        power.risks.push_back(riskText(risks[i]));
    if (!risks.empty())
        power.gravest = detail::meaningOf(severityPart(risks.front().severity).tone);
    power.moreRisks = risks.size() - power.risks.size();
    power.unreadable = rbac::unreadableText(basis.inputs);
    return power;
}

std::vector<Claimed> claimsOf(const kube::IssuedToken &issued)
{
    std::vector<Claimed> out;
    const auto add = [&out](const char *label, const QString &text) {
        if (!text.isEmpty())
            out.push_back({said(label), text});
    };
    if (issued.expires)
        add(QT_TRANSLATE_NOOP("account", "Ends"), moment(*issued.expires));
    if (!issued.claims) {
        add(QT_TRANSLATE_NOOP("account", "What it says"), said(QT_TRANSLATE_NOOP("account", "not known: %1")).arg(plain(issued.claims.error().message)));
        return out;
    }
    const kube::JwtClaims &claims = *issued.claims;
    add(QT_TRANSLATE_NOOP("account", "Subject"), plain(claims.subject));
    add(QT_TRANSLATE_NOOP("account", "Audiences"), joined(claims.audiences));
    add(QT_TRANSLATE_NOOP("account", "Issuer"), plain(claims.issuer));
    if (claims.expiresAt && (!issued.expires || claims.expiresAt->seconds != issued.expires->seconds))
        add(QT_TRANSLATE_NOOP("account", "Ends, as the token says"), moment(*claims.expiresAt));
    add(QT_TRANSLATE_NOOP("account", "Ends with"), boundTo(claims));
    return out;
}

QString lifetimeText(std::chrono::seconds lifetime)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(lifetime).count();
    const QString hours = QString::number(minutes / 60), rest = QString::number(minutes % 60);
    if (minutes < 60)
        return said(QT_TRANSLATE_NOOP("account", "%1 min")).arg(rest);
    return minutes % 60 == 0 ? said(QT_TRANSLATE_NOOP("account", "%1 h")).arg(hours) : said(QT_TRANSLATE_NOOP("account", "%1 h %2 min")).arg(hours, rest);
}

QString failureText(const base::Error &error, const kube::TokenWish &wish)
{
    const QString words = base::manyLines(base::errorText(error).toStdString());
    if (error.code != 403 && error.kind != base::ErrorKind::Forbidden)
        return words;
    const QString right = said(QT_TRANSLATE_NOOP("account", "Missing is the right to create serviceaccounts/token of %1 in namespace %2."));
    return words + u'\n' + right.arg(plain(wish.account), plain(wish.namespaceName));
}

QString commandText(const kube::TokenWish &wish, const QString &context)
{
    QString text = base::kubectlFor(context);
    for (const std::string &word : kube::createTokenWords(wish))
        text += u' ' + base::shellWord(QString::fromStdString(word));
    return text;
}

} // namespace account
