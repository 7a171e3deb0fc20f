#include "widgets/rights/RightsFeature.h"

#include "widgets/base/ClusterView.h"
#include "widgets/rights/RightsCells.h"

namespace rights {

void RightsFeature::addTo(base::Registry &registry)
{
    registry.addColumns([known = m_known](base::ClusterView &view, const kube::ResourceType &type) -> std::unique_ptr<tables::AddedCells> {
        return RightsCells::hasColumnsFor(type) ? std::make_unique<RightsCells>(known->of(view.cluster()), type) : nullptr;
    });
}

} // namespace rights
