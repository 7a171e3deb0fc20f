#pragma once

#include "models/base/Result.h"

#include <string_view>

namespace http {

/// Hears of a ByteStream, on the I/O thread, and never from inside a call of the stream itself. It may let go of the stream in any call.
class ByteReceiver
{
public:
    virtual ~ByteReceiver() = default;
    /// The connection stands; not called for streams that are born connected.
    virtual void connected() { }
    /// At most 16 KiB at once.
    virtual void bytes(std::string_view chunk) = 0;
    /// hasRoom() was false and is true again.
    virtual void roomAgain() = 0;
    /// The last call. Without an error the peer has nothing more to say; it may still read.
    virtual void ended(const base::Result<void> &result) = 0;
};

/// Bytes in both directions between us and one peer, on the I/O thread. Letting go closes it at once, and nothing is called afterwards.
///
/// Both directions are bounded: who pauses gets no more than what was read already, and who writes asks hasRoom() first. What is
/// written without room is kept nevertheless, so a writer may go over the limit by one piece, and by no more.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    virtual void write(std::string_view bytes) = 0;
    virtual bool hasRoom() const = 0;
    /// Nothing more is written: the peer is told when it has got the rest. Reading goes on.
    virtual void endWriting() = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// Something written is still here; it grows smaller while the peer takes it.
    virtual std::size_t unsent() const = 0;
};

} // namespace http
