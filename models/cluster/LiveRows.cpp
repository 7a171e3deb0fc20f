#include "models/cluster/LiveRows.h"

#include <algorithm>

namespace cluster {

namespace {

std::vector<std::string> names(const std::vector<kube::Column> &columns)
{
    std::vector<std::string> result;
    std::ranges::transform(columns, std::back_inserter(result), &kube::Column::name);
    return result;
}

} // namespace

LiveRows::LiveRows(kube::ResourceType type, std::string namespaceName, std::string labelSelector, std::shared_ptr<LiveStore> live)
    : m_type(std::move(type)), m_namespace(std::move(namespaceName)), m_labelSelector(std::move(labelSelector)), m_live(std::move(live))
{
}

void LiveRows::pump(std::size_t mostRows)
{
    const std::vector<std::string> before = names(store().columns());
    const kube::SyncState stateBefore = state();
    const bool wasComplete = store().isComplete();
    const kube::Delta delta = m_live->pump(mostRows);
    if (names(store().columns()) != before)
        Q_EMIT replaced();
    else if (!delta.isEmpty())
        Q_EMIT changed(delta);
    if (stateBefore != state() || wasComplete != store().isComplete())
        Q_EMIT stateChanged();
}

void LiveRows::use(std::shared_ptr<LiveStore> live)
{
    m_live = std::move(live);
    Q_EMIT replaced();
    Q_EMIT stateChanged();
}

} // namespace cluster
