#include "widgets/metrics/MetricsPane.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartGrid.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"
#include "widgets/metrics/MetricsWords.h"
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

} // namespace

MetricsPane::MetricsPane(std::shared_ptr<ServerSource> source, Subject subject, QWidget *parent)
    : QWidget(parent), m_source(std::move(source)), m_subject(std::move(subject)), m_loader(m_executor, catalogueWords()),
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
    sourceChanged();
}

MetricsPane::~MetricsPane() = default;

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
    connect(base::addBarButton(*row, tr("Refresh"), tr("Ask for new values now")), &QPushButton::clicked, this, &MetricsPane::refresh);
    return bar;
}

void MetricsPane::setSelection(Selection selection)
{
    if (selection.pods == m_selection.pods && selection.backends == m_selection.backends)
        return;
    m_selection = std::move(selection);
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
    m_group.setZoom({});
    Q_EMIT spanChanged();
    refresh();
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
    const bool isFound = m_source->state() == ServerSource::State::Found;
    m_splitter->setVisible(isFound);
    m_notice->setVisible(!isFound);
    m_told->show(isFound ? m_source->name() : QString());
    m_isRebuilt = false;
    if (isFound && isVisible())
        rebuild();
    else if (m_source->state() == ServerSource::State::Missing)
        showMissing();
    else if (!isFound)
        m_notice->tell(Meaning::Progress, tr("Looking for Prometheus"), tr("What may be one is asked whether it is, and whether it watches this cluster."));
    settle();
}

/// What was tried stands there word for word; installing it is for whoever runs the cluster.
void MetricsPane::showMissing()
{
    const QString tried = m_source->problems().join(u'\n');
    m_notice->tell(Meaning::Unknown, tr("No Prometheus that watches this cluster was found"),
                   (tried.isEmpty() ? QString() : tried + QStringLiteral("\n\n")) + tr("Where none is installed, Helm brings one with all that these charts need:") + u'\n' + helmCommands(),
                   {{tr("Look again"), [this] { m_source->lookAgain(); }}, {tr("Copy the Helm commands"), [this] {
                         QGuiApplication::clipboard()->setText(helmCommands());
                         Q_EMIT noticed(tr("Copied the Helm commands"));
                     }}});
}

void MetricsPane::rebuild()
{
    m_isRebuilt = true;
    Subject subject = m_subject;
    if (!m_container.isEmpty()) {
        subject.kind = SubjectKind::Container;
        subject.container = m_container.toStdString();
    }
    m_loader.show(chartsOf(subject, m_source->capabilities(), m_selection), m_source->server(), m_source->capabilities());
    std::vector<charts::ChartView *> views;
    for (std::size_t i = 0; i < m_loader.specs().size(); ++i) {
        auto *view = new charts::ChartView(m_group, said(m_loader.specs()[i].title), m_grid->board());
        view->setObjectName(QString::fromStdString(m_loader.specs()[i].name));
        view->setSource(m_source->name());
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
    std::vector<charts::Event> events = risesOf(*m_loader.state(chart).chart, [](const std::string &line) { return tr("Restarted: %1").arg(QString::fromStdString(line)).toStdString(); });
    if (events == m_events)
        return;
    m_events = std::move(events);
    for (std::size_t i = 0; i < m_loader.specs().size(); ++i)
        if (i != chart)
            showState(i);
}

void MetricsPane::showState(std::size_t chart)
{
    const ChartState &state = m_loader.state(chart);
    charts::ChartView &view = *m_grid->charts()[chart];
    if (state.kind == ChartState::Kind::Shown) {
        charts::Chart shown = *state.chart;
        shown.events = m_events;
        return view.showChart(std::make_shared<const charts::Chart>(std::move(shown)));
    }
    if (state.kind == ChartState::Kind::Asking)
        return;
    const Explanation why = explanationOf(m_loader.specs()[chart], state, m_source->capabilities());
    view.showNotice(state.error ? Meaning::Error : Meaning::Unknown, why.title, why.detail.section(u'\n', 0, 0), {{tr("Where this comes from"), [this, chart] { explain(chart); }}});
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
    m_doctor->show();
}

const std::vector<charts::ChartView *> &MetricsPane::views() const { return m_grid->charts(); }

bool MetricsPane::isSettled() const
{
    if (m_source->state() != ServerSource::State::Found)
        return m_source->state() == ServerSource::State::Missing;
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
    m_source->want();
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
    m_loader.stop();
}

void MetricsPane::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_refresh.timerId())
        refresh();
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
