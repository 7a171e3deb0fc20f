#include "models/metrics/RequestQueue.h"

#include "models/platform/Aside.h"

#include <algorithm>

namespace metrics {

RequestQueue::RequestQueue(std::shared_ptr<PrometheusTransport> transport, std::size_t atOnce)
    : m_transport(std::move(transport)), m_executor(m_transport->executor()), m_atOnce(atOnce)
{
}

base::Job RequestQueue::ask(PrometheusRequest request, Reader reader, Done done)
{
    const std::string key = request.path + '?' + request.encodedQuery();
    const auto mark = std::make_shared<int>(0);
    base::Executor &executor = m_executor;
    auto [job, token] = base::Job::make([&executor, weak = weak_from_this(), key, mark] {
        executor.post([weak, key, mark] {
            if (const auto self = weak.lock())
                self->leave(key, mark);
        });
    });
    m_executor.post([self = shared_from_this(), key, request = std::move(request), reader = std::move(reader), waiter = Waiter{mark, token, std::move(done)}]() mutable {
        if (!waiter.token.isCancelled())
            self->join(key, std::move(request), std::move(reader), std::move(waiter));
    });
    return std::move(job);
}

void RequestQueue::join(const std::string &key, PrometheusRequest request, Reader reader, Waiter waiter)
{
    if (m_isClosed)
        return tellClosed(waiter);
    const auto [place, isNew] = m_flights.try_emplace(key);
    place->second.waiters.push_back(std::move(waiter));
    if (!isNew)
        return;
    place->second.request = std::move(request);
    place->second.reader = std::move(reader);
    m_waiting.push_back(key);
    pump();
}

void RequestQueue::leave(const std::string &key, const std::shared_ptr<int> &mark)
{
    const auto flight = m_flights.find(key);
    if (flight == m_flights.end())
        return;
    std::erase_if(flight->second.waiters, [&mark](const Waiter &each) { return each.mark == mark; });
    if (!flight->second.waiters.empty())
        return;
    m_sent -= flight->second.isSent;
    std::erase(m_waiting, key);
    m_flights.erase(flight);
    pump();
}

void RequestQueue::pump()
{
    while (!m_isClosed && m_sent < m_atOnce && !m_waiting.empty()) {
        const std::string key = m_waiting.front();
        m_waiting.pop_front();
        Flight &flight = m_flights.at(key);
        flight.isSent = true;
        ++m_sent;
        flight.work = m_transport->send(flight.request, [weak = weak_from_this(), key](base::Result<PrometheusReply> reply) {
            if (const auto self = weak.lock())
                self->answered(key, std::move(reply));
        });
    }
}

void RequestQueue::answered(const std::string &key, base::Result<PrometheusReply> reply)
{
    const auto flight = m_flights.find(key);
    if (flight == m_flights.end() || m_isClosed)
        return;
    flight->second.isSent = false;
    --m_sent;
    pump();
    if (reply)
        read(key, std::move(*reply));
    else
        deliver(key, reply.error());
}

void RequestQueue::read(const std::string &key, PrometheusReply reply)
{
    Flight &flight = m_flights.at(key);
    if (reply.body.size() <= ReadHere)
        return deliver(key, flight.reader(std::move(reply)));
    flight.work = platform::runAside(m_executor, [weak = weak_from_this(), key, reader = flight.reader, shared = std::make_shared<PrometheusReply>(std::move(reply))](std::stop_token) {
        auto content = std::make_shared<base::Result<Content>>(reader(std::move(*shared)));
        return base::Task([weak, key, content] {
            if (const auto self = weak.lock())
                self->deliver(key, *content);
        });
    });
}

void RequestQueue::deliver(const std::string &key, const base::Result<Content> &result)
{
    auto flight = m_flights.extract(key);
    if (flight.empty() || m_isClosed)
        return;
    base::Result<Content> told = result;
    if (!told)
        told.error().message = m_transport->place() + ": " + told.error().message;
    for (const Waiter &waiter : flight.mapped().waiters)
        waiter.token.finish([&] { waiter.done(told); });
}

void RequestQueue::close()
{
    m_isClosed = true;
    m_waiting.clear();
    for (const auto &[key, flight] : std::exchange(m_flights, {})) {
        for (const Waiter &waiter : flight.waiters)
            tellClosed(waiter);
    }
}

void RequestQueue::tellClosed(const Waiter &waiter)
{
    waiter.token.finish([&] { waiter.done(base::makeError(base::ErrorKind::Cancelled, "the connection was closed")); });
}

} // namespace metrics
