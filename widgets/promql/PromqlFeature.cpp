#include "widgets/promql/PromqlFeature.h"

#include "widgets/base/ClusterView.h"
#include "widgets/promql/PromqlPage.h"

namespace promql {

void PromqlFeature::addTo(base::Registry &registry)
{
    const auto make = [servers = m_servers](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * {
        return new PromqlPage(servers->of(view->cluster(), view->settings()), *view, parent);
    };
    registry.addPage({QStringLiteral("promql"), true, make, {"promql", QT_TRANSLATE_NOOP("promql", "PromQL: ask Prometheus, its targets, rules and alerts")}, {"promql", QT_TRANSLATE_NOOP("promql", "PromQL")},
                      {QStringLiteral("query"), QStringLiteral("targets"), QStringLiteral("rules"), QStringLiteral("alerts")}});
}

} // namespace promql
