#include "tests/support/ServerSocket.h"

#include <winsock2.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>

#include <cstdlib>
#include <vector>

namespace support::sockets {

namespace {

sockaddr_in here(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<u_short>(port));
    return address;
}

SOCKET handle(int socket)
{
    return static_cast<SOCKET>(socket);
}

/// What the system's table says; a socket itself tells of the other side's end only behind all bytes.
bool isEndedByPeer(SOCKET socket)
{
    sockaddr_in peer{};
    int length = sizeof peer;
    getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &length);
    ULONG size = 0;
    GetTcpTable(nullptr, &size, FALSE);
    std::vector<char> memory(size + 4096);
    size = static_cast<ULONG>(memory.size());
    auto *table = reinterpret_cast<MIB_TCPTABLE *>(memory.data());
    if (GetTcpTable(table, &size, FALSE) != NO_ERROR)
        return false;
    for (DWORD i = 0; i < table->dwNumEntries; ++i) {
        const MIB_TCPROW &row = table->table[i];
        if (row.dwRemotePort == peer.sin_port && row.dwRemoteAddr == peer.sin_addr.s_addr && row.dwState == MIB_TCP_STATE_CLOSE_WAIT)
            return true;
    }
    return false;
}

} // namespace

Listener listenHere()
{
    WSADATA unused;
    WSAStartup(MAKEWORD(2, 2), &unused);
    const SOCKET listener = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    sockaddr_in address = here(0);
    int size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(listener, plain, size) != 0 || listen(listener, 512) != 0 || getsockname(listener, plain, &size) != 0)
        std::abort();
    return {static_cast<int>(listener), ntohs(address.sin_port)};
}

int acceptOne(int listener)
{
    const SOCKET socket = accept(handle(listener), nullptr, nullptr);
    if (socket == INVALID_SOCKET)
        return -1;
    const BOOL yes = TRUE;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&yes), sizeof yes);
    return static_cast<int>(socket);
}

/// Nothing but a client ends the waiting for one.
void wake(const Listener &listener)
{
    const SOCKET client = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    const sockaddr_in address = here(listener.port);
    connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    closesocket(client);
}

long receive(int socket, char *to, std::size_t most)
{
    return recv(handle(socket), to, static_cast<int>(most), 0);
}

long send(int socket, const char *from, std::size_t size)
{
    return ::send(handle(socket), from, static_cast<int>(size), 0);
}

void endWriting(int socket)
{
    shutdown(handle(socket), SD_SEND);
}

void end(int socket)
{
    shutdown(handle(socket), SD_BOTH);
    CancelIoEx(reinterpret_cast<HANDLE>(handle(socket)), nullptr);
}

void resetWhenClosed(int socket)
{
    const linger hard{1, 0};
    setsockopt(handle(socket), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&hard), sizeof hard);
}

void close(int socket)
{
    closesocket(handle(socket));
}

bool isGone(int socket)
{
    WSAPOLLFD wanted{handle(socket), POLLRDNORM, 0};
    if (WSAPoll(&wanted, 1, 0) <= 0)
        return false;
    char next;
    return (wanted.revents & (POLLHUP | POLLERR)) || recv(handle(socket), &next, 1, MSG_PEEK) <= 0 || isEndedByPeer(handle(socket));
}

} // namespace support::sockets
