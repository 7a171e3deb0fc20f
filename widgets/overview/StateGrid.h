#pragma once

#include "models/overview/Overview.h"
#include "widgets/base/Address.h"

#include <QWidget>

#include <array>
#include <optional>

class QGridLayout;
class QToolButton;

namespace base {
class PlainLabel;
}

namespace overview {

/// Each kind with how many it has and how they are; every number opens the rows that it counts.
class StateGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit StateGrid(QWidget *parent = nullptr);

    void show(const Overview::Kinds &kinds);
    using QWidget::show;

Q_SIGNALS:
    void openRequested(const base::Address &address);

private:
    struct Line
    {
        QString name;                   ///< qualified
        QToolButton *title = nullptr;
        base::PlainLabel *total = nullptr;
        base::PlainLabel *trouble = nullptr;
        QToolButton *whyNot = nullptr;  ///< of what the authorizer refused
        std::optional<base::Address> why = {};
        std::array<QToolButton *, kinds::HealthCount> chips{};
    };
    Line makeLine(const KindState &kind, int row);
    QToolButton *makeChip(const QString &name, kinds::Health health);
    void showLine(Line &line, const KindState &kind) const;
    static void showWhyNot(Line &line, const KindState &kind);
    void recolor();

    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};

} // namespace overview
