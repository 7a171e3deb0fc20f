#pragma once

#include "models/base/Result.h"
#include "models/text/ZlibStream.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kube {

using SpdyHeaders = std::vector<std::pair<std::string, std::string>>;   ///< names in lower case

/// Reads what a SPDY/3.1 server sends, cut at any byte. Data is handed on as it arrives and never kept; of control frames at most
/// LongestControl bytes are, and their headers may unpack to as much.
class SpdyFrameReader
{
public:
    static constexpr std::size_t LongestControl = 64 * 1024;
    static constexpr std::size_t MostHeaders = 256;

    class Sink
    {
    public:
        virtual ~Sink() = default;
        virtual void data(std::uint32_t stream, std::string_view bytes, bool isLast) = 0;
        virtual void replied(std::uint32_t stream, bool isLast) = 0;
        virtual void reset(std::uint32_t stream, std::uint32_t status) = 0;
        /// The server opens a stream, which nothing asked it for.
        virtual void opened(std::uint32_t stream) = 0;
        virtual void pinged(std::uint32_t number) = 0;
        virtual void wentAway() = 0;
    };

    SpdyFrameReader();

    /// Errors: BadInput and TooLarge; nothing is read after one.
    base::Result<void> feed(std::string_view bytes, Sink &sink);

private:
    bool isControl() const { return (static_cast<std::uint8_t>(m_head[0]) & 0x80) != 0; }
    base::Result<void> startFrame();
    std::size_t takeData(std::string_view bytes, Sink &sink);
    base::Result<void> endControl(Sink &sink);
    base::Result<void> readHeaders(std::string_view block);
    base::Result<void> dispatch(std::uint16_t type, Sink &sink);

    text::ZlibReader m_inflater;
    std::string m_head;
    std::string m_control;
    std::uint32_t m_left = 0;
    std::uint8_t m_flags = 0;
    bool m_isInPayload = false;
    bool m_isBroken = false;
};

/// Makes the frames of a client, in the order in which they are sent: headers are packed with what went before.
class SpdyFrameWriter
{
public:
    SpdyFrameWriter();

    static constexpr std::uint32_t Cancel = 5;          ///< status of a reset
    static constexpr std::uint32_t RefusedStream = 3;

    std::string open(std::uint32_t stream, const SpdyHeaders &headers);
    static std::string data(std::uint32_t stream, std::string_view bytes);
    static std::string end(std::uint32_t stream);       ///< we say no more on it
    static std::string reset(std::uint32_t stream, std::uint32_t status);
    static std::string ping(std::uint32_t number);

private:
    text::ZlibWriter m_deflater;
};

} // namespace kube
