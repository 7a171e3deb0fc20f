#include "models/http/LocalSocket.h"

#include "models/http/Socket.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <string>

namespace http {

namespace {

constexpr int mostStrangers = 16;

/// A socket until it is released.
class Owned
{
public:
    explicit Owned(SOCKET socket) : m_socket(socket) { }
    ~Owned() { if (m_socket != INVALID_SOCKET) closesocket(m_socket); }
    Owned(const Owned &) = delete;
    Owned &operator=(const Owned &) = delete;

    SOCKET get() const { return m_socket; }
    bool isGood() const { return m_socket != INVALID_SOCKET; }
    std::intptr_t release() { return static_cast<std::intptr_t>(std::exchange(m_socket, INVALID_SOCKET)); }

private:
    SOCKET m_socket;
};

base::Error systemError(const char *what)
{
    return base::makeError(base::ErrorKind::Io, what + socketErrorWords(WSAGetLastError()));
}

SOCKET newSocket()
{
    return socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
}

bool listenAlone(SOCKET listener, sockaddr_in &address)
{
    address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const BOOL alone = TRUE;
    setsockopt(listener, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&alone), sizeof alone);
    int size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    return bind(listener, plain, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, plain, &size) == 0;
}

/// The connection that comes from our own other end; whoever else knocked is sent away.
SOCKET acceptOwn(SOCKET listener, const sockaddr_in &own)
{
    for (int i = 0; i < mostStrangers; ++i) {
        sockaddr_in peer{};
        int size = sizeof peer;
        const SOCKET accepted = accept(listener, reinterpret_cast<sockaddr *>(&peer), &size);
        if (accepted == INVALID_SOCKET)
            return INVALID_SOCKET;
        if (peer.sin_port == own.sin_port && peer.sin_addr.s_addr == own.sin_addr.s_addr)
            return accepted;
        closesocket(accepted);
    }
    return INVALID_SOCKET;
}

void makeOurs(SOCKET socket)
{
    u_long yes = 1;
    ioctlsocket(socket, FIONBIO, &yes);
    const BOOL noDelay = TRUE;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&noDelay), sizeof noDelay);
}

SocketIo::Progress outcome(int bytes)
{
    if (bytes > 0)
        return {SocketIo::Outcome::Moved, static_cast<std::size_t>(bytes)};
    if (bytes == 0)
        return {SocketIo::Outcome::Ended, 0};
    return {WSAGetLastError() == WSAEWOULDBLOCK ? SocketIo::Outcome::Later : SocketIo::Outcome::Failed, 0};
}

} // namespace

base::Result<std::pair<std::intptr_t, std::intptr_t>> LocalSocket::makePair()
{
    const Owned listener(newSocket());
    Owned client(newSocket());
    sockaddr_in address, own;
    int size = sizeof own;
    if (!listener.isGood() || !client.isGood() || !listenAlone(listener.get(), address))
        return systemError("no more sockets: ");
    // The listener's queue takes the connection at once: nothing here waits for another program.
    if (connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || getsockname(client.get(), reinterpret_cast<sockaddr *>(&own), &size) != 0)
        return systemError("no connection within this machine: ");
    Owned server(acceptOwn(listener.get(), own));
    if (!server.isGood())
        return systemError("no connection within this machine: ");
    makeOurs(client.get());
    makeOurs(server.get());
    return std::pair(client.release(), server.release());
}

base::Result<std::intptr_t> LocalSocket::placeholder()
{
    return base::makeError(base::ErrorKind::Unsupported, "port-forwards need libcurl 8.0 or newer here");
}

void LocalSocket::replace(std::intptr_t, std::intptr_t)
{
    // There is no placeholder to replace.
}

LocalSocket::~LocalSocket()
{
    closeSocket(m_socket);
}

SocketIo::Progress LocalSocket::receive(char *to, std::size_t most)
{
    return outcome(recv(static_cast<SOCKET>(m_socket), to, static_cast<int>(most), 0));
}

SocketIo::Progress LocalSocket::send(const char *from, std::size_t size)
{
    return outcome(::send(static_cast<SOCKET>(m_socket), from, static_cast<int>(size), 0));
}

void LocalSocket::endWriting()
{
    shutdown(static_cast<SOCKET>(m_socket), SD_SEND);
}

base::Error LocalSocket::failure() const
{
    return systemError("the connection broke: ");
}

} // namespace http
