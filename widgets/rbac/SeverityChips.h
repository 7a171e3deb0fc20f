#pragma once

#include "models/rbac/RiskList.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace rbac {

/// Counts of findings by severity, each a filter that can be pressed; what there is none of is not shown.
class SeverityChips final : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityChips(QWidget *parent = nullptr);

    void show(const std::array<std::size_t, SeverityCount> &counts);
    using QWidget::show;
    Severities chosen() const;
    void choose(Severities severities);

Q_SIGNALS:
    void chosenChanged();

private:
    void recolor();

    std::array<QToolButton *, SeverityCount> m_chips{};
};

} // namespace rbac
