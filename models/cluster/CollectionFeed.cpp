#include "models/cluster/CollectionFeed.h"

#include <utility>

namespace cluster {

using base::Result;
using kube::ItemFormat;

namespace {

/// Names of servers have 253 characters at most.
constexpr std::size_t longestName = 4096;

} // namespace

CollectionFeed::CollectionFeed(std::unique_ptr<kube::RowReader> reader, std::shared_ptr<kube::ObjectPacker> packer, std::function<void()> changed)
    : m_reader(std::move(reader)), m_packer(std::move(packer)), m_changed(std::move(changed))
{
}

template<typename F>
void CollectionFeed::change(F f)
{
    const bool announce = m_waiting.with([&](Waiting &waiting) {
        f(waiting);
        return !std::exchange(waiting.announced, true);
    });
    if (announce && m_changed)
        m_changed();
}

CollectionFeed::Batch CollectionFeed::take()
{
    return m_waiting.with([](Waiting &waiting) {
        waiting.announced = false;
        return Batch{waiting.queue.take(), std::exchange(waiting.columns, {}), std::exchange(waiting.state, {})};
    });
}

void CollectionFeed::restart()
{
    change([](Waiting &waiting) { waiting.queue.restart(); });
}

void CollectionFeed::complete()
{
    change([](Waiting &waiting) { waiting.queue.complete(); });
}

void CollectionFeed::setColumns(std::vector<kube::TableColumn> columns)
{
    std::vector<kube::Column> plain;
    for (kube::TableColumn &column : columns)
        plain.push_back(std::move(column.column));
    if (m_reader->setColumns(std::move(plain)))
        change([this](Waiting &waiting) { waiting.columns = m_reader->columns(); });
}

Result<std::string_view> CollectionFeed::put(ItemFormat format, std::string_view object)
{
    auto row = m_reader->read(format, object);
    if (!row)
        return row.error();
    if (row->name.empty() || row->name.size() > longestName || row->namespaceName.size() > longestName)
        return base::makeError(base::ErrorKind::BadInput, row->name.empty() ? "an object without a name" : "an object with a name of more than 4 KiB");
    if (!row->object.empty() && m_packer)
        row->object = m_packer->pack(row->object);
    else
        row->object = {};
    change([&](Waiting &waiting) { waiting.queue.put(*row); });
    m_name = row->name;
    m_version = row->resourceVersion;
    return std::string_view(m_version);
}

Result<std::string_view> CollectionFeed::remove(ItemFormat format, std::string_view object)
{
    const auto row = m_reader->read(format, object);
    if (!row)
        return row.error();
    removeNamed(row->namespaceName, row->name);
    m_name = row->name;
    m_version = row->resourceVersion;
    return std::string_view(m_version);
}

void CollectionFeed::removeNamed(std::string_view namespaceName, std::string_view name)
{
    change([&](Waiting &waiting) { waiting.queue.remove(namespaceName, name); });
}

void CollectionFeed::stateChanged(const kube::SyncState &state)
{
    change([&](Waiting &waiting) { waiting.state = state; });
}

} // namespace cluster
