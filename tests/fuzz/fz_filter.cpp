// The filter of a table: a line that a person types, then the text of a cell. Whatever both are, the answer comes soon, an error
// has its place in the line, and a filter is never wider than itself.

#include "models/tables/Filter.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    const std::string_view cell = end == input.npos ? std::string_view() : input.substr(end + 1);
    const auto filter = tables::Filter::parse(line, {"Namespace", "Name", "Nominated Node", "Node"});
    if (!filter) {
        const base::Error &error = filter.error();
        if (error.message.empty() || error.column < 1 || static_cast<std::size_t>(error.column) > line.size() + 1)
            std::abort();
        return 0;
    }
    if (!filter->narrows(*filter) || !filter->narrows({}))
        std::abort();
    for (const tables::FilterTerm &term : filter->terms()) {
        const bool matches = term.match(cell) == text::Pattern::Outcome::Match;
        // A plain word is found wherever it stands, so more text around it changes nothing.
        if (matches && !term.pattern && term.match(std::string(cell) + "x") != text::Pattern::Outcome::Match)
            std::abort();
        // Times and numbers are compared where the line says so, and what is not finished yet lets all of them through.
        for (const auto type : {kube::Cell::Type::Age, kube::Cell::Type::Integer}) {
            const kube::Cell figure{type, {}, static_cast<std::int64_t>(size), static_cast<std::int64_t>(size)};
            if (!term.compares(type))
                continue;
            const bool isCompared = type == kube::Cell::Type::Age ? term.comparison->age.has_value() : term.comparison->number.has_value();
            const bool isFound = term.compare(figure, base::SystemTime(std::chrono::seconds(1'000))) == text::Pattern::Outcome::Match;
            if (!isCompared && isFound == term.isNegated)
                std::abort();
        }
    }
    return 0;
}
