#include "models/http/WebSocketFrames.h"

#include <algorithm>
#include <utility>

namespace http {

namespace {

constexpr std::size_t longestControl = 125;

bool isKnown(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return true;
    }
    return false;
}

FrameError broken(std::string message)
{
    return {closecode::ProtocolError, std::move(message)};
}

/// The codes that may stand in a close frame.
bool mayBeSent(int code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006) || (code >= 3000 && code <= 4999);
}

} // namespace

std::optional<FrameError> WebSocketFrameReader::feed(std::string_view bytes, Sink &sink)
{
    while (!m_error && !bytes.empty() && sink.wantsMore()) {
        if (m_isInPayload) {
            bytes.remove_prefix(takePayload(bytes, sink));
            continue;
        }
        bytes.remove_prefix(takeHead(bytes));
        if (m_headSize == m_headWanted)
            m_error = startFrame();
        if (!m_error && m_isInPayload && m_left == 0)
            takePayload({}, sink);
    }
    return m_error;
}

std::size_t WebSocketFrameReader::takeHead(std::string_view bytes)
{
    const std::size_t taken = std::min(bytes.size(), m_headWanted - m_headSize);
    std::copy_n(bytes.begin(), taken, m_head.begin() + static_cast<std::ptrdiff_t>(m_headSize));
    m_headSize += taken;
    if (m_headSize == 2 && m_headWanted == 2) {
        const int length = m_head[1] & 0x7F;
        m_headWanted = length == 127 ? 10 : length == 126 ? 4 : 2;
    }
    return taken;
}

std::optional<FrameError> WebSocketFrameReader::startFrame()
{
    if ((m_head[0] & 0x70) != 0 || !isKnown(opcode()))
        return broken("a frame of unknown kind " + std::to_string(m_head[0] & 0x7F));
    if ((m_head[1] & 0x80) != 0)
        return broken("a masked frame, which no server may send");
    m_left = m_headWanted == 2 ? m_head[1] & 0x7F : 0;
    for (std::size_t i = 2; i < m_headWanted; ++i)
        m_left = m_left << 8 | m_head[i];
    if ((m_headWanted == 4 && m_left < 126) || (m_headWanted == 10 && (m_left < 65536 || m_left >> 63 != 0)))
        return broken("a frame whose length is written the wrong way");
    if (const auto error = isControl() ? checkControl() : checkData())
        return error;
    m_headSize = 0;
    m_headWanted = 2;
    m_isInPayload = true;
    return std::nullopt;
}

std::optional<FrameError> WebSocketFrameReader::checkControl() const
{
    if (!isLastFrame() || m_left > longestControl)
        return broken("a control frame that is cut or longer than 125 bytes");
    return std::nullopt;
}

std::optional<FrameError> WebSocketFrameReader::checkData()
{
    if (opcode() == Opcode::Text)
        return FrameError{closecode::UnknownData, "text, where only bytes make sense"};
    if ((opcode() == Opcode::Continuation) != m_isInMessage)
        return broken(m_isInMessage ? "a new message in the middle of another" : "the rest of a message that never began");
    m_isFirstPart = !m_isInMessage;
    m_messageBytes = m_isInMessage ? m_messageBytes : 0;
    if (m_left > m_longest || m_messageBytes > m_longest - m_left)
        return FrameError{closecode::TooBig, "a message of more than " + std::to_string(m_longest) + " bytes"};
    m_messageBytes += m_left;
    m_isInMessage = true;
    return std::nullopt;
}

std::size_t WebSocketFrameReader::takePayload(std::string_view bytes, Sink &sink)
{
    const std::size_t taken = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_left));
    m_left -= taken;
    m_isInPayload = m_left > 0;
    if (isControl()) {
        m_control.append(bytes.substr(0, taken));
        if (!m_isInPayload)
            endControl(sink);
        return taken;
    }
    const bool isLast = !m_isInPayload && isLastFrame();
    m_isInMessage = !isLast;
    sink.part({bytes.substr(0, taken), std::exchange(m_isFirstPart, false), isLast});
    return taken;
}

void WebSocketFrameReader::endControl(Sink &sink)
{
    const std::string payload = std::exchange(m_control, {});
    sink.control(opcode(), payload);
}

std::string clientFrame(Opcode opcode, std::string_view payload, const std::array<std::uint8_t, 4> &mask)
{
    std::string frame(1, static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode)));
    const std::uint64_t size = payload.size();
    const int lengthBytes = size < 126 ? 0 : size < 65536 ? 2 : 8;
    frame += static_cast<char>(0x80 | (lengthBytes == 0 ? size : lengthBytes == 2 ? 126 : 127));
    for (int i = lengthBytes - 1; i >= 0; --i)
        frame += static_cast<char>(size >> (8 * i) & 0xFF);
    frame.append(mask.begin(), mask.end());
    const std::size_t start = frame.size();
    frame.append(payload);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame[start + i] = static_cast<char>(static_cast<std::uint8_t>(frame[start + i]) ^ mask[i % 4]);
    return frame;
}

std::string closePayload(int code, std::string_view reason)
{
    std::string payload{static_cast<char>(code >> 8 & 0xFF), static_cast<char>(code & 0xFF)};
    return payload.append(reason.substr(0, longestControl - 2));
}

std::optional<CloseReason> readClose(std::string_view payload)
{
    if (payload.empty())
        return CloseReason{};
    if (payload.size() == 1)
        return std::nullopt;
    const int code = static_cast<std::uint8_t>(payload[0]) << 8 | static_cast<std::uint8_t>(payload[1]);
    if (!mayBeSent(code))
        return std::nullopt;
    CloseReason reason{code, {}};
    for (const char c : payload.substr(2))
        reason.text += static_cast<std::uint8_t>(c) >= 0x20 && static_cast<std::uint8_t>(c) < 0x7F ? c : '?';
    return reason;
}

} // namespace http
