#pragma once

#include <QScrollArea>

#include <vector>

namespace charts {

class ChartView;

/// The charts of a page in one to three columns, as there is room, one below the other where they do not fit.
class ChartGrid final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChartGrid(QWidget *parent = nullptr);

    /// What the charts are children of.
    QWidget *board() const { return m_board; }
    /// In their order; those of before are deleted.
    void setCharts(std::vector<ChartView *> charts);
    const std::vector<ChartView *> &charts() const { return m_charts; }
    int columns() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QWidget *m_board;
    std::vector<ChartView *> m_charts;
};

} // namespace charts
