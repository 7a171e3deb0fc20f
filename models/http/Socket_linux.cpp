#include "models/http/Socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace http {

namespace {

void set(int socket, int level, int option, int value)
{
    // Fails on sockets that are not TCP; those need no watching.
    setsockopt(socket, level, option, &value, sizeof value);
}

} // namespace

void watchPeer(std::intptr_t socket)
{
    const int number = static_cast<int>(socket);
    set(number, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(number, IPPROTO_TCP, TCP_KEEPIDLE, 10);
    set(number, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(number, IPPROTO_TCP, TCP_USER_TIMEOUT, 20'000);
}

long nativeAuthorities()
{
    return 0;
}

} // namespace http
