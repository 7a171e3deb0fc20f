#pragma once

#include "widgets/charts/ChartWords.h"

#include <QPen>
#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace charts {

/// The names of the lines with their values, below a chart, in columns of the same width: an entry turns its line off and on. One entry stands
/// for all lines of the period before, one for all that have no room.
class Legend
{
public:
    static constexpr int RowHeight = 20;

    struct Entry
    {
        enum class Kind { Line, Before, More };
        Kind kind = Kind::Line;
        std::size_t line = 0;       ///< of a line; of More how many there are
        QRect rect;
    };

    /// As many entries as have room in two rows.
    void arrange(const Chart &chart, const QRect &room);
    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *at(const QPoint &point) const;
    static int heightFor(const Chart &chart, int width);

    struct Look
    {
        const std::vector<QPen> &pens;
        const Hidden &hidden;
        std::optional<base::SystemTime> time;   ///< whose values are told; none: the last ones
        Range range;
    };
    void paint(QPainter &painter, const Chart &chart, const Look &look) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace charts
