#pragma once

#include "models/kube/SpdyDictionary.h"
#include "models/text/ZlibStream.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// The server's side of SPDY/3.1, written for tests and nothing else: it tells what a client sent, and makes what a server sends.
class SpdyServer
{
public:
    struct Event
    {
        std::string what;       ///< "open", "data", "end", "reset", "ping"
        std::uint32_t stream = 0;
        std::string text;       ///< of data
        std::map<std::string, std::string> headers;
    };

    std::vector<Event> take(std::string_view bytes)
    {
        m_pending += bytes;
        std::vector<Event> events;
        while (m_pending.size() >= 8 && m_pending.size() >= 8 + number(5, 3)) {
            const std::string frame = m_pending.substr(0, 8 + number(5, 3));
            read(frame, events);
            m_pending.erase(0, frame.size());
        }
        return events;
    }

    std::string reply(std::uint32_t stream) { return control(2, bytes(stream) + m_writer.write(bytes(0))); }
    std::string open(std::uint32_t stream) { return control(1, bytes(stream) + bytes(0) + std::string(2, '\0') + m_writer.write(bytes(0))); }
    static std::string data(std::uint32_t stream, std::string_view text) { return bytes(stream) + bytes(static_cast<std::uint32_t>(text.size())) + std::string(text); }
    static std::string end(std::uint32_t stream) { return bytes(stream) + bytes(1u << 24); }
    static std::string reset(std::uint32_t stream, std::uint32_t status = 5) { return control(3, bytes(stream) + bytes(status)); }
    static std::string ping(std::uint32_t id) { return control(6, bytes(id)); }
    static std::string goAway() { return control(7, bytes(0) + bytes(0)); }

private:
    static std::string bytes(std::uint32_t value)
    {
        return {static_cast<char>(value >> 24), static_cast<char>(value >> 16 & 0xFF), static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
    }
    static std::string control(std::uint32_t type, const std::string &payload)
    {
        return bytes(0x80030000u | type) + bytes(static_cast<std::uint32_t>(payload.size())) + payload;
    }
    static std::uint32_t numberIn(std::string_view text, std::size_t at, std::size_t size = 4)
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | static_cast<std::uint8_t>(text[at + i]);
        return value;
    }
    std::uint32_t number(std::size_t at, std::size_t size = 4) const { return numberIn(m_pending, at, size); }

    void read(const std::string &frame, std::vector<Event> &events)
    {
        const std::uint32_t first = numberIn(frame, 0);
        const bool isLast = (frame[4] & 1) != 0;
        if ((first & 0x80000000u) == 0) {
            if (frame.size() > 8)
                events.push_back({"data", first, frame.substr(8), {}});
            if (isLast)
                events.push_back({"end", first, {}, {}});
            return;
        }
        const std::uint32_t stream = numberIn(frame, 8);
        const std::uint32_t type = first & 0xFFFF;
        if (type == 1)
            events.push_back({"open", stream, {}, headersIn(m_reader.read(frame.substr(18), 64 * 1024).value())});
        else
            events.push_back({type == 3 ? "reset" : type == 6 ? "ping" : "other", stream, {}, {}});
    }
    static std::map<std::string, std::string> headersIn(const std::string &block)
    {
        std::map<std::string, std::string> headers;
        std::size_t at = 4;
        const auto next = [&] {
            const std::string text = block.substr(at + 4, numberIn(block, at));
            at += 4 + text.size();
            return text;
        };
        for (std::uint32_t i = 0; i < numberIn(block, 0); ++i) {
            const std::string name = next();
            headers[name] = next();
        }
        return headers;
    }

    std::string m_pending;
    text::ZlibReader m_reader{kube::spdyDictionary()};
    text::ZlibWriter m_writer{kube::spdyDictionary()};
};

} // namespace support
