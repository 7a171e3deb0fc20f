#include "models/http/SocketStream.h"

#include "models/http/Socket.h"

#include <array>

namespace http {

namespace {

constexpr std::size_t pieceSize = 16 * 1024;
constexpr int piecesPerTurn = 16;

class Handle final : public ByteStream
{
public:
    explicit Handle(std::shared_ptr<SocketStream> stream) : m_stream(std::move(stream)) { }
    ~Handle() override { m_stream->close(); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    void write(std::string_view bytes) override { m_stream->write(bytes); }
    bool hasRoom() const override { return m_stream->hasRoom(); }
    void endWriting() override { m_stream->endWriting(); }
    void pause() override { m_stream->pause(); }
    void resume() override { m_stream->resume(); }
    std::size_t unsent() const override { return m_stream->unsent(); }

private:
    std::shared_ptr<SocketStream> m_stream;
};

} // namespace

SocketStream::SocketStream(ByteReceiver &receiver, std::size_t room, std::unique_ptr<SocketIo> io)
    : m_receiver(&receiver), m_room(room), m_io(std::move(io))
{
}

std::unique_ptr<ByteStream> SocketStream::handle(std::shared_ptr<SocketStream> stream)
{
    return std::make_unique<Handle>(std::move(stream));
}

void SocketStream::adopt(std::unique_ptr<SocketIo> io, std::shared_ptr<const Connection> connection)
{
    m_io = std::move(io);
    m_connection = std::move(connection);
    if (m_receiver)
        m_receiver->connected();
}

void SocketStream::close()
{
    m_receiver = nullptr;
    m_io.reset();
    m_unsent.clear();
}

void SocketStream::write(std::string_view bytes)
{
    if (m_isEnding || m_failure)
        return;
    m_unsent.append(bytes);
    flush();
    m_wasFull = m_wasFull || !hasRoom();
}

void SocketStream::endWriting()
{
    m_isEnding = true;
    flush();
}

/// A system that takes less than everything takes the rest later; what is kept is short, so moving it costs little.
void SocketStream::flush()
{
    std::size_t sent = 0;
    while (m_io && !m_failure && sent < m_unsent.size()) {
        const SocketIo::Progress progress = m_io->send(m_unsent.data() + sent, m_unsent.size() - sent);
        sent += progress.bytes;
        if (progress.outcome == SocketIo::Outcome::Failed)
            m_failure = m_io->failure();
        if (progress.outcome != SocketIo::Outcome::Moved)
            break;
    }
    m_unsent.erase(0, sent);
    if (m_io && m_isEnding && m_unsent.empty() && !m_failure)
        m_io->endWriting();
}

bool SocketStream::isDue() const
{
    return mayRead() && (m_failure || m_mayHaveMore);
}

void SocketStream::addSockets(std::vector<curl_waitfd> &sockets) const
{
    const int events = (mayRead() ? CURL_WAIT_POLLIN : 0) | (m_io && !m_unsent.empty() && !m_failure ? CURL_WAIT_POLLOUT : 0);
    if (events != 0)
        sockets.push_back({static_cast<curl_socket_t>(m_io->socket()), static_cast<short>(events), 0});
}

base::SteadyTime SocketStream::nextTimer() const
{
    return isDue() ? base::SteadyTime::min() : base::SteadyTime::max();
}

void SocketStream::handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last)
{
    if (first < last && sockets[first].revents != 0)
        work();
}

void SocketStream::handleTimers(base::SteadyTime)
{
    if (isDue())
        work();
}

void SocketStream::work()
{
    flush();
    tellRoom();
    readTurn();
    if (m_failure && mayRead() && !m_mayHaveMore)
        end(*m_failure);
}

void SocketStream::tellRoom()
{
    if (!m_wasFull || !m_receiver || m_failure || !hasRoom())
        return;
    m_wasFull = false;
    m_receiver->roomAgain();
}

void SocketStream::readTurn()
{
    for (int piece = 0; piece < piecesPerTurn; ++piece) {
        if (!mayRead() || !readOnce())
            return;
    }
}

bool SocketStream::readOnce()
{
    std::array<char, pieceSize> buffer;
    const SocketIo::Progress progress = m_io->receive(buffer.data(), buffer.size());
    m_mayHaveMore = progress.outcome == SocketIo::Outcome::Moved;
    if (m_mayHaveMore)
        m_receiver->bytes({buffer.data(), progress.bytes});
    else if (progress.outcome == SocketIo::Outcome::Ended)
        end({});
    else if (progress.outcome == SocketIo::Outcome::Failed)
        end(m_io->failure());
    return m_mayHaveMore;
}

void SocketStream::end(const base::Result<void> &result)
{
    if (m_hasEnded || !m_receiver)
        return;
    m_hasEnded = true;
    m_receiver->ended(result);
}

void SocketStream::fail(const base::Error &error)
{
    m_failure = error;
    m_io.reset();
    m_unsent.clear();
    end(error);
}

void SocketStream::expireIf(const Connection &connection)
{
    if (m_connection && *m_connection == connection)
        fail(base::makeError(base::ErrorKind::Network, "the connection was closed: the certificate it was made with was replaced"));
}

void SocketStream::leaveLostWay()
{
    if (m_io && m_connection && hasLostItsWay(m_io->socket()))
        fail(base::makeError(base::ErrorKind::Network, "the connection was closed: this machine reaches the server from another address now, or not at all"));
}

} // namespace http
