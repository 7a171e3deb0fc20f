#include "models/charts/Trace.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace charts {

namespace {

/// Half of what an antialiased line is wide: nobody sees less.
constexpr double Tolerance = 0.4;

/// Those in the range, and one beyond each of its ends.
std::span<const Point> inSight(std::span<const Point> points, const Range &range)
{
    auto first = std::ranges::lower_bound(points, range.from, {}, &Point::time);
    auto last = std::ranges::upper_bound(first, points.end(), range.to, {}, &Point::time);
    first -= first == points.begin() ? 0 : 1;
    last += last == points.end() ? 0 : 1;
    return {first, last};
}

/// Collects the dots of a stretch and keeps what its columns need.
class Columns
{
public:
    explicit Columns(double width) : m_width(width > 0 ? width : 1) { }

    void add(const Dot &dot)
    {
        const auto column = static_cast<long long>(std::floor(dot.x / m_width));
        if (m_isEmpty || column != m_column)
            begin(column, dot);
        m_last = dot;
        if (dot.y < m_low.y)
            m_low = dot;
        if (dot.y > m_high.y)
            m_high = dot;
    }

    Stretch take()
    {
        if (!m_isEmpty)
            end();
        if (!m_isEmpty && !(m_kept.back() == m_last))
            put(m_last);
        m_isEmpty = true;
        return std::exchange(m_kept, {});
    }

private:
    void begin(long long column, const Dot &dot)
    {
        if (m_isEmpty)
            m_kept.push_back(dot);
        else
            end();
        m_isEmpty = false;
        m_column = column;
        m_low = m_high = dot;
    }

    /// Smaller y is higher up; which name is which does not matter here.
    void end()
    {
        if (m_high.y - m_low.y < Tolerance)
            return put(m_last);
        put(m_low.x <= m_high.x ? m_low : m_high);
        put(m_low.x <= m_high.x ? m_high : m_low);
    }

    /// The dot before this one is left out when the line passes through it without it.
    void put(const Dot &dot)
    {
        if (m_kept.back() == dot)
            return;
        if (m_kept.size() >= 2 && isOnTheWay(m_kept[m_kept.size() - 2], m_kept.back(), dot))
            m_kept.back() = dot;
        else
            m_kept.push_back(dot);
    }

    /// Exactly straight only: many small differences would add up.
    static bool isOnTheWay(const Dot &from, const Dot &between, const Dot &to)
    {
        if (to.x <= from.x)
            return false;
        const double y = from.y + (to.y - from.y) * (between.x - from.x) / (to.x - from.x);
        return std::abs(y - between.y) < 1e-6;
    }

    double m_width;
    Stretch m_kept;
    bool m_isEmpty = true;
    long long m_column = 0;
    Dot m_low, m_high, m_last;
};

/// As trace() without leaving anything out.
class Everything
{
public:
    explicit Everything(double) { }

    void add(const Dot &dot) { m_kept.push_back(dot); }
    Stretch take() { return std::exchange(m_kept, {}); }

private:
    Stretch m_kept;
};

template<typename Keeper>
std::vector<Stretch> parted(std::span<const Point> points, std::chrono::milliseconds gap, const Frame &frame)
{
    std::vector<Stretch> stretches;
    Keeper keeper(frame.column);
    const auto finish = [&] {
        if (Stretch stretch = keeper.take(); !stretch.empty())
            stretches.push_back(std::move(stretch));
    };
    const Point *before = nullptr;
    for (const Point &point : inSight(points, frame.range)) {
        if (!std::isfinite(point.value)) {
            before = nullptr;
            continue;
        }
        if (!before || point.time - before->time > gap)
            finish();
        keeper.add({frame.xOf(point.time), frame.yOf(point.value)});
        before = &point;
    }
    finish();
    return stretches;
}

} // namespace

double Frame::xOf(base::SystemTime time) const
{
    const double length = std::chrono::duration<double>(range.to - range.from).count();
    return length > 0 ? std::chrono::duration<double>(time - range.from).count() / length * width : 0;
}

double Frame::yOf(double value) const
{
    return high > low ? (high - value) / (high - low) * height : height;
}

base::SystemTime Frame::timeAt(double x) const
{
    const std::chrono::duration<double> length = range.to - range.from;
    return range.from + std::chrono::duration_cast<base::SystemTime::duration>(width > 0 ? length * (x / width) : length * 0);
}

std::vector<Stretch> trace(std::span<const Point> points, std::chrono::milliseconds gap, const Frame &frame)
{
    return parted<Columns>(points, gap, frame);
}

std::vector<Stretch> traceAll(std::span<const Point> points, std::chrono::milliseconds gap, const Frame &frame)
{
    return parted<Everything>(points, gap, frame);
}

} // namespace charts
