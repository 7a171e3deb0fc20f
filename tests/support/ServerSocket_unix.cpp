#include "tests/support/ServerSocket.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support::sockets {

Listener listenHere()
{
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    fcntl(listener, F_SETFD, FD_CLOEXEC);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(listener, plain, size) != 0 || listen(listener, 512) != 0 || getsockname(listener, plain, &size) != 0)
        std::abort();
    return {listener, ntohs(address.sin_port)};
}

int acceptOne(int listener)
{
    const int socket = accept(listener, nullptr, nullptr);
    if (socket < 0)
        return -1;
    fcntl(socket, F_SETFD, FD_CLOEXEC);
    const int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return socket;
}

void wake(const Listener &listener)
{
    shutdown(listener.socket, SHUT_RDWR);
}

long receive(int socket, char *to, std::size_t most)
{
    return static_cast<long>(recv(socket, to, most, 0));
}

long send(int socket, const char *from, std::size_t size)
{
    return static_cast<long>(::send(socket, from, size, 0));
}

void endWriting(int socket)
{
    shutdown(socket, SHUT_WR);
}

void end(int socket)
{
    shutdown(socket, SHUT_RDWR);
}

void resetWhenClosed(int socket)
{
    const linger hard{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

void close(int socket)
{
    ::close(socket);
}

bool isGone(int socket)
{
#ifdef POLLRDHUP
    pollfd wanted{socket, POLLRDHUP, 0};
#else
    pollfd wanted{socket, 0, 0};
#endif
    return poll(&wanted, 1, 0) > 0;
}

} // namespace support::sockets
