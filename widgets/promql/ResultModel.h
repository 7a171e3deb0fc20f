#pragma once

#include "models/promql/ResultTable.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace promql {

/// The series of an answer, each a row: its labels as far as they differ, then its figures.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// The rows in the order of the list.
    void show(std::shared_ptr<const ResultTable> table, std::vector<std::size_t> rows, const ResultOrder &order);
    const std::shared_ptr<const ResultTable> &table() const { return m_table; }
    const ResultOrder &order() const { return m_order; }
    const std::vector<std::size_t> &rows() const { return m_rows; }
    static QStringList figureHeads(const ResultTable &table);
    /// How wide each column wishes to be, in characters.
    QList<int> widths() const;
    /// The column that may have the room which is left: a label's, so that figures stand together.
    int widest() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columnCount()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isFigure(int column) const { return static_cast<std::size_t>(column) >= m_table->columns.size(); }
    QString text(int row, int column) const;
    QString head(int column) const;

    std::shared_ptr<const ResultTable> m_table;
    std::vector<std::size_t> m_rows;
    ResultOrder m_order;
};

} // namespace promql
