#pragma once

#include "models/base/Clock.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Where a column is shown: as kubectl prints it, with -o wide, or only where this program knows more than kubectl.
enum class Shown : std::uint8_t { Always, Wide, Model };

struct Column
{
    std::string name;               ///< as the server's Table names it, "Nominated Node"
    Shown shown = Shown::Always;
};

/// One value of a table. No cell holds an age: it holds the time, and the text is made when somebody looks.
struct Cell
{
    enum class Type : std::uint8_t {
        Text,
        Integer,
        Age,        ///< how long ago `seconds` is; <unknown> without one
        CountAgo,   ///< number, and "(5m ago)" after it when a time is known and the number is not 0
    };
    static constexpr std::int64_t NoTime = std::numeric_limits<std::int64_t>::min();

    Type type = Type::Text;
    std::string_view text;          ///< lives as long as what it was read from
    std::int64_t number = 0;
    std::int64_t seconds = NoTime;  ///< unix time

    /// As kubectl prints it, control characters untouched.
    std::string display(base::SystemTime now) const;
};

/// Collects the cells of one row; keeps its memory for the next. Texts are copied.
class CellWriter
{
public:
    void clear();
    void text(std::string_view text);
    void integer(std::int64_t number);
    void age(std::int64_t unixSeconds);              ///< Cell::NoTime: <unknown>
    void countAgo(std::int64_t count, std::int64_t unixSeconds);

    std::size_t size() const { return m_cells.size(); }
    /// Valid until the next call that changes the writer.
    Cell cell(std::size_t index) const;

private:
    struct Stored { Cell cell; std::size_t offset; std::size_t length; };
    std::vector<Stored> m_cells;
    std::string m_texts;
};

} // namespace kube
