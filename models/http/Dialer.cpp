#include "models/http/Dialer.h"

#include "models/http/DialedSocket.h"

namespace http {

Dialer::Dialer(Request request, std::shared_ptr<SocketStream> stream, LoopState &loop)
    : m_stream(std::move(stream)), m_connection(request.connection)
{
    m_line = std::make_unique<DialedSocket>(std::move(request), loop);
    if (const auto begun = m_line->begin(); !begun)
        m_refusal = begun.error();
}

Dialer::~Dialer() = default;

void Dialer::addSockets(std::vector<curl_waitfd> &sockets) const
{
    if (m_line)
        m_line->addSockets(sockets);
}

base::SteadyTime Dialer::nextTimer() const
{
    if (m_refusal)
        return base::SteadyTime::min();
    return m_line ? m_line->nextTimer() : base::SteadyTime::max();
}

void Dialer::handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last)
{
    if (m_line)
        m_line->handle(sockets, first, last);
    takeEnd();
}

void Dialer::handleTimers(base::SteadyTime now)
{
    if (const auto refusal = std::exchange(m_refusal, {}))
        return fail(*refusal);
    if (m_line)
        m_line->handleTimers(now);
    takeEnd();
}

void Dialer::takeEnd()
{
    if (!m_line || !m_line->outcome())
        return;
    const base::Result<void> outcome = *m_line->outcome();
    auto line = std::move(m_line);
    if (!outcome)
        m_stream->fail(outcome.error());
    else if (!m_stream->isClosed())
        m_stream->adopt(std::move(line), m_connection);
}

bool Dialer::isFinished() const
{
    return !m_line || m_stream->isClosed();
}

void Dialer::fail(const base::Error &error)
{
    m_line.reset();
    m_stream->fail(error);
}

void Dialer::expireIf(const Connection &connection)
{
    if (m_connection && *m_connection == connection)
        fail(base::makeError(base::ErrorKind::Network, "the connection was closed: the certificate it was made with was replaced"));
}

} // namespace http
