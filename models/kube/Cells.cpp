#include "models/kube/Cells.h"

#include "models/text/Duration.h"

#include <algorithm>

namespace kube {
namespace {

/// How long ago, saturated long before a number overflows and long after the text stands still.
std::string ago(std::int64_t seconds, base::SystemTime now)
{
    using std::chrono::milliseconds;
    constexpr std::int64_t farthest = 400LL * 365 * 24 * 3600;
    const std::int64_t nowMilliseconds = std::chrono::floor<milliseconds>(now.time_since_epoch()).count();
    const std::int64_t nowSeconds = nowMilliseconds / 1000;
    const std::int64_t then = std::clamp(seconds, nowSeconds - farthest, nowSeconds + farthest);
    return text::humanDuration(milliseconds(nowMilliseconds - then * 1000));
}

} // namespace

std::string Cell::display(base::SystemTime now) const
{
    switch (type) {
    case Type::Text:
        return std::string(text);
    case Type::Integer:
        return std::to_string(number);
    case Type::Age:
        return seconds == NoTime ? "<unknown>" : ago(seconds, now);
    case Type::CountAgo:
        return std::to_string(number) + (number != 0 && seconds != NoTime ? " (" + ago(seconds, now) + " ago)" : "");
    }
    return {};
}

void CellWriter::clear()
{
    m_cells.clear();
    m_texts.clear();
}

void CellWriter::text(std::string_view text)
{
    m_cells.push_back({Cell{}, m_texts.size(), text.size()});
    m_texts.append(text);
}

void CellWriter::integer(std::int64_t number)
{
    m_cells.push_back({Cell{.type = Cell::Type::Integer, .text = {}, .number = number}, 0, 0});
}

void CellWriter::age(std::int64_t unixSeconds)
{
    m_cells.push_back({Cell{.type = Cell::Type::Age, .text = {}, .seconds = unixSeconds}, 0, 0});
}

void CellWriter::countAgo(std::int64_t count, std::int64_t unixSeconds)
{
    m_cells.push_back({Cell{.type = Cell::Type::CountAgo, .text = {}, .number = count, .seconds = unixSeconds}, 0, 0});
}

Cell CellWriter::cell(std::size_t index) const
{
    const Stored &stored = m_cells.at(index);
    Cell cell = stored.cell;
    cell.text = std::string_view(m_texts).substr(stored.offset, stored.length);
    return cell;
}

} // namespace kube
