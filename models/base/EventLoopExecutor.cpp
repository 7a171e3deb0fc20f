#include "models/base/EventLoopExecutor.h"

#include <QMetaObject>
#include <QObject>
#include <QTimer>

namespace base {

EventLoopExecutor::EventLoopExecutor(const Clock &clock) : m_clock(clock), m_context(std::make_unique<QObject>())
{
}

EventLoopExecutor::~EventLoopExecutor() = default;

void EventLoopExecutor::post(Task task)
{
    QMetaObject::invokeMethod(m_context.get(), std::move(task), Qt::QueuedConnection);
}

Job EventLoopExecutor::after(std::chrono::milliseconds delay, Task task)
{
    auto [job, token] = Job::make();
    post([context = m_context.get(), delay, token = token, task = std::move(task)]() mutable {
        if (token.isCancelled())
            return;
        QTimer::singleShot(delay, context, [token, task = std::move(task)] { token.finish(task); });
    });
    return std::move(job);
}

} // namespace base
