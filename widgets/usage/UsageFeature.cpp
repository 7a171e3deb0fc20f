#include "widgets/usage/UsageFeature.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/ClusterView.h"
#include "widgets/usage/UsageCells.h"

namespace usage {

void UsageFeature::addTo(base::Registry &registry)
{
    registry.addColumns([known = m_known](base::ClusterView &view, const kube::ResourceType &type) -> std::unique_ptr<tables::AddedCells> {
        if (!UsageCells::hasColumnsFor(type))
            return nullptr;
        return std::make_unique<UsageCells>(known->of(view.cluster(), view.settings()), type, view.cluster().clock());
    });
}

} // namespace usage
