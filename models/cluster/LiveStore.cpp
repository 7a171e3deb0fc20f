#include "models/cluster/LiveStore.h"

#include <algorithm>

namespace cluster {

LiveStore::LiveStore(LiveCollection::Setup setup)
    : m_packer(setup.packer), m_store(setup.reader->columns(), m_packer), m_collection(std::move(setup))
{
}

kube::Delta LiveStore::pump(std::size_t mostRows)
{
    const bool goesOn = m_next > 0;
    if (!goesOn) {
        m_batch = m_collection.take();
        if (m_batch.columns)
            m_store.setColumns(std::move(*m_batch.columns));
    }
    const std::size_t end = m_next + std::min(mostRows, m_batch.changes.rowCount() - m_next);
    kube::Delta delta = m_store.apply(m_batch.changes, m_next, end);
    m_next = end;
    const bool isWhole = end == m_batch.changes.rowCount();
    m_hasMore = goesOn || !isWhole;
    if (!isWhole)
        return delta;
    if (m_batch.state)
        m_state = std::move(*m_batch.state);
    m_batch = {};
    m_next = 0;
    return delta;
}

} // namespace cluster
