#include "models/base/EventLoopExecutor.h"

#include <QMetaObject>
#include <QObject>
#include <QTimer>

namespace base {

namespace {

/// A child of the context, which takes its task along when it goes; one of QTimer::singleShot() would keep it until its time.
void startTimer(QObject &context, std::chrono::milliseconds delay, JobToken token, Task task)
{
    auto *timer = new QTimer(&context);
    timer->setSingleShot(true);
    timer->setTimerType(delay < std::chrono::seconds(2) ? Qt::PreciseTimer : Qt::CoarseTimer);
    QObject::connect(timer, &QTimer::timeout, &context, [timer, token = std::move(token), task = std::move(task)] {
        timer->deleteLater();
        token.finish(task);
    });
    timer->start(delay);
}

} // namespace

EventLoopExecutor::EventLoopExecutor(const Clock &clock) : m_clock(clock), m_context(std::make_unique<QObject>())
{
}

/// Dropping a task may let go of work that posts again: from here on that has nowhere to go.
EventLoopExecutor::~EventLoopExecutor()
{
    const std::unique_ptr<QObject> context = std::move(m_context);
}

void EventLoopExecutor::post(Task task)
{
    if (m_context)
        QMetaObject::invokeMethod(m_context.get(), std::move(task), Qt::QueuedConnection);
}

Job EventLoopExecutor::after(std::chrono::milliseconds delay, Task task)
{
    auto [job, token] = Job::make();
    post([context = m_context.get(), delay, token = token, task = std::move(task)]() mutable {
        if (!token.isCancelled())
            startTimer(*context, delay, std::move(token), std::move(task));
    });
    return std::move(job);
}

} // namespace base
