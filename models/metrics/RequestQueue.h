#pragma once

#include "models/metrics/PrometheusTransport.h"

#include <deque>
#include <map>
#include <memory>

namespace metrics {

/// The requests to one server: who asks what is being asked already waits for the same answer, and only so many are under way at once.
/// A request that nobody waits for any more is cancelled. Long answers are read aside.
class RequestQueue final : public std::enable_shared_from_this<RequestQueue>
{
public:
    /// What was read of an answer; the same request is always read in the same way.
    using Content = std::shared_ptr<const void>;
    using Reader = std::function<base::Result<Content>(PrometheusReply &&)>;
    using Done = std::function<void(const base::Result<Content> &)>;

    static constexpr std::size_t AtOnce = 6;
    static constexpr std::size_t ReadHere = 16 * 1024;      ///< bytes; more are read on another thread

    explicit RequestQueue(std::shared_ptr<PrometheusTransport> transport, std::size_t atOnce = AtOnce);

    /// Any thread; done is called on the I/O thread, once, unless the job is let go. Errors begin with the place.
    base::Job ask(PrometheusRequest request, Reader reader, Done done);
    /// I/O thread. Nothing is sent any more; whoever waits, or asks later, gets a Cancelled error.
    void close();

    PrometheusTransport &transport() { return *m_transport; }
    /// Asked of the transport once: what that works with may be gone when the queue is closed.
    base::Executor &executor() { return m_executor; }
    /// I/O thread: what is under way.
    std::size_t sentCount() const { return m_sent; }

private:
    struct Waiter
    {
        std::shared_ptr<int> mark;          ///< of who asked
        base::JobToken token;
        Done done;
    };
    struct Flight
    {
        PrometheusRequest request;
        Reader reader;
        std::vector<Waiter> waiters;
        base::Job work;
        bool isSent = false;                ///< and counted
    };

    void join(const std::string &key, PrometheusRequest request, Reader reader, Waiter waiter);
    void leave(const std::string &key, const std::shared_ptr<int> &mark);
    void pump();
    void answered(const std::string &key, base::Result<PrometheusReply> reply);
    void read(const std::string &key, PrometheusReply reply);
    void deliver(const std::string &key, const base::Result<Content> &result);
    static void tellClosed(const Waiter &waiter);

    std::shared_ptr<PrometheusTransport> m_transport;
    base::Executor &m_executor;
    std::size_t m_atOnce;
    std::size_t m_sent = 0;
    bool m_isClosed = false;
    std::map<std::string, Flight> m_flights;
    std::deque<std::string> m_waiting;
};

} // namespace metrics
