#include "widgets/promql/ResultView.h"

#include "models/metrics/PrometheusAnswer.h"
#include "models/platform/Aside.h"
#include "models/text/Plain.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartView.h"
#include "widgets/promql/ResultChart.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace promql {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

std::vector<std::string> headsOf(const ResultTable &table)
{
    std::vector<std::string> heads;
    for (const QString &head : ResultModel::figureHeads(table))
        heads.push_back(head.toStdString());
    return heads;
}

} // namespace

/// An answer made ready aside.
struct ResultView::Made
{
    std::shared_ptr<const metrics::Answer> answer;
    std::optional<metrics::RangeQuery> range;
    std::shared_ptr<const ResultTable> table;
    std::vector<std::size_t> rows;
    ResultOrder order;
    ResultChart chart;
};

ResultView::ResultView(base::Executor &consumer, QWidget *parent)
    : QWidget(parent), m_consumer(consumer), m_model(new ResultModel(this)), m_table(new base::PlainTable(tr("Series"), this)), m_chart(new charts::ChartView(m_group, tr("Result"), this)), m_chartPlace(placed(m_chart))
    , m_raw(new QPlainTextEdit(this)), m_empty(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_common(new base::CutLabel(this)), m_stack(new QStackedLayout)
    , m_file(new base::FileExport(this))
{
    m_table->setModel(m_model);
    m_table->offerSorting();
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setAccessibleName(tr("The answer as the server sent it"));
    m_raw->setTabChangesFocus(true);
    for (QWidget *page : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_table), m_chartPlace, static_cast<QWidget *>(m_raw)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    connect(m_table, &base::PlainTable::sortWished, this, &ResultView::sortBy);
    connect(m_chart, &charts::ChartView::noticed, this, &ResultView::noticed);
    connect(m_file, &base::FileExport::noticed, this, &ResultView::noticed);
    const auto restyle = [this] {
        m_raw->setFont(Theme::instance().machineFont());
        m_common->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(Meaning::Secondary).name()));
    };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
    new QShortcut(QKeySequence::Copy, m_table, this, &ResultView::copy, Qt::WidgetShortcut);
    clear(Nothing::NotAsked);
}

/// With the page's margins around it.
QWidget *ResultView::placed(QWidget *widget)
{
    auto *place = new QWidget(this);
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(Margin, Theme::Step, Margin, 2 * Theme::Step);
    layout->addWidget(widget);
    return place;
}

QWidget *ResultView::makeBar()
{
    m_bar = new QWidget(this);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(Margin, Theme::Step, Margin, Theme::Step);
    row->setSpacing(2 * Theme::Step);
    const QString titles[] = {tr("Table"), tr("Chart"), tr("Raw answer")};
    const QString tips[] = {tr("Show the series as a table"), tr("Show the series as lines over time"), tr("Show the answer as the server sent it")};
    for (int i = 0; i < 3; ++i) {
        m_formButtons[i] = base::addBarButton(*row, titles[i], tips[i]);
        connect(m_formButtons[i], &QPushButton::clicked, this, [this, i] { setForm(static_cast<Form>(i)); });
    }
    base::makeChoice(this, {m_formButtons[0], m_formButtons[1], m_formButtons[2]});
    row->addWidget(m_common, 1);
    m_copy = base::addBarButton(*row, tr("Copy"), tr("Copy the selected series; without a selection all that is shown"));
    m_save = base::addBarButton(*row, tr("Export CSV"), tr("Save the series as comma separated values"));
    connect(m_copy, &QPushButton::clicked, this, &ResultView::copy);
    connect(m_save, &QPushButton::clicked, this, &ResultView::save);
    return m_bar;
}

void ResultView::clear(Nothing why)
{
    m_work.cancel();
    m_answer.reset();
    m_range.reset();
    m_model->show(nullptr, {}, {});
    m_raw->clear();
    m_bar->hide();
    m_stack->setCurrentWidget(m_empty);
    tell(why);
}

void ResultView::tell(Nothing why)
{
    if (m_answer)
        return;
    switch (why) {
    case Nothing::NotAsked: return m_empty->tell(Meaning::Unknown, tr("Nothing was asked yet"), tr("Type a query above and press Enter. Ctrl+Space offers words to go on with."));
    case Nothing::Asked: return m_empty->tell(Meaning::Progress, tr("Asking the server"), QString());
    case Nothing::Failed: return m_empty->tell(Meaning::Unknown, tr("No answer"), tr("Why is told under the query."));
    case Nothing::Cancelled: return m_empty->tell(Meaning::Unknown, tr("No answer"), tr("The query was cancelled."));
    }
}

void ResultView::show(metrics::Answer answer, const std::optional<metrics::RangeQuery> &range)
{
    auto shared = std::make_shared<const metrics::Answer>(std::move(answer));
    m_order = {};
    m_work = platform::runAside(m_consumer, [this, shared, range](std::stop_token) -> base::Task {
        auto made = std::make_shared<Made>();
        made->answer = shared;
        made->range = range;
        made->table = std::make_shared<const ResultTable>(tableOf(*shared));
        made->rows = sorted(*made->table, {});
        if (range)
            made->chart = chartOf(*shared, *made->table, *range);
        return [this, made] { take(std::move(*made)); };
    });
}

void ResultView::take(Made made)
{
    m_answer = std::move(made.answer);
    m_range = made.range;
    m_model->show(std::move(made.table), std::move(made.rows), made.order);
    m_linesDrawn = made.chart.lines;
    if (m_range)
        m_chart->showChart(made.chart.chart);
    m_raw->setPlainText(QString::fromStdString(text::plain(m_answer->raw)));
    const QList<int> widths = m_model->widths();
    m_table->setWidths(m_model->widest(), widths);
    m_empty->tell(Meaning::Unknown, tr("No series"), tr("The query is right, and nothing on the server fits it."));
    m_bar->show();
    showForm();
    Q_EMIT shown();
}

