#pragma once

#include "models/base/Executor.h"
#include "models/http/WebSocket.h"
#include "models/kube/SpdyFrames.h"

#include <map>
#include <memory>

namespace kube {

/// Many TCP connections into one pod over one link that carries SPDY/3.1 (SPDY/3.1+portforward.k8s.io). I/O thread only.
///
/// Each connection is a pair of streams, one for bytes and one for what went wrong. SPDY has no bound of its own here, so a connection
/// that is paused holds up the whole link: whoever pauses must not do so for long (http::Splice sees to that).
class SpdyTunnel final : private SpdyFrameReader::Sink
{
public:
    static constexpr std::chrono::milliseconds ReplyWait{30'000};   ///< for the server to take a connection
    static constexpr std::chrono::milliseconds ReasonWait{1'500};   ///< for the reason of an end, which may come after it
    static constexpr std::size_t LongestProblem = 4 * 1024;         ///< of what it says went wrong; the rest is cut

    /// Both outlive this.
    SpdyTunnel(http::MessageLink &link, base::Executor &executor);
    ~SpdyTunnel() override;
    SpdyTunnel(const SpdyTunnel &) = delete;
    SpdyTunnel &operator=(const SpdyTunnel &) = delete;

    /// The receiver hears errors that begin with "port 8080: ", with the server's words. The stream may outlive the tunnel.
    std::unique_ptr<http::ByteStream> open(int port, http::ByteReceiver &receiver);

    /// What came over the link. Frames that are none abort it.
    void take(std::string_view bytes);
    void roomAgain();
    /// The link is gone: so is every connection.
    void end(const base::Error &error);
    std::size_t connectionCount() const;

private:
    struct Connection;
    class Stream;
    using ConnectionPointer = std::shared_ptr<Connection>;

    void data(std::uint32_t stream, std::string_view bytes, bool isLast) override;
    void replied(std::uint32_t stream, bool isLast) override;
    void reset(std::uint32_t stream, std::uint32_t status) override;
    void opened(std::uint32_t stream) override;
    void pinged(std::uint32_t number) override;
    void wentAway() override;

    ConnectionPointer find(std::uint32_t stream) const;
    void send(const std::string &frame) { m_link.send(frame); }
    void tellRoom(Connection &connection);
    void judgeEnd(const ConnectionPointer &connection);
    void endReading(Connection &connection);
    void finish(const ConnectionPointer &connection, const base::Result<void> &result);
    void forget(Connection &connection);
    void letGo(const ConnectionPointer &connection);
    void setPaused(Connection &connection, bool isPaused);

    http::MessageLink &m_link;
    base::Executor &m_executor;
    SpdyFrameReader m_reader;
    SpdyFrameWriter m_writer;
    std::map<std::uint32_t, ConnectionPointer> m_connections;   ///< by both of their streams
    std::uint32_t m_nextStream = 1;
    std::uint64_t m_nextRequest = 0;
    int m_paused = 0;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace kube
