#pragma once

#include "tests/support/ServerSocket.h"
#include "tests/support/TlsSocket.h"
#include "tests/support/WebSocketWords.h"

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace support {

/// A server on 127.0.0.1 that takes WebSockets and does with each what a test says, however wrong; one thread for each connection.
class WebSocketServer
{
public:
    /// One connection, in the words of a server that waits. All end at once when the server or the client does.
    class Peer
    {
    public:
        Peer(int socket, ssl_ctx_st *tls) : m_socket(socket), m_tls(socket, tls) { }

        bool handshake() { return m_tls.handshake(); }
        const std::string &request() const { return m_request; }
        /// Whether a request came at all.
        bool readRequest();
        bool raw(std::string_view bytes);
        bool upgrade(const std::string &protocol) { return raw(upgradeAnswer(m_request, protocol)); }
        bool message(std::string_view payload) { return raw(serverMessage(payload)); }
        /// The next frame of the client; nothing at its end.
        std::optional<ClientFrame> read();
        /// The next frame with this opcode; others are passed over.
        std::optional<ClientFrame> read(int opcode);
        void close();       ///< an orderly end
        void reset();       ///< a hard one

    private:
        bool receive();

        int m_socket;
        TlsSocket m_tls;
        std::string m_pending;
        std::string m_request;
    };
    using Talk = std::function<void(Peer &)>;

    /// The talk begins when a request was read; after it the connection is closed. With a context it speaks TLS.
    explicit WebSocketServer(Talk talk, std::shared_ptr<ssl_ctx_st> tls = {});
    ~WebSocketServer();
    WebSocketServer(const WebSocketServer &) = delete;
    WebSocketServer &operator=(const WebSocketServer &) = delete;

    std::string url() const { return (m_context ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_listener.port); }
    int connections() const { return m_accepted; }

private:
    void accept();
    void serve(int socket);

    Talk m_talk;
    std::shared_ptr<ssl_ctx_st> m_context;
    sockets::Listener m_listener = sockets::listenHere();
    std::atomic<int> m_accepted = 0;
    std::mutex m_mutex;
    bool m_isStopping = false;
    std::set<int> m_sockets;
    std::list<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace support
