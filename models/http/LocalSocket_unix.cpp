#include "models/http/LocalSocket.h"

#include "models/http/Socket.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace http {

namespace {

base::Error systemError(const char *what)
{
    return base::makeError(base::ErrorKind::Io, what + std::generic_category().message(errno));
}

void makeOurs(int socket)
{
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
    fcntl(socket, F_SETFD, FD_CLOEXEC);
}

SocketIo::Progress outcome(ssize_t bytes)
{
    if (bytes > 0)
        return {SocketIo::Outcome::Moved, static_cast<std::size_t>(bytes)};
    if (bytes == 0)
        return {SocketIo::Outcome::Ended, 0};
    const bool isLater = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return {isLater ? SocketIo::Outcome::Later : SocketIo::Outcome::Failed, 0};
}

} // namespace

base::Result<std::pair<std::intptr_t, std::intptr_t>> LocalSocket::makePair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return systemError("no more sockets: ");
    makeOurs(ends[0]);
    makeOurs(ends[1]);
    return std::pair<std::intptr_t, std::intptr_t>(ends[0], ends[1]);
}

/// Datagrams have no connection to make: dialling only notes an address.
base::Result<std::intptr_t> LocalSocket::placeholder()
{
    const int number = ::socket(AF_INET, SOCK_DGRAM, 0);
    if (number < 0)
        return systemError("no more sockets: ");
    makeOurs(number);
    return static_cast<std::intptr_t>(number);
}

void LocalSocket::replace(std::intptr_t placeholder, std::intptr_t socket)
{
    dup2(static_cast<int>(socket), static_cast<int>(placeholder));
    fcntl(static_cast<int>(placeholder), F_SETFD, FD_CLOEXEC);
    closeSocket(socket);
}

LocalSocket::~LocalSocket()
{
    closeSocket(m_socket);
}

SocketIo::Progress LocalSocket::receive(char *to, std::size_t most)
{
    return outcome(recv(static_cast<int>(m_socket), to, most, 0));
}

SocketIo::Progress LocalSocket::send(const char *from, std::size_t size)
{
    return outcome(::send(static_cast<int>(m_socket), from, size, 0));
}

void LocalSocket::endWriting()
{
    shutdown(static_cast<int>(m_socket), SHUT_WR);
}

base::Error LocalSocket::failure() const
{
    return systemError("the connection broke: ");
}

} // namespace http
