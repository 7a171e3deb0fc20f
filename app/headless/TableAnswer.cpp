#include "app/headless/TableAnswer.h"

#include "models/text/JsonStream.h"

namespace headless {

using base::Result;

Result<void> readOneAnswer(RowSource &source, kube::ItemFormat format, std::string_view answer, std::string_view namespaceName, TableRows &rows)
{
    if (format != kube::ItemFormat::Table)
        return source.read(format, answer, namespaceName, rows);
    auto columns = kube::readTableColumns(answer);
    if (columns && !columns->empty())
        rows.columns = std::move(*columns);
    Result<void> read;
    text::JsonListSplitter splitter;
    const Result<void> fed = splitter.feed(answer, [&](std::string_view row) {
        if (read)
            read = source.read(format, row, namespaceName, rows);
    });
    return read ? fed : read;
}

} // namespace headless
