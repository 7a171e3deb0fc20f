#include "widgets/promql/ResultModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <algorithm>

namespace promql {

namespace {

constexpr int Narrowest = 6, Widest = 44, WidestFigure = 26;
constexpr std::size_t Looked = 200;     // rows, for the widths

} // namespace

void ResultModel::show(std::shared_ptr<const ResultTable> table, std::vector<std::size_t> rows, const ResultOrder &order)
{
    beginResetModel();
    m_table = std::move(table);
    m_rows = std::move(rows);
    m_order = order;
    endResetModel();
}

QStringList ResultModel::figureHeads(const ResultTable &table)
{
    if (!table.isRange)
        return {tr("Value")};
    return {tr("Last"), tr("Least"), tr("Greatest"), tr("Points")};
}

QList<int> ResultModel::widths() const
{
    QList<int> out;
    for (int column = 0; column < columnCount(); ++column) {
        qsizetype widest = head(column).size() + 2;
        for (std::size_t row = 0; row < std::min(Looked, m_rows.size()); ++row)
            widest = std::max(widest, text(static_cast<int>(row), column).size() + 1);
        out << static_cast<int>(std::clamp<qsizetype>(widest, Narrowest, isFigure(column) && m_table->text.empty() ? WidestFigure : Widest));
    }
    return out;
}

int ResultModel::widest() const
{
    const QList<int> all = widths();
    const auto labels = m_table ? static_cast<qsizetype>(m_table->columns.size()) : 0;
    return labels == 0 ? static_cast<int>(all.size()) - 1 : static_cast<int>(std::max_element(all.begin(), all.begin() + labels) - all.begin());
}

QString ResultModel::text(int row, int column) const
{
    const std::size_t at = m_rows[static_cast<std::size_t>(row)], index = static_cast<std::size_t>(column);
    return base::oneLine(isFigure(column) ? figureText(*m_table, at, index - m_table->columns.size()) : m_table->rows[at].cells[index]);
}

QString ResultModel::head(int column) const
{
    const std::size_t index = static_cast<std::size_t>(column);
    return isFigure(column) ? figureHeads(*m_table).at(column - static_cast<int>(m_table->columns.size())) : base::oneLine(m_table->columns[index]);
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(text(index.row(), index.column()));
    case Qt::ToolTipRole: return base::plainToolTip(text(index.row(), index.column()));
    case Qt::TextAlignmentRole: return int((isFigure(index.column()) && m_table->text.empty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(section) && m_table->text.empty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    using Sorted = base::PlainTable::Sorted;
    const bool isOrdered = m_order.column == static_cast<std::size_t>(section);
    return base::PlainTable::headOf(head(section), !isOrdered ? Sorted::Not : m_order.isDescending ? Sorted::Down : Sorted::Up);
}

} // namespace promql
