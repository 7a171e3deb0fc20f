#include "widgets/promql/PromqlPage.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/promql/FactsPane.h"
#include "widgets/promql/PromqlWords.h"
#include "widgets/promql/QueryEditor.h"
#include "widgets/promql/QueryPane.h"
#include "widgets/promql/ResultView.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace promql {

using base::Meaning;
using base::Theme;
using metrics::ClusterPrometheus;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr const char *partNames[PromqlPage::Parts] = {"query", "targets", "rules", "alerts"};

} // namespace

PromqlPage::PromqlPage(std::shared_ptr<ClusterPrometheus> server, base::ClusterView &, QWidget *parent)
    : Page(parent), m_server(std::move(server)), m_stack(new QStackedLayout), m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_content(new QWidget(this))
    , m_parts(new QStackedLayout(m_content)), m_query(new QueryPane(m_executor, m_content))
    , m_facts{new FactsPane(m_executor, targetSource(), m_content), new FactsPane(m_executor, ruleSource(), m_content), new FactsPane(m_executor, alertSource(), m_content)}
{
    m_parts->addWidget(m_query);
    for (FactsPane *pane : m_facts)
        m_parts->addWidget(pane);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addLayout(m_stack, 1);
    listen();
    recolor();
    serverChanged();
}

PromqlPage::~PromqlPage() = default;

QWidget *PromqlPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Margin, 2 * Theme::Step, Margin, 0);
    column->setSpacing(Theme::Step);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    column->addLayout(row);
    auto *name = new base::PlainLabel(tr("PromQL"), head);
    name->setObjectName(QStringLiteral("promqlTitle"));
    row->addWidget(name);
    const QString titles[Parts] = {tr("Query"), tr("Targets"), tr("Rules"), tr("Alerts")};
    const QString tips[Parts] = {tr("Ask the server in PromQL"), tr("What the server scrapes, and whether it answers"), tr("What the server evaluates all the time"), tr("What the server alerts of now")};
    for (int i = 0; i < Parts; ++i) {
        QPushButton *&button = m_buttons[static_cast<std::size_t>(i)];
        button = base::addBarButton(*row, titles[i], tips[i]);
        connect(button, &QPushButton::clicked, this, [this, i] { setPart(static_cast<Part>(i)); });
    }
    base::makeChoice(this, {m_buttons[0], m_buttons[1], m_buttons[2], m_buttons[3]});
    row->addStretch(1);
    m_source = new base::CutLabel(head);
    column->addWidget(m_source);
    return head;
}

void PromqlPage::listen()
{
    connect(m_server.get(), &ClusterPrometheus::changed, this, &PromqlPage::serverChanged);
    connect(&Theme::instance(), &Theme::changed, this, &PromqlPage::recolor);
    connect(m_query, &QueryPane::changed, this, &Page::stateChanged);
    connect(m_query, &QueryPane::asking, this, &Page::commandChanged);
    connect(m_query, &QueryPane::settled, this, &PromqlPage::settle);
    connect(m_query, &QueryPane::failed, m_server.get(), &ClusterPrometheus::failed);
    connect(m_query, &QueryPane::noticed, this, &Page::noticed);
    for (FactsPane *pane : m_facts) {
        connect(pane, &FactsPane::openRequested, this, &Page::openRequested);
        connect(pane, &FactsPane::queryRequested, this, &PromqlPage::showQuery);
        connect(pane, &FactsPane::failed, m_server.get(), &ClusterPrometheus::failed);
        connect(pane, &FactsPane::settled, this, &PromqlPage::settle);
        connect(pane, &FactsPane::noticed, this, &Page::noticed);
    }
}

void PromqlPage::recolor()
{
    const Theme &theme = Theme::instance();
    if (auto *name = findChild<base::PlainLabel *>(QStringLiteral("promqlTitle")))
        name->setFont(theme.titleFont());
    m_source->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
}

base::Address PromqlPage::address() const
{
    return {QStringLiteral("promql"), {}, {}, m_part == Part::Query ? QString() : QString::fromUtf8(partNames[static_cast<int>(m_part)])};
}

QString PromqlPage::title() const
{
    return tr("PromQL");
}

FactsPane *PromqlPage::factsOfPart() const
{
    return m_part == Part::Query ? nullptr : m_facts[static_cast<std::size_t>(m_part) - 1];
}

std::optional<metrics::PrometheusRequest> PromqlPage::request() const
{
    if (const FactsPane *facts = factsOfPart())
        return metrics::PrometheusRequest{facts->path()};
    return m_query->asked();
}

QString PromqlPage::apiCall() const
{
    const auto request = this->request();
    const metrics::CandidateReport *found = m_server->found();
    return request && found && m_server->client() ? callOf(found->candidate, m_server->client()->way(), *request) : QString();
}

