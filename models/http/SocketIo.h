#pragma once

#include "models/base/Error.h"

#include <cstddef>
#include <cstdint>

namespace http {

/// How bytes get into a socket and out of it, without waiting. Closes the socket in the end.
class SocketIo
{
public:
    enum class Outcome { Moved, Later, Ended, Failed };
    struct Progress { Outcome outcome = Outcome::Later; std::size_t bytes = 0; };

    virtual ~SocketIo() = default;
    virtual Progress receive(char *to, std::size_t most) = 0;
    virtual Progress send(const char *from, std::size_t size) = 0;
    virtual void endWriting() = 0;
    virtual std::intptr_t socket() const = 0;
    /// Why something Failed.
    virtual base::Error failure() const = 0;
};

} // namespace http
