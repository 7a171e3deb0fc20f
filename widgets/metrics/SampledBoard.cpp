#include "widgets/metrics/SampledBoard.h"

#include "models/metrics/UsageSource.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/charts/ChartGrid.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace metrics {

using base::Meaning;

namespace {

QString clockText(base::SystemTime time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count()).time(), QStringLiteral("HH:mm"));
}

} // namespace

SampledBoard::SampledBoard(std::shared_ptr<UsageSource> source, Subject subject, QWidget *parent)
    : QWidget(parent), m_source(std::move(source)), m_view{std::move(subject)}, m_measured(sampledFor(m_view.subject.kind).value_or(Measured::Pods)),
      m_strip(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_nothing(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_grid(new charts::ChartGrid(m_splitter)), m_doctor(new DoctorPanel(m_splitter))
{
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_doctor->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_splitter, 1);
    connect(m_source.get(), &UsageSource::changed, this, [this](Measured measured) {
        if (measured == m_measured)
            draw();
    });
    connect(m_source.get(), &UsageSource::historyGrew, this, [this](Measured measured) {
        if (measured == m_measured)
            draw();
    });
    connect(&m_group, &charts::ChartGroup::drawn, this, &SampledBoard::settled);
    connect(m_doctor, &DoctorPanel::closed, m_doctor, &QWidget::hide);
    connect(m_doctor, &DoctorPanel::noticed, this, &SampledBoard::noticed);
    draw();
}

SampledBoard::~SampledBoard()
{
    m_source->setWanted(this, m_measured, false);
}

void SampledBoard::setSampling(bool isSampling)
{
    m_source->setWanted(this, m_measured, isSampling);
    if (isSampling)
        draw();
}

void SampledBoard::setFacts(const SubjectFacts &facts)
{
    m_view.selection = facts.selection;
    m_view.allowance = facts.allowance;
    m_events = facts.events;
    draw();
}

void SampledBoard::setLongest(std::chrono::milliseconds longest)
{
    m_longest = longest;
    draw();
}

void SampledBoard::setWhy(const Explanation &why)
{
    m_why = why;
    draw();
}

void SampledBoard::refresh() { m_source->retryNow(); }

const std::vector<charts::ChartView *> &SampledBoard::views() const { return m_grid->charts(); }

QString SampledBoard::rungName() const
{
    const auto &table = m_source->table(m_measured);
    if (!table)
        return {};
    return table->source() == Rung::MetricsApi ? QStringLiteral("metrics.k8s.io") : table->source() == Rung::KubeletSummary ? tr("kubelets") : QStringLiteral("Prometheus");
}

bool SampledBoard::isSettled() const
{
    const auto isDrawn = [](const charts::ChartView *view) { return view->isDrawn() || view->visibleRegion().isEmpty(); };
    return (m_source->table(m_measured) || m_source->error(m_measured)) && m_source->isHistoryWhole(m_measured) && std::ranges::all_of(views(), isDrawn);
}

void SampledBoard::draw()
{
    const bool hasTable = m_source->table(m_measured) != nullptr;
    m_nothing->setVisible(!hasTable);
    m_strip->setVisible(hasTable);
    m_splitter->setVisible(hasTable);
    if (!hasTable)
        tellNothing();
    else if (m_source->isHistoryWhole(m_measured))
        drawCharts();       // a sum of some of them would be wrong
    Q_EMIT sourceChanged();
    Q_EMIT settled();
}

/// Neither a server nor samples: both reasons, and what to do about the first.
void SampledBoard::tellNothing()
{
    const auto &error = m_source->error(m_measured);
    if (!error)
        return m_nothing->tell(Meaning::Progress, tr("Taking the first sample"), tr("There is no Prometheus to ask, so that charts begin now."));
    const bool isSame = m_why.cause.contains(QString::fromStdString(error->message));
    const QString cause = isSame ? m_why.cause : m_why.cause + QStringLiteral("\n") + tr("No sample could be taken: %1").arg(base::errorText(*error));
    QStringList parts{cause, m_why.fix, m_why.commands};
    parts.removeAll(QString());
    std::vector<base::StateNotice::Step> steps{{tr("Look again"), [this] { refresh(), Q_EMIT lookAgainRequested(); }}};
    if (!m_why.commands.isEmpty())
        steps.push_back({tr("Copy the commands"), [this] { copyCommands(); }});
    m_nothing->tell(Meaning::Unknown, m_why.title, parts.join(QStringLiteral("\n\n")), steps);
}

void SampledBoard::drawCharts()
{
    m_view.range = sampledRange(m_view.subject, m_view.selection, m_source->history(), m_source->now(), m_longest);
    const std::vector<SampledChart> charts = sampledCharts(m_view, m_source->history(), catalogueWords());
    makeViews(charts);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        charts::Chart chart = charts[i].chart;
        chart.staleSince = m_source->staleSince(m_measured);
        chart.events = m_events;
        charts::ChartView &view = *m_grid->charts()[i];
        view.setSource(sinceText(charts));
        const bool hasValues = std::ranges::any_of(chart.lines, [](const charts::Line &line) { return line.role == charts::Role::Value && !line.points.empty(); });
        if (hasValues)
            view.showChart(std::make_shared<const charts::Chart>(std::move(chart)));
        else
            view.showNotice(Meaning::Unknown, tr("Nothing was sampled of it yet"), tr("%1 told nothing of this object. What is new is measured after some seconds.").arg(rungName()));
    }
    tellState(charts);
}

void SampledBoard::makeViews(const std::vector<SampledChart> &charts)
{
    const auto nameOf = [](const charts::ChartView *view) { return view->objectName().toStdString(); };
    if (std::ranges::equal(charts, m_grid->charts(), {}, [](const SampledChart &each) { return each.spec.name; }, nameOf))
        return;
    std::vector<charts::ChartView *> views;
    for (const SampledChart &each : charts) {
        auto *view = new charts::ChartView(m_group, said(each.spec.title), m_grid->board());
        view->setObjectName(QString::fromStdString(each.spec.name));
        view->setExplained(true);
        connect(view, &charts::ChartView::explanationRequested, this, &SampledBoard::explain);
        connect(view, &charts::ChartView::noticed, this, &SampledBoard::noticed);
        views.push_back(view);
    }
    m_grid->setCharts(std::move(views));
}

QString SampledBoard::sinceText(const std::vector<SampledChart> &charts) const
{
    const auto first = firstSample(charts);
    return first ? tr("%1, since %2").arg(rungName(), clockText(*first)) : rungName();
}

void SampledBoard::tellState(const std::vector<SampledChart> &charts)
{
    const auto first = firstSample(charts);
    const QString since = first ? tr("Since %1, sampled by Wheelhouse from %2 while this page is open.").arg(clockText(*first), rungName()) : tr("Sampled by Wheelhouse from %1 while this page is open.").arg(rungName());
    m_strip->tell(Meaning::Unknown, tr("No Prometheus"), since, {{tr("Why"), [this] { explain(); }}, {tr("Look again"), [this] { Q_EMIT lookAgainRequested(); }}});
}

void SampledBoard::explain()
{
    m_doctor->tellSampled(tr("Sampled by Wheelhouse from %1 every %2 s").arg(rungName(), QString::number(SampleStep.count())), m_why);
    m_doctor->openIn(*m_splitter);
}

void SampledBoard::copyCommands()
{
    QGuiApplication::clipboard()->setText(m_why.commands);
    Q_EMIT noticed(tr("Copied the commands"));
}

} // namespace metrics
