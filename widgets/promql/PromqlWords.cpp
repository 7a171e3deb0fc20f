#include "widgets/promql/PromqlWords.h"

#include "models/metrics/ObjectOfLabels.h"
#include "models/text/Duration.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

namespace promql {

namespace {

QString flavourName(const std::optional<metrics::BuildInfo> &build)
{
    switch (build ? build->flavour : metrics::Flavour::Unknown) {
    case metrics::Flavour::Prometheus: return QStringLiteral("Prometheus");
    case metrics::Flavour::Thanos: return QStringLiteral("Thanos");
    case metrics::Flavour::VictoriaMetrics: return QStringLiteral("VictoriaMetrics");
    case metrics::Flavour::Mimir: return QStringLiteral("Mimir");
    case metrics::Flavour::Unknown: break;
    }
    return QCoreApplication::translate("promql", "a server of the Prometheus API");
}

QString wayText(metrics::Way way)
{
    switch (way) {
    case metrics::Way::ServiceProxy: return QCoreApplication::translate("promql", "through the service proxy");
    case metrics::Way::PortForward: return QCoreApplication::translate("promql", "by port-forward");
    case metrics::Way::Direct: break;
    }
    return QCoreApplication::translate("promql", "directly");
}

QString line(const std::string &what, const base::Error &error)
{
    return base::oneLine(what) + QStringLiteral(": ") + base::oneLine(base::errorText(error));
}

void addCandidate(QStringList &lines, const metrics::CandidateReport &report)
{
    for (const metrics::Attempt &attempt : report.attempts)
        if (attempt.error)
            lines << line(attempt.place.empty() ? report.candidate.text() : attempt.place, *attempt.error);
    if (report.proof && report.proof->verdict != metrics::Proof::Verdict::ThisCluster) {
        const QString what = report.proof->verdict == metrics::Proof::Verdict::OtherCluster ? QCoreApplication::translate("promql", "%1 watches another cluster: %2")
                                                                                              : QCoreApplication::translate("promql", "%1 is not known to watch this cluster: %2");
        lines << what.arg(base::oneLine(report.candidate.text()), base::oneLine(filled(report.proof->reason, [](const char *words) { return QCoreApplication::translate("metrics", words).toStdString(); })));
    }
}

} // namespace

QString spanTitle(const Span &span)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span.range).count();
    if (minutes == 0)
        return QCoreApplication::translate("promql", "Now");
    if (minutes < 60)
        return QCoreApplication::translate("promql", "%1 min").arg(minutes);
    return minutes <= 24 * 60 ? QCoreApplication::translate("promql", "%1 h").arg(minutes / 60) : QCoreApplication::translate("promql", "%1 d").arg(minutes / (24 * 60));
}

QString sourceText(const metrics::CandidateReport &found, metrics::Way way)
{
    QString name = flavourName(found.build);
    if (found.build && !found.build->version.empty())
        name += u' ' + base::oneLine(found.build->version);
    return QStringList{name, base::oneLine(found.candidate.text()), wayText(way)}.join(QStringLiteral(" · "));
}

QString whyMissing(const metrics::DiscoveryReport &report)
{
    QStringList lines;
    for (const metrics::CandidateReport &each : report.candidates)
        addCandidate(lines, each);
    for (const metrics::DiscoveryGap &gap : report.gaps)
        lines << line(gap.what, gap.error);
    if (report.candidates.empty())
        lines.prepend(QCoreApplication::translate("promql", "No Service and no Prometheus resource of the cluster looks like a server of the Prometheus API."));
    if (!report.notTried.empty())
        lines << QCoreApplication::translate("promql", "Not tried: %1 more").arg(static_cast<qulonglong>(report.notTried.size()));
    return lines.join(u'\n');
}

QString callOf(const metrics::Candidate &candidate, metrics::Way way, const metrics::PrometheusRequest &request)
{
    const std::string query = request.encodedQuery();
    const std::string path = request.path + (query.empty() ? std::string() : '?' + query);
    if (way == metrics::Way::Direct || candidate.direct)
        return QStringLiteral("GET ") + base::oneLine(candidate.text() + path);
    const metrics::ServicePort &service = candidate.service;
    if (way == metrics::Way::PortForward)
        return QStringLiteral("GET ") + QString::fromStdString(service.prefix + path);
    const std::string name = (service.tls ? "https:" : "") + service.serviceName + ':' + std::to_string(service.port);
    return QStringLiteral("GET ") + QString::fromStdString("/api/v1/namespaces/" + service.namespaceName + "/services/" + name + "/proxy" + service.prefix + path);
}

std::optional<base::Address> addressOf(const metrics::Labels &labels)
{
    const auto object = metrics::objectOfLabels(labels);
    if (!object)
        return std::nullopt;
    return base::Address{QString::fromStdString(object->type), QString::fromStdString(object->namespaceName), QString::fromStdString(object->name), {}};
}

/// Kinds as kubectl names them.
QString objectText(const std::optional<base::Address> &address)
{
    if (!address)
        return {};
    const QString kind = address->place.section(u'.', 0, 0);
    const QString name = address->namespaceName.isEmpty() ? address->name : address->namespaceName + u'/' + address->name;
    return kind + u' ' + base::oneLine(name);
}

QString ageText(const std::optional<base::SystemTime> &time, base::SystemTime now)
{
    if (!time)
        return {};
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - *time);
    return QString::fromStdString(text::humanDuration(std::max(age, std::chrono::milliseconds(0))));
}

} // namespace promql
