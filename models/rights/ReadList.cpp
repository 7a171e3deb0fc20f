#include "models/rights/ReadList.h"

#include "models/platform/Aside.h"

#include <algorithm>
#include <utility>

namespace rights {

namespace {

bool isRefused(const kube::SyncState &state)
{
    return state.error && (state.error->kind == base::ErrorKind::Forbidden || state.error->kind == base::ErrorKind::Unauthorized);
}

} // namespace

ReadList::ReadList(std::string_view collection, std::shared_ptr<cluster::LiveRows> rows, base::Executor &consumer, std::function<void()> changed)
    : m_collection(collection), m_rows(std::move(rows)), m_consumer(consumer), m_changed(std::move(changed))
{
    connect(m_rows.get(), &cluster::LiveRows::replaced, this, &ReadList::readAll);
    connect(m_rows.get(), &cluster::LiveRows::changed, this, [this](const kube::Delta &delta) {
        drop(delta);
        for (const auto *rowIds : {&delta.added, &delta.changed})
            for (const kube::RowId row : *rowIds)
                m_wanted.want(row);
        readMore();
        judge(!delta.removed.empty());
    });
    connect(m_rows.get(), &cluster::LiveRows::stateChanged, this, [this] { judge(false); });
    m_unreadable = unreadable();
    readAll();
    m_isKnown = m_unreadable || isAllRead();
}

/// What is known stays so until it is known anew.
void ReadList::readAll()
{
    m_job.cancel();
    m_wanted.clear();
    m_objects.clear();
    m_isRead.clear();
    m_isKnown = false;
    for (kube::RowId row = 0; row < m_rows->store().end(); ++row)
        m_wanted.want(row);
    readMore();
}

/// A row id can be used again: what it stood for is forgotten at once.
void ReadList::drop(const kube::Delta &delta)
{
    for (const kube::RowId row : delta.removed)
        if (row < m_objects.size()) {
            m_objects[row] = nullptr;
            m_isRead[row] = 0;
        }
}

void ReadList::readMore()
{
    if (m_job.isRunning() || m_wanted.isEmpty())
        return;
    tables::PackedObjects packed = m_wanted.take(m_rows->store(), m_rows->type(), Batch);
    if (packed.objects.empty())
        return;
    m_job = platform::runAside(m_consumer, [this, collection = m_collection, packed = std::move(packed)](std::stop_token stopped) -> base::Task {
        return [this, packed, objects = readObjects(packed, collection, stopped)] { take(packed, objects); };
    });
}

/// An object that changed since, or is gone, is read again or was dropped. One that says the same stays the one that others share.
void ReadList::take(const tables::PackedObjects &packed, const std::vector<ObjectPointer> &objects)
{
    const kube::Store &store = m_rows->store();
    bool isOther = false;
    m_objects.resize(std::max<std::size_t>(m_objects.size(), store.end()));
    m_isRead.resize(m_objects.size(), 0);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const kube::RowId row = packed.objects[i].row;
        if (!store.contains(row) || store.resourceVersion(row) != packed.objects[i].version)
            continue;
        ObjectPointer &known = m_objects[row];
        const bool wasRead = std::exchange(m_isRead[row], 1) != 0;
        const bool isSame = wasRead && known && objects[i] && *known == *objects[i];
        if (!isSame)
            known = objects[i];
        isOther |= !isSame;
    }
    readMore();
    judge(isOther);
}

void ReadList::judge(bool isOther)
{
    std::optional<rbac::Unreadable> before = std::exchange(m_unreadable, unreadable());
    const bool wasKnown = m_isKnown;
    m_isKnown = m_isKnown || m_unreadable || isAllRead();
    if (m_isKnown && (isOther || !wasKnown || before != m_unreadable))
        m_changed();
}

/// Each once: while objects keep changing there is always one that is to be read again.
bool ReadList::isAllRead() const
{
    const kube::Store &store = m_rows->store();
    for (kube::RowId row = 0; row < store.end(); ++row)
        if (store.contains(row) && (row >= m_isRead.size() || m_isRead[row] == 0))
            return false;
    return store.isComplete();
}

/// Why not all of it is known: a list that failed later only makes what is known older, unless the viewer lost the right to it.
std::optional<rbac::Unreadable> ReadList::unreadable() const
{
    const kube::SyncState &state = m_rows->state();
    const std::string collection(m_collection);
    if (state.error && (isRefused(state) || !m_rows->store().isComplete()))
        return rbac::Unreadable{collection, {}, {}, state.error->message};
    if (state.onlyNamespaces)
        return rbac::Unreadable{collection, {}, *state.onlyNamespaces, {}};
    return std::nullopt;
}

std::optional<kube::SyncState> ReadList::stale() const
{
    const kube::SyncState &state = m_rows->state();
    const bool isSilent = state.phase == kube::SyncState::Phase::Stale || state.phase == kube::SyncState::Phase::Stopped;
    return isSilent && m_rows->store().isComplete() && !isRefused(state) ? std::optional(state) : std::nullopt;
}

std::string ReadList::versionOf(std::string_view key) const
{
    const kube::Store &store = m_rows->store();
    const kube::RowId row = store.find(key);
    return store.contains(row) ? std::string(store.resourceVersion(row)) : std::string();
}

Known ReadList::known() const
{
    Known known{m_collection, {}, m_unreadable};
    for (kube::RowId row = 0; row < m_objects.size(); ++row)
        if (m_isRead[row] != 0)
            known.objects.push_back(m_objects[row]);
    return known;
}

} // namespace rights
