#include "models/http/Socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <curl/curl.h>

namespace http {

namespace {

void set(int socket, int level, int option, int value)
{
    setsockopt(socket, level, option, &value, sizeof value);
}

} // namespace

void watchPeer(std::intptr_t socket)
{
    const int number = static_cast<int>(socket);
    set(number, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(number, IPPROTO_TCP, TCP_KEEPALIVE, 10);
    set(number, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(number, IPPROTO_TCP, TCP_KEEPCNT, 2);
    set(number, IPPROTO_TCP, TCP_RXT_CONNDROPTIME, 20);
}

long nativeAuthorities()
{
    return CURLSSLOPT_NATIVE_CA;
}

} // namespace http
