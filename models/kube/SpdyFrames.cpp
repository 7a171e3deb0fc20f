#include "models/kube/SpdyFrames.h"

#include "models/kube/SpdyDictionary.h"

#include <algorithm>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t headSize = 8;
constexpr std::uint8_t flagFin = 0x01;
constexpr std::uint16_t version = 3;

enum FrameType : std::uint16_t { SynStream = 1, SynReply = 2, RstStream = 3, Settings = 4, Ping = 6, GoAway = 7, Headers = 8, WindowUpdate = 9 };

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size = 4)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::string bytesOf(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16 & 0xFF), static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}

std::string controlFrame(FrameType type, std::string_view payload)
{
    return bytesOf(0x80000000u | static_cast<std::uint32_t>(version) << 16 | type) + bytesOf(static_cast<std::uint32_t>(payload.size())) + std::string(payload);
}

std::string dataFrame(std::uint32_t stream, std::string_view bytes, std::uint8_t flags)
{
    std::string frame = bytesOf(stream & 0x7FFFFFFFu) + bytesOf(static_cast<std::uint32_t>(flags) << 24 | static_cast<std::uint32_t>(bytes.size()));
    return frame.append(bytes);
}

base::Error broken(const std::string &what)
{
    return base::makeError(ErrorKind::BadInput, "the server sent a SPDY frame that is none: " + what);
}

/// How long the payload of a control frame must be at least.
std::size_t leastOf(std::uint16_t type)
{
    switch (type) {
    case SynStream: return 10;
    case SynReply:
    case Ping:
    case Headers: return 4;
    case RstStream:
    case GoAway:
    case WindowUpdate: return 8;
    default: return 0;
    }
}

} // namespace

SpdyFrameReader::SpdyFrameReader() : m_inflater(spdyDictionary()) { }

base::Result<void> SpdyFrameReader::feed(std::string_view bytes, Sink &sink)
{
    base::Result<void> good;
    while (good && !bytes.empty()) {
        if (m_isBroken)
            return broken("more after an error");
        if (!m_isInPayload) {
            const std::size_t taken = std::min(bytes.size(), headSize - m_head.size());
            m_head.append(bytes.substr(0, taken));
            bytes.remove_prefix(taken);
            if (m_head.size() == headSize)
                good = startFrame();
        }
        if (good && m_isInPayload)
            bytes.remove_prefix(takeData(bytes, sink));
        if (good && m_isInPayload && m_left == 0) {
            m_isInPayload = false;
            good = isControl() ? endControl(sink) : base::Result<void>();
            m_head.clear();
        }
        m_isBroken = !good;
    }
    return good;
}

base::Result<void> SpdyFrameReader::startFrame()
{
    m_isInPayload = true;
    m_flags = static_cast<std::uint8_t>(m_head[4]);
    m_left = number(m_head, 5, 3);
    if (!isControl())
        return {};
    if ((number(m_head, 0, 2) & 0x7FFF) != version)
        return broken("of version " + std::to_string(number(m_head, 0, 2) & 0x7FFF));
    if (m_left > LongestControl)
        return base::makeError(ErrorKind::TooLarge, "the server sent a SPDY control frame of more than " + std::to_string(LongestControl) + " bytes");
    if (m_left < leastOf(static_cast<std::uint16_t>(number(m_head, 2, 2))))
        return broken("a control frame of type " + std::to_string(number(m_head, 2, 2)) + " with " + std::to_string(m_left) + " bytes");
    return {};
}

std::size_t SpdyFrameReader::takeData(std::string_view bytes, Sink &sink)
{
    const std::size_t taken = std::min<std::size_t>(bytes.size(), m_left);
    m_left -= static_cast<std::uint32_t>(taken);
    const bool isLast = m_left == 0 && (m_flags & flagFin) != 0;
    if (isControl())
        m_control.append(bytes.substr(0, taken));
    else if (taken > 0 || isLast)
        sink.data(number(m_head, 0), bytes.substr(0, taken), isLast);
    return taken;
}

base::Result<void> SpdyFrameReader::endControl(Sink &sink)
{
    const auto result = dispatch(static_cast<std::uint16_t>(number(m_head, 2, 2)), sink);
    m_control.clear();
    return result;
}

base::Result<void> SpdyFrameReader::dispatch(std::uint16_t type, Sink &sink)
{
    const std::string_view payload = m_control;
    const std::uint32_t stream = payload.size() >= 4 ? number(payload, 0) & 0x7FFFFFFFu : 0;
    if (type == SynStream || type == SynReply || type == Headers) {   // what is not read here would be missing from what follows
        if (auto read = readHeaders(payload.substr(leastOf(type))); !read)
            return read;
    }
    if (type == SynStream)
        sink.opened(stream);
    else if (type == SynReply)
        sink.replied(stream, (m_flags & flagFin) != 0);
    else if (type == RstStream)
        sink.reset(stream, number(payload, 4));
    else if (type == Ping)
        sink.pinged(number(payload, 0));
    else if (type == GoAway)
        sink.wentAway();
    return {};   // the rest is for senders that obey windows, and unknown types are to be ignored
}

/// Nobody asks what they say; they must be well made nevertheless, or the next ones are read wrong.
base::Result<void> SpdyFrameReader::readHeaders(std::string_view block)
{
    const auto text = m_inflater.read(block, LongestControl);
    if (!text)
        return base::makeError(text.error().kind, "the headers that the server sent by SPDY cannot be read: " + text.error().message);
    const std::string_view rest = *text;
    if (rest.size() < 4)
        return broken("headers that are cut");
    const std::uint32_t count = number(rest, 0);
    if (count > MostHeaders)
        return base::makeError(ErrorKind::TooLarge, "the server sent more than " + std::to_string(MostHeaders) + " headers by SPDY");
    std::size_t at = 4;
    for (std::uint32_t i = 0; i < 2 * count; ++i) {
        if (rest.size() - at < 4 || rest.size() - at - 4 < number(rest, at))
            return broken("headers that are cut");
        at += 4 + number(rest, at);
    }
    return at == rest.size() ? base::Result<void>() : broken("something after its headers");
}

SpdyFrameWriter::SpdyFrameWriter() : m_deflater(spdyDictionary()) { }

std::string SpdyFrameWriter::open(std::uint32_t stream, const SpdyHeaders &headers)
{
    std::string block = bytesOf(static_cast<std::uint32_t>(headers.size()));
    for (const auto &[name, value] : headers)
        block += bytesOf(static_cast<std::uint32_t>(name.size())) + name + bytesOf(static_cast<std::uint32_t>(value.size())) + value;
    // The stream, the one it belongs to (none), a priority and a slot.
    return controlFrame(SynStream, bytesOf(stream) + bytesOf(0) + std::string(2, '\0') + m_deflater.write(block));
}

std::string SpdyFrameWriter::data(std::uint32_t stream, std::string_view bytes)
{
    return dataFrame(stream, bytes, 0);
}

std::string SpdyFrameWriter::end(std::uint32_t stream)
{
    return dataFrame(stream, {}, flagFin);
}

std::string SpdyFrameWriter::reset(std::uint32_t stream, std::uint32_t status)
{
    return controlFrame(RstStream, bytesOf(stream) + bytesOf(status));
}

std::string SpdyFrameWriter::ping(std::uint32_t number)
{
    return controlFrame(Ping, bytesOf(number));
}

} // namespace kube
