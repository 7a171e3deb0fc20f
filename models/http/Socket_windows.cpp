#include "models/http/Socket.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <curl/curl.h>

#include <utility>

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

std::string socketErrorWords(int number)
{
    // The system's own words are in its language and encoding, and long.
    constexpr std::pair<int, const char *> words[] = {{WSAECONNREFUSED, "Connection refused"}, {WSAETIMEDOUT, "Connection timed out"},
        {WSAENETUNREACH, "Network is unreachable"}, {WSAEHOSTUNREACH, "No route to host"}, {WSAENETDOWN, "Network is down"},
        {WSAECONNRESET, "Connection reset by peer"}, {WSAECONNABORTED, "Software caused connection abort"}, {WSAEACCES, "Permission denied"},
        {WSAEADDRNOTAVAIL, "Cannot assign requested address"}, {WSAENOBUFS, "No buffer space available"}};
    for (const auto &[known, text] : words) {
        if (known == number)
            return text;
    }
    return "error " + std::to_string(number) + " of Windows Sockets";
}

bool isRefusal(int number)
{
    return number == WSAECONNREFUSED;
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
