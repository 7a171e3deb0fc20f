#pragma once

#include "models/http/WebSocket.h"

#include <optional>
#include <string>
#include <vector>

namespace support {

/// A frame as a server sends it: not masked. The first byte is the opcode with the bits before it.
inline std::string serverFrame(int first, std::string_view payload)
{
    std::string bytes(1, static_cast<char>(first));
    if (payload.size() < 126)
        bytes += static_cast<char>(payload.size());
    else if (payload.size() < 65536)
        bytes += {static_cast<char>(126), static_cast<char>(payload.size() >> 8), static_cast<char>(payload.size() & 0xFF)};
    else {
        bytes += static_cast<char>(127);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>(static_cast<std::uint64_t>(payload.size()) >> shift & 0xFF);
    }
    return bytes.append(payload);
}
inline std::string serverMessage(std::string_view payload) { return serverFrame(0x82, payload); }

/// What a client sent.
struct ClientFrame
{
    int opcode = 0;
    bool isMasked = false;
    std::string payload;
};

/// Takes the first frame away; nothing while it is not whole.
inline std::optional<ClientFrame> takeClientFrame(std::string &bytes)
{
    const auto byte = [&bytes](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    if (bytes.size() < 2)
        return std::nullopt;
    const int coded = byte(1) & 0x7F;
    const std::size_t lengthBytes = coded == 126 ? 2 : coded == 127 ? 8 : 0;
    const bool isMasked = (byte(1) & 0x80) != 0;
    const std::size_t head = 2 + lengthBytes + (isMasked ? 4 : 0);
    if (bytes.size() < head)
        return std::nullopt;
    std::uint64_t size = lengthBytes == 0 ? static_cast<std::uint64_t>(coded) : 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        size = size << 8 | byte(2 + i);
    if (bytes.size() - head < size)
        return std::nullopt;
    ClientFrame frame{byte(0) & 0x0F, isMasked, bytes.substr(head, size)};
    for (std::size_t i = 0; isMasked && i < size; ++i)
        frame.payload[i] = static_cast<char>(static_cast<std::uint8_t>(frame.payload[i]) ^ byte(head - 4 + i % 4));
    bytes.erase(0, head + size);
    return frame;
}

inline std::vector<ClientFrame> clientFrames(std::string bytes)
{
    std::vector<ClientFrame> frames;
    while (auto frame = takeClientFrame(bytes))
        frames.push_back(std::move(*frame));
    return frames;
}

/// The value of a header of a request, or empty.
inline std::string headerOf(const std::string &request, const std::string &name)
{
    const std::size_t at = request.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const std::size_t start = at + name.size() + 4;
    return request.substr(start, request.find("\r\n", start) - start);
}

/// The good answer to a request for an upgrade.
inline std::string upgradeAnswer(const std::string &request, const std::string &protocol)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + http::acceptOf(headerOf(request, "Sec-WebSocket-Key"))
        + (protocol.empty() ? "" : "\r\nSec-WebSocket-Protocol: " + protocol) + "\r\n\r\n";
}

} // namespace support
