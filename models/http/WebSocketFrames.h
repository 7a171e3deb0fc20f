#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// RFC 6455, 5: what a frame is.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// RFC 6455, 7.4.1: why a WebSocket ends.
namespace closecode {
inline constexpr int Normal = 1000;
inline constexpr int ProtocolError = 1002;
inline constexpr int UnknownData = 1003;
inline constexpr int NoCode = 1005;         ///< the frame named none
inline constexpr int TooBig = 1009;
} // namespace closecode

/// What a server did wrong, and the code it is told in the close frame.
struct FrameError
{
    int code = closecode::ProtocolError;
    std::string message;

    bool operator==(const FrameError &) const = default;
};

/// A piece of a binary message; a message comes in one piece or in many, whatever its frames were.
struct MessagePart
{
    std::string_view bytes;
    bool isFirst = false;
    bool isLast = false;
};

/// Reads the frames that a server sends, cut at any byte. Payload is handed on as it arrives and never kept; of control frames at most 125
/// bytes are.
class WebSocketFrameReader
{
public:
    class Sink
    {
    public:
        virtual ~Sink() = default;
        virtual void part(const MessagePart &part) = 0;
        virtual void control(Opcode opcode, std::string_view payload) = 0;
        /// False ends feed(): what is left of its bytes is not read.
        virtual bool wantsMore() const { return true; }
    };

    /// No message may be longer.
    explicit WebSocketFrameReader(std::uint64_t longestMessage) : m_longest(longestMessage) { }

    /// After an error nothing more is read.
    std::optional<FrameError> feed(std::string_view bytes, Sink &sink);

private:
    std::size_t takeHead(std::string_view bytes);
    std::optional<FrameError> startFrame();
    std::optional<FrameError> checkControl() const;
    std::optional<FrameError> checkData();
    std::size_t takePayload(std::string_view bytes, Sink &sink);
    void endControl(Sink &sink);

    bool isControl() const { return (m_head[0] & 0x08) != 0; }
    bool isLastFrame() const { return (m_head[0] & 0x80) != 0; }
    Opcode opcode() const { return static_cast<Opcode>(m_head[0] & 0x0F); }

    std::uint64_t m_longest;
    std::array<std::uint8_t, 10> m_head{};
    std::size_t m_headSize = 0;
    std::size_t m_headWanted = 2;
    bool m_isInPayload = false;
    std::uint64_t m_left = 0;           ///< of the frame's payload
    std::uint64_t m_messageBytes = 0;
    bool m_isInMessage = false;         ///< frames of it are still to come
    bool m_isFirstPart = false;
    std::string m_control;
    std::optional<FrameError> m_error;
};

/// A whole frame of a client, masked as the RFC demands.
std::string clientFrame(Opcode opcode, std::string_view payload, const std::array<std::uint8_t, 4> &mask);

/// The payload of a close frame.
std::string closePayload(int code, std::string_view reason);

struct CloseReason
{
    int code = closecode::NoCode;
    std::string text;       ///< fit for a message: what is not printable ASCII became a question mark
};
/// Nothing when the payload is none of a close frame.
std::optional<CloseReason> readClose(std::string_view payload);

} // namespace http
