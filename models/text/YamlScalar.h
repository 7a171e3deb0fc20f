#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// What a scalar means by YAML 1.1, the dialect of sigs.k8s.io/yaml.
struct YamlScalar
{
    enum class Kind : std::uint8_t { String, Null, Boolean, Integer, Float, Timestamp };
    Kind kind = Kind::String;
    bool boolean = false;
    std::string number;   ///< Integer, Float: a JSON number of the same digits; .inf, -.inf and .nan as they are
};

/// Reads an untagged plain scalar. y, n, yes, no, on and off are booleans; 0x1F, 0b1, 0o17, 017 and 1_000 whole numbers;
/// 433e40 a number; integers above 64 bits are numbers when decimal, else text; numbers above a double's range are text.
YamlScalar resolveYamlScalar(std::string_view plain);

/// A number as a mapping key becomes text: whole ones in decimal, others as the shortest of 32 bits, as sigs.k8s.io/yaml does.
std::string yamlKeyOfNumber(const YamlScalar &scalar);

/// 1:30:00 and the like, numbers of base 60 in YAML 1.1: read as text, but quoted when written.
bool isBase60(std::string_view plain);

} // namespace text
