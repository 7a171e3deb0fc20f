#pragma once

#include "models/http/WebSocket.h"

#include <array>
#include <memory>

namespace kube {

/// Takes the messages of v4.channel.k8s.io apart: the first byte of each names a channel. Parts come as a WebSocket hands them on.
class ChannelReader
{
public:
    class Sink
    {
    public:
        virtual ~Sink() = default;
        virtual void channelBytes(std::uint8_t channel, std::string_view bytes) = 0;
    };

    /// Channels from count on are an error (BadInput).
    explicit ChannelReader(std::uint8_t count) : m_count(count) { }
    base::Result<void> feed(const http::MessagePart &part, Sink &sink);

private:
    std::uint8_t m_count;
    std::uint8_t m_channel = 0;
    bool m_hasChannel = false;
};

/// One TCP connection into a pod over one link of the older protocol, v4.channel.k8s.io: channel 0 carries bytes, channel 1 what went wrong,
/// and the server names the port on each of them first. No side can end alone. I/O thread only.
class ChannelForward final : private ChannelReader::Sink
{
public:
    /// The link outlives this.
    ChannelForward(http::MessageLink &link, int port);
    ~ChannelForward() override;
    ChannelForward(const ChannelForward &) = delete;
    ChannelForward &operator=(const ChannelForward &) = delete;

    /// Once; errors begin as SpdyTunnel's do. The stream may outlive this.
    std::unique_ptr<http::ByteStream> open(http::ByteReceiver &receiver);
    bool isTaken() const { return m_isTaken; }
    /// Whoever had it let go of it.
    bool isOver() const { return m_isTaken && !m_receiver; }

    void take(const http::MessagePart &part);
    void roomAgain();
    void end(const base::Result<void> &result);

private:
    class Stream;

    void channelBytes(std::uint8_t channel, std::string_view bytes) override;
    bool takePort(std::uint8_t channel, std::string_view &bytes);

    http::MessageLink &m_link;
    int m_port;
    ChannelReader m_reader{2};
    http::ByteReceiver *m_receiver = nullptr;
    bool m_isTaken = false;
    std::array<std::string, 2> m_ports;     ///< what came of the port's two bytes on each channel
    std::string m_problem;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace kube
