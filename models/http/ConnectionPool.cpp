#include "models/http/ConnectionPool.h"

#include "models/http/Socket.h"

#include <algorithm>

namespace http {

namespace {

constexpr base::SteadyTime never = base::SteadyTime::max();
constexpr std::chrono::seconds longestIdle{85};   // API servers close idle connections after 90

short waitEvents(int what)
{
    return static_cast<short>((what & CURL_POLL_IN ? CURL_WAIT_POLLIN : 0) | (what & CURL_POLL_OUT ? CURL_WAIT_POLLOUT : 0));
}

int readyEvents(int events)
{
    return (events & CURL_WAIT_POLLIN ? CURL_CSELECT_IN : 0) | (events & CURL_WAIT_POLLOUT ? CURL_CSELECT_OUT : 0);
}

} // namespace

ConnectionPool::ConnectionPool(std::shared_ptr<const Connection> connection, Lane lane, LoopState &loop)
    : m_connection(std::move(connection)), m_lane(lane), m_loop(loop), m_multi(curl_multi_init()), m_waker(curl_easy_init()),
      m_lastUse(std::chrono::steady_clock::now())
{
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, static_cast<long>(loop.settings.streamsPerConnection));
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &ConnectionPool::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &ConnectionPool::timerChanged);
}

ConnectionPool::~ConnectionPool()
{
    while (!m_transfers.empty())
        takeOut(m_transfers.begin());
    curl_easy_cleanup(m_waker);
    curl_multi_cleanup(m_multi);
}

bool ConnectionPool::serves(const Connection &connection, Lane lane) const
{
    // libcurl opens one connection for each stream above its limit while the next connection is not yet up; so a full pool takes
    // no more, and the next pool has its own connection.
    const bool hasRoom = m_transfers.size() + m_held.size() < static_cast<std::size_t>(m_loop.settings.streamsPerConnection);
    return hasRoom && !m_isRetired && lane == m_lane && (&connection == m_connection.get() || connection == *m_connection);
}

void ConnectionPool::retireIf(const Connection &connection)
{
    m_isRetired = m_isRetired || connection == *m_connection;
}

void ConnectionPool::expireIf(const Connection &connection)
{
    if (connection == *m_connection)
        endStreams("the certificate it was made with was replaced");
}

void ConnectionPool::leaveLostWay()
{
    if (!m_isRetired && std::any_of(m_sockets.begin(), m_sockets.end(), [](const auto &entry) { return hasLostItsWay(static_cast<std::intptr_t>(entry.first)); }))
        endStreams("this machine reaches the server from another address now, or not at all");
}

void ConnectionPool::endStreams(const char *why)
{
    m_isRetired = true;
    std::vector<std::uint64_t> streams;
    for (const auto &[number, transfer] : m_transfers) {
        if (transfer->request().deadline.count() == 0)
            streams.push_back(number);
    }
    for (const std::uint64_t number : streams) {
        if (const auto found = m_transfers.find(number); found != m_transfers.end())
            takeOut(found)->fail(base::makeError(base::ErrorKind::Network, std::string("the connection was closed: ") + why));
    }
}

/// Nothing comes through a port-forward that has ended.
bool ConnectionPool::hasLostItsSource() const
{
    return socketsources::isSource(m_connection->proxy) && !socketsources::find(m_connection->proxy);
}

bool ConnectionPool::isFinished(base::SteadyTime now) const
{
    return m_transfers.empty() && m_held.empty() && (m_isRetired || now - m_lastUse > longestIdle || hasLostItsSource());
}

void ConnectionPool::start(std::unique_ptr<Transfer> transfer, std::uint64_t number)
{
    if (const auto prepared = transfer->prepare(); !prepared) {
        transfer->fail(prepared.error());
        return;
    }
    if (mustWait(*transfer, std::chrono::steady_clock::now()))
        m_held[number] = std::move(transfer);
    else
        begin(std::move(transfer), number);
}

bool ConnectionPool::mustWait(const Transfer &transfer, base::SteadyTime now) const
{
    const auto found = m_dialAfter.find(transfer.url().address());
    return (found != m_dialAfter.end() && now < found->second) || !transfer.isWayKnown(now);
}

void ConnectionPool::begin(std::unique_ptr<Transfer> transfer, std::uint64_t number)
{
    m_nextCheck = std::min(m_nextCheck, transfer->nextCheck());
    transfer->setProxy();
    CURL *easy = transfer->handle();
    m_numbers[easy] = number;
    m_transfers[number] = std::move(transfer);
    curl_multi_add_handle(m_multi, easy);
}

std::unique_ptr<Transfer> ConnectionPool::takeOut(Transfers::iterator at)
{
    m_lastUse = std::chrono::steady_clock::now();
    std::unique_ptr<Transfer> transfer = std::move(at->second);
    m_transfers.erase(at);
    m_numbers.erase(transfer->handle());
    curl_multi_remove_handle(m_multi, transfer->handle());
    return transfer;
}

