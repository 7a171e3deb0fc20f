#include "widgets/promql/QueryPane.h"

#include "models/metrics/TimeGrid.h"
#include "models/promql/Asked.h"
#include "models/promql/ErrorPlace.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/promql/PromqlWords.h"
#include "widgets/promql/QueryEditor.h"
#include "widgets/promql/QueryText.h"
#include "widgets/promql/ResultView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace promql {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr std::chrono::seconds ScrapeInterval{15};      // points closer than that would tell nothing
constexpr qsizetype LongestKept = 4000;

} // namespace

QueryPane::QueryPane(base::Executor &consumer, QWidget *parent)
    : QWidget(parent), m_consumer(consumer), m_names(consumer), m_editor(new QueryEditor(m_names, this)), m_error(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_warnings(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_result(new ResultView(consumer, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_error);
    layout->addWidget(m_warnings);
    layout->addWidget(m_result, 1);
    m_error->hide();
    m_warnings->hide();
    connect(m_editor, &QueryEditor::runRequested, this, &QueryPane::run);
    connect(m_editor, &QueryEditor::textChanged, this, &QueryPane::changed);
    connect(&m_names, &NamesSource::changed, this, &QueryPane::tellOffers);
    connect(m_result, &ResultView::formChanged, this, &QueryPane::changed);
    connect(m_result, &ResultView::noticed, this, &QueryPane::noticed);
    connect(m_result, &ResultView::shown, this, [this] {
        showRunning();
        Q_EMIT settled();
    });
    showRunning();
}

QueryPane::~QueryPane() = default;

QWidget *QueryPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Margin, 2 * Theme::Step, Margin, Theme::Step);
    column->setSpacing(2 * Theme::Step);
    m_editor->setFixedHeight(m_editor->sizeHint().height());
    column->addWidget(m_editor);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    column->addLayout(row);
    m_spans = new QComboBox(head);
    m_spans->setAccessibleName(tr("How far back the query looks"));
    base::setPlainToolTip(m_spans, tr("How far back the query looks; “Now” asks for one moment"));
    for (const Span &span : spans)
        m_spans->addItem(spanTitle(span), QString::fromUtf8(span.name));
    row->addWidget(m_spans);
    m_run = base::addBarButton(*row, tr("Run"), tr("Run the query"));
    m_told = new base::PlainLabel(head);
    row->addWidget(m_told);
    row->addStretch(1);
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? cancel() : run(); });
    connect(m_spans, &QComboBox::activated, this, &QueryPane::spanChosen);
    return head;
}

void QueryPane::setServer(std::shared_ptr<metrics::PrometheusClient> client, const QString &source)
{
    if (client != m_client)
        m_query.cancel();
    m_client = std::move(client);
    m_names.setClient(m_client);
    m_result->setSource(source);
    showRunning();
}

void QueryPane::takeFocus()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

QString QueryPane::span() const
{
    return m_spans->currentData().toString();
}

void QueryPane::setSpan(const QString &name)
{
    if (const int index = m_spans->findData(name); index >= 0)
        m_spans->setCurrentIndex(index);
}

/// A range is looked at as lines, a moment as a table.
void QueryPane::spanChosen()
{
    if (m_result->form() != ResultView::Form::Raw)
        m_result->setForm(m_spans->currentIndex() == 0 ? ResultView::Form::Table : ResultView::Form::Chart);
    Q_EMIT changed();
    if (m_asked)
        run();
}

bool QueryPane::isRunning() const
{
    return m_query.isRunning() || m_result->isWorking();
}

std::optional<metrics::RangeQuery> QueryPane::rangeOf(const std::string &expression) const
{
    const auto range = spans[static_cast<std::size_t>(std::max(m_spans->currentIndex(), 0))].range;
    if (range.count() == 0)
        return std::nullopt;
    const metrics::TimeGrid grid = metrics::gridOf(m_client->now(), range, ScrapeInterval);
    return metrics::RangeQuery{expression, grid.from, grid.to, grid.step};
}

