// The filter of a whole table: a line that a person types, letter by letter, then the names of the rows. Whatever they are, the match
// limit holds, each row is shown, hidden or not decided, and typing letter by letter shows what typing at once does.

#include "models/tables/TableModel.h"
#include "tests/support/PodRows.h"

#include <cstdint>
#include <cstdlib>

namespace {

constexpr std::size_t mostRows = 40;
constexpr std::size_t mostTyped = 60;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What another table shows that is given the filter at once.
void compare(const tables::TableModel &typed, const support::PodRows &rows, const support::StandingClock &clock)
{
    tables::TableModel fresh(rows.store, support::podType(), true, clock);
    require(static_cast<bool>(fresh.setFilter(typed.filterText())));
    // An expression that gave up on one row may be asked about fewer of the others.
    if (typed.counts().undecided == 0 && fresh.counts().undecided == 0)
        require(typed.shownRows() == fresh.shownRows());
    require(typed.counts().shown + typed.counts().undecided <= typed.counts().all);
    require(typed.counts().shown == static_cast<std::size_t>(typed.rowCount()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::string_view line = input.substr(0, std::min(input.find('\n'), mostTyped));
    support::PodRows rows;
    std::size_t count = 0;
    for (std::size_t at = input.find('\n'); at != input.npos && count < mostRows; ++count) {
        const std::size_t end = input.find('\n', at + 1);
        support::PodRow row;
        row.name = input.substr(at + 1, end == input.npos ? end : end - at - 1);
        row.status = row.name;
        rows.put(row);
        at = end;
    }
    rows.apply();
    const support::StandingClock clock;
    tables::TableModel model(rows.store, support::podType(), true, clock);
    for (std::size_t length = 1; length <= line.size(); ++length) {
        const auto result = model.setFilter(line.substr(0, length));
        require(result || (!result.error().message.empty() && result.error().column >= 1));
        if (result)
            compare(model, rows, clock);
    }
    return 0;
}