void ConnectionPool::beginHeld(base::SteadyTime now)
{
    std::erase_if(m_dialAfter, [now](const auto &entry) { return now >= entry.second; });
    for (auto at = m_held.begin(); at != m_held.end();) {
        const auto held = at++;
        if (mustWait(*held->second, now))
            continue;
        auto taken = m_held.extract(held);
        begin(std::move(taken.mapped()), taken.key());
    }
}

void ConnectionPool::cancel(std::uint64_t number)
{
    m_held.erase(number);
    const auto found = m_transfers.find(number);
    if (found != m_transfers.end())
        takeOut(found);
}

void ConnectionPool::cancelAll(const base::Error &error)
{
    while (!m_transfers.empty())
        takeOut(m_transfers.begin())->fail(error);
    for (auto held = std::move(m_held); const auto &[number, transfer] : held)
        transfer->fail(error);
}

int ConnectionPool::socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    auto &sockets = static_cast<ConnectionPool *>(self)->m_sockets;
    if (what == CURL_POLL_REMOVE)
        sockets.erase(socket);
    else
        sockets[socket] = waitEvents(what);
    return 0;
}

int ConnectionPool::timerChanged(CURLM *, long milliseconds, void *self)
{
    static_cast<ConnectionPool *>(self)->m_timer =
        milliseconds < 0 ? never : std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

void ConnectionPool::addSockets(std::vector<curl_waitfd> &sockets) const
{
    for (const auto &[socket, events] : m_sockets)
        sockets.push_back({socket, events, 0});
}

base::SteadyTime ConnectionPool::nextTimer() const
{
    base::SteadyTime next = std::min(m_timer, m_transfers.empty() ? never : m_nextCheck);
    for (const auto &[address, time] : m_dialAfter)
        next = m_held.empty() ? next : std::min(next, time);
    return next;
}

bool ConnectionPool::hasPaused() const
{
    return std::any_of(m_transfers.begin(), m_transfers.end(), [](const auto &entry) { return entry.second->isPaused(); });
}

void ConnectionPool::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    wakeWaiting();
}

/// libcurl 8 wakes who waits for a connection that may be shared only if it can be: beside an HTTP/1.1 watch they would wait for ever. A
/// handle that leaves makes it look again.
void ConnectionPool::wakeWaiting()
{
    const bool hasConnected = std::exchange(m_loop.hasConnected, false);
    if (!hasConnected || std::none_of(m_transfers.begin(), m_transfers.end(), [](const auto &entry) { return entry.second->isUnsent(); }))
        return;
    curl_multi_add_handle(m_multi, m_waker);
    curl_multi_remove_handle(m_multi, m_waker);
}

void ConnectionPool::handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (sockets[i].revents != 0 && m_sockets.count(sockets[i].fd) != 0)
            act(sockets[i].fd, readyEvents(sockets[i].revents));
    }
    resumePaused();
    takeFinished();
}

void ConnectionPool::resumePaused()
{
    std::vector<std::pair<std::uint64_t, CURLcode>> failed;
    for (const auto &[number, transfer] : m_transfers) {
        const CURLcode code = transfer->isReadyToResume() ? transfer->resume() : CURLE_OK;
        if (code != CURLE_OK)
            failed.emplace_back(number, code);
    }
    for (const auto &[number, code] : failed)
        finish(takeOut(m_transfers.find(number)), code);
}

void ConnectionPool::handleTimers(base::SteadyTime now)
{
    beginHeld(now);
    if (now >= m_timer) {
        m_timer = never;
        act(CURL_SOCKET_TIMEOUT, 0);
        takeFinished();
    }
    if (now < m_nextCheck)
        return;
    std::vector<std::pair<std::uint64_t, base::Error>> overdue;
    m_nextCheck = never;
    for (const auto &[number, transfer] : m_transfers) {
        if (auto error = transfer->overdue(now))
            overdue.emplace_back(number, std::move(*error));
        else
            m_nextCheck = std::min(m_nextCheck, transfer->nextCheck());
    }
    for (const auto &[number, error] : overdue)
        takeOut(m_transfers.find(number))->fail(error);
}

void ConnectionPool::finish(std::unique_ptr<Transfer> transfer, CURLcode code)
{
    const bool shared = transfer->url().scheme == "https";   // without TLS each request has a connection of its own
    if (code != CURLE_OK && transfer->isUnsent() && shared)
        failWithIt(transfer->url().address(), transfer->errorOf(code));
    transfer->finish(code);
}

/// libcurl would let each of them dial in turn, and a server that is away would be dialled once for every watch.
void ConnectionPool::failWithIt(const std::string &address, const base::Error &error)
{
    m_dialAfter[address] = std::chrono::steady_clock::now() + DialPause;
    std::vector<std::uint64_t> waiting;
    for (const auto &[number, transfer] : m_transfers) {
        if (transfer->isUnsent() && transfer->url().address() == address)
            waiting.push_back(number);
    }
    for (const std::uint64_t number : waiting) {
        if (const auto found = m_transfers.find(number); found != m_transfers.end())
            takeOut(found)->fail(error);
    }
}

void ConnectionPool::takeFinished()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        const auto number = m_numbers.find(message->easy_handle);
        if (number != m_numbers.end())
            finish(takeOut(m_transfers.find(number->second)), code);
    }
}

} // namespace http
