#include "models/text/Quantity.h"

#include "models/text/Decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace text {
namespace {

using Format = Quantity::Format;

constexpr std::int64_t Nano = -9;
constexpr std::string_view MostBinary = "9223372036854775807";

struct Suffix
{
    std::string_view name;
    Format format;
    int exponent;   ///< of ten, or of two
};

constexpr std::array<Suffix, 16> Suffixes = {{
    {"n", Format::DecimalSI, -9}, {"u", Format::DecimalSI, -6}, {"m", Format::DecimalSI, -3}, {"", Format::DecimalSI, 0},
    {"k", Format::DecimalSI, 3}, {"M", Format::DecimalSI, 6}, {"G", Format::DecimalSI, 9}, {"T", Format::DecimalSI, 12},
    {"P", Format::DecimalSI, 15}, {"E", Format::DecimalSI, 18},
    {"Ki", Format::BinarySI, 10}, {"Mi", Format::BinarySI, 20}, {"Gi", Format::BinarySI, 30}, {"Ti", Format::BinarySI, 40},
    {"Pi", Format::BinarySI, 50}, {"Ei", Format::BinarySI, 60},
}};

std::string_view suffixFor(Format format, std::int64_t exponent)
{
    const auto found = std::find_if(Suffixes.begin(), Suffixes.end(),
                                    [&](const Suffix &s) { return s.format == format && s.exponent == exponent; });
    return found == Suffixes.end() ? std::string_view() : found->name;
}

std::optional<Suffix> readSuffix(std::string_view text)
{
    const auto found = std::find_if(Suffixes.begin(), Suffixes.end(), [&](const Suffix &s) { return s.name == text; });
    if (found != Suffixes.end())
        return *found;
    if (text.size() < 2 || (text[0] != 'e' && text[0] != 'E'))
        return std::nullopt;
    std::string_view number = text.substr(text[1] == '+' ? 2 : 1);
    std::int64_t exponent = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), exponent);
    if (problem != std::errc() || end != number.data() + number.size() || (text[1] == '+' && number[0] == '-'))
        return std::nullopt;
    return Suffix{text, Format::DecimalExponent, static_cast<int>(static_cast<std::int32_t>(static_cast<std::uint32_t>(exponent)))};
}

/// A quantity's spelling cut into its parts; the whole part has no leading zeros.
struct Parts
{
    bool negative = false;
    bool hasDigits = false;
    std::string_view whole;
    std::string_view fraction;
    std::string_view suffix;
};

std::string_view takeWhile(std::string_view &text, std::string_view allowed)
{
    const std::string_view taken = text.substr(0, std::min(text.find_first_not_of(allowed), text.size()));
    text.remove_prefix(taken.size());
    return taken;
}

std::optional<Parts> split(std::string_view text)
{
    constexpr std::string_view digits = "0123456789";
    Parts parts;
    parts.negative = text[0] == '-';
    if (text[0] == '-' || text[0] == '+')
        text.remove_prefix(1);
    parts.hasDigits = !takeWhile(text, "0").empty() || text.empty();
    parts.whole = takeWhile(text, digits);
    if (!text.empty() && text[0] == '.') {
        text.remove_prefix(1);
        parts.fraction = takeWhile(text, digits);
    }
    parts.hasDigits = parts.hasDigits || !parts.whole.empty() || !parts.fraction.empty();
    parts.suffix = text;
    takeWhile(text, "eEinumkKMGTP");
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    takeWhile(text, digits);
    return text.empty() ? std::optional(parts) : std::nullopt;
}

/// Whether upstream computes such a number in an int64, in which case it may keep the spelling and forgives a missing number.
bool isShort(const Parts &parts, const Suffix &suffix)
{
    const auto digits = static_cast<int>(std::max<std::size_t>(parts.whole.size(), 1) + parts.fraction.size());
    if (suffix.format == Format::BinarySI)
        return parts.fraction.empty() && 14 - digits - suffix.exponent * 3 / 10 >= 0;
    return digits <= 18 && suffix.exponent - static_cast<std::int64_t>(parts.fraction.size()) >= Nano;
}

/// Whether upstream takes a short spelling for canonical, and keeps it.
bool isKept(const Parts &parts, const Suffix &suffix)
{
    const std::string all = std::string(parts.whole.empty() ? "0" : parts.whole) + std::string(parts.fraction);
    if (suffix.format == Format::BinarySI)
        return std::stoll(all) % 8 != 0;
    const auto scale = suffix.exponent - static_cast<std::int64_t>(parts.fraction.size());
    return scale % 3 == 0 && !all.ends_with("000") && all[0] != '0';
}

base::Error wrong(const char *message)
{
    return base::makeError(base::ErrorKind::BadInput, message);
}

} // namespace

