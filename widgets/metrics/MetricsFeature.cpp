#include "widgets/metrics/MetricsFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/metrics/MetricsPage.h"
#include "widgets/metrics/SubjectOf.h"

#include <QCoreApplication>

namespace metrics {

namespace {

/// After details and YAML, before what is about access.
constexpr int Rank = 120;

bool hasCharts(const kube::ResourceType &type)
{
    return subjectOf({QString::fromStdString(type.qualifiedName()), {}, {}, {}}).has_value();
}

ClusterSide sideOf(base::ClusterView &view, SharedUsage &usage, SubjectPlace place)
{
    cluster::ConnectedCluster &cluster = view.cluster();
    return {[&cluster, place = std::move(place)](base::Executor &consumer, std::function<void(SubjectFacts)> done) { return readSubjectFacts(cluster.api(), consumer, place, std::move(done)); },
            usage.of(cluster, view.settings())};
}

} // namespace

void MetricsFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("metrics"), true,
                      [servers = m_servers, usage = m_usage](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
                          return new MetricsPage(servers->of(view->cluster(), view->settings()), sideOf(*view, *usage, {}), parent);
                      },
                      {"metrics", QT_TRANSLATE_NOOP("metrics", "Metrics of the cluster")}, {"metrics", QT_TRANSLATE_NOOP("metrics", "Metrics")}, {QStringLiteral("range")}});
    registry.addObjectTab({QStringLiteral("metrics"), [] { return QCoreApplication::translate("metrics", "Metrics"); }, Rank, hasCharts,
                           [servers = m_servers, usage = m_usage](base::ClusterView &view, const kube::ResourceType &type, const base::Address &object) -> base::ObjectTab * {
                               const Subject subject = *subjectOf(object);
                               const SubjectPlace place{subject, kube::objectPath(type, subject.namespaceName, subject.name), type.kind};
                               return new MetricsTab(servers->of(view.cluster(), view.settings()), subject, sideOf(view, *usage, place));
                           }});
}

} // namespace metrics
