#include "models/kube/SpdyTunnel.h"

#include "models/text/Plain.h"

#include <set>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t longestData = 32 * 1024;

base::Error portError(int port, ErrorKind kind, const std::string &what)
{
    return base::makeError(kind, "port " + std::to_string(port) + ": " + what);
}

} // namespace

struct SpdyTunnel::Connection
{
    int port = 0;
    std::uint32_t errorStream = 0;
    std::uint32_t dataStream = 0;
    http::ByteReceiver *receiver = nullptr;     ///< null: nobody listens, or the last call was made
    bool isReplied = false;
    bool isPaused = false;
    bool hasEndedWriting = false;
    bool hasEndedReading = false;               ///< the other side says no more, and it was told
    bool hasEndedData = false;                  ///< the same before it was told: the reason may still come
    bool hasEndedErrors = false;
    std::string problem;
    base::Job timer;
};

/// A connection as its owner holds it.
class SpdyTunnel::Stream final : public http::ByteStream
{
public:
    Stream(SpdyTunnel &tunnel, ConnectionPointer connection) : m_tunnel(tunnel), m_alive(tunnel.m_alive), m_connection(std::move(connection)) { }
    ~Stream() override
    {
        m_connection->receiver = nullptr;
        if (isOpen())
            m_tunnel.letGo(m_connection);
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    void write(std::string_view bytes) override
    {
        for (; isOpen() && !m_connection->hasEndedWriting && !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), longestData)))
            m_tunnel.send(SpdyFrameWriter::data(m_connection->dataStream, bytes.substr(0, longestData)));
    }
    bool hasRoom() const override { return isOpen() && m_connection->isReplied && m_tunnel.m_link.hasRoom(); }
    void endWriting() override
    {
        if (isOpen() && !std::exchange(m_connection->hasEndedWriting, true))
            m_tunnel.send(SpdyFrameWriter::end(m_connection->dataStream));
    }
    void pause() override { setPaused(true); }
    void resume() override { setPaused(false); }
    std::size_t unsent() const override { return 0; }   // it waits in the link

private:
    bool isOpen() const { return !m_alive.expired(); }
    void setPaused(bool isPaused)
    {
        if (isOpen())
            m_tunnel.setPaused(*m_connection, isPaused);
    }

    SpdyTunnel &m_tunnel;
    std::weak_ptr<int> m_alive;
    ConnectionPointer m_connection;
};

SpdyTunnel::SpdyTunnel(http::MessageLink &link, base::Executor &executor) : m_link(link), m_executor(executor) { }

SpdyTunnel::~SpdyTunnel() = default;

std::unique_ptr<http::ByteStream> SpdyTunnel::open(int port, http::ByteReceiver &receiver)
{
    const auto connection = std::make_shared<Connection>();
    connection->port = port;
    connection->receiver = &receiver;
    connection->errorStream = m_nextStream;
    connection->dataStream = m_nextStream + 2;
    m_nextStream += 4;
    m_connections[connection->errorStream] = m_connections[connection->dataStream] = connection;
    const std::string request = std::to_string(m_nextRequest++);
    const std::string number = std::to_string(port);
    send(m_writer.open(connection->errorStream, {{"streamtype", "error"}, {"port", number}, {"requestid", request}}));
    send(m_writer.open(connection->dataStream, {{"streamtype", "data"}, {"port", number}, {"requestid", request}}));
    connection->timer = m_executor.after(ReplyWait, [this, weak = std::weak_ptr(connection)] {
        if (const auto waiting = weak.lock())
            finish(waiting, portError(waiting->port, ErrorKind::Timeout, "the server did not take the connection within " + std::to_string(ReplyWait.count() / 1000) + " s"));
    });
    return std::make_unique<Stream>(*this, connection);
}

std::size_t SpdyTunnel::connectionCount() const
{
    return m_connections.size() / 2;
}

SpdyTunnel::ConnectionPointer SpdyTunnel::find(std::uint32_t stream) const
{
    const auto found = m_connections.find(stream);
    return found == m_connections.end() ? nullptr : found->second;
}

void SpdyTunnel::take(std::string_view bytes)
{
    if (const auto read = m_reader.feed(bytes, *this); !read)
        m_link.abort(read.error().kind == ErrorKind::TooLarge ? http::closecode::TooBig : http::closecode::ProtocolError, read.error());
}

