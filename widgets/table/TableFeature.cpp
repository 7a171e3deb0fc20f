#include "widgets/table/TableFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/table/TablePage.h"

namespace table {

void TableFeature::addTo(base::Registry &registry)
{
    registry.setKindPage([&registry](base::ClusterView &view, const kube::ResourceType &type, QWidget *parent) {
        return new TablePage(view, type, registry.makeColumns(view, type), parent);
    });
}

} // namespace table
