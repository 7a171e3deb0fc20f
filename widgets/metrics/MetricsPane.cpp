#include "widgets/metrics/MetricsPane.h"

#include "models/metrics/Happenings.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartGrid.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"
#include "widgets/metrics/MetricsWords.h"
#include "widgets/metrics/SampledBoard.h"
#include "widgets/metrics/ServerSource.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace metrics {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Space = 2 * Theme::Step;
constexpr int Margin = 3 * Theme::Step;
constexpr std::size_t UsualSpan = 2;
/// A page asks again no more often than this, nor than a new value can be there.
constexpr std::chrono::milliseconds ShortestRefresh = std::chrono::seconds(15);
/// What the cluster says of an object is asked for no more often than this.
constexpr std::chrono::seconds FactsAge{60};
/// Somebody who turns a wheel does not stop at each notch.
constexpr std::chrono::milliseconds ZoomPause{250};

} // namespace

MetricsPane::MetricsPane(std::shared_ptr<ServerSource> source, Subject subject, ClusterSide cluster, QWidget *parent)
    : QWidget(parent), m_source(std::move(source)), m_subject(std::move(subject)), m_loader(m_executor, catalogueWords()), m_cluster(std::move(cluster)),
      m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_grid(new charts::ChartGrid(m_splitter)), m_doctor(new DoctorPanel(m_splitter))
{
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_doctor->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_splitter, 1);
    connect(m_source.get(), &ServerSource::changed, this, &MetricsPane::sourceChanged);
    connect(&m_loader, &ChartLoader::changed, this, &MetricsPane::chartChanged);
    connect(&m_loader, &ChartLoader::finished, this, &MetricsPane::settle);
    connect(&m_loader, &ChartLoader::failed, m_source.get(), &ServerSource::failed);
    connect(&m_group, &charts::ChartGroup::drawn, this, &MetricsPane::settle);
    connect(m_doctor, &DoctorPanel::closed, m_doctor, &QWidget::hide);
    connect(m_doctor, &DoctorPanel::noticed, this, &MetricsPane::noticed);
    connect(&m_group, &charts::ChartGroup::zoomChanged, this, [this] { m_zoomPause = m_executor.after(m_group.zoom() ? ZoomPause : std::chrono::milliseconds(0), [this] { followZoom(); }); });
    addSampled();
    sourceChanged();
}

MetricsPane::~MetricsPane() = default;

void MetricsPane::addSampled()
{
    if (!m_cluster.samples || !sampledFor(m_subject.kind))
        return;
    m_sampled = new SampledBoard(m_cluster.samples, m_subject, this);
    m_sampled->hide();
    layout()->addWidget(m_sampled);
    connect(m_sampled, &SampledBoard::noticed, this, &MetricsPane::noticed);
    connect(m_sampled, &SampledBoard::lookAgainRequested, m_source.get(), &ServerSource::lookAgain);
    connect(m_sampled, &SampledBoard::settled, this, &MetricsPane::settle);
    connect(m_sampled, &SampledBoard::sourceChanged, this, [this] {
        if (m_isSampled)
            m_told->show(m_sampled->rungName());
    });
}

/// Together with the values, but not each time: the object itself, its events and its pods change more slowly.
void MetricsPane::readFacts()
{
    const bool isNeeded = m_subject.kind != SubjectKind::Cluster || m_source->state() == ServerSource::State::Missing;
    const base::SystemTime now = m_executor.clock().now();
    if (!m_cluster.readFacts || !isNeeded || !isVisible() || now - m_factsRead < FactsAge)
        return;
    m_factsRead = now;
    m_factsJob = m_cluster.readFacts(m_executor, [this](const SubjectFacts &facts) { takeFacts(facts); });
}

void MetricsPane::takeFacts(const SubjectFacts &facts)
{
    m_happenings = facts.events;
    setEvents(together(m_restarts, m_happenings));
    if (m_sampled)
        m_sampled->setFacts(facts);
    setSelection(facts.selection);
}

