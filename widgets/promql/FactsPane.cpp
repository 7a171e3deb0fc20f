#include "widgets/promql/FactsPane.h"

#include "models/promql/Asked.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace promql {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int FilterWidth = 320;

} // namespace

FactsPane::FactsPane(base::Executor &consumer, FactSource source, QWidget *parent)
    : QWidget(parent), m_consumer(consumer), m_source(std::move(source)), m_model(new FactsModel(m_source.heads, m_source.numeric, this)), m_table(new base::PlainTable(m_source.name, this))
    , m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_stack(new QStackedLayout)
{
    m_table->setModel(m_model);
    m_table->setWidths(m_source.wide, m_source.widths);
    m_table->offerSorting();
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stale);
    layout->addLayout(m_stack, 1);
    m_stale->hide();
    m_notice->tell(Meaning::Progress, tr("Asking the server"), QString());
    connect(m_table, &base::PlainTable::sortWished, m_model, &FactsModel::sortBy);
    connect(m_table, &base::PlainTable::chosen, this, &FactsPane::choose);
}

FactsPane::~FactsPane() = default;

QWidget *FactsPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_summary = new base::PlainLabel(head);
    m_filter = new base::SearchLine(head);
    m_filter->setPlaceholderText(m_source.filter);
    m_filter->setAccessibleName(m_source.filter);
    m_filter->setFixedWidth(FilterWidth);
    m_filter->installEventFilter(this);
    base::offerToClear(*m_filter);
    row->addWidget(m_summary, 1);
    row->addWidget(m_filter);
    connect(m_filter, &base::SearchLine::typed, this, [this](const QString &words) {
        m_model->setFilter(words);
        showSummary();
    });
    return head;
}

/// Down and Return go to the rows; Esc empties the filter and, when it is empty, goes there as well.
bool FactsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_filter)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

void FactsPane::takeFocus()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FactsPane::setClient(std::shared_ptr<metrics::PrometheusClient> client)
{
    if (client == m_client)
        return;
    m_asking.cancel();
    m_client = std::move(client);
    if (isVisible())
        refresh();
}

void FactsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FactsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_asking.cancel();
    m_next.cancel();
}

void FactsPane::refresh()
{
    m_next.cancel();
    if (!m_client)
        return;
    m_asking = promql::asked<std::vector<Fact>>(m_consumer, [this](FactSource::Done done) { return m_source.ask(*m_client, std::move(done)); },
                                                [this](base::Result<std::vector<Fact>> facts) { take(std::move(facts)); });
}

void FactsPane::waitForNext()
{
    m_next = m_consumer.after(Refresh, [this] { refresh(); });
}

void FactsPane::take(base::Result<std::vector<Fact>> facts)
{
    m_asking = {};
    m_stale->setVisible(!facts && m_known.has_value());
    if (facts) {
        m_known = m_consumer.clock().now();
        show(std::move(*facts));
    } else {
        const QString words = base::oneLine(base::errorText(facts.error()));
        if (m_known)
            m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(*m_known)), words, {{tr("Try now"), [this] { refresh(); }}});
        else
            m_notice->tell(Meaning::Error, tr("The server did not answer"), words, {{tr("Try again"), [this] { refresh(); }}});
        Q_EMIT failed(facts.error());
    }
    waitForNext();
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
}

/// Whoever is selected stays so, wherever they are now.
void FactsPane::show(std::vector<Fact> facts)
{
    const QModelIndex current = m_table->currentIndex();
    const QString selected = current.isValid() ? m_model->fact(current.row()).details : QString();
    const int scrolled = m_table->verticalScrollBar()->value();
    m_facts = facts;
    m_model->show(std::move(facts));
    for (int row = 0; current.isValid() && row < m_model->rowCount(); ++row)
        if (m_model->fact(row).details == selected)
            m_table->selectRow(row);
    m_table->verticalScrollBar()->setValue(scrolled);
    m_notice->tell(Meaning::Ok, m_source.none, QString());
    m_stack->setCurrentWidget(m_facts.empty() ? static_cast<QWidget *>(m_notice) : m_table);
    showSummary();
}

void FactsPane::showSummary()
{
    if (!m_known)
        return;
    QString text = m_facts.empty() ? QString() : m_source.summary(m_facts);
    if (static_cast<std::size_t>(m_model->rowCount()) != m_facts.size())
        text += QStringLiteral(" · ") + tr("%1 shown").arg(m_model->rowCount());
    m_summary->show(text);
}

void FactsPane::choose(int row)
{
    const Fact &fact = m_model->fact(row);
    if (fact.object)
        Q_EMIT openRequested(*fact.object);
    else if (!fact.query.isEmpty())
        Q_EMIT queryRequested(fact.query);
    else
        Q_EMIT noticed(tr("Its labels name no object of the cluster"));
}

} // namespace promql
