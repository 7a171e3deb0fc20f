#pragma once

#include "models/kube/ChannelForward.h"
#include "models/kube/PodStreams.h"
#include "models/kube/SpdyTunnel.h"

#include <functional>
#include <optional>

namespace kube {

/// One WebSocket of a port-forward, whichever of the two protocols it turns out to speak. I/O thread only.
class ForwardLink final : private http::MessageReceiver
{
public:
    static constexpr const char *Tunnel = "SPDY/3.1+portforward.k8s.io";
    static constexpr const char *Channels = "v4.channel.k8s.io";

    struct Events
    {
        std::function<void(ForwardLink &)> opened;
        /// The last call; it may destroy the link. Without an error the server ended it in good order.
        std::function<void(ForwardLink &, const base::Result<void> &)> ended;
    };

    ForwardLink(const std::shared_ptr<PodStreams::Core> &core, ApiRequest request, int port, http::WebSocketLimits limits, Events events);
    ~ForwardLink() override;
    ForwardLink(const ForwardLink &) = delete;
    ForwardLink &operator=(const ForwardLink &) = delete;

    bool isOpen() const { return m_tunnel || m_channel; }
    /// Whether it carries many connections.
    bool isShared() const { return m_tunnel.has_value(); }
    /// Open, and with a place for one more connection.
    bool hasPlace() const { return m_tunnel || (m_channel && !m_channel->isTaken()); }
    /// Its one connection is gone.
    bool isUsedUp() const { return m_channel && m_channel->isOver(); }
    /// Only with a place.
    std::unique_ptr<http::ByteStream> open(http::ByteReceiver &receiver);

private:
    void opened(const std::string &protocol) override;
    void part(const http::MessagePart &part) override;
    void roomAgain() override;
    void ended(const base::Result<void> &result) override;

    base::Executor &m_executor;
    int m_port;
    Events m_events;
    ApiWebSocket m_socket;
    std::optional<SpdyTunnel> m_tunnel;         // after the socket, which they use
    std::optional<ChannelForward> m_channel;
};

} // namespace kube
