#pragma once

#include "models/tables/TableModel.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace table {

/// Counts of rows by state, each a filter that can be pressed; what no row has is not shown.
class StateChips final : public QWidget
{
    Q_OBJECT

public:
    explicit StateChips(QWidget *parent = nullptr);

    void show(const tables::TableCounts &counts, tables::TableModel::HealthSet shown);
    using QWidget::show;

Q_SIGNALS:
    void chosen(tables::TableModel::HealthSet shown);

private:
    void recolor();

    std::array<QToolButton *, kinds::HealthCount> m_chips{};
};

} // namespace table
