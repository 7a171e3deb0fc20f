#pragma once

#include <cstddef>

/// Blocking sockets on 127.0.0.1, for servers that misbehave on every system. Any thread.
namespace support::sockets {

struct Listener
{
    int socket = -1;
    int port = 0;
};

/// Ends the program when it cannot: without the loopback no test can go on.
Listener listenHere();
/// Waits for a client; its bytes go out at once. -1 when it failed, or the listener was woken.
int acceptOne(int listener);
void wake(const Listener &listener);

/// How many bytes, 0 at the end, less when it failed.
long receive(int socket, char *to, std::size_t most);
long send(int socket, const char *from, std::size_t size);
void endWriting(int socket);
/// Both directions; who waits for bytes gets none.
void end(int socket);
void resetWhenClosed(int socket);
void close(int socket);
/// The other side has ended the connection, also behind bytes that nobody has read.
bool isGone(int socket);

} // namespace support::sockets
