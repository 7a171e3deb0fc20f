#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The small messages that the Kubernetes API writes as one JSON value. All throw text::ProtobufError on bytes that are none.
namespace fields::protobuf {

struct Moment
{
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;
};

/// Time and MicroTime; nothing for the zero time, which is an empty message.
std::optional<Moment> readTime(std::string_view bytes);
/// Nanoseconds.
std::int64_t readDuration(std::string_view bytes);

struct NumberOrText
{
    bool isText = false;
    std::int32_t number = 0;
    std::string_view text;
};
NumberOrText readIntOrString(std::string_view bytes);

/// The text in field 1: of a Quantity, and of what holds raw JSON.
std::string_view readFirstText(std::string_view bytes);

/// As Go's encoding/json writes it: the shortest that reads back, with an exponent below 1e-6 and from 1e21 on.
std::string formatJsonDouble(double value);
/// Padded, with + and /.
std::string toBase64(std::string_view bytes);

} // namespace fields::protobuf
