#pragma once

#include "models/tables/TableModel.h"

#include <QWidget>

#include <array>
#include <string>
#include <string_view>

class QToolButton;

namespace table {

/// Counts of rows by state, each a filter that can be pressed; what no row has is not shown.
class StateChips final : public QWidget
{
    Q_OBJECT

public:
    explicit StateChips(QWidget *parent = nullptr);

    /// Rows of events have a type instead of a state.
    void setKind(const std::string &kind) { m_kind = kind; }
    void show(const tables::TableCounts &counts, tables::TableModel::HealthSet shown);
    using QWidget::show;

Q_SIGNALS:
    void chosen(tables::TableModel::HealthSet shown);

private:
    void recolor();

    std::array<QToolButton *, kinds::HealthCount> m_chips{};
    std::string m_kind;
};

/// What a state is called of rows of that kind: of an event "Warning", not "not ready".
QString wordOfState(std::string_view kind, kinds::Health health);
/// Whether rows in that state are told of as such: of most kinds not those without one.
bool isTold(std::string_view kind, kinds::Health health);

} // namespace table
