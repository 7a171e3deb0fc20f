#include "models/text/Duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

namespace text {
namespace {

constexpr std::int64_t Minute = 60;
constexpr std::int64_t Hour = 60 * Minute;
constexpr std::int64_t Day = 24 * Hour;
constexpr std::int64_t Year = 365 * Day;
constexpr std::uint64_t Limit = std::uint64_t(1) << 63;

/// Below `limit` seconds an age is told in `unit`, and in `rest` where that is not zero.
struct AgeRule
{
    std::int64_t limit;
    std::int64_t unit;
    const char *unitName;
    std::int64_t rest;
    const char *restName;
};

constexpr std::int64_t Never = std::numeric_limits<std::int64_t>::max();

constexpr std::array<AgeRule, 9> LongRules = {{
    {2 * Minute, 1, "s", 0, ""},
    {10 * Minute, Minute, "m", 1, "s"},
    {3 * Hour, Minute, "m", 0, ""},
    {8 * Hour, Hour, "h", Minute, "m"},
    {2 * Day, Hour, "h", 0, ""},
    {8 * Day, Day, "d", Hour, "h"},
    {2 * Year, Day, "d", 0, ""},
    {8 * Year, Year, "y", Day, "d"},
    {Never, Year, "y", 0, ""},
}};

constexpr std::array<AgeRule, 5> ShortRules = {{
    {Minute, 1, "s", 0, ""},
    {Hour, Minute, "m", 0, ""},
    {Day, Hour, "h", 0, ""},
    {Year, Day, "d", 0, ""},
    {Never, Year, "y", 0, ""},
}};

template<typename Rules>
std::string age(std::chrono::milliseconds duration, const Rules &rules)
{
    constexpr std::chrono::milliseconds longest = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds::max());
    const std::int64_t seconds = std::clamp(duration, -longest, longest).count() / 1000;
    if (seconds < -1)
        return "<invalid>";
    if (seconds < 0)
        return "0s";
    const AgeRule &rule = *std::find_if(rules.begin(), rules.end(), [&](const AgeRule &r) { return seconds < r.limit; });
    std::string text = std::to_string(seconds / rule.unit) + rule.unitName;
    const std::int64_t rest = rule.rest ? seconds % rule.unit / rule.rest : 0;
    if (rest)
        text += std::to_string(rest) + rule.restName;
    return text;
}

struct Unit
{
    std::string_view name;
    std::uint64_t nanoseconds;
};

constexpr std::array<Unit, 8> Units = {{
    {"ns", 1}, {"us", 1'000}, {"\u00b5s", 1'000}, {"\u03bcs", 1'000}, {"ms", 1'000'000},
    {"s", 1'000'000'000}, {"m", 60'000'000'000}, {"h", 3'600'000'000'000},
}};

/// Go's quoting of the text in a duration error: bytes outside printable ASCII as \xNN.
std::string quoted(std::string_view text)
{
    constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < ' ' || byte >= 0x80) {
            out += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
            continue;
        }
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads a duration from the front to the end, one number and unit after the other.
class DurationReader
{
public:
    explicit DurationReader(std::string_view text) : m_all(text), m_rest(text) { }

    base::Result<std::chrono::nanoseconds> read()
    {
        const bool negative = readSign();
        if (m_rest == "0")
            return std::chrono::nanoseconds(0);
        if (m_rest.empty())
            return failure("invalid duration");
        std::uint64_t total = 0;
        while (!m_rest.empty()) {
            std::uint64_t part = 0;
            if (const char *what = readPart(part))
                return failure(what + m_unknown);
            total += part;
            if (total > Limit)
                return failure("invalid duration");
        }
        if (!negative && total == Limit)
            return failure("invalid duration");
        return std::chrono::nanoseconds(static_cast<std::int64_t>(negative ? 0 - total : total));
    }

private:
    base::Error failure(std::string what) const
    {
        return base::makeError(base::ErrorKind::BadInput, "time: " + std::move(what) + ' ' + quoted(m_all));
    }

    bool readSign()
    {
        if (m_rest.empty() || (m_rest[0] != '-' && m_rest[0] != '+'))
            return false;
        const bool negative = m_rest[0] == '-';
        m_rest.remove_prefix(1);
        return negative;
    }

    /// Null, or what is wrong.
    const char *readPart(std::uint64_t &value)
    {
        const std::size_t before = m_rest.size();
        if (!readWhole(value))
            return "invalid duration";
        std::size_t digits = before - m_rest.size();
        std::uint64_t fraction = 0;
        double scale = 1;
        if (!m_rest.empty() && m_rest[0] == '.') {
            m_rest.remove_prefix(1);
            digits += readFraction(fraction, scale);
        }
        if (digits == 0)
            return "invalid duration";
        std::uint64_t unit = 0;
        if (const char *what = readUnit(unit))
            return what;
        if (value > Limit / unit)
            return "invalid duration";
        value *= unit;
        if (fraction > 0)
            value += static_cast<std::uint64_t>(static_cast<double>(fraction) * (static_cast<double>(unit) / scale));
        return value > Limit ? "invalid duration" : nullptr;
    }

    bool readWhole(std::uint64_t &value)
    {
        for (; !m_rest.empty() && isDigit(m_rest[0]); m_rest.remove_prefix(1)) {
            if (value > Limit / 10)
                return false;
            value = value * 10 + static_cast<std::uint64_t>(m_rest[0] - '0');
            if (value > Limit)
                return false;
        }
        return true;
    }

    /// Digits that no longer fit are skipped. Returns how many there were.
    std::size_t readFraction(std::uint64_t &value, double &scale)
    {
        const std::size_t before = m_rest.size();
        for (bool full = false; !m_rest.empty() && isDigit(m_rest[0]); m_rest.remove_prefix(1)) {
            full = full || value > (Limit - 1) / 10 || value * 10 + static_cast<std::uint64_t>(m_rest[0] - '0') > Limit;
            if (full)
                continue;
            value = value * 10 + static_cast<std::uint64_t>(m_rest[0] - '0');
            scale *= 10;
        }
        return before - m_rest.size();
    }

    const char *readUnit(std::uint64_t &unit)
    {
        const std::string_view name = m_rest.substr(0, std::min(m_rest.find_first_of(".0123456789"), m_rest.size()));
        if (name.empty())
            return "missing unit in duration";
        m_rest.remove_prefix(name.size());
        const auto known = std::find_if(Units.begin(), Units.end(), [&](const Unit &u) { return u.name == name; });
        if (known == Units.end()) {
            m_unknown = quoted(name) + " in duration";
            return "unknown unit ";
        }
        unit = known->nanoseconds;
        return nullptr;
    }

    std::string_view m_all;
    std::string_view m_rest;
    std::string m_unknown;
};

/// value / 10^places without trailing zeros.
std::string fixedPoint(std::uint64_t value, int places)
{
    std::string fraction;
    for (int i = 0; i < places; ++i, value /= 10) {
        if (value % 10 || !fraction.empty())
            fraction.insert(fraction.begin(), static_cast<char>('0' + value % 10));
    }
    return std::to_string(value) + (fraction.empty() ? "" : "." + fraction);
}

} // namespace

std::string humanDuration(std::chrono::milliseconds duration)
{
    return age(duration, LongRules);
}

std::string shortHumanDuration(std::chrono::milliseconds duration)
{
    return age(duration, ShortRules);
}

base::Result<std::chrono::nanoseconds> parseDuration(std::string_view text)
{
    return DurationReader(text).read();
}

base::Result<std::chrono::nanoseconds> parseTimeout(std::string_view text)
{
    std::string_view digits = text;
    if (!digits.empty() && digits[0] == '+')
        digits.remove_prefix(1);
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    constexpr std::int64_t most = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::nanoseconds::max()).count();
    if (problem == std::errc() && end == digits.data() + digits.size() && seconds >= 0)
        return std::chrono::nanoseconds(std::chrono::seconds(std::min(seconds, most)));
    if (auto duration = parseDuration(text))
        return duration;
    return base::makeError(base::ErrorKind::BadInput,
                           "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a "
                           "corresponding time unit (e.g. 1s | 2m | 3h)");
}

std::string formatDuration(std::chrono::nanoseconds duration)
{
    const bool negative = duration.count() < 0;
    const auto count = static_cast<std::uint64_t>(duration.count());
    const std::uint64_t value = negative ? 0 - count : count;
    std::string text = negative ? "-" : "";
    if (value == 0)
        return "0s";
    if (value < 1'000)
        return text + std::to_string(value) + "ns";
    if (value < 1'000'000)
        return text + fixedPoint(value, 3) + "\u00b5s";
    if (value < 1'000'000'000)
        return text + fixedPoint(value, 6) + "ms";
    const std::uint64_t minutes = value / 60'000'000'000;
    if (minutes >= 60)
        text += std::to_string(minutes / 60) + 'h';
    if (minutes > 0)
        text += std::to_string(minutes % 60) + 'm';
    return text + fixedPoint(value % 60'000'000'000, 9) + 's';
}

} // namespace text