void QueryPane::run()
{
    const QString query = m_editor->query().trimmed();
    if (!m_client || query.isEmpty())
        return;
    m_editor->history().add(query);
    m_editor->clearMark();
    if (query.toStdString() != m_expression)
        m_result->clear(ResultView::Nothing::Asked);        // it is no answer to this one
    else
        m_result->tell(ResultView::Nothing::Asked);
    m_error->hide();
    m_expression = query.toStdString();
    m_range = rangeOf(m_expression);
    const auto request = m_range ? metrics::requestFor(*m_range) : base::Result<metrics::PrometheusRequest>(metrics::requestFor(metrics::InstantQuery{m_expression}));
    m_asked = request ? std::optional(*request) : std::nullopt;
    using Done = std::function<void(base::Result<metrics::Answer>)>;
    m_query = promql::asked<metrics::Answer>(m_consumer, [this](Done done) { return m_range ? m_client->query(*m_range, std::move(done)) : m_client->query(metrics::InstantQuery{m_expression}, std::move(done)); },
                                             [this](base::Result<metrics::Answer> answer) { take(std::move(answer)); });
    showRunning();
    Q_EMIT asking();
    Q_EMIT changed();
}

void QueryPane::cancel()
{
    m_query.cancel();
    m_names.stop();
    showRunning();
    m_result->tell(ResultView::Nothing::Cancelled);
    m_told->show(tr("Cancelled"));
    Q_EMIT settled();
}

void QueryPane::take(base::Result<metrics::Answer> answer)
{
    m_query = {};
    m_error->setVisible(!answer);
    m_warnings->setVisible(answer && !answer->warnings.empty());
    if (!answer) {
        tellError(answer.error());
        m_result->tell(ResultView::Nothing::Failed);
        showRunning();
        Q_EMIT failed(answer.error());
        Q_EMIT settled();
        return;
    }
    tellWarnings(*answer);
    m_took = answer->took;
    m_result->show(std::move(*answer), m_range);
}

/// The server names the place in what was sent, which is what stands in the editor without the space around it.
void QueryPane::tellError(const base::Error &error)
{
    const auto place = errorPlace(m_expression, error.message);
    const QString text = m_editor->query();
    if (place && text.trimmed().toStdString() == m_expression) {
        qsizetype begin = 0;
        while (begin < text.size() && text[begin].isSpace())
            ++begin;
        m_editor->markWrong(QueryText(text).byteAt(static_cast<int>(begin)) + *place);
    }
    m_error->tell(Meaning::Error, place ? tr("The query is wrong at the marked place") : tr("The query could not be answered"), base::oneLine(base::errorText(error)));
}

void QueryPane::tellWarnings(const metrics::Answer &answer)
{
    if (answer.warnings.empty())
        return;
    QStringList lines;
    for (const std::string &warning : answer.warnings)
        lines << base::oneLine(warning);
    m_warnings->tell(Meaning::Warning, tr("The server warns"), lines.join(u'\n'));
}

/// Without names there are still functions to go on with; why is told beside.
void QueryPane::tellOffers()
{
    if (const auto error = m_names.error(); error && m_editor->hasFocus())
        Q_EMIT noticed(tr("Names could not be read: %1").arg(base::oneLine(base::errorText(*error))));
}

void QueryPane::showRunning()
{
    const bool isBusy = m_query.isRunning();
    m_run->setText(isBusy ? tr("Cancel") : tr("Run"));
    m_run->setAccessibleName(isBusy ? tr("Cancel the query") : tr("Run the query"));
    m_run->setEnabled(m_client != nullptr);
    const QString count = m_result->countText();
    if (isBusy)
        m_told->show(tr("Asking the server"));
    else if (m_error->isVisibleTo(this) || count.isEmpty())
        m_told->show(QString());
    else
        m_told->show(count + QStringLiteral(" · ") + tr("%1 ms").arg(QLocale().toString(static_cast<qlonglong>(m_took.count()))));
}

void QueryPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_names.stop();
    if (m_query.isRunning())
        cancel();
}

text::Value QueryPane::state() const
{
    text::Value out = text::Value::map();
    const QString query = m_editor->query();
    if (query.size() <= LongestKept)
        out.set("query", text::Value::string(query.toStdString()));
    out.set("span", text::Value::string(span().toStdString()));
    out.set("form", text::Value::number(static_cast<std::int64_t>(m_result->form())));
    out.set("history", static_cast<const QueryEditor *>(m_editor)->history().state());
    return out;
}

void QueryPane::restore(const text::Value &state)
{
    if (const std::string &query = state["query"].text(); !query.empty())
        m_editor->setQuery(QString::fromStdString(query));
    setSpan(QString::fromStdString(state["span"].text()));
    const std::int64_t form = state["form"].asInteger();
    m_result->setForm(form >= 0 && form <= 2 ? static_cast<ResultView::Form>(form) : ResultView::Form::Table);
    m_editor->history().restore(state["history"]);
}

} // namespace promql