/// What comes for a connection that is gone was on its way when we let go.
void SpdyTunnel::data(std::uint32_t stream, std::string_view bytes, bool isLast)
{
    const ConnectionPointer connection = find(stream);
    if (!connection)
        return;
    if (stream == connection->errorStream) {
        connection->problem.append(bytes.substr(0, LongestProblem - std::min(connection->problem.size(), LongestProblem)));
        connection->hasEndedErrors = connection->hasEndedErrors || isLast;
    } else {
        if (!bytes.empty() && connection->receiver && !connection->hasEndedData)
            connection->receiver->bytes(bytes);
        connection->hasEndedData = connection->hasEndedData || isLast;
    }
    if (isLast)
        judgeEnd(connection);
}

/// Whether the end of the bytes is an error is said on the other stream, and maybe later.
void SpdyTunnel::judgeEnd(const ConnectionPointer &connection)
{
    if (connection->hasEndedErrors && !connection->problem.empty())
        return finish(connection, portError(connection->port, ErrorKind::Network, text::plain(connection->problem)));
    if (!connection->hasEndedData || connection->hasEndedReading)
        return;
    if (connection->hasEndedErrors)
        return endReading(*connection);
    connection->timer = m_executor.after(ReasonWait, [this, weak = std::weak_ptr(connection)] {
        if (const auto waiting = weak.lock())
            endReading(*waiting);
    });
}

void SpdyTunnel::endReading(Connection &connection)
{
    connection.timer.cancel();
    if (!std::exchange(connection.hasEndedReading, true) && connection.receiver)
        connection.receiver->ended({});
}

void SpdyTunnel::replied(std::uint32_t stream, bool)
{
    const ConnectionPointer connection = find(stream);
    if (!connection)
        return;
    if (stream == connection->errorStream) {
        send(SpdyFrameWriter::end(stream));     // nothing of ours goes there
        return;
    }
    connection->isReplied = true;
    connection->timer.cancel();
    tellRoom(*connection);
}

void SpdyTunnel::tellRoom(Connection &connection)
{
    if (connection.isReplied && connection.receiver && m_link.hasRoom())
        connection.receiver->roomAgain();
}

void SpdyTunnel::roomAgain()
{
    std::set<ConnectionPointer> all;    // who hears of room may open and close
    for (const auto &[stream, connection] : m_connections)
        all.insert(connection);
    for (const ConnectionPointer &connection : all)
        tellRoom(*connection);
}

void SpdyTunnel::reset(std::uint32_t stream, std::uint32_t status)
{
    const ConnectionPointer connection = find(stream);
    if (!connection)
        return;
    const std::string words = !connection->problem.empty() ? text::plain(connection->problem)
        : status == SpdyFrameWriter::RefusedStream         ? "the server refused the connection"
                                                           : "the server broke the connection off";
    finish(connection, portError(connection->port, ErrorKind::Network, words));
}

void SpdyTunnel::opened(std::uint32_t stream)
{
    send(SpdyFrameWriter::reset(stream, SpdyFrameWriter::RefusedStream));
}

void SpdyTunnel::pinged(std::uint32_t number)
{
    if (number % 2 == 0)    // odd ones would be answers to ours
        send(SpdyFrameWriter::ping(number));
}

void SpdyTunnel::wentAway()
{
    m_link.abort(http::closecode::Normal, base::makeError(ErrorKind::Network, "the server takes no more connections for this port-forward"));
}

/// The last that is heard of it. Its streams end on the server too.
void SpdyTunnel::finish(const ConnectionPointer &connection, const base::Result<void> &result)
{
    letGo(connection);
    if (http::ByteReceiver *receiver = std::exchange(connection->receiver, nullptr); receiver && !connection->hasEndedReading)
        receiver->ended(result);
}

void SpdyTunnel::letGo(const ConnectionPointer &connection)
{
    if (!find(connection->dataStream))
        return;
    send(SpdyFrameWriter::reset(connection->dataStream, SpdyFrameWriter::Cancel));
    forget(*connection);
}

void SpdyTunnel::forget(Connection &connection)
{
    connection.timer.cancel();
    setPaused(connection, false);
    m_connections.erase(connection.errorStream);
    m_connections.erase(connection.dataStream);
}

void SpdyTunnel::setPaused(Connection &connection, bool isPaused)
{
    if (connection.isPaused == isPaused)
        return;
    connection.isPaused = isPaused;
    m_paused += isPaused ? 1 : -1;
    if (m_paused == 0)
        m_link.resume();
    else if (isPaused && m_paused == 1)
        m_link.pause();
}

void SpdyTunnel::end(const base::Error &error)
{
    while (!m_connections.empty()) {
        const ConnectionPointer connection = m_connections.begin()->second;
        forget(*connection);
        if (http::ByteReceiver *receiver = std::exchange(connection->receiver, nullptr); receiver && !connection->hasEndedReading)
            receiver->ended(portError(connection->port, error.kind, error.message));
    }
}

} // namespace kube
