#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The little of a protobuf writer that tests need; each function gives the bytes of one field.
namespace protobuf {

inline std::string varint(std::uint64_t value)
{
    std::string out;
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    return out + char(value);
}

inline std::string number(std::uint32_t field, std::uint64_t value)
{
    return varint(std::uint64_t(field) << 3) + varint(value);
}

inline std::string bytes(std::uint32_t field, std::string_view value)
{
    return varint(std::uint64_t(field) << 3 | 2) + varint(value.size()) + std::string(value);
}

/// Magic bytes and runtime.Unknown around a message.
inline std::string object(std::string_view apiVersion, std::string_view kind, std::string_view message)
{
    return std::string("k8s\0", 4) + bytes(1, bytes(1, apiVersion) + bytes(2, kind)) + bytes(2, message) + bytes(3, "")
        + bytes(4, "");
}

/// One frame of a watch.
inline std::string frame(std::string_view type, std::string_view object)
{
    const std::string event = bytes(1, type) + bytes(2, bytes(1, object));
    std::string length;
    for (int shift = 24; shift >= 0; shift -= 8)
        length += char(event.size() >> shift & 0xff);
    return length + event;
}

} // namespace protobuf
