#pragma once

#include "models/http/SocketSource.h"
#include "models/kube/PodStreams.h"

#include <memory>
#include <string>

namespace kube {

/// A port of a pod, for the sockets of this program.
struct PodPort
{
    std::string namespaceName;
    std::string podName;
    int port = 0;
    Asker asker = Asker::Program;       ///< whose traffic it carries: see ReadOnly.h
};

struct PortForwardLimits
{
    http::WebSocketLimits webSocket;
    std::chrono::milliseconds stall{30'000};    ///< while a socket of ours takes nothing of what came for it: that connection ends
    std::chrono::milliseconds idle{30'000};     ///< without any connection, until the way to the server is given up
    std::size_t connections = 100;              ///< at once
};

/// A port-forward inside this program: requests with proxy() as their Connection::proxy go to the port of the pod, each over a connection of
/// its own into the pod, and nothing listens on this machine.
///
/// Nothing is asked of the server before the first connection is wanted, and it is asked again when the way was given up or broke: a
/// forward costs nothing while nobody uses it, and the next request after an error is a new attempt. Where the server speaks
/// SPDY/3.1+portforward.k8s.io (Kubernetes 1.31 and newer) all connections share one WebSocket; where it only knows
/// v4.channel.k8s.io each has its own.
///
/// What waits in memory is bounded in both directions, by Streams::DialedRoom towards the server and by Streams::LocalRoom and one
/// piece for each connection towards us; below 4 MiB with all connections stalled.
///
/// Requests that fail through it end with an error that says what the kubelet or the server said: "port 8080: …connection refused…",
/// Forbidden with the server's words, NotFound when the pod is gone, Unsupported where the server has neither way.
class PortForwardStream
{
public:
    /// Any thread. The threads behind the streams outlive this; the PodStreams need not.
    explicit PortForwardStream(const PodStreams &streams, PodPort target, PortForwardLimits limits = {});
    /// Any thread; does not wait. Every connection ends.
    ~PortForwardStream();
    PortForwardStream(const PortForwardStream &) = delete;
    PortForwardStream &operator=(const PortForwardStream &) = delete;

    /// What Connection::proxy must say.
    const std::string &proxy() const { return m_word; }

    /// What is going on, at one moment.
    struct Counters
    {
        std::size_t connections = 0;
        std::size_t links = 0;          ///< WebSockets to the server
    };
    /// I/O thread.
    Counters counters() const;

private:
    class Core;
    std::shared_ptr<Core> m_core;
    std::string m_word;
};

} // namespace kube
