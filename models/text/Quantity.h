#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// A Kubernetes quantity ("250m", "1.5Gi", "12e6"), exact to a nano and of any size (apimachinery pkg/api/resource).
///
/// Finer values are rounded away from zero; values with a binary suffix end at 2^63-1. Equality is that of the value.
class Quantity
{
public:
    enum class Format : std::uint8_t { DecimalSI, BinarySI, DecimalExponent };

    Quantity() = default;
    /// Errors in upstream's words.
    static base::Result<Quantity> parse(std::string_view text);
    /// As upstream reads JSON: a string with spaces around it, a number, or null for zero.
    static base::Result<Quantity> from(const Value &value);
    static Quantity whole(std::int64_t value, Format format = Format::DecimalSI);
    static Quantity milli(std::int64_t value, Format format = Format::DecimalSI);

    /// What Go's String() prints: short canonical spellings as they were sent, everything else as canonical().
    std::string toString() const { return m_text.empty() ? canonical() : m_text; }
    /// The largest suffix that leaves a whole number; a binary quantity below 1024 or with a fraction is written in decimal.
    /// Above the largest suffix none is written, which is upstream's mistake and kept.
    std::string canonical() const;

    Format format() const { return m_format; }
    int sign() const { return m_digits.empty() ? 0 : m_negative ? -1 : 1; }
    bool isZero() const { return m_digits.empty(); }

    /// Rounded away from zero, and held at the ends of int64.
    std::int64_t value() const { return scaled(0); }
    std::int64_t milliValue() const { return scaled(3); }
    std::int64_t nanoValue() const { return scaled(9); }

    /// The result has the format of the left side, unless that is zero.
    Quantity operator+(const Quantity &other) const;
    Quantity operator-(const Quantity &other) const;

    std::strong_ordering operator<=>(const Quantity &other) const;
    bool operator==(const Quantity &other) const { return (*this <=> other) == 0; }

private:
    void normalize();
    void roundToNano();
    std::int64_t scaled(int shift) const;
    std::strong_ordering compareSize(const Quantity &other) const;

    std::string m_digits;            ///< decimal, without zeros at either end; empty for zero
    std::int64_t m_exponent = 0;     ///< of ten
    std::string m_text;              ///< what toString() gives back unchanged, or empty
    Format m_format = Format::DecimalSI;
    bool m_negative = false;
};

} // namespace text
