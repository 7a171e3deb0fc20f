#include "widgets/prometheus/ServerWords.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

namespace prometheus {

using base::Meaning;
using metrics::Origin;
using metrics::Proof;

namespace {

QString translated(const char *text) { return QCoreApplication::translate("prometheus", text); }

/// In the order of their enum.
constexpr const char *origins[] = {
    QT_TRANSLATE_NOOP("prometheus", "named by you"),
    QT_TRANSLATE_NOOP("prometheus", "used before"),
    QT_TRANSLATE_NOOP("prometheus", "Prometheus resource"),
    QT_TRANSLATE_NOOP("prometheus", "labels of kube-prometheus"),
    QT_TRANSLATE_NOOP("prometheus", "labels of OpenShift"),
    QT_TRANSLATE_NOOP("prometheus", "labels of Rancher"),
    QT_TRANSLATE_NOOP("prometheus", "labels of the chart prometheus"),
    QT_TRANSLATE_NOOP("prometheus", "labels of an old chart"),
    QT_TRANSLATE_NOOP("prometheus", "labels of VictoriaMetrics"),
    QT_TRANSLATE_NOOP("prometheus", "labels of Thanos"),
    QT_TRANSLATE_NOOP("prometheus", "labels of Mimir"),
    QT_TRANSLATE_NOOP("prometheus", "its name or port"),
    QT_TRANSLATE_NOOP("prometheus", "a usual place"),
};

struct StandingLook
{
    Meaning meaning;
    const char *text;
};
constexpr StandingLook standings[] = {
    {Meaning::Ok, QT_TRANSLATE_NOOP("prometheus", "In use")},
    {Meaning::Ok, QT_TRANSLATE_NOOP("prometheus", "Watches this cluster")},
    {Meaning::Unknown, QT_TRANSLATE_NOOP("prometheus", "Unproven")},
    {Meaning::Warning, QT_TRANSLATE_NOOP("prometheus", "Another cluster's")},
    {Meaning::Error, QT_TRANSLATE_NOOP("prometheus", "No answer")},
    {Meaning::Unknown, QT_TRANSLATE_NOOP("prometheus", "Not tried")},
};

} // namespace

Standing standingOf(const metrics::DiscoveryReport &report, std::size_t candidate)
{
    const metrics::CandidateReport &each = report.candidates[candidate];
    if (report.chosen == candidate)
        return Standing::InUse;
    if (each.attempts.empty() || each.attempts.back().obstacle() == metrics::Obstacle::SecretsLost)
        return Standing::NotTried;
    if (!each.answers())
        return Standing::Silent;
    const Proof::Verdict verdict = each.proof ? each.proof->verdict : Proof::Verdict::Unproven;
    if (verdict == Proof::Verdict::OtherCluster)
        return Standing::OtherCluster;
    return verdict == Proof::Verdict::ThisCluster ? Standing::Proven : Standing::Unproven;
}

Meaning meaningOf(Standing standing)
{
    return standings[static_cast<std::size_t>(standing)].meaning;
}

QString standingText(Standing standing)
{
    return translated(standings[static_cast<std::size_t>(standing)].text);
}

QString buildText(const metrics::CandidateReport &report)
{
    if (!report.build)
        return report.answers() ? translated("a server of the Prometheus API") : QStringLiteral("–");
    const std::string_view name = nameOf(report.build->flavour);
    const QString what = name.empty() ? translated("a server of the Prometheus API") : QString::fromUtf8(name.data(), qsizetype(name.size()));
    return report.build->version.empty() ? what : what + u' ' + base::oneLine(report.build->version);
}

QString wayText(metrics::Way way)
{
    switch (way) {
    case metrics::Way::ServiceProxy: return translated("service proxy");
    case metrics::Way::PortForward: return translated("port-forward");
    case metrics::Way::Direct: break;
    }
    return translated("direct");
}

QString originText(Origin origin)
{
    return translated(origins[static_cast<std::size_t>(origin)]);
}

QString reasonText(const Proof &proof)
{
    return base::oneLine(filled(proof.reason, [](const char *words) { return QCoreApplication::translate("metrics", words).toStdString(); }));
}

QString reasonText(const metrics::CandidateReport &report)
{
    QStringList lines;
    if (report.answers() && report.proof)
        lines << reasonText(*report.proof);
    for (const metrics::Attempt &attempt : report.attempts) {
        if (attempt.obstacle() == metrics::Obstacle::SecretsLost)
            lines << translated(QT_TRANSLATE_NOOP("prometheus", "what you entered for it has to be entered again"));
        else if (attempt.error)
            lines << wayText(attempt.way) + QStringLiteral(": ") + base::oneLine(base::errorText(*attempt.error));
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace prometheus
