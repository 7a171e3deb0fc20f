#include "tests/support/WebSocketServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

bool WebSocketServer::Peer::receive()
{
    const std::string bytes = m_tls.read();
    m_pending += bytes;
    return !bytes.empty();
}

bool WebSocketServer::Peer::readRequest()
{
    std::size_t end = std::string::npos;
    while ((end = m_pending.find("\r\n\r\n")) == std::string::npos) {
        if (!receive())
            return false;
    }
    m_request = m_pending.substr(0, end + 4);
    m_pending.erase(0, end + 4);
    return true;
}

bool WebSocketServer::Peer::raw(std::string_view bytes)
{
    return m_tls.write(std::string(bytes));
}

std::optional<ClientFrame> WebSocketServer::Peer::read()
{
    while (true) {
        if (auto frame = takeClientFrame(m_pending))
            return frame;
        if (!receive())
            return std::nullopt;
    }
}

std::optional<ClientFrame> WebSocketServer::Peer::read(int opcode)
{
    while (auto frame = read()) {
        if (frame->opcode == opcode)
            return frame;
    }
    return std::nullopt;
}

void WebSocketServer::Peer::close()
{
    shutdown(m_socket, SHUT_WR);
}

void WebSocketServer::Peer::reset()
{
    const linger hard{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

WebSocketServer::WebSocketServer(Talk talk, std::shared_ptr<ssl_ctx_st> tls) : m_talk(std::move(talk)), m_context(std::move(tls))
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
    listen(m_listener, 256);
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

WebSocketServer::~WebSocketServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        shutdown(m_listener, SHUT_RDWR);
        for (const int socket : m_sockets)
            shutdown(socket, SHUT_RDWR);
    }
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
}

void WebSocketServer::accept()
{
    while (true) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        if (socket < 0 || m_isStopping) {
            if (socket >= 0)
                ::close(socket);
            return;
        }
        ++m_accepted;
        m_sockets.insert(socket);
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void WebSocketServer::serve(int socket)
{
    {
        Peer peer(socket, m_context.get());
        if (peer.handshake() && peer.readRequest())
            m_talk(peer);
    }
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    ::close(socket);
}

} // namespace support
