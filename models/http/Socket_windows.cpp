#include "models/http/Socket.h"

#include <winsock2.h>
#include <ws2tcpip.h>
#include <mstcpip.h>

#include <curl/curl.h>

#include <utility>

namespace http {

namespace {

// Options of Windows 10 that not every compiler's headers name.
constexpr int keepAliveCount = 16;              // TCP_KEEPCNT
constexpr int longestRetransmission = 5;        // TCP_MAXRT, in seconds

void set(SOCKET socket, int option, DWORD value)
{
    setsockopt(socket, IPPROTO_TCP, option, reinterpret_cast<const char *>(&value), sizeof value);
}

struct Address
{
    sockaddr_storage storage{};
    int size = sizeof storage;

    sockaddr *data() { return reinterpret_cast<sockaddr *>(&storage); }
    bool isInternet() const { return storage.ss_family == AF_INET || storage.ss_family == AF_INET6; }
    /// Without its port.
    std::string bytes() const
    {
        const auto text = [](const auto &address) { return std::string(reinterpret_cast<const char *>(&address), sizeof address); };
        return storage.ss_family == AF_INET ? text(reinterpret_cast<const sockaddr_in &>(storage).sin_addr)
                                            : text(reinterpret_cast<const sockaddr_in6 &>(storage).sin6_addr);
    }
};

/// A datagram socket that is connected has the address from which the system would send now.
bool isReachedFrom(const Address &own, Address &peer)
{
    const SOCKET probe = socket(peer.storage.ss_family, SOCK_DGRAM, 0);
    if (probe == INVALID_SOCKET)
        return true;
    Address now;
    const bool isConnected = connect(probe, peer.data(), peer.size) == 0;
    const int error = WSAGetLastError();
    const bool isReached = isConnected ? getsockname(probe, now.data(), &now.size) != 0 || now.bytes() == own.bytes()
                                       : error != WSAENETUNREACH && error != WSAEHOSTUNREACH && error != WSAEADDRNOTAVAIL;
    closesocket(probe);
    return isReached;
}

} // namespace

void watchPeer(std::intptr_t socket)
{
    const auto handle = static_cast<SOCKET>(socket);
    tcp_keepalive times{1, 10'000, 5'000};      // ms: after so long, and then so often
    DWORD size = 0;
    WSAIoctl(handle, SIO_KEEPALIVE_VALS, &times, sizeof times, nullptr, 0, &size, nullptr, nullptr);
    set(handle, keepAliveCount, 2);
    set(handle, longestRetransmission, 20);
}

bool hasLostItsWay(std::intptr_t socket)
{
    const auto handle = static_cast<SOCKET>(socket);
    Address own, peer;
    const bool isConnected = getpeername(handle, peer.data(), &peer.size) == 0 && getsockname(handle, own.data(), &own.size) == 0;
    return isConnected && peer.isInternet() && !isReachedFrom(own, peer);
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
