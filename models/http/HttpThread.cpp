#include "models/http/HttpThread.h"

#include "models/http/ConnectionPool.h"
#include "models/http/Dialer.h"
#include "models/http/LocalSocket.h"
#include "models/http/Socket.h"
#include "models/http/TaskQueue.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace http {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestSleep{60'000};

void initializeLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

base::Error ended()
{
    return base::makeError(base::ErrorKind::Cancelled, "the program no longer talks to servers");
}

struct MultiFree { void operator()(CURLM *multi) const { curl_multi_cleanup(multi); } };

} // namespace

/// The thread's state. Only the queue and the counters are touched from outside.
class HttpThread::Loop
{
public:
    explicit Loop(HttpSettings settings);
    ~Loop();

    TaskQueue &queue() { return *m_queue; }
    const LoopState &state() const { return m_state; }
    base::Job send(Request request, std::shared_ptr<Receiver> receiver);
    void retire(const Connection &connection);
    void expire(const Connection &connection);
    std::unique_ptr<ByteStream> dial(Request request, ByteReceiver &receiver);
    base::Result<LocalPair> makePair(ByteReceiver &receiver);

private:
    using Pools = std::vector<std::unique_ptr<ConnectionPool>>;
    using Members = std::vector<std::shared_ptr<LoopMember>>;
    /// Who waits for which of the sockets.
    struct Watched { std::shared_ptr<LoopMember> member; std::size_t first = 0; std::size_t last = 0; };

    void run();
    void turn();
    std::vector<Watched> addMemberSockets(std::vector<curl_waitfd> &sockets) const;
    void handleMembers(const std::vector<Watched> &watched, const std::vector<curl_waitfd> &sockets);
    void endMembers();
    void checkWays(base::SteadyTime now);
    milliseconds sleepTime() const;
    ConnectionPool &poolFor(const Request &request);
    void cancel(std::uint64_t number);

    LoopState m_state;
    std::unique_ptr<CURLM, MultiFree> m_sleeper;   // has no transfers: it waits for the sockets of all pools, and is woken
    std::shared_ptr<TaskQueue> m_queue;
    std::atomic<std::uint64_t> m_lastNumber = 0;
    std::atomic<bool> m_isStopping = false;
    Pools m_pools;
    Members m_members;                             // streams
    base::SteadyTime m_nextWayCheck;
    std::thread m_thread;
};

HttpThread::Loop::Loop(HttpSettings settings)
{
    initializeLibrary();
    m_state.settings = std::move(settings);
    m_sleeper.reset(curl_multi_init());
    m_queue = std::make_shared<TaskQueue>([sleeper = m_sleeper.get()] { curl_multi_wakeup(sleeper); });
    m_state.proxies = std::make_unique<ProxyFinder>(m_state.settings.proxies, m_queue);
    m_thread = std::thread([this] { run(); });
}

HttpThread::Loop::~Loop()
{
    m_isStopping = true;
    curl_multi_wakeup(m_sleeper.get());
    m_thread.join();
    m_queue->close();
}

base::Job HttpThread::Loop::send(Request request, std::shared_ptr<Receiver> receiver)
{
    if (!request.connection)
        request.connection = std::make_shared<Connection>();
    const std::uint64_t number = ++m_lastNumber;
    auto [job, token] = base::Job::make([queue = std::weak_ptr(m_queue), this, number] {
        if (const auto alive = queue.lock())
            alive->post([this, number] { cancel(number); });
    });
    const auto drop = [](std::unique_ptr<Transfer> *unstarted) {
        if (*unstarted)
            (*unstarted)->fail(ended());
        delete unstarted;
    };
    const std::shared_ptr<std::unique_ptr<Transfer>> transfer(
        new std::unique_ptr<Transfer>(new Transfer(std::move(request), std::move(receiver), token, m_state)), drop);
    m_queue->post([this, number, transfer] {
        if (!(*transfer)->token().isCancelled())
            poolFor((*transfer)->request()).start(std::move(*transfer), number);
    });
    return std::move(job);
}

void HttpThread::Loop::retire(const Connection &connection)
{
    m_queue->post([this, connection] {
        for (const auto &pool : m_pools)
            pool->retireIf(connection);
    });
}

void HttpThread::Loop::expire(const Connection &connection)
{
    m_queue->post([this, connection] {
        for (const auto &pool : m_pools)
            pool->expireIf(connection);
        for (const auto &member : Members(m_members))
            member->expireIf(connection);
    });
}

std::unique_ptr<ByteStream> HttpThread::Loop::dial(Request request, ByteReceiver &receiver)
{
    if (!request.connection)
        request.connection = std::make_shared<Connection>();
    const auto stream = std::make_shared<SocketStream>(receiver, Streams::DialedRoom);
    m_members.push_back(stream);
    m_members.push_back(std::make_shared<Dialer>(std::move(request), stream, m_state));
    return SocketStream::handle(stream);
}

base::Result<LocalPair> HttpThread::Loop::makePair(ByteReceiver &receiver)
{
    const auto ends = LocalSocket::makePair();
    if (!ends)
        return ends.error();
    const auto stream = std::make_shared<SocketStream>(receiver, Streams::LocalRoom, std::make_unique<LocalSocket>(ends->second));
    m_members.push_back(stream);
    return LocalPair{ends->first, SocketStream::handle(stream)};
}

