#include "models/http/Socket.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <curl/curl.h>

namespace http {

namespace {

void set(SOCKET socket, int level, int option, DWORD value)
{
    setsockopt(socket, level, option, reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

void watchPeer(std::intptr_t socket)
{
    const auto handle = static_cast<SOCKET>(socket);
    set(handle, SOL_SOCKET, SO_KEEPALIVE, 1);
#if defined(TCP_KEEPIDLE) && defined(TCP_KEEPINTVL) && defined(TCP_KEEPCNT)
    set(handle, IPPROTO_TCP, TCP_KEEPIDLE, 10);
    set(handle, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(handle, IPPROTO_TCP, TCP_KEEPCNT, 2);
#endif
#ifdef TCP_MAXRT
    set(handle, IPPROTO_TCP, TCP_MAXRT, 20);
#endif
}

bool hasLostItsWay(std::intptr_t)
{
    return false;   // Windows ends the connections of an address that goes by itself
}

std::string addressBytes(const std::string &text)
{
    char bytes[16];
    if (inet_pton(AF_INET, text.c_str(), bytes) == 1)
        return std::string(bytes, 4);
    if (inet_pton(AF_INET6, text.c_str(), bytes) == 1)
        return std::string(bytes, 16);
    return {};
}

void ignoreBrokenPipes()
{
    // Windows has no such signal.
}

int closeSocket(std::intptr_t socket)
{
    return closesocket(static_cast<SOCKET>(socket));
}

long nativeAuthorities()
{
    return CURLSSLOPT_NATIVE_CA;
}

} // namespace http