base::Result<Quantity> Quantity::parse(std::string_view text)
{
    const std::optional<Parts> parts = text.empty() ? std::nullopt : split(text);
    if (!parts)
        return wrong("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    const std::optional<Suffix> suffix = readSuffix(parts->suffix);
    if (!suffix)
        return wrong("unable to parse quantity's suffix");
    const bool fits = isShort(*parts, *suffix);
    if (!fits && !parts->hasDigits)
        return wrong("unable to parse numeric part of quantity");

    Quantity quantity;
    quantity.m_format = suffix->format;
    quantity.m_negative = parts->negative;
    quantity.m_digits = std::string(parts->whole) + std::string(parts->fraction);
    quantity.m_exponent = -static_cast<std::int64_t>(parts->fraction.size());
    if (suffix->format == Format::BinarySI)
        decimal::multiplyByPowerOfTwo(quantity.m_digits, suffix->exponent);
    else
        quantity.m_exponent += suffix->exponent;
    quantity.normalize();
    quantity.roundToNano();
    if (fits && isKept(*parts, *suffix))
        quantity.m_text = text;
    if (suffix->format == Format::BinarySI && quantity.compareSize(whole(std::numeric_limits<std::int64_t>::max())) > 0) {
        quantity.m_digits = MostBinary;
        quantity.m_exponent = 0;
    }
    if (!fits && suffix->format == Format::BinarySI && !quantity.isZero() && quantity.compareSize(whole(1)) < 0)
        quantity.m_format = Format::DecimalSI;
    return quantity;
}

base::Result<Quantity> Quantity::from(const Value &value)
{
    if (value.isNull())
        return Quantity();
    std::string_view text = value.text();
    constexpr std::string_view spaces = " \t\n\v\f\r";
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    text = text.substr(0, text.find_last_not_of(spaces) + 1);
    return parse(text);
}

Quantity Quantity::whole(std::int64_t value, Format format)
{
    Quantity quantity;
    quantity.m_negative = value < 0;
    quantity.m_digits = std::to_string(value).substr(value < 0 ? 1 : 0);
    quantity.m_format = format;
    quantity.normalize();
    return quantity;
}

Quantity Quantity::milli(std::int64_t value, Format format)
{
    Quantity quantity = whole(value, format);
    if (!quantity.isZero())
        quantity.m_exponent -= 3;
    return quantity;
}

void Quantity::normalize()
{
    m_digits.erase(0, std::min(m_digits.find_first_not_of('0'), m_digits.size()));
    const std::size_t kept = m_digits.find_last_not_of('0') + 1;
    m_exponent += static_cast<std::int64_t>(m_digits.size() - kept);
    m_digits.resize(kept);
    if (m_digits.empty()) {
        m_exponent = 0;
        m_negative = false;
    }
}

void Quantity::roundToNano()
{
    if (isZero() || m_exponent >= Nano)
        return;
    const std::int64_t kept = std::max<std::int64_t>(0, static_cast<std::int64_t>(m_digits.size()) - (Nano - m_exponent));
    m_digits.resize(static_cast<std::size_t>(kept));
    decimal::increment(m_digits);
    m_exponent = Nano;
    normalize();
}

std::string Quantity::canonical() const
{
    if (isZero())
        return "0";
    std::string digits = m_digits;
    std::int64_t exponent = m_exponent;
    Format format = m_format;
    constexpr std::int64_t mostZeros = 4000;
    if (format == Format::BinarySI && (exponent < 0 || exponent > mostZeros || compareSize(whole(1024)) < 0))
        format = Format::DecimalSI;
    if (format == Format::BinarySI) {
        digits.append(static_cast<std::size_t>(exponent), '0');
        for (exponent = 0; decimal::divideBy1024(digits);)
            exponent += 10;
    } else {
        for (; exponent % 3 != 0; --exponent)
            digits += '0';
    }
    const std::string sign = m_negative ? "-" : "";
    if (format == Format::DecimalExponent && exponent != 0)
        return sign + digits + 'e' + std::to_string(exponent);
    return sign + digits + std::string(suffixFor(format, exponent));
}

std::int64_t Quantity::scaled(int shift) const
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t exponent = m_exponent + shift;
    std::string digits = m_digits;
    if (isZero())
        return 0;
    if (exponent < 0) {
        digits.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, static_cast<std::int64_t>(digits.size()) + exponent)));
        decimal::increment(digits);
    } else if (exponent < 20) {
        digits.append(static_cast<std::size_t>(exponent), '0');
    } else {
        digits.assign(20, '9');
    }
    std::int64_t result = 0;
    const bool fits = std::from_chars(digits.data(), digits.data() + digits.size(), result).ec == std::errc();
    if (!fits)
        return m_negative ? std::numeric_limits<std::int64_t>::min() : most;
    return m_negative ? -result : result;
}

std::strong_ordering Quantity::compareSize(const Quantity &other) const
{
    if (isZero() || other.isZero())
        return !isZero() <=> !other.isZero();
    const auto length = [](const Quantity &q) { return static_cast<std::int64_t>(q.m_digits.size()) + q.m_exponent; };
    if (const auto order = length(*this) <=> length(other); order != 0)
        return order;
    return m_digits <=> other.m_digits;
}

std::strong_ordering Quantity::operator<=>(const Quantity &other) const
{
    if (sign() != other.sign())
        return sign() <=> other.sign();
    return m_negative ? other.compareSize(*this) : compareSize(other);
}

Quantity Quantity::operator+(const Quantity &other) const
{
    const Quantity &larger = compareSize(other) < 0 ? other : *this;
    const Quantity &smaller = &larger == this ? other : *this;
    Quantity sum = larger;
    sum.m_text.clear();
    sum.m_format = isZero() ? other.m_format : m_format;
    constexpr std::int64_t mostApart = 10'000;
    if (smaller.isZero() || larger.m_exponent - smaller.m_exponent > mostApart)
        return sum;
    std::string addend = smaller.m_digits;
    sum.m_exponent = std::min(larger.m_exponent, smaller.m_exponent);
    sum.m_digits.append(static_cast<std::size_t>(larger.m_exponent - sum.m_exponent), '0');
    addend.append(static_cast<std::size_t>(smaller.m_exponent - sum.m_exponent), '0');
    if (larger.m_negative == smaller.m_negative)
        decimal::add(sum.m_digits, addend);
    else
        decimal::subtract(sum.m_digits, addend);
    sum.normalize();
    return sum;
}

Quantity Quantity::operator-(const Quantity &other) const
{
    Quantity negative = other;
    negative.m_negative = !other.m_negative && !other.isZero();
    return *this + negative;
}

} // namespace text
