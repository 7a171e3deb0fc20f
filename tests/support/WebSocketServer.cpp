#include "tests/support/WebSocketServer.h"

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
    sockets::endWriting(m_socket);
}

void WebSocketServer::Peer::reset()
{
    sockets::resetWhenClosed(m_socket);
}

WebSocketServer::WebSocketServer(Talk talk, std::shared_ptr<ssl_ctx_st> tls) : m_talk(std::move(talk)), m_context(std::move(tls))
{
    m_acceptor = std::thread([this] { accept(); });
}

WebSocketServer::~WebSocketServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const int socket : m_sockets)
            sockets::end(socket);
    }
    sockets::wake(m_listener);
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    sockets::close(m_listener.socket);
}

void WebSocketServer::accept()
{
    while (true) {
        const int socket = sockets::acceptOne(m_listener.socket);
        const std::lock_guard lock(m_mutex);
        if (socket < 0 || m_isStopping) {
            if (socket >= 0)
                sockets::close(socket);
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
    sockets::close(socket);
}

} // namespace support
