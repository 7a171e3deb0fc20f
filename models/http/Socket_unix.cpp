#include "models/http/Socket.h"

#include <arpa/inet.h>
#include <csignal>
#include <unistd.h>

namespace http {

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

int closeSocket(std::intptr_t socket)
{
    return close(static_cast<int>(socket));
}

} // namespace http
