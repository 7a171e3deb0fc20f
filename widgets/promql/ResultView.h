#pragma once

#include "models/base/Executor.h"
#include "models/base/Job.h"
#include "models/metrics/Querier.h"
#include "widgets/base/FileExport.h"
#include "widgets/charts/ChartGroup.h"
#include "widgets/promql/ResultModel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPlainTextEdit;
class QPushButton;
class QStackedLayout;

namespace base {
class CutLabel;
class PlainTable;
class StateNotice;
}
namespace charts {
class ChartView;
}

namespace promql {

/// What a query gave: as a table, as lines over time, and as the server sent it.
class ResultView final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Table, Chart, Raw };

    /// The consumer is the GUI thread's, and outlives it.
    explicit ResultView(base::Executor &consumer, QWidget *parent = nullptr);

    /// The range it was asked for; nothing: one moment.
    void show(metrics::Answer answer, const std::optional<metrics::RangeQuery> &range);
    /// Why there is nothing to be seen.
    enum class Nothing { NotAsked, Asked, Failed, Cancelled };
    /// What was shown is no answer any more.
    void clear(Nothing why);
    /// What is shown stays; without an answer that is what is said.
    void tell(Nothing why);
    using QWidget::show;

    Form form() const { return m_form; }
    void setForm(Form form);
    void setSource(const QString &source);

    const ResultModel &model() const { return *m_model; }
    base::PlainTable &table() { return *m_table; }
    charts::ChartView &chart() { return *m_chart; }
    void sortBy(int column);
    void copy();
    void save();
    std::string csv() const;
    /// "12 series"; empty without an answer.
    QString countText() const;
    bool isWorking() const { return m_work.isRunning(); }

Q_SIGNALS:
    void shown();
    void formChanged();
    void noticed(const QString &text);

private:
    struct Made;
    QWidget *makeBar();
    void take(Made made);
    void arrange();
    std::vector<std::size_t> chosenRows() const;
    void choose(const std::vector<std::size_t> &rows);
    QWidget *placed(QWidget *widget);
    void showCommon();
    void showForm();
    bool hasChart() const { return m_range.has_value(); }

    base::Executor &m_consumer;
    std::shared_ptr<const metrics::Answer> m_answer;
    std::optional<metrics::RangeQuery> m_range;
    ResultOrder m_order;
    Form m_form = Form::Table;
    charts::ChartGroup m_group;
    ResultModel *m_model;
    base::PlainTable *m_table;
    charts::ChartView *m_chart;
    QWidget *m_chartPlace;
    QPlainTextEdit *m_raw;
    base::StateNotice *m_empty;
    base::CutLabel *m_common;
    QPushButton *m_formButtons[3] = {};
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QWidget *m_bar = nullptr;
    QStackedLayout *m_stack;
    base::FileExport *m_file;
    std::size_t m_linesDrawn = 0;
    base::Job m_work;
};

} // namespace promql
