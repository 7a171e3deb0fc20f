#pragma once

#include <cstdint>
#include <string>

namespace http {

/// Makes a new socket notice a dead peer within about 20 seconds, idle or not. (Keep-alive alone takes a minute when data is on
/// its way; data on its way alone never ends an idle watch.)
void watchPeer(std::intptr_t socket);

/// Whether this machine would now reach the other end of a connected socket from another address of its own, or not at all: a VPN or a
/// network came or went. Nothing is sent.
bool hasLostItsWay(std::intptr_t socket);

/// The system's number of what went wrong with a socket, in words, and whether it says that nobody listens there.
std::string socketErrorWords(int number);
bool isRefusal(int number);

int closeSocket(std::intptr_t socket);

/// The 4 or 16 bytes of a numeric address, or empty when it is none.
std::string addressBytes(const std::string &text);

/// Writing to a connection that the other side has ended must be an error, not the end of the program: for the calling thread.
void ignoreBrokenPipes();

/// libcurl's CURLOPT_SSL_OPTIONS for connections that trust the system's authorities.
long nativeAuthorities();

} // namespace http