QWidget *MetricsPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Margin, Space, Margin, Space);
    row->setSpacing(Space);
    m_spans = new QComboBox(bar);
    m_spans->setAccessibleName(tr("How far back"));
    for (const Span &span : spans)
        m_spans->addItem(spanTitle(span), QString::fromLatin1(span.name));
    m_spans->setCurrentIndex(UsualSpan);
    connect(m_spans, &QComboBox::activated, this, &MetricsPane::spanChosen);
    m_containers = new QComboBox(bar);
    m_containers->setAccessibleName(tr("Container"));
    m_containers->hide();
    connect(m_containers, &QComboBox::activated, this, [this] { setContainer(m_containers->currentData().toString()); });
    m_told = new base::PlainLabel(bar);
    row->addWidget(m_spans);
    row->addWidget(m_containers);
    m_compares = base::addBarButton(*row, tr("Compare"), tr("Show the period before as dashed lines"));
    m_compares->setCheckable(true);
    connect(m_compares, &QPushButton::clicked, this, &MetricsPane::spanChosen);
    row->addWidget(m_told, 1, Qt::AlignRight);
    connect(base::addBarButton(*row, tr("Refresh"), tr("Ask for new values now")), &QPushButton::clicked, this, [this] {
        m_factsRead = {};
        m_isSampled ? m_sampled->refresh() : refresh();
    });
    connect(base::addBarButton(*row, tr("Server…"), tr("Show which server the metrics come from")), &QPushButton::clicked, this, &MetricsPane::serverRequested);
    return bar;
}

/// A server that knows the owners of pods needs no names: then nothing is another.
void MetricsPane::setSelection(Selection selection)
{
    if (selection.pods == m_selection.pods && selection.backends == m_selection.backends)
        return;
    m_selection = std::move(selection);
    if (m_isRebuilt && chartsOf(shownSubject(), m_source->capabilities(), m_selection) == m_loader.specs())
        return;
    sourceChanged();
}

void MetricsPane::setSpan(const QString &name)
{
    const int index = m_spans->findData(name);
    if (index < 0 || index == m_spans->currentIndex())
        return;
    m_spans->setCurrentIndex(index);
    spanChosen();
}

QString MetricsPane::span() const { return m_spans->currentData().toString(); }

bool MetricsPane::compares() const { return m_compares->isChecked(); }

void MetricsPane::setCompares(bool compares)
{
    if (compares == m_compares->isChecked())
        return;
    m_compares->setChecked(compares);
    spanChosen();
}

void MetricsPane::spanChosen()
{
    m_loader.setPart({});
    m_group.setZoom({});
    if (m_sampled)
        m_sampled->setLongest(spans[static_cast<std::size_t>(m_spans->currentIndex())].range);
    Q_EMIT spanChanged();
    refresh();
}

/// A part that is looked at is asked for with a finer step, all of it again with the usual one.
void MetricsPane::followZoom()
{
    if (!m_isRebuilt || m_source->state() != ServerSource::State::Found)
        return;
    if (!m_group.zoom()) {
        if (m_loader.part())
            m_loader.setPart({}), refresh();
    } else if (m_loader.wouldTellMore(*m_group.zoom(), m_source->now())) {
        m_loader.setPart(m_group.zoom());
        refresh();
    }
}

void MetricsPane::setContainer(const QString &container)
{
    if (m_subject.kind != SubjectKind::Pod || container == m_container)
        return;
    m_container = container;
    sourceChanged();
}

void MetricsPane::sourceChanged()
{
    const bool isFound = m_source->state() == ServerSource::State::Found, isMissing = m_source->state() == ServerSource::State::Missing;
    m_isSampled = m_sampled && !isFound && (isMissing || m_isSampled);     // also while it is looked for again
    m_splitter->setVisible(isFound);
    m_notice->setVisible(!isFound && !m_isSampled);
    m_compares->setEnabled(isFound);
    m_told->show(isFound ? m_source->name() : m_isSampled ? m_sampled->rungName() : QString());
    if (m_sampled)
        m_sampled->setVisible(m_isSampled), m_sampled->setSampling(m_isSampled && m_wasShown);
    m_isRebuilt = false;
    if (isFound && isVisible())
        rebuild();
    else if (isMissing)
        showMissing();
    else if (!isFound)
        m_notice->tell(Meaning::Progress, tr("Looking for Prometheus"), tr("What may be one is asked whether it is, and whether it watches this cluster."));
    if (!isFound)
        readFacts();
    settle();
}

