#pragma once

#include "models/cluster/Reachability.h"

#include <functional>
#include <memory>
#include <optional>

namespace cluster {

/// Looks every few seconds, without credentials, whether a server that could not be reached answers again, so that nobody waits for the
/// end of a long backoff. It tells once in each outage: what goes on failing although the server answers keeps its backoff.
/// Consumer's thread.
class ReturnWatch final
{
public:
    /// The time one question has, and the time between two.
    static constexpr std::chrono::seconds Interval{3};

    /// io is the transport's thread. All of them outlive it.
    ReturnWatch(http::Transport &transport, base::Executor &io, base::Executor &consumer, std::function<void()> isBack);

    /// The server cannot be reached. Saying so again changes nothing.
    void lost(const ServerAddress &address);
    /// It was reached: the next outage counts anew.
    void found();

private:
    void ask();
    void heard();

    http::Transport &m_transport;
    base::Executor &m_io;
    base::Executor &m_consumer;
    std::function<void()> m_isBack;
    std::optional<ServerAddress> m_lost;
    std::unique_ptr<Reachability> m_question;   ///< a new one each time: it knows no older answer
    base::Job m_next;
};

} // namespace cluster