std::vector<base::Command> PromqlPage::commands()
{
    const base::Words look = {"promql", QT_TRANSLATE_NOOP("promql", "Look for Prometheus again")};
    const base::Words run = {"promql", QT_TRANSLATE_NOOP("promql", "Run the PromQL query")};
    const base::Words save = {"promql", QT_TRANSLATE_NOOP("promql", "Export the series as CSV")};
    return {base::Command::make(QStringLiteral("promql-look-again"), look, {}, [this] { m_server->lookAgain(); }),
            base::Command::make(QStringLiteral("promql-run"), run, {}, [this] {
                setPart(Part::Query);
                m_query->run();
            }),
            base::Command::make(QStringLiteral("promql-export"), save, {}, [this] { m_query->result().save(); })};
}

bool PromqlPage::tryAgain()
{
    if (m_server->state() != ClusterPrometheus::State::Found)
        m_server->lookAgain();
    else if (FactsPane *facts = factsOfPart())
        facts->refresh();
    else
        m_query->run();
    return true;
}

bool PromqlPage::find()
{
    if (m_stack->currentWidget() == m_notice)
        return false;
    if (FactsPane *facts = factsOfPart())
        facts->takeFocus();
    else
        m_query->takeFocus();
    return true;
}

bool PromqlPage::isSettled() const
{
    if (m_server->state() == ClusterPrometheus::State::Missing)
        return true;
    if (m_server->state() != ClusterPrometheus::State::Found)
        return false;
    const FactsPane *facts = factsOfPart();
    return facts ? facts->isSettled() : !m_query->isRunning();
}

void PromqlPage::settle()
{
    if (isSettled() && !std::exchange(m_wasSettled, true))
        Q_EMIT settled();
}

void PromqlPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_server->want();
}

/// While it is looked for again, what is known stays.
void PromqlPage::serverChanged()
{
    const auto client = m_server->client();
    const QString source = client && m_server->found() ? sourceText(*m_server->found(), client->way()) : QString();
    m_source->show(source);
    m_source->setVisible(!source.isEmpty());
    base::setPlainToolTip(m_source, source);
    m_query->setServer(client, source);
    for (FactsPane *pane : m_facts)
        pane->setClient(client);
    if (!client)
        tellMissing();
    m_stack->setCurrentWidget(client ? m_content : static_cast<QWidget *>(m_notice));
    for (QPushButton *button : m_buttons)
        button->setEnabled(client != nullptr);
    runWaiting();
    settle();
    Q_EMIT commandChanged();
}

void PromqlPage::tellMissing()
{
    if (m_server->state() == ClusterPrometheus::State::Missing)
        m_notice->tell(Meaning::Unknown, tr("No server of the Prometheus API was found"), whyMissing(m_server->report()), {{tr("Look again"), [this] { m_server->lookAgain(); }}});
    else
        m_notice->tell(Meaning::Progress, tr("Looking for Prometheus"), tr("Services and Prometheus resources are listed, and those that may be one are asked."));
}

void PromqlPage::setPart(Part part)
{
    m_part = part;
    m_buttons[static_cast<std::size_t>(part)]->setChecked(true);
    m_parts->setCurrentIndex(static_cast<int>(part));
    m_wasSettled = false;
    Q_EMIT titleChanged();
    Q_EMIT commandChanged();
    Q_EMIT stateChanged();
    settle();
}

void PromqlPage::showQuery(const QString &query)
{
    m_query->editor().setQuery(query);
    m_runsSoon = true;
    setPart(Part::Query);
    runWaiting();
    m_query->takeFocus();
}

void PromqlPage::runWaiting()
{
    if (m_server->client() && std::exchange(m_runsSoon, false))
        m_query->run();
}

/// "promql#alerts", "promql#query:sum(up)", and with a range "promql#query@1h:sum(up)".
void PromqlPage::showAgain(const base::Address &address)
{
    const QString name = address.tab.section(u':', 0, 0).section(u'@', 0, 0), span = address.tab.section(u':', 0, 0).section(u'@', 1);
    const auto found = std::ranges::find(partNames, name.toStdString());
    if (found != std::end(partNames))
        setPart(static_cast<Part>(found - std::begin(partNames)));
    if (m_part != Part::Query || !address.tab.contains(u':'))
        return;
    m_query->setSpan(span.isEmpty() ? QStringLiteral("now") : span);
    m_query->result().setForm(span.isEmpty() ? ResultView::Form::Table : ResultView::Form::Chart);
    showQuery(address.tab.section(u':', 1));
}

text::Value PromqlPage::state() const
{
    text::Value out = m_query->state();
    out.set("part", text::Value::string(partNames[static_cast<int>(m_part)]));
    return out;
}

void PromqlPage::restore(const text::Value &state)
{
    m_query->restore(state);
    const auto found = std::ranges::find(partNames, state["part"].text());
    if (found != std::end(partNames))
        setPart(static_cast<Part>(found - std::begin(partNames)));
}

} // namespace promql
