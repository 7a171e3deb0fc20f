#include "widgets/charts/TwinModel.h"

#include "models/charts/ValueText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/charts/ChartWords.h"

namespace charts {

void TwinModel::show(const Chart &chart, const Range &range)
{
    beginResetModel();
    m_unit = chart.unit;
    m_range = range;
    m_twin = twinOf(chart, range);
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        if (chart.lines[i].role == Role::Before)
            m_twin.heads[i] = tr("%1, period before").arg(QString::fromStdString(m_twin.heads[i])).toStdString();
    endResetModel();
}

int TwinModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_twin.times.size()); }
int TwinModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_twin.columns.size()) + 1; }

QString TwinModel::textAt(int row, int column) const
{
    const std::size_t at = m_twin.times.size() - 1 - static_cast<std::size_t>(row);
    if (column == 0)
        return momentText(m_twin.times[at], m_range);
    const std::optional<double> &value = m_twin.columns[static_cast<std::size_t>(column) - 1][at];
    return value ? QString::fromStdString(valueText(m_unit, *value)) : QString();
}

QString TwinModel::headAt(int column) const
{
    return column == 0 ? tr("Time") : base::oneLine(m_twin.heads[static_cast<std::size_t>(column) - 1]);
}

QVariant TwinModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return textAt(index.row(), index.column());
    case Qt::AccessibleTextRole: {
        const QString text = textAt(index.row(), index.column());
        return text.isEmpty() ? tr("no value") : text;
    }
    case Qt::TextAlignmentRole: return int(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant TwinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return headAt(section);
    return role == Qt::TextAlignmentRole && section > 0 ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
}

QString TwinModel::text() const
{
    QStringList lines, cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(headAt(column));
    lines.append(cells.join(u'\t'));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column)
            cells.append(textAt(row, column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace charts
