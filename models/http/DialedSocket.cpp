#include "models/http/DialedSocket.h"

namespace http {

namespace {

constexpr base::SteadyTime never = base::SteadyTime::max();

/// What a dialled connection answers is read by whoever dialled.
class NoReceiver final : public Receiver
{
    void head(const ResponseHead &) override { }
    void bytes(std::string_view) override { }
    void done(const base::Result<void> &) override { }
};

base::JobToken unownedToken()
{
    auto [job, token] = base::Job::make();
    return token;
}

short waitEvents(int what)
{
    return static_cast<short>((what & CURL_POLL_IN ? CURL_WAIT_POLLIN : 0) | (what & CURL_POLL_OUT ? CURL_WAIT_POLLOUT : 0));
}

int readyEvents(int events)
{
    return (events & CURL_WAIT_POLLIN ? CURL_CSELECT_IN : 0) | (events & CURL_WAIT_POLLOUT ? CURL_CSELECT_OUT : 0);
}

} // namespace

DialedSocket::DialedSocket(Request request, LoopState &loop)
    : m_loop(loop), m_transfer(std::move(request), std::make_shared<NoReceiver>(), unownedToken(), loop), m_multi(curl_multi_init())
{
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &DialedSocket::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &DialedSocket::timerChanged);
}

DialedSocket::~DialedSocket()
{
    if (m_isAdded)
        curl_multi_remove_handle(m_multi, m_transfer.handle());
    curl_multi_cleanup(m_multi);
}

base::Result<void> DialedSocket::begin()
{
    if (auto prepared = m_transfer.prepare(); !prepared)
        return prepared;
    if (m_transfer.isWayKnown(std::chrono::steady_clock::now()))
        dial();
    return {};
}

void DialedSocket::dial()
{
    m_transfer.setProxy();
    CURL *easy = m_transfer.handle();
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));   // an upgrade is not possible within HTTP/2
    curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, 1L);
    m_isAdded = true;
    curl_multi_add_handle(m_multi, easy);
}

int DialedSocket::socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    auto &sockets = static_cast<DialedSocket *>(self)->m_sockets;
    if (what == CURL_POLL_REMOVE)
        sockets.erase(socket);
    else
        sockets[socket] = waitEvents(what);
    return 0;
}

int DialedSocket::timerChanged(CURLM *, long milliseconds, void *self)
{
    static_cast<DialedSocket *>(self)->m_timer = milliseconds < 0 ? never : std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

void DialedSocket::addSockets(std::vector<curl_waitfd> &sockets) const
{
    for (const auto &[socket, events] : m_sockets)
        sockets.push_back({socket, events, 0});
}

base::SteadyTime DialedSocket::nextTimer() const
{
    if (!m_isAdded && m_loop.proxies->isSettled(m_transfer.url(), std::chrono::steady_clock::now()))
        return base::SteadyTime::min();
    return std::min(m_timer, m_transfer.nextCheck());
}

void DialedSocket::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        curl_socket_t connected = CURL_SOCKET_BAD;
        curl_easy_getinfo(m_transfer.handle(), CURLINFO_ACTIVESOCKET, &connected);
        m_socket = static_cast<std::intptr_t>(connected);
        m_outcome = message->data.result == CURLE_OK ? base::Result<void>() : base::Result<void>(m_transfer.errorOf(message->data.result));
    }
}

void DialedSocket::handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (sockets[i].revents != 0 && m_sockets.count(sockets[i].fd) != 0)
            act(sockets[i].fd, readyEvents(sockets[i].revents));
    }
}

void DialedSocket::handleTimers(base::SteadyTime now)
{
    if (!m_isAdded && m_transfer.isWayKnown(now))
        dial();
    if (now >= m_timer) {
        m_timer = never;
        act(CURL_SOCKET_TIMEOUT, 0);
    }
    if (m_outcome)
        return;
    if (auto error = m_transfer.overdue(now))
        m_outcome = std::move(*error);
}

SocketIo::Progress DialedSocket::progress(CURLcode code, std::size_t bytes)
{
    if (code == CURLE_AGAIN)
        return {};
    m_code = code;
    return {code == CURLE_OK ? Outcome::Moved : Outcome::Failed, bytes};
}

SocketIo::Progress DialedSocket::receive(char *to, std::size_t most)
{
    std::size_t bytes = 0;
    const CURLcode code = curl_easy_recv(m_transfer.handle(), to, most, &bytes);
    if (code == CURLE_OK && bytes == 0)
        return {Outcome::Ended, 0};
    m_loop.bytesReceived += static_cast<std::int64_t>(bytes);
    return progress(code, bytes);
}

SocketIo::Progress DialedSocket::send(const char *from, std::size_t size)
{
    std::size_t bytes = 0;
    const CURLcode code = curl_easy_send(m_transfer.handle(), from, size, &bytes);
    return progress(code, bytes);
}

} // namespace http
