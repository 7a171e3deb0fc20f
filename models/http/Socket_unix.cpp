#include "models/http/Socket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace http {

namespace {

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;

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
    const int probe = socket(peer.storage.ss_family, SOCK_DGRAM, 0);
    if (probe < 0)
        return true;
    Address now;
    const bool isReached = connect(probe, peer.data(), peer.size) == 0 ? getsockname(probe, now.data(), &now.size) != 0 || now.bytes() == own.bytes()
                                                                       : errno != ENETUNREACH && errno != EHOSTUNREACH && errno != EADDRNOTAVAIL;
    close(probe);
    return isReached;
}

} // namespace

bool hasLostItsWay(std::intptr_t socket)
{
    const int number = static_cast<int>(socket);
    Address own, peer;
    const bool isConnected = getpeername(number, peer.data(), &peer.size) == 0 && getsockname(number, own.data(), &own.size) == 0;
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
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

std::string socketErrorWords(int number)
{
    return std::generic_category().message(number);
}

bool isRefusal(int number)
{
    return number == ECONNREFUSED;
}

int closeSocket(std::intptr_t socket)
{
    return close(static_cast<int>(socket));
}

} // namespace http
