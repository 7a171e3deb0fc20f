#include "widgets/overview/OverviewFeature.h"

#include "widgets/overview/OverviewPage.h"

namespace overview {

void OverviewFeature::addTo(base::Registry &registry)
{
    registry.addPage({QStringLiteral("overview"), true, [](cluster::Clusters &, base::ClusterView *view, QWidget *parent) -> base::Page * { return new OverviewPage(*view, parent); },
                      {"overview", QT_TRANSLATE_NOOP("overview", "Overview of the cluster")}, {"overview", QT_TRANSLATE_NOOP("overview", "Overview")}});
}

} // namespace overview
