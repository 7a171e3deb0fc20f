// Any bytes as a server's Table: as many cells as columns, whatever the rows hold.

#include "models/base/Clock.h"
#include "models/kube/TableRowReader.h"
#include "models/text/JsonStream.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    text::JsonListSplitter splitter;
    kube::TableRowReader reader(base::Clock::system());
    bool hasColumns = false;
    static_cast<void>(splitter.feed(bytes, [&](std::string_view item) {
        if (!hasColumns) {
            std::vector<kube::Column> columns;
            for (kube::TableColumn &column : kube::readTableColumnsEarly(splitter.envelope()).value_or(std::vector<kube::TableColumn>()))
                columns.push_back(std::move(column.column));
            reader.setColumns(std::move(columns));
            hasColumns = true;
        }
        const auto row = reader.read(kube::ItemFormat::Table, item);
        if (row && row->cells->size() != reader.columns().size())
            std::abort();
    }));
    static_cast<void>(splitter.finish());
    static_cast<void>(reader.read(kube::ItemFormat::Table, bytes));
    return 0;
}
