#pragma once

#include "models/base/Executor.h"
#include "models/tables/TableModel.h"

#include <functional>
#include <vector>

namespace tables {

/// Reads the columns that a person made, of each row once and again after each change, aside from the thread that shows them.
class UserColumnReader
{
public:
    /// Model and consumer, the GUI thread's, outlive it. taken: after cells came into the model.
    UserColumnReader(TableModel &model, base::Executor &consumer, std::function<void()> taken);

    /// Everything anew, what is shown first: after other columns or other rows.
    void readAll();
    /// What the model was told.
    void read(const kube::Delta &delta);
    bool isReading() const { return m_job.isRunning(); }

    /// So many rows are read at a time, and taken within one frame.
    static constexpr std::size_t Batch = 1000;

private:
    void want(kube::RowId row);
    void start();

    TableModel &m_model;
    base::Executor &m_consumer;
    std::function<void()> m_taken;
    std::vector<UserPath> m_paths;
    RowQueue m_wanted;
    base::Job m_job;
};

} // namespace tables
