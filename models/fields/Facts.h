#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fields {

/// How a value is written, in JSON and in protobuf.
enum class Shape : std::uint8_t {
    Text,
    Boolean,
    Integer,        ///< of 32 or 64 bits
    Double,
    Bytes,          ///< base64 in JSON
    Time,
    MicroTime,
    Duration,
    Quantity,
    IntOrString,
    Raw,            ///< JSON inside of either
    TextList,       ///< a list of texts in JSON, a message around one in protobuf
    SchemaOrArray,  ///< a JSON schema, or what JSON writes in its place
    SchemaOrBool,
    SchemaOrTexts,
    Message,
};

namespace flag {
constexpr std::uint8_t OmitEmpty = 1;   ///< JSON leaves out an empty value
constexpr std::uint8_t OmitZero = 2;    ///< JSON leaves out a zero value, also a message
constexpr std::uint8_t Inline = 4;      ///< a message whose fields JSON writes into its parent
constexpr std::uint8_t Pointer = 8;     ///< may be missing; without it protobuf always has a value
constexpr std::uint8_t List = 16;
constexpr std::uint8_t Map = 32;
constexpr std::uint8_t Typed = 64;      ///< a list of objects that carry their own kind in JSON
} // namespace flag

/// One field of a message of the Kubernetes API, as the Go types describe it.
struct FieldFacts
{
    std::string_view json;
    std::uint16_t number;       ///< in protobuf
    std::uint16_t type;         ///< of a message: its place in the table
    Shape shape;
    std::uint8_t flags;

    bool is(std::uint8_t wanted) const { return (flags & wanted) != 0; }
};

/// One message: its fields, sorted by protobuf number.
struct TypeFacts
{
    std::string_view name;      ///< "core/v1.Pod"
    std::uint16_t first;
    std::uint16_t count;

    std::span<const FieldFacts> fields() const;
    const FieldFacts *byNumber(std::uint32_t number) const;
    /// Of this message itself, not of those inlined.
    const FieldFacts *byName(std::string_view json) const;
};

/// A kind that can be read on its own.
struct RootFacts
{
    std::string_view apiVersion;
    std::string_view kind;
    std::uint16_t type;
};

/// The message of a field of the shape Message, or of a schema.
const TypeFacts &messageOf(const FieldFacts &field);

/// The message of a kind, lists among them ("v1", "PodList"); null for one that is not built in.
const TypeFacts *findType(std::string_view apiVersion, std::string_view kind);

std::span<const TypeFacts> allTypes();
/// Sorted by apiVersion and kind.
std::span<const RootFacts> allRoots();

} // namespace fields
