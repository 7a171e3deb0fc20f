#include "widgets/metrics/MetricsWords.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

namespace metrics {

QString said(const std::string &english) { return QCoreApplication::translate("metrics", english.c_str()); }

Words catalogueWords()
{
    return [](const std::string &english) { return said(english).toStdString(); };
}

QString spanTitle(const Span &span)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span.range).count();
    if (minutes < 60)
        return QCoreApplication::translate("metrics", "%1 min").arg(minutes);
    if (minutes <= 24 * 60)
        return QCoreApplication::translate("metrics", "%1 h").arg(minutes / 60);
    return QCoreApplication::translate("metrics", "%1 d").arg(minutes / (24 * 60));
}

QString exporterName(Exporter exporter)
{
    switch (exporter) {
    case Exporter::Cadvisor: return QStringLiteral("kubelet (cAdvisor)");
    case Exporter::Kubelet: return QStringLiteral("kubelet");
    case Exporter::KubeStateMetrics: return QStringLiteral("kube-state-metrics");
    case Exporter::NodeExporter: return QStringLiteral("node-exporter");
    case Exporter::ApiServer: return QStringLiteral("kube-apiserver");
    case Exporter::IngressNginx: return QStringLiteral("ingress-nginx");
    case Exporter::Traefik: return QStringLiteral("Traefik");
    case Exporter::Unknown: break;
    }
    return {};
}

QString exporterFix(Exporter exporter)
{
    switch (exporter) {
    case Exporter::Cadvisor:
        return QCoreApplication::translate("metrics", "Prometheus has to scrape /metrics/cadvisor of each kubelet; kube-prometheus-stack does so (kubelet.serviceMonitor.cAdvisor).");
    case Exporter::Kubelet: return QCoreApplication::translate("metrics", "Prometheus has to scrape /metrics of each kubelet; kube-prometheus-stack does so (kubelet.enabled).");
    case Exporter::KubeStateMetrics:
        return QCoreApplication::translate("metrics", "kube-state-metrics has to run in the cluster and be scraped; kube-prometheus-stack brings it (kubeStateMetrics.enabled).");
    case Exporter::NodeExporter: return QCoreApplication::translate("metrics", "node-exporter has to run on each node and be scraped; kube-prometheus-stack brings it (nodeExporter.enabled).");
    case Exporter::ApiServer: return QCoreApplication::translate("metrics", "Prometheus has to scrape /metrics of the API server; kube-prometheus-stack does so (kubeApiServer.enabled).");
    case Exporter::IngressNginx:
        return QCoreApplication::translate("metrics", "The metrics of ingress-nginx have to be switched on (controller.metrics.enabled and controller.metrics.serviceMonitor.enabled in its chart).");
    case Exporter::Traefik: return QCoreApplication::translate("metrics", "The metrics of Traefik have to be switched on (metrics.prometheus in its chart) and be scraped.");
    case Exporter::Unknown: break;
    }
    return {};
}

Explanation explanationOf(const ChartSpec &spec, const ChartState &state, const Capabilities &capabilities)
{
    if (state.error)
        return {QCoreApplication::translate("metrics", "The server did not answer"), base::oneLine(base::errorText(*state.error))};
    const Emptiness emptiness = emptinessOf(spec, capabilities);
    if (emptiness.kind == Emptiness::Kind::NothingMatches)
        return {QCoreApplication::translate("metrics", "Nothing was measured in this time"), QCoreApplication::translate("metrics", "The server has the metrics, but none of this object in the chosen time.")};
    QStringList missing, fixes;
    for (const std::string &metric : emptiness.missing)
        missing.append(QString::fromStdString(metric));
    for (const Exporter exporter : emptiness.exporters)
        fixes.append(exporterFix(exporter));
    fixes.removeAll(QString());
    const QString title = emptiness.exporters.front() == Exporter::Unknown ? QCoreApplication::translate("metrics", "The server does not have what is asked for")
                                                                           : QCoreApplication::translate("metrics", "%1 is not scraped").arg(exporterName(emptiness.exporters.front()));
    return {title, QCoreApplication::translate("metrics", "Missing: %1").arg(missing.join(QStringLiteral(", "))) + u'\n' + fixes.join(u'\n')};
}

QString helmCommands()
{
    return QStringLiteral("helm repo add prometheus-community https://prometheus-community.github.io/helm-charts\nhelm repo update\n"
                          "helm install kube-prometheus-stack prometheus-community/kube-prometheus-stack --namespace monitoring --create-namespace");
}

} // namespace metrics
