#include "widgets/prometheus/PrometheusFeature.h"

#include "widgets/base/ClusterView.h"
#include "widgets/prometheus/PrometheusPage.h"

namespace prometheus {

void PrometheusFeature::addTo(base::Registry &registry)
{
    const auto make = [servers = m_servers](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
        return new PrometheusPage(servers->of(view->cluster(), view->settings()), parent);
    };
    registry.addPage({QStringLiteral("prometheus"), true, make, {"prometheus", QT_TRANSLATE_NOOP("prometheus", "Prometheus: which server the metrics come from")},
                      {"prometheus", QT_TRANSLATE_NOOP("prometheus", "Prometheus server")}, {}});
}

} // namespace prometheus