/// What was tried stands there word for word; installing it is for whoever runs the cluster.
void MetricsPane::showMissing()
{
    const Explanation why = explanationOf(m_source->whyMissing());
    if (m_sampled)
        m_sampled->setWhy(why);
    QStringList parts{why.cause, why.fix, why.commands};
    parts.removeAll(QString());
    std::vector<base::StateNotice::Step> steps{{tr("Look again"), [this] { m_source->lookAgain(); }}};
    if (!why.commands.isEmpty())
        steps.push_back({tr("Copy the commands"), [this, commands = why.commands] {
                             QGuiApplication::clipboard()->setText(commands);
                             Q_EMIT noticed(tr("Copied the commands"));
                         }});
    m_notice->tell(Meaning::Unknown, why.title, parts.join(QStringLiteral("\n\n")), steps);
}

Subject MetricsPane::shownSubject() const
{
    Subject subject = m_subject;
    if (!m_container.isEmpty()) {
        subject.kind = SubjectKind::Container;
        subject.container = m_container.toStdString();
    }
    return subject;
}

void MetricsPane::rebuild()
{
    m_isRebuilt = true;
    m_loader.show(chartsOf(shownSubject(), m_source->capabilities(), m_selection), m_source->server(), m_source->capabilities());
    m_group.setZoom({});
    m_group.setReach({});
    std::vector<charts::ChartView *> views;
    for (std::size_t i = 0; i < m_loader.specs().size(); ++i) {
        auto *view = new charts::ChartView(m_group, said(m_loader.specs()[i].title), m_grid->board());
        view->setObjectName(QString::fromStdString(m_loader.specs()[i].name));
        view->setSource(m_source->name().section(u' ', 0, 0));
        view->setExplained(true);
        connect(view, &charts::ChartView::explanationRequested, this, [this, i] { explain(i); });
        connect(view, &charts::ChartView::noticed, this, &MetricsPane::noticed);
        views.push_back(view);
    }
    m_doctor->hide();
    m_grid->setCharts(std::move(views));
    refresh();
}

void MetricsPane::refresh()
{
    if (!m_isRebuilt || !isVisible() || m_source->state() != ServerSource::State::Found)
        return;
    m_isSettled = false;
    m_refreshed = m_executor.clock().now();
    m_loader.setRange(spans[static_cast<std::size_t>(m_spans->currentIndex())].range, compares() ? ChartLoader::Comparison::PeriodBefore : ChartLoader::Comparison::None);
    m_loader.refresh(m_source->now());
    readFacts();
    const auto pause = std::clamp(m_loader.step(), ShortestRefresh, std::chrono::milliseconds(std::chrono::minutes(10)));
    m_refresh.start(static_cast<int>(pause.count()), this);
}

void MetricsPane::chartChanged(std::size_t chart)
{
    collectEvents(chart);
    showState(chart);
    collectContainers();
    if (m_doctor->isVisible() && m_explained == chart)
        m_doctor->tell(m_loader.specs()[chart], m_loader.state(chart), *m_source);
}

/// Restarts are marked on all charts of the page.
void MetricsPane::collectEvents(std::size_t chart)
{
    if (m_loader.specs()[chart].name != "restarts" || !m_loader.state(chart).chart)
        return;
    m_restarts = risesOf(*m_loader.state(chart).chart, [](const std::string &) { return tr("A container restarted").toStdString(); });
    setEvents(together(m_restarts, m_happenings));
}

void MetricsPane::setEvents(std::vector<charts::Event> events)
{
    if (events == m_events)
        return;
    m_events = std::move(events);
    for (std::size_t i = 0; m_isRebuilt && i < m_loader.specs().size(); ++i)
        if (m_loader.state(i).kind == ChartState::Kind::Shown)
            showState(i);
}

