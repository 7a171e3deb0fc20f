#include "models/text/Time.h"

#include <chrono>
#include <cstdio>

namespace text {
namespace {

/// Takes fields off the front of a time; after a mismatch nothing matches any more.
class FieldReader
{
public:
    explicit FieldReader(std::string_view text) : m_rest(text) { }

    int number(std::size_t digits, int least, int most)
    {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i)
            value = value * 10 + digit();
        m_good = m_good && value >= least && value <= most;
        return m_good ? value : least;
    }

    /// One or two digits, as Go reads an hour.
    int hour()
    {
        const bool two = m_rest.size() > 1 && m_rest[1] >= '0' && m_rest[1] <= '9';
        return number(two ? 2 : 1, 0, 23);
    }

    void mark(char c) { m_good = m_good && next() == c; }

    std::int32_t fraction()
    {
        if (m_rest.size() < 2 || (m_rest[0] != '.' && m_rest[0] != ',') || !isDigit(m_rest[1]))
            return 0;
        m_rest.remove_prefix(1);
        std::int32_t value = 0;
        std::int32_t unit = 100'000'000;
        for (; !m_rest.empty() && isDigit(m_rest[0]); m_rest.remove_prefix(1), unit /= 10)
            value += (m_rest[0] - '0') * unit;
        return value;
    }

    /// Seconds east of UTC.
    int offset()
    {
        const char sign = next();
        if (sign == 'Z')
            return 0;
        m_good = m_good && (sign == '+' || sign == '-');
        const int hours = number(2, 0, 24);
        mark(':');
        const int minutes = number(2, 0, 60);
        return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
    }

    bool isGood() const { return m_good; }
    bool isDone() const { return m_good && m_rest.empty(); }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    char next()
    {
        if (m_rest.empty())
            return '\0';
        const char c = m_rest[0];
        m_rest.remove_prefix(1);
        return c;
    }

    int digit()
    {
        const char c = next();
        m_good = m_good && isDigit(c);
        return m_good ? c - '0' : 0;
    }

    std::string_view m_rest;
    bool m_good = true;
};

std::string format(Time time, bool micro)
{
    using namespace std::chrono;
    const sys_seconds at{seconds(time.seconds)};
    const sys_days day = floor<days>(at);
    const year_month_day date(day);
    const hh_mm_ss clock(at - day);
    char text[64];
    int size = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                             static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                             static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    if (micro)
        size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), ".%06d", time.nanoseconds / 1000);
    return std::string(text, static_cast<std::size_t>(size)) + 'Z';
}

} // namespace

Time Time::from(base::SystemTime time)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(time);
    const auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(time - whole);
    return {whole.time_since_epoch().count(), static_cast<std::int32_t>(rest.count())};
}

base::SystemTime Time::toSystemTime() const
{
    using Units = base::SystemTime::duration;
    constexpr std::int64_t most = std::chrono::duration_cast<std::chrono::seconds>(Units::max()).count() - 1;
    if (seconds > most)
        return base::SystemTime::max();
    if (seconds < -most)
        return base::SystemTime::min();
    const auto whole = std::chrono::duration_cast<Units>(std::chrono::seconds(seconds));
    return base::SystemTime(whole + std::chrono::duration_cast<Units>(std::chrono::nanoseconds(nanoseconds)));
}

base::Result<Time> parseTime(std::string_view text)
{
    FieldReader reader(text);
    const int year = reader.number(4, 0, 9999);
    reader.mark('-');
    const int month = reader.number(2, 1, 12);
    reader.mark('-');
    const int day = reader.number(2, 1, 31);
    reader.mark('T');
    const int hour = reader.hour();
    reader.mark(':');
    const int minute = reader.number(2, 0, 59);
    reader.mark(':');
    const int second = reader.number(2, 0, 59);
    const std::int32_t nanoseconds = reader.fraction();
    const int offset = reader.offset();

    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!reader.isDone() || !date.ok())
        return base::makeError(base::ErrorKind::BadInput, "cannot parse \"" + std::string(text) + "\" as a time of RFC 3339");
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return Time{days * 86'400 + hour * 3'600 + minute * 60 + second - offset, nanoseconds};
}

std::string formatTime(Time time)
{
    return format(time, false);
}

std::string formatMicroTime(Time time)
{
    return format(time, true);
}

} // namespace text
