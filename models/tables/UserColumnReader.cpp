#include "models/tables/UserColumnReader.h"

#include "models/platform/Aside.h"

namespace tables {

UserColumnReader::UserColumnReader(TableModel &model, base::Executor &consumer, std::function<void()> taken)
    : m_model(model), m_consumer(consumer), m_taken(std::move(taken))
{
    readAll();
}

void UserColumnReader::readAll()
{
    m_job.cancel();
    m_paths.clear();
    m_wanted.clear();
    m_isWanted.clear();
    m_next = 0;
    for (const UserColumn &column : m_model.userColumns()) {
        auto path = UserPath::parse(column.path);
        m_paths.push_back(path ? std::move(*path) : UserPath());
    }
    for (const kube::RowId row : m_model.shownRows())
        want(row);
    const kube::Store &store = m_model.source().store();
    for (kube::RowId row = 0; row < store.end(); ++row)
        want(row);
    start();
}

void UserColumnReader::read(const kube::Delta &delta)
{
    for (const auto *rows : {&delta.added, &delta.changed})
        for (const kube::RowId row : *rows)
            want(row);
    start();
}

void UserColumnReader::want(kube::RowId row)
{
    if (m_paths.empty() || !m_model.source().store().contains(row))
        return;
    if (m_isWanted.size() <= row)
        m_isWanted.resize(row + 1u, 0);
    if (std::exchange(m_isWanted[row], 1) == 0)
        m_wanted.push_back(row);
}

PackedObjects UserColumnReader::takeBatch()
{
    const TableRows &rows = m_model.source();
    PackedObjects objects{rows.type().apiVersion(), rows.type().kind, rows.store().packer(), {}};
    for (; m_next < m_wanted.size() && objects.objects.size() < Batch; ++m_next) {
        const kube::RowId row = m_wanted[m_next];
        m_isWanted[row] = 0;
        if (rows.store().contains(row))
            objects.objects.push_back({row, rows.store().resourceVersion(row), std::string(rows.store().packedObject(row))});
    }
    if (m_next == m_wanted.size()) {
        m_wanted.clear();
        m_next = 0;
    }
    return objects;
}

void UserColumnReader::start()
{
    if (m_job.isRunning() || m_wanted.empty())
        return;
    m_job = platform::runAside(m_consumer, [this, objects = takeBatch(), paths = m_paths](std::stop_token stopped) -> base::Task {
        return [this, values = readUserValues(objects, paths, stopped)] {
            m_model.takeUserValues(values);
            if (m_taken)
                m_taken();
            start();
        };
    });
}

} // namespace tables
