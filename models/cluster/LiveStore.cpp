#include "models/cluster/LiveStore.h"

namespace cluster {

LiveStore::LiveStore(LiveCollection::Setup setup)
    : m_packer(setup.packer), m_store(setup.reader->columns(), m_packer), m_collection(std::move(setup))
{
}

kube::Delta LiveStore::pump()
{
    CollectionFeed::Batch batch = m_collection.take();
    if (batch.columns)
        m_store.setColumns(std::move(*batch.columns));
    if (batch.state)
        m_state = std::move(*batch.state);
    return m_store.apply(batch.changes);
}

} // namespace cluster
