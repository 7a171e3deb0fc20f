#include "widgets/table/ColumnTitle.h"

#include "models/tables/TableRows.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

namespace table {

namespace {

/// What groups of events have in common.
constexpr const char *alike = QT_TRANSLATE_NOOP("table::columnTitle", "Alike");

} // namespace

QString columnTitle(const tables::TableColumn &column)
{
    if (column.shown == kube::Shown::Model && column.name == alike)
        return QCoreApplication::translate("table::columnTitle", alike);
    return base::oneLine(std::string_view(column.title()));
}

} // namespace table
