#include "widgets/rights/RightsFeature.h"

#include "models/base/EventLoopExecutor.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/ClusterView.h"
#include "widgets/rights/RightsCells.h"

#include <map>

namespace rights {

namespace {

/// What is known of one cluster, with the executor that brings it to this thread.
struct Rights
{
    explicit Rights(cluster::ConnectedCluster &cluster) : live(cluster, executor) { }

    base::EventLoopExecutor executor;
    LiveRights live;
};

/// One for each cluster, however many tables look at it, and as long as one does.
class KnownRights
{
public:
    std::shared_ptr<LiveRights> of(cluster::ConnectedCluster &cluster)
    {
        std::erase_if(m_known, [](const auto &entry) { return entry.second.expired(); });
        std::shared_ptr<Rights> rights = m_known[&cluster].lock();
        if (!rights)
            m_known[&cluster] = rights = std::make_shared<Rights>(cluster);
        return {rights, &rights->live};
    }

private:
    std::map<cluster::ConnectedCluster *, std::weak_ptr<Rights>> m_known;
};

} // namespace

void RightsFeature::addTo(base::Registry &registry)
{
    const auto known = std::make_shared<KnownRights>();
    registry.addColumns([known](base::ClusterView &view, const kube::ResourceType &type) -> std::unique_ptr<tables::AddedCells> {
        return RightsCells::hasColumnsFor(type) ? std::make_unique<RightsCells>(known->of(view.cluster()), type) : nullptr;
    });
}

} // namespace rights
