#include "models/fields/ProtobufScalars.h"

#include "models/text/Protobuf.h"

#include <charconv>
#include <cmath>

namespace fields::protobuf {
namespace {

using text::ProtobufReader;
using text::ProtobufWire;

/// The varints of fields 1 and 2; everything else is skipped.
void readTwoNumbers(std::string_view bytes, std::int64_t &first, std::int64_t &second)
{
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1 && text::isWire(reader, ProtobufWire::varint))
            first = reader.get_int64();
        else if (reader.tag() == 2 && text::isWire(reader, ProtobufWire::varint))
            second = reader.get_int64();
        else
            reader.skip();
    }
}

} // namespace

std::optional<Moment> readTime(std::string_view bytes)
{
    if (bytes.empty())
        return std::nullopt;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    readTwoNumbers(bytes, seconds, nanoseconds);
    return Moment{seconds, std::int32_t(nanoseconds)};
}

std::int64_t readDuration(std::string_view bytes)
{
    std::int64_t duration = 0;
    std::int64_t ignored = 0;
    readTwoNumbers(bytes, duration, ignored);
    return duration;
}

NumberOrText readIntOrString(std::string_view bytes)
{
    NumberOrText value;
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1 && text::isWire(reader, ProtobufWire::varint))
            value.isText = reader.get_int64() == 1;
        else if (reader.tag() == 2 && text::isWire(reader, ProtobufWire::varint))
            value.number = reader.get_int32();
        else if (reader.tag() == 3 && text::isWire(reader, ProtobufWire::length_delimited))
            value.text = text::takeView(reader);
        else
            reader.skip();
    }
    return value;
}

std::string_view readFirstText(std::string_view bytes)
{
    std::string_view found;
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1 && text::isWire(reader, ProtobufWire::length_delimited))
            found = text::takeView(reader);
        else
            reader.skip();
    }
    return found;
}

std::string formatJsonDouble(double value)
{
    char buffer[64];
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e21);
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format);
    std::string text(buffer, end.ptr);
    const std::size_t exponent = text.find("e-0");
    if (exponent != std::string::npos)
        text.erase(exponent + 2, 1);
    return text;
}

std::string toBase64(std::string_view bytes)
{
    static constexpr char Digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (at + i < bytes.size() ? std::uint8_t(bytes[at + i]) : 0);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i <= bytes.size() ? Digits[group >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

} // namespace fields::protobuf
