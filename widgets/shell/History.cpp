#include "widgets/shell/History.h"

namespace shell {

namespace {

bool isSamePage(base::Address one, base::Address other)
{
    one.tab.clear();
    other.tab.clear();
    return one == other;
}

} // namespace

void History::visit(const base::Address &address)
{
    if (!m_places.empty() && isSamePage(m_places[m_at].address, address))
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back({address});
    if (m_places.size() > Most)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void History::leave(const base::Address &address, text::Value state)
{
    if (!m_places.empty() && isSamePage(m_places[m_at].address, address))
        m_places[m_at] = {address, std::move(state)};
}

const History::Place &History::step(int by)
{
    Q_ASSERT(canStep(by));
    by < 0 ? --m_at : ++m_at;
    return m_places[m_at];
}

} // namespace shell
