#include "models/text/Numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace text {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// Whether a number the library calls out of range is too large rather than too small.
bool isHuge(std::string_view spelling)
{
    const std::size_t exponentAt = std::min(spelling.find_first_of("eE"), spelling.size());
    const std::string_view mantissa = spelling.substr(0, exponentAt);
    long exponent = 0;
    if (exponentAt < spelling.size()) {
        const char *from = spelling.data() + exponentAt + 1;
        from += *from == '+';
        const auto parsed = std::from_chars(from, spelling.data() + spelling.size(), exponent);
        if (parsed.ec == std::errc::result_out_of_range)
            return spelling[exponentAt + 1] != '-';
    }
    const std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos)
        return false;
    const auto point = static_cast<long>(std::min(mantissa.find('.'), mantissa.size()));
    return point - static_cast<long>(first) + exponent > 0;
}

/// The shortest digits of a number and the place of its point: 0.DIGITS times ten to the power of point.
struct Digits
{
    bool negative = false;
    std::string digits;
    int point = 0;
};

template<typename Real>
Digits shortestDigits(Real value)
{
    char buffer[64];
    char *end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const std::string_view scientific(buffer, static_cast<std::size_t>(end - buffer));
    Digits result;
    const std::size_t exponentAt = scientific.find('e');
    for (const char c : scientific.substr(0, exponentAt)) {
        if (isDigit(c))
            result.digits.push_back(c);
    }
    result.negative = scientific[0] == '-';
    const char *exponent = buffer + exponentAt + 1;
    std::from_chars(exponent + (*exponent == '+'), end, result.point);
    ++result.point;
    return result;
}

std::string withExponent(const Digits &number)
{
    std::string text = number.digits.substr(0, 1);
    if (number.digits.size() > 1)
        text += "." + number.digits.substr(1);
    const int exponent = number.point - 1;
    const std::string figure = std::to_string(std::abs(exponent));
    return text + (exponent < 0 ? "e-" : "e+") + (figure.size() < 2 ? "0" : "") + figure;
}

std::string withoutExponent(const Digits &number)
{
    const int size = static_cast<int>(number.digits.size());
    if (number.point <= 0)
        return "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
    if (number.point >= size)
        return number.digits + std::string(static_cast<std::size_t>(number.point - size), '0');
    const auto point = static_cast<std::size_t>(number.point);
    return number.digits.substr(0, point) + "." + number.digits.substr(point);
}

template<typename Real>
std::string format(Real value, int leastExponent, int mostPoint)
{
    if (std::isnan(value))
        return ".nan";
    if (std::isinf(value))
        return value < 0 ? "-.inf" : ".inf";
    const Digits number = shortestDigits(value);
    const bool fits = number.point > leastExponent && number.point <= mostPoint;
    return (number.negative ? "-" : "") + (fits ? withoutExponent(number) : withExponent(number));
}

} // namespace

std::optional<double> parseDouble(std::string_view spelling)
{
    if (spelling.starts_with('+'))
        spelling.remove_prefix(1);
    double value = 0;
    const char *end = spelling.data() + spelling.size();
    const auto [stop, error] = std::from_chars(spelling.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range)
        return isHuge(spelling) ? std::nullopt : std::optional<double>(0.0);
    return value;
}

bool isWholeSpelling(std::string_view spelling)
{
    if (spelling.starts_with('-'))
        spelling.remove_prefix(1);
    return !spelling.empty() && std::all_of(spelling.begin(), spelling.end(), isDigit);
}

bool isJsonNumber(std::string_view spelling)
{
    std::size_t at = spelling.starts_with('-') ? 1 : 0;
    const std::size_t whole = at;
    at = skipDigits(spelling, at);
    if (at == whole || (spelling[whole] == '0' && at > whole + 1))
        return false;
    if (at < spelling.size() && spelling[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skipDigits(spelling, fraction);
        if (at == fraction)
            return false;
    }
    if (at < spelling.size() && (spelling[at] == 'e' || spelling[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < spelling.size() && (spelling[exponent] == '+' || spelling[exponent] == '-'))
            ++exponent;
        at = skipDigits(spelling, exponent);
        if (at == exponent)
            return false;
    }
    return at == spelling.size();
}

std::string formatDouble(double value)
{
    constexpr double leastSigned = -9223372036854775808.0;
    constexpr double endOfUnsigned = 18446744073709551616.0;
    if (value == 0)
        return "0";
    const bool isWhole = value == std::floor(value) && value >= leastSigned && value < endOfUnsigned;
    return isWhole ? format(value, 0, 20) : format(value, -4, 6);
}

std::string formatFloat(float value)
{
    return format(value, -4, 6);
}

} // namespace text
