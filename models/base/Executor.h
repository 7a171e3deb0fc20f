#pragma once

#include "models/base/Clock.h"
#include "models/base/Job.h"

#include <functional>

namespace base {

using Task = std::function<void()>;

/// One thread with a queue of tasks and timers: the I/O thread, the GUI thread, or a test's hand-moved one.
/// All functions may be called from any thread; tasks run in order on the executor's own.
class Executor
{
public:
    virtual ~Executor() = default;

    virtual void post(Task task) = 0;

    /// Runs the task once, not before the delay has passed, unless the job is let go.
    virtual Job after(std::chrono::milliseconds delay, Task task) = 0;

    virtual const Clock &clock() const = 0;
};

} // namespace base