ConnectionPool &HttpThread::Loop::poolFor(const Request &request)
{
    for (const auto &pool : m_pools) {
        if (pool->serves(*request.connection, request.lane))
            return *pool;
    }
    m_pools.push_back(std::make_unique<ConnectionPool>(request.connection, request.lane, m_state));
    return *m_pools.back();
}

void HttpThread::Loop::cancel(std::uint64_t number)
{
    for (const auto &pool : m_pools)
        pool->cancel(number);
}

void HttpThread::Loop::run()
{
    ignoreBrokenPipes();
    while (!m_isStopping)
        turn();
    for (const auto &pool : m_pools)
        pool->cancelAll(ended());
    m_pools.clear();
    endMembers();
}

milliseconds HttpThread::Loop::sleepTime() const
{
    const auto now = std::chrono::steady_clock::now();
    milliseconds result = std::min(longestSleep, m_queue->untilNext().value_or(longestSleep));
    if (!m_pools.empty())
        result = std::clamp(std::chrono::ceil<milliseconds>(m_nextWayCheck - now), milliseconds(0), result);
    for (const auto &member : m_members) {
        if (const auto next = member->nextTimer(); next <= now)
            return milliseconds(0);
        else if (next < now + result)
            result = std::chrono::ceil<milliseconds>(next - now);
    }
    for (const auto &pool : m_pools) {
        if (pool->hasPaused())
            return milliseconds(0);
        if (pool->nextTimer() < now + result)
            result = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(pool->nextTimer() - now));
    }
    return result;
}

void HttpThread::Loop::checkWays(base::SteadyTime now)
{
    if (now < m_nextWayCheck)
        return;
    m_nextWayCheck = now + m_state.settings.wayCheck;
    for (std::size_t i = 0; i < m_pools.size(); ++i)    // whoever hears of an end may ask for more
        m_pools[i]->leaveLostWay();
    for (const auto &member : Members(m_members))
        member->leaveLostWay();
}

std::vector<HttpThread::Loop::Watched> HttpThread::Loop::addMemberSockets(std::vector<curl_waitfd> &sockets) const
{
    std::vector<Watched> watched;
    watched.reserve(m_members.size());
    for (const auto &member : m_members) {
        const std::size_t first = sockets.size();
        member->addSockets(sockets);
        if (sockets.size() > first)
            watched.push_back({member, first, sockets.size()});
    }
    return watched;
}

void HttpThread::Loop::handleMembers(const std::vector<Watched> &watched, const std::vector<curl_waitfd> &sockets)
{
    for (const Watched &each : watched)
        each.member->handle(sockets, each.first, each.last);
    const auto now = std::chrono::steady_clock::now();
    for (const auto &member : Members(m_members)) {   // whoever hears of an end may make new ones
        if (member->nextTimer() <= now)
            member->handleTimers(now);
    }
    std::erase_if(m_members, [](const auto &member) { return member->isFinished(); });
}

/// Those who hear of it may still let go of others.
void HttpThread::Loop::endMembers()
{
    for (const auto &member : Members(m_members))
        member->fail(ended());
    m_members.clear();
}

void HttpThread::Loop::turn()
{
    std::vector<curl_waitfd> sockets;
    std::vector<std::size_t> ends;
    for (const auto &pool : m_pools) {
        pool->addSockets(sockets);
        ends.push_back(sockets.size());
    }
    const std::vector<Watched> watched = addMemberSockets(sockets);
    curl_multi_poll(m_sleeper.get(), sockets.data(), static_cast<unsigned>(sockets.size()), static_cast<int>(sleepTime().count()), nullptr);
    ++m_state.turn;
    for (std::size_t i = 0; i < ends.size(); ++i)
        m_pools[i]->handle(sockets, i == 0 ? 0 : ends[i - 1], ends[i]);
    handleMembers(watched, sockets);
    m_queue->runDue();
    const auto now = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < m_pools.size(); ++i)
        m_pools[i]->handleTimers(now);
    checkWays(now);
    m_pools.erase(std::remove_if(m_pools.begin(), m_pools.end(), [now](const auto &pool) { return pool->isFinished(now); }), m_pools.end());
}

HttpThread::HttpThread(HttpSettings settings) : m_loop(std::make_unique<Loop>(std::move(settings))) { }

HttpThread::~HttpThread() = default;

base::Job HttpThread::send(Request request, std::shared_ptr<Receiver> receiver)
{
    return m_loop->send(std::move(request), std::move(receiver));
}

void HttpThread::retire(const Connection &connection)
{
    m_loop->retire(connection);
}

void HttpThread::expire(const Connection &connection)
{
    m_loop->expire(connection);
}

std::unique_ptr<ByteStream> HttpThread::dial(const Request &request, ByteReceiver &receiver)
{
    return m_loop->dial(request, receiver);
}

base::Result<LocalPair> HttpThread::makePair(ByteReceiver &receiver)
{
    return m_loop->makePair(receiver);
}

void HttpThread::post(base::Task task)
{
    m_loop->queue().post(std::move(task));
}

base::Job HttpThread::after(milliseconds delay, base::Task task)
{
    return m_loop->queue().after(delay, std::move(task));
}

Counters HttpThread::counters() const
{
    const LoopState &state = m_loop->state();
    return {state.openTransfers, state.openConnections, state.connectionsMade, state.bytesReceived};
}

} // namespace http
