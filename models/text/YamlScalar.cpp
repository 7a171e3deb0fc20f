#include "models/text/YamlScalar.h"

#include "models/text/Numbers.h"
#include "models/text/YamlTimestamp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace text {

namespace {

using Kind = YamlScalar::Kind;

struct Word
{
    std::string_view spelling;
    Kind kind;
    bool boolean;
    std::string_view number;
};

constexpr std::array words = {
    Word{"y", Kind::Boolean, true, {}},      Word{"Y", Kind::Boolean, true, {}},      Word{"yes", Kind::Boolean, true, {}},
    Word{"Yes", Kind::Boolean, true, {}},    Word{"YES", Kind::Boolean, true, {}},    Word{"true", Kind::Boolean, true, {}},
    Word{"True", Kind::Boolean, true, {}},   Word{"TRUE", Kind::Boolean, true, {}},   Word{"on", Kind::Boolean, true, {}},
    Word{"On", Kind::Boolean, true, {}},     Word{"ON", Kind::Boolean, true, {}},     Word{"n", Kind::Boolean, false, {}},
    Word{"N", Kind::Boolean, false, {}},     Word{"no", Kind::Boolean, false, {}},    Word{"No", Kind::Boolean, false, {}},
    Word{"NO", Kind::Boolean, false, {}},    Word{"false", Kind::Boolean, false, {}}, Word{"False", Kind::Boolean, false, {}},
    Word{"FALSE", Kind::Boolean, false, {}}, Word{"off", Kind::Boolean, false, {}},   Word{"Off", Kind::Boolean, false, {}},
    Word{"OFF", Kind::Boolean, false, {}},   Word{"", Kind::Null, false, {}},         Word{"~", Kind::Null, false, {}},
    Word{"null", Kind::Null, false, {}},     Word{"Null", Kind::Null, false, {}},     Word{"NULL", Kind::Null, false, {}},
    Word{".nan", Kind::Float, false, ".nan"},   Word{".NaN", Kind::Float, false, ".nan"},   Word{".NAN", Kind::Float, false, ".nan"},
    Word{".inf", Kind::Float, false, ".inf"},   Word{".Inf", Kind::Float, false, ".inf"},   Word{".INF", Kind::Float, false, ".inf"},
    Word{"+.inf", Kind::Float, false, ".inf"},  Word{"+.Inf", Kind::Float, false, ".inf"},  Word{"+.INF", Kind::Float, false, ".inf"},
    Word{"-.inf", Kind::Float, false, "-.inf"}, Word{"-.Inf", Kind::Float, false, "-.inf"}, Word{"-.INF", Kind::Float, false, "-.inf"},
};

/// Null where it is none of them, which is told of most texts at a glance.
const Word *wordOf(std::string_view plain)
{
    constexpr std::size_t longest = 5;
    constexpr std::string_view begins = "yYnNtTfFoO~.+-";
    if (plain.size() > longest || (!plain.empty() && begins.find(plain[0]) == std::string_view::npos))
        return nullptr;
    const auto found = std::ranges::find(words, plain, &Word::spelling);
    return found == words.end() ? nullptr : &*found;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSign(char c)
{
    return c == '+' || c == '-';
}

/// What a leading 0 says about the digits after it.
struct Base
{
    int value;
    std::size_t prefix;
};

Base baseOf(std::string_view digits)
{
    struct Letter { char letter; int base; };
    constexpr std::array letters = {Letter{'x', 16}, Letter{'b', 2}, Letter{'o', 8}};
    if (digits.size() < 2 || digits[0] != '0')
        return {10, 0};
    for (const Letter &known : letters) {
        if (digits.size() > 2 && (digits[1] | 0x20) == known.letter)
            return {known.base, 2};
    }
    return {8, 1};
}

std::optional<std::uint64_t> parseUnsigned(std::string_view digits, int base)
{
    std::uint64_t value = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
    if (digits.empty() || stop != end || error != std::errc())
        return std::nullopt;
    return value;
}

std::optional<std::string> spellWhole(bool negative, std::uint64_t value)
{
    constexpr std::uint64_t least = std::uint64_t(1) << 63;
    if (negative && value > least)
        return std::nullopt;
    return (negative && value > 0 ? "-" : "") + std::to_string(value);
}

/// A whole number of 64 bits, in decimal. A plus is for signed numbers only, so it does not go with the upper half.
std::optional<std::string> wholeNumber(std::string_view plain)
{
    const bool hasSign = isSign(plain[0]);
    const std::string_view digits = plain.substr(hasSign ? 1 : 0);
    const Base base = baseOf(digits);
    const auto value = parseUnsigned(digits.substr(base.prefix), base.value);
    if (!value || (plain[0] == '+' && *value >> 63))
        return std::nullopt;
    return spellWhole(plain[0] == '-', *value);
}

/// 0b with a sign behind it, which the parser of Kubernetes lets pass.
std::optional<std::string> signedBinary(std::string_view plain)
{
    if (plain.size() < 4 || !plain.starts_with("0b") || !isSign(plain[2]))
        return std::nullopt;
    const auto value = parseUnsigned(plain.substr(3), 2);
    if (!value || (plain[2] == '+' && *value >> 63))
        return std::nullopt;
    return spellWhole(plain[2] == '-', *value);
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? as a JSON number of the same digits; empty when it is not one.
std::string floatSpelling(std::string_view plain)
{
    const bool negative = plain[0] == '-';
    std::string_view rest = plain.substr(isSign(plain[0]) ? 1 : 0);
    if (rest.empty() || isSign(rest[0]))
        return {};
    const std::size_t exponentAt = std::min(rest.find_first_of("eE"), rest.size());
    const std::string_view exponent = rest.substr(exponentAt);
    rest = rest.substr(0, exponentAt);
    const std::size_t point = std::min(rest.find('.'), rest.size());
    std::string_view whole = rest.substr(0, point);
    const bool hasPoint = point < rest.size();
    const std::string_view fraction = hasPoint ? rest.substr(point + 1) : std::string_view();
    if (whole.empty() && fraction.empty())
        return {};
    while (whole.size() > 1 && whole[0] == '0')
        whole.remove_prefix(1);
    std::string spelling = negative ? "-" : "";
    spelling += whole.empty() ? "0" : whole;
    if (hasPoint)
        spelling.append(".").append(fraction.empty() ? "0" : fraction);
    spelling += exponent;
    return isJsonNumber(spelling) ? spelling : std::string();
}

/// Underscores each between two digits, as a number that begins with a point must have them.
bool underscoresSeparateDigits(std::string_view plain)
{
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '_' && (i == 0 || i + 1 == plain.size() || !isDigit(plain[i - 1]) || !isDigit(plain[i + 1])))
            return false;
    }
    return true;
}

YamlScalar floatScalar(std::string_view plain)
{
    std::string spelling = floatSpelling(plain);
    if (spelling.empty() || !parseDouble(spelling))
        return {};
    return {Kind::Float, false, std::move(spelling)};
}

YamlScalar numberScalar(std::string_view spelling)
{
    std::string plain(spelling);
    plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
    if (spelling[0] == '.')
        return underscoresSeparateDigits(spelling) ? floatScalar(plain) : YamlScalar();
    if (auto whole = wholeNumber(plain))
        return {Kind::Integer, false, std::move(*whole)};
    if (YamlScalar real = floatScalar(plain); real.kind == Kind::Float)
        return real;
    if (auto whole = signedBinary(plain))
        return {Kind::Integer, false, std::move(*whole)};
    return {};
}

} // namespace

