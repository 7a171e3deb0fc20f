#pragma once

#include "models/http/ByteStream.h"
#include "models/http/Request.h"

#include <cstdint>
#include <memory>

namespace http {

/// Two sockets that are connected with each other, and not to be reached by anybody else.
struct LocalPair
{
    std::intptr_t theirs = -1;          ///< for somebody who wants a socket: it is theirs, to be closed too
    std::unique_ptr<ByteStream> ours;   ///< our end
};

/// Makes streams. I/O thread only; receivers outlive their streams.
class Streams
{
public:
    virtual ~Streams() = default;

    /// A connection to the server of the request's URL as its Connection says, TLS and proxies included, on which nothing was said
    /// yet. Its protocol is HTTP/1.1. Why there is none comes by ended(): the errors are those of a request.
    virtual std::unique_ptr<ByteStream> dial(const Request &request, ByteReceiver &receiver) = 0;

    /// Errors: Io, when the machine gives no more sockets.
    virtual base::Result<LocalPair> makePair(ByteReceiver &receiver) = 0;

    static constexpr std::size_t DialedRoom = 256 * 1024;   ///< bytes that wait for the peer before hasRoom() is false
    static constexpr std::size_t LocalRoom = 32 * 1024;
};

} // namespace http