void MetricsPane::showState(std::size_t chart)
{
    const ChartState &state = m_loader.state(chart);
    charts::ChartView &view = *m_grid->charts()[chart];
    if (state.kind == ChartState::Kind::Shown) {
        if (!m_loader.part())
            m_group.setReach(state.chart->range);
        charts::Chart shown = *state.chart;
        shown.events = m_events;
        return view.showChart(std::make_shared<const charts::Chart>(std::move(shown)));
    }
    if (state.kind == ChartState::Kind::Asking)
        return;
    const Explanation why = explanationOf(m_loader.specs()[chart], state, m_source->capabilities(), m_source->clockDifference());
    view.showNotice(state.error ? Meaning::Error : Meaning::Unknown, why.title, why.cause.section(u'\n', 0, 0), {{tr("Where this comes from"), [this, chart] { explain(chart); }}});
}

/// By the lines of charts that have one for each container.
void MetricsPane::collectContainers()
{
    if (m_subject.kind != SubjectKind::Pod || !m_container.isEmpty())
        return;
    QStringList names;
    for (std::size_t i = 0; i < m_loader.specs().size(); ++i) {
        const ChartSpec &spec = m_loader.specs()[i];
        if (!m_loader.state(i).chart || spec.lines.empty() || spec.lines.front().legend != "{{container}}")
            continue;
        for (const charts::Line &line : m_loader.state(i).chart->lines)
            if (line.role == charts::Role::Value && !names.contains(QString::fromStdString(line.name)))
                names.append(QString::fromStdString(line.name));
    }
    names.sort();
    if (names.isEmpty() || names.size() + 1 == m_containers->count())
        return;
    m_containers->clear();
    m_containers->addItem(tr("All containers"), QString());
    for (const QString &name : names)
        m_containers->addItem(base::oneLine(name), name);
    m_containers->show();
}

void MetricsPane::explain(std::size_t chart)
{
    if (chart >= m_loader.specs().size())
        return;
    m_explained = chart;
    m_doctor->tell(m_loader.specs()[chart], m_loader.state(chart), *m_source);
    m_doctor->openIn(*m_splitter);
    m_grid->ensureWidgetVisible(m_grid->charts()[chart], 0, Margin);
}

const std::vector<charts::ChartView *> &MetricsPane::views() const { return m_grid->charts(); }

bool MetricsPane::isSettled() const
{
    if (m_source->state() != ServerSource::State::Found)
        return m_source->state() == ServerSource::State::Missing && (!m_sampled || m_sampled->isSettled());
    const auto isDrawn = [](const charts::ChartView *view) { return view->isDrawn() || view->visibleRegion().isEmpty(); };
    return m_isRebuilt && !m_loader.isAsking() && std::ranges::all_of(m_grid->charts(), isDrawn);
}

void MetricsPane::settle()
{
    if (!std::exchange(m_isSettled, isSettled()) && m_isSettled)
        Q_EMIT settled();
}

void MetricsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_source->want();
    if (m_isSampled)
        m_sampled->setSampling(true), readFacts();
    if (m_source->state() == ServerSource::State::Found && !m_isRebuilt)
        rebuild();
    else if (m_isRebuilt && (m_executor.clock().now() - m_refreshed >= ShortestRefresh || !m_refresh.isActive()))
        refresh();
}

/// Nobody is asked for what nobody sees.
void MetricsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_refresh.stop();
    m_zoomPause.cancel();
    m_factsJob.cancel();
    m_loader.stop();
}

void MetricsPane::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_refresh.timerId())
        m_loader.isPast(m_source->now()) ? readFacts() : refresh();
    else
        QWidget::timerEvent(event);
}

text::Value MetricsPane::state() const
{
    text::Value state = text::Value::map();
    state.set("span", text::Value::string(span().toStdString()));
    state.set("compares", text::Value::boolean(compares()));
    return state;
}

void MetricsPane::restore(const text::Value &state)
{
    setSpan(QString::fromStdString(state["span"].text()));
    setCompares(state["compares"].asBoolean());
}

} // namespace metrics
