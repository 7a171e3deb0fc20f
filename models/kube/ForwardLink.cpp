#include "models/kube/ForwardLink.h"

namespace kube {

ForwardLink::ForwardLink(const std::shared_ptr<PodStreams::Core> &core, ApiRequest request, int port, http::WebSocketLimits limits, Events events)
    : m_executor(core->executor), m_port(port), m_events(std::move(events)),
      m_socket(core, std::move(request), {Tunnel, Channels}, "port-forwarding", limits, *this)
{
}

ForwardLink::~ForwardLink() = default;

std::unique_ptr<http::ByteStream> ForwardLink::open(http::ByteReceiver &receiver)
{
    return m_tunnel ? m_tunnel->open(m_port, receiver) : m_channel->open(receiver);
}

void ForwardLink::opened(const std::string &protocol)
{
    if (protocol == Tunnel)
        m_tunnel.emplace(m_socket, m_executor);
    else
        m_channel.emplace(m_socket, m_port);
    m_events.opened(*this);
}

void ForwardLink::part(const http::MessagePart &part)
{
    if (m_tunnel)
        m_tunnel->take(part.bytes);
    else if (m_channel)
        m_channel->take(part);
}

void ForwardLink::roomAgain()
{
    if (m_tunnel)
        m_tunnel->roomAgain();
    else if (m_channel)
        m_channel->roomAgain();
}

void ForwardLink::ended(const base::Result<void> &result)
{
    if (m_tunnel)
        m_tunnel->end(result ? base::makeError(base::ErrorKind::Network, "the server ended the port-forward; as a rule the pod is gone") : result.error());
    else if (m_channel)
        m_channel->end(result);
    const auto last = std::move(m_events.ended);
    last(*this, result);
}

} // namespace kube