void ResultView::setSource(const QString &source)
{
    m_chart->setSource(source);
}

void ResultView::setForm(Form form)
{
    m_form = form;
    m_formButtons[static_cast<int>(form)]->setChecked(true);
    showForm();
    Q_EMIT formChanged();
}

/// Of one moment there are no lines: its table is shown.
void ResultView::showForm()
{
    m_formButtons[1]->setEnabled(hasChart());
    base::setPlainToolTip(m_formButtons[1], hasChart() ? tr("Show the series as lines over time") : tr("A query for one moment has no lines over time: choose a range"));
    if (!m_answer)
        return;
    const bool isEmpty = m_model->rowCount() == 0;
    const Form form = m_form == Form::Chart && !hasChart() ? Form::Table : m_form;
    m_formButtons[static_cast<int>(form)]->setChecked(true);
    if (form == Form::Raw)
        m_stack->setCurrentWidget(m_raw);
    else
        m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : form == Form::Chart ? m_chartPlace : m_table);
    m_copy->setEnabled(form != Form::Chart || !isEmpty);
    m_save->setEnabled(!isEmpty);
    showCommon();
}

void ResultView::showCommon()
{
    const ResultTable &table = *m_model->table();
    QStringList parts;
    if (m_stack->currentWidget() == m_chartPlace && m_linesDrawn < table.rows.size())
        parts << tr("%1 of %2 lines are drawn, those with the greatest last values").arg(numberText(m_linesDrawn), numberText(table.rows.size()));
    if (m_stack->currentWidget() == m_raw && m_answer->raw.size() >= metrics::RawCap)
        parts << tr("The beginning of the answer");
    QStringList labels;
    for (const auto &[name, value] : table.common)
        labels << base::oneLine(name + '=' + value);
    if (!labels.isEmpty())
        parts << tr("All have: %1").arg(labels.join(QStringLiteral(", ")));
    const QString text = parts.join(QStringLiteral(" · "));
    m_common->show(text);
    base::setPlainToolTip(m_common, text);
}

void ResultView::sortBy(int column)
{
    if (!m_model->table())
        return;
    const bool isSame = m_order.column == static_cast<std::size_t>(column);
    const bool isFigure = static_cast<std::size_t>(column) >= m_model->table()->columns.size();
    m_order = {static_cast<std::size_t>(column), isSame ? !m_order.isDescending : isFigure};
    arrange();
}

void ResultView::arrange()
{
    m_work = platform::runAside(m_consumer, [this, table = m_model->table(), order = m_order](std::stop_token) -> base::Task {
        auto rows = std::make_shared<std::vector<std::size_t>>(sorted(*table, order));
        return [this, table, rows, order] {
            const std::vector<std::size_t> chosen = chosenRows();
            m_model->show(table, std::move(*rows), order);
            choose(chosen);
            Q_EMIT shown();
        };
    });
}

/// In the order in which they are shown.
std::vector<std::size_t> ResultView::chosenRows() const
{
    QModelIndexList selected = m_table->selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    std::vector<std::size_t> rows;
    for (const QModelIndex &index : selected)
        rows.push_back(m_model->rows()[static_cast<std::size_t>(index.row())]);
    return rows;
}

/// Selected again where they are now.
void ResultView::choose(const std::vector<std::size_t> &rows)
{
    const std::set<std::size_t> chosen(rows.begin(), rows.end());
    QItemSelection selection;
    for (int row = 0; !chosen.empty() && row < m_model->rowCount(); ++row)
        if (chosen.contains(m_model->rows()[static_cast<std::size_t>(row)]))
            selection.select(m_model->index(row, 0), m_model->index(row, 0));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::string ResultView::csv() const
{
    return csvOf(*m_model->table(), m_model->rows(), headsOf(*m_model->table()));
}

/// The selected series; without one all of them, as a spreadsheet takes them.
void ResultView::copy()
{
    if (!m_answer)
        return;
    if (m_stack->currentWidget() == m_raw) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(m_answer->raw));
        return Q_EMIT noticed(tr("Copied the answer"));
    }
    if (m_stack->currentWidget() == m_chartPlace)
        return m_chart->copyTable();
    QStringList lines;
    const ResultTable &table = *m_model->table();
    const std::vector<std::size_t> chosen = chosenRows(), &rows = chosen.empty() ? m_model->rows() : chosen;
    for (const std::size_t row : rows)
        lines << QString::fromStdString(seriesText(table, row, Named::InFull) + '\t' + figureText(table, row, 0));
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
    Q_EMIT noticed(tr("Copied %1 series").arg(numberText(rows.size())));
}

void ResultView::save()
{
    if (!m_answer)
        return;
    const QString name = base::FileExport::datedName(QStringLiteral("promql"), QStringLiteral("csv"));
    const base::FileExport::Make make = [table = m_model->table(), rows = m_model->rows(), heads = headsOf(*m_model->table())] { return csvOf(*table, rows, heads); };
    m_file->ask({tr("Export CSV"), name, QStringLiteral("CSV (*.csv)")}, [this, make](const QString &path) { m_file->write(path, make); });
}

QString ResultView::countText() const
{
    if (!m_answer)
        return {};
    switch (m_answer->kind) {
    case metrics::Answer::Kind::Scalar: return tr("A number");
    case metrics::Answer::Kind::Text: return tr("A text");
    case metrics::Answer::Kind::Vector:
    case metrics::Answer::Kind::Matrix: break;
    }
    return tr("Series: %1").arg(numberText(m_answer->series.size()));
}

} // namespace promql
