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
    m_wanted.want(row);
}

void UserColumnReader::start()
{
    if (m_job.isRunning() || m_wanted.isEmpty())
        return;
    const TableRows &rows = m_model.source();
    m_job = platform::runAside(m_consumer, [this, objects = m_wanted.take(rows.store(), rows.type(), Batch), paths = m_paths](std::stop_token stopped) -> base::Task {
        return [this, values = readUserValues(objects, paths, stopped)] {
            m_model.takeUserValues(values);
            if (m_taken)
                m_taken();
            start();
        };
    });
}

} // namespace tables
