#pragma once

#include "models/base/Result.h"
#include "models/text/Yaml.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// One node of a YAML document as it was written: nothing typed, nothing expanded. Nodes name each other by index.
struct YamlNode
{
    enum class Kind : std::uint8_t { Scalar, List, Map, Alias };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    Kind kind = Kind::Scalar;
    bool plain = false;                 ///< Scalar: unquoted, or tagged ! which means the same
    std::int32_t line = 0;              ///< 1-based
    std::int32_t column = 0;
    std::uint32_t first = none;         ///< List, Map: its first child; children of a Map are key, value, key, value
    std::uint32_t next = none;          ///< the next child of the same parent
    std::uint32_t target = none;        ///< Alias: the node meant
    std::uint32_t tag = 0;              ///< index into YamlDocument::tags, 0 is none
    std::uint32_t textAt = 0;           ///< Scalar: its place in YamlDocument::text
    std::uint32_t textSize = 0;
};

/// A document in a few flat arrays, so that a hostile one costs no more than a small multiple of its bytes.
struct YamlDocument
{
    std::vector<YamlNode> nodes;        ///< the first is the root
    std::vector<std::string> tags = {std::string()};
    std::string text;

    std::string_view textOf(const YamlNode &node) const { return std::string_view(text).substr(node.textAt, node.textSize); }
    const std::string &tagOf(const YamlNode &node) const { return tags[node.tag]; }
};

/// The gate: reads documents through libyaml's events and refuses what is broken or goes beyond the limits.
class YamlReader
{
public:
    /// The bytes must live as long as the reader; limits.bytes is checked by the first next().
    YamlReader(std::string_view bytes, const YamlLimits &limits);
    ~YamlReader();

    /// Reads one document; false at the end of the stream. Limits count over all documents.
    base::Result<bool> next(YamlDocument &document);

private:
    class State;
    std::unique_ptr<State> m_state;
};

/// An error of YAML whose message begins with its place.
base::Error yamlErrorAt(base::ErrorKind kind, const std::string &words, int line, int column);

} // namespace text
