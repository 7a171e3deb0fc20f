#include "widgets/table/CopyText.h"

#include "models/text/Plain.h"

#include <QStringList>

namespace table {

namespace {

QString oneCell(const tables::TableModel &model, int row, int column)
{
    return cellAsText(model, row, column).replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

} // namespace

QString cellAsText(const tables::TableModel &model, int row, int column)
{
    return QString::fromStdString(text::plain(model.text(row, column)));
}

QString rowsAsText(const tables::TableModel &model, const QList<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.push_back(model.headerData(column, Qt::Horizontal).toString());
    QStringList lines{names.join(QLatin1Char('\t'))};
    const tables::RowSelection &selection = model.selection();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.isGroup(row))
            continue;
        if (!selection.contains(model.rowId(row)) && !(selection.size() == 0 && model.rowId(row) == selection.current()))
            continue;
        QStringList cells;
        for (const int column : columns)
            cells.push_back(oneCell(model, row, column));
        lines.push_back(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace table