YamlScalar resolveYamlScalar(std::string_view plain)
{
    if (const Word *word = wordOf(plain))
        return {word->kind, word->boolean, std::string(word->number)};
    if (!isDigit(plain[0]) && !isSign(plain[0]) && plain[0] != '.')
        return {};
    if (isYamlTimestamp(plain))
        return {Kind::Timestamp, false, {}};
    return numberScalar(plain);
}

std::string yamlKeyOfNumber(const YamlScalar &scalar)
{
    const auto value = scalar.kind == Kind::Float ? parseDouble(scalar.number) : std::nullopt;
    return value ? formatFloat(static_cast<float>(*value)) : scalar.number;
}

bool isBase60(std::string_view plain)
{
    if (!plain.empty() && isSign(plain[0]))
        plain.remove_prefix(1);
    const auto isDigitOrLine = [](char c) { return isDigit(c) || c == '_'; };
    if (plain.empty() || !isDigit(plain[0]))
        return false;
    const auto skip = [&](std::size_t at) {
        while (at < plain.size() && isDigitOrLine(plain[at]))
            ++at;
        return at;
    };
    std::size_t at = skip(0);
    bool any = false;
    while (at < plain.size() && plain[at] == ':') {
        std::size_t end = at + 1;
        while (end < plain.size() && isDigit(plain[end]))
            ++end;
        const std::size_t digits = end - at - 1;
        if (digits == 0 || digits > 2 || (digits == 2 && plain[at + 1] > '5'))
            return false;
        any = true;
        at = end;
    }
    if (any && at < plain.size() && plain[at] == '.')
        at = skip(at + 1);
    return any && at == plain.size();
}

} // namespace text
