// Cells that were written are read back, and none begins as a formula does; any text can be read without harm.

#include "models/text/Csv.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(data), size);
    (void)text::parseCsv(all);

    std::vector<std::string_view> cells;
    for (std::string_view rest = all;;) {
        const std::size_t end = rest.find('\0');
        cells.push_back(rest.substr(0, end));
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(end + 1);
    }
    std::string written;
    text::appendCsvRow(written, cells);
    const auto rows = text::parseCsv(written);
    if (!rows || rows->size() != 1 || rows->front().size() != cells.size())
        std::abort();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string &cell = rows->front()[i];
        const bool guarded = cell.starts_with('\'') && cell.compare(1, std::string::npos, cells[i]) == 0;
        if ((cell != cells[i] && !guarded) || cell.find_first_of("=+-@\t\r") == 0)
            std::abort();
    }
    return 0;
}
