#pragma once

#include "models/base/Executor.h"

#include <memory>

class QObject;

namespace base {

/// The event loop of the thread that made it, as an executor: the GUI thread's.
class EventLoopExecutor final : public Executor
{
public:
    explicit EventLoopExecutor(const Clock &clock = Clock::system());
    /// On its own thread. What was posted and did not run yet is dropped.
    ~EventLoopExecutor() override;

    void post(Task task) override;
    Job after(std::chrono::milliseconds delay, Task task) override;
    const Clock &clock() const override { return m_clock; }

private:
    const Clock &m_clock;
    std::unique_ptr<QObject> m_context;
};

} // namespace base
