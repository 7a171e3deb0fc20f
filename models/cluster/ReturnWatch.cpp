#include "models/cluster/ReturnWatch.h"

#include <utility>

namespace cluster {

ReturnWatch::ReturnWatch(http::Transport &transport, base::Executor &io, base::Executor &consumer, std::function<void()> isBack)
    : m_transport(transport), m_io(io), m_consumer(consumer), m_isBack(std::move(isBack))
{
}

void ReturnWatch::lost(const ServerAddress &address)
{
    if (m_lost == address)
        return;
    m_lost = address;
    m_next = m_consumer.after(Interval, [this] { ask(); });
}

void ReturnWatch::found()
{
    m_lost.reset();
    m_question.reset();
    m_next.cancel();
}

void ReturnWatch::ask()
{
    m_next = m_consumer.after(Interval, [this] { ask(); });
    m_question = std::make_unique<Reachability>(m_transport, m_io, m_consumer);
    QObject::connect(m_question.get(), &Reachability::changed, m_question.get(), [this] { heard(); });
    m_question->want({*m_lost});
}

void ReturnWatch::heard()
{
    switch (m_question->of(*m_lost).state) {
    case Reach::State::NotAsked:
    case Reach::State::Checking:
    case Reach::State::Unreachable:
        return;
    case Reach::State::Reachable:
    case Reach::State::WantsCredentials:
    case Reach::State::Odd:
        m_next = m_consumer.after(std::chrono::milliseconds(0), [this] { m_isBack(); });  // who is told may let the question go
    }
}

} // namespace cluster
