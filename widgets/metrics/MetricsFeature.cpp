#include "widgets/metrics/MetricsFeature.h"

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

} // namespace

void MetricsFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("metrics"), true,
                      [servers = m_servers](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * { return new MetricsPage(servers->of(view->cluster(), view->settings()), parent); },
                      {"metrics", QT_TRANSLATE_NOOP("metrics", "Metrics of the cluster")}, {"metrics", QT_TRANSLATE_NOOP("metrics", "Metrics")}, {QStringLiteral("range")}});
    registry.addObjectTab({QStringLiteral("metrics"), [] { return QCoreApplication::translate("metrics", "Metrics"); }, Rank, hasCharts,
                           [servers = m_servers](base::ClusterView &view, const kube::ResourceType &type, const base::Address &object) -> base::ObjectTab * {
                               const Subject subject = *subjectOf(object);
                               auto *tab = new MetricsTab(servers->of(view.cluster(), view.settings()), subject);
                               if (subject.kind == SubjectKind::Ingress)
                                   tab->readBackends(view.cluster(), type);
                               return tab;
                           }});
}

} // namespace metrics
