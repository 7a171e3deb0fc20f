#pragma once

#include <string>
#include <string_view>

/// Whole numbers of any size as decimal digits, as far as quantities need them. No sign; an empty text is zero.
namespace text::decimal {

void increment(std::string &digits);
void add(std::string &digits, std::string_view other);
/// The other number must not be the larger one.
void subtract(std::string &digits, std::string_view other);
void multiplyByPowerOfTwo(std::string &digits, int exponent);
/// Whether it could be divided without a rest; otherwise the digits stay. Zero cannot.
bool divideBy1024(std::string &digits);

} // namespace text::decimal
