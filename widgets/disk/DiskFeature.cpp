#include "widgets/disk/DiskFeature.h"

#include "models/kube/ResourceType.h"
#include "widgets/base/ClusterView.h"
#include "widgets/disk/DiskTab.h"

#include <QCoreApplication>

namespace disk {

namespace {

/// Behind the metrics.
constexpr int Rank = 130;

bool isNode(const kube::ResourceType &type) { return type.qualifiedName() == "nodes"; }

} // namespace

void DiskFeature::addTo(base::Registry &registry)
{
    registry.addObjectTab({QStringLiteral("disk"), [] { return QCoreApplication::translate("disk", "Disk"); }, Rank, isNode,
                           [](base::ClusterView &view, const kube::ResourceType &, const base::Address &node) -> base::ObjectTab * { return new DiskTab(view.cluster(), node.name.toStdString()); }});
}

} // namespace disk
