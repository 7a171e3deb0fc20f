#include "models/text/YamlTimestamp.h"

#include <algorithm>
#include <array>
#include <optional>

namespace text {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes pieces off the front of a text; a piece that is not there leaves nothing.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) { }

    bool atEnd() const { return m_rest.empty(); }

    bool take(char c)
    {
        if (m_rest.empty() || m_rest[0] != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::size_t takeSpaces()
    {
        const std::size_t count = std::min(m_rest.find_first_not_of(' '), m_rest.size());
        m_rest.remove_prefix(count);
        return count;
    }

    /// A number of at least so many digits, and as many as it may have.
    std::optional<int> takeNumber(std::size_t least, std::size_t most)
    {
        std::size_t count = 0;
        int value = 0;
        while (count < most && count < m_rest.size() && isDigit(m_rest[count]))
            value = value * 10 + (m_rest[count++] - '0');
        if (count < least)
            return std::nullopt;
        m_rest.remove_prefix(count);
        return value;
    }

    void takeFraction()
    {
        if (m_rest.size() < 2 || (m_rest[0] != '.' && m_rest[0] != ',') || !isDigit(m_rest[1]))
            return;
        m_rest.remove_prefix(1);
        while (!m_rest.empty() && isDigit(m_rest[0]))
            m_rest.remove_prefix(1);
    }

private:
    std::string_view m_rest;
};

int daysIn(int year, int month)
{
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool takeDate(Cursor &cursor)
{
    const auto year = cursor.takeNumber(4, 4);
    if (!year || !cursor.take('-'))
        return false;
    const auto month = cursor.takeNumber(1, 2);
    if (!month || *month < 1 || *month > 12 || !cursor.take('-'))
        return false;
    const auto day = cursor.takeNumber(1, 2);
    return day && *day >= 1 && *day <= daysIn(*year, *month);
}

bool takeTime(Cursor &cursor)
{
    const auto hour = cursor.takeNumber(1, 2);
    if (!hour || *hour > 23 || !cursor.take(':'))
        return false;
    const auto minute = cursor.takeNumber(1, 2);
    if (!minute || *minute > 59 || !cursor.take(':'))
        return false;
    const auto second = cursor.takeNumber(1, 2);
    if (!second || *second > 59)
        return false;
    cursor.takeFraction();
    return true;
}

bool takeZone(Cursor &cursor)
{
    if (cursor.take('Z'))
        return true;
    if (!cursor.take('+') && !cursor.take('-'))
        return false;
    const auto hours = cursor.takeNumber(2, 2);
    if (!hours || *hours > 24 || !cursor.take(':'))
        return false;
    const auto minutes = cursor.takeNumber(2, 2);
    return minutes && *minutes <= 60;
}

} // namespace

bool isYamlTimestamp(std::string_view plain)
{
    Cursor cursor(plain);
    if (!takeDate(cursor))
        return false;
    if (cursor.atEnd())
        return true;
    if (cursor.take('T') || cursor.take('t'))
        return takeTime(cursor) && takeZone(cursor) && cursor.atEnd();
    return cursor.takeSpaces() > 0 && takeTime(cursor) && cursor.atEnd();
}

} // namespace text
