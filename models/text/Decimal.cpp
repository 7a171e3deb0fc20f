#include "models/text/Decimal.h"

#include <algorithm>

namespace text::decimal {
namespace {

/// digits * factor + carry
void multiplyAndAdd(std::string &digits, unsigned factor, unsigned carry)
{
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        carry += static_cast<unsigned>(*digit - '0') * factor;
        *digit = static_cast<char>('0' + carry % 10);
        carry /= 10;
    }
    if (carry > 0)
        digits.insert(0, std::to_string(carry));
}

/// Adds the other number's digits, each times sign, to the digits above them.
void combine(std::string &digits, std::string_view other, int sign)
{
    if (digits.size() < other.size())
        digits.insert(0, other.size() - digits.size(), '0');
    int carry = 0;
    for (std::size_t i = 1; i <= digits.size() && (i <= other.size() || carry != 0); ++i) {
        char &digit = digits[digits.size() - i];
        const int sum = digit - '0' + carry + (i <= other.size() ? sign * (other[other.size() - i] - '0') : 0);
        digit = static_cast<char>('0' + (sum + 10) % 10);
        carry = sum < 0 ? -1 : sum / 10;
    }
    if (carry > 0)
        digits.insert(0, 1, '1');
}

} // namespace

void increment(std::string &digits)
{
    add(digits, "1");
}

void add(std::string &digits, std::string_view other)
{
    combine(digits, other, 1);
}

void subtract(std::string &digits, std::string_view other)
{
    combine(digits, other, -1);
}

void multiplyByPowerOfTwo(std::string &digits, int exponent)
{
    constexpr int step = 10;
    for (; exponent > 0; exponent -= step)
        multiplyAndAdd(digits, 1U << std::min(exponent, step), 0);
}

bool divideBy1024(std::string &digits)
{
    std::string quotient;
    quotient.reserve(digits.size());
    unsigned rest = 0;
    for (const char digit : digits) {
        rest = rest * 10 + static_cast<unsigned>(digit - '0');
        if (!quotient.empty() || rest >= 1024)
            quotient += static_cast<char>('0' + rest / 1024);
        rest %= 1024;
    }
    if (rest != 0 || quotient.empty())
        return false;
    digits = std::move(quotient);
    return true;
}

} // namespace text::decimal
