#include "widgets/overview/OverviewPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/platform/Aside.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/base/Trace.h"
#include "widgets/overview/FactsModel.h"
#include "widgets/overview/StateGrid.h"
#include "widgets/overview/UnwellModel.h"
#include "widgets/overview/WarningsModel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSplitter>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace overview {

using base::Theme;

namespace {

constexpr int Turn = 500;               // ms
constexpr int Margin = 3 * Theme::Step;
constexpr int FactsRows = 8;            // more can be scrolled to
constexpr int FactsWidth = 420;
constexpr int WideEnough = 1080;        // for both halves of the top side by side

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

} // namespace

OverviewPage::OverviewPage(base::ClusterView &view, QWidget *parent)
    : Page(parent)
    , m_view(view)
    , m_overview(view.cluster())
    , m_states(new StateGrid(this))
    , m_unwell(new UnwellModel(m_overview, view.cluster().clock(), this))
    , m_warnings(new WarningsModel(m_overview, view.cluster().clock(), this))
    , m_facts(new FactsModel(this))
    , m_unwellTable(new base::PlainTable(tr("Needs attention"), this))
    , m_warningsTable(new base::PlainTable(tr("Newest warnings"), this))
    , m_factsTable(new base::PlainTable(tr("Versions and what ends"), this))
{
    m_unwellTable->setModel(m_unwell);
    m_unwellTable->setWidths(UnwellModel::Why, {20, 12, 12, 26, 30, 5});
    m_warningsTable->setModel(m_warnings);
    m_warningsTable->setWidths(WarningsModel::Message, {8, 18, 12, 28, 30, 5});
    m_factsTable->setModel(m_facts);
    m_factsTable->setWidths(FactsModel::Value, {0, 14, 0});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeTop());
    layout->addWidget(makeBottom(), 1);
    connect(m_states, &StateGrid::openRequested, this, &OverviewPage::openRequested);
    connect(m_unwellTable, &base::PlainTable::chosen, this, [this](int row) {
        if (const auto object = m_unwell->addressAt(row))
            Q_EMIT openRequested(*object);
    });
    connect(m_warningsTable, &base::PlainTable::chosen, this, [this](int row) {
        if (const auto object = m_warnings->objectAt(row))
            Q_EMIT openRequested(*object);
    });
    connect(&m_overview, &Overview::changed, this, &OverviewPage::overviewChanged);
    connect(&view.cluster(), &cluster::ConnectedCluster::versionChanged, this, [this] { m_isChanged = true; });
    connect(&view.cluster(), &cluster::ConnectedCluster::healthChanged, this, &OverviewPage::readExpiries);
    connect(&view, &base::ClusterView::namespacesChanged, this, &OverviewPage::namespacesChanged);
    namespacesChanged();
    readExpiries();
    refresh();
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::title() const
{
    return tr("Overview");
}

std::vector<kube::ResourceType> OverviewPage::listed() const
{
    std::vector<kube::ResourceType> types;
    for (const auto &kind : m_overview.kinds())
        types.push_back(kind->type());
    for (const KindState *other : {m_overview.events(), m_overview.storageClasses()}) {
        if (other)
            types.push_back(other->type());
    }
    return types;
}

QString OverviewPage::command() const
{
    const QString space = m_view.namespaces().size() == 1 ? QStringLiteral(" -n ") + base::shellWord(m_view.namespaces().first()) : QStringLiteral(" -A");
    QStringList lines;
    for (const kube::ResourceType &type : listed())
        lines << QStringLiteral("kubectl get ") + QString::fromStdString(type.qualifiedName()) + (type.namespaced ? space : QString());
    if (!lines.isEmpty())
        lines << QStringLiteral("kubectl version");
    return lines.join(u'\n');
}

QString OverviewPage::apiCall() const
{
    const std::string space = m_view.namespaces().size() == 1 ? m_view.namespaces().first().toStdString() : std::string();
    QStringList lines;
    for (const kube::ResourceType &type : listed())
        lines << QStringLiteral("GET ") + QString::fromStdString(kube::collectionPath(type, type.namespaced ? space : std::string()));
    if (!lines.isEmpty())
        lines << QStringLiteral("GET /version");
    return lines.join(u'\n');
}

QWidget *OverviewPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(3 * Theme::Step);
    auto *name = new base::PlainLabel(title(), head);
    name->setFont(Theme::instance().titleFont());
    m_figures = new base::PlainLabel(head);
    row->addWidget(name);
    row->addWidget(m_figures, 1);
    return head;
}

/// Both halves are as high as they must be; the lists below get the rest.
QWidget *OverviewPage::makeTop()
{
    auto *top = new QWidget(this);
    m_top = new QHBoxLayout(top);
    m_top->setContentsMargins(Margin, 0, Margin, Margin);
    m_top->setSpacing(4 * Theme::Step);
    m_factsTable->setMinimumWidth(FactsWidth);
    m_top->addWidget(m_states, 0, Qt::AlignTop | Qt::AlignLeft);
    m_top->addWidget(m_factsTable, 1, Qt::AlignTop);
    return top;
}

QWidget *OverviewPage::makePart(base::PlainLabel *title, QWidget *content)
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(base::strongWeight());
    title->setFont(font);
    title->setContentsMargins(Margin, Theme::Step, Margin, Theme::Step);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(content, 1);
    return part;
}

QWidget *OverviewPage::makeBottom()
{
    m_unwellTitle = new base::PlainLabel(this);
    m_warningsTitle = new base::PlainLabel(this);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makePart(m_unwellTitle, m_unwellTable));
    splitter->addWidget(makePart(m_warningsTitle, m_warningsTable));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void OverviewPage::namespacesChanged()
{
    Tally::Namespaces namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.insert(name.toStdString());
    m_overview.setNamespaces(std::move(namespaces));
    m_isChanged = true;
    if (isVisible())
        refresh();
}

/// Aside, as the files may be anywhere; again when the connection is another, whose certificates may be new, and when somebody comes back: files are
/// renewed as well.
void OverviewPage::readExpiries()
{
    m_reading = platform::runAside(m_executor, [this, settings = m_view.cluster().settings()](std::stop_token) -> base::Task {
        return [this, found = expiries(settings)] {
            m_expiries = found;
            m_isChanged = true;
        };
    });
}

void OverviewPage::overviewChanged()
{
    m_isChanged = true;
    if (!std::exchange(m_wasComplete, m_overview.isSettled()) && m_wasComplete)
        base::Trace::instance().mark({"lists-complete", {}, "overview", 0});
}

void OverviewPage::showFigures()
{
    QStringList figures;
    if (!m_view.cluster().version().empty())
        figures << QStringLiteral("Kubernetes ") + base::oneLine(m_view.cluster().version());
    if (const KindState *nodes = m_overview.kind("nodes"); nodes && nodes->isComplete())
        figures << tr("nodes: %1").arg(numberText(nodes->tally().total()));
    if (!m_view.namespaces().isEmpty())
        figures << tr("only in %1").arg(base::oneLine(m_view.namespaces().join(QStringLiteral(", "))));
    m_figures->show(figures.join(QStringLiteral("  ·  ")));
    const auto unwell = m_unwell->objectCount(), warnings = static_cast<std::size_t>(m_warnings->rowCount());
    m_unwellTitle->show(unwell > 0 ? tr("Needs attention: %1").arg(numberText(unwell)) : m_overview.isSettled() ? tr("Nothing needs attention") : tr("Counting what needs attention"));
    m_warningsTitle->show(warnings > 0 ? tr("Warnings, newest first: %1").arg(numberText(warnings)) : m_overview.isSettled() ? tr("No warnings") : tr("Reading warnings"));
}

void OverviewPage::refresh()
{
    m_isChanged = false;
    m_states->show(m_overview.kinds());
    m_unwell->refresh();
    m_warnings->refresh();
    const std::string &version = m_view.cluster().version();
    m_facts->show(version, kubeletVersions(version, m_overview.kubelets()), m_expiries.value_or(std::vector<Expiry>()), m_view.cluster().clock().now());
    m_factsTable->setFixedHeight(Theme::HeaderHeight + std::clamp(m_facts->rowCount(), 1, FactsRows) * Theme::RowHeight + 2);
    showFigures();
    if (QString now = command(); now != m_command) {
        m_command = std::move(now);
        Q_EMIT commandChanged();
    }
    if (!m_wasSettled && isSettled()) {
        m_wasSettled = true;
        base::Trace::instance().mark({"overview-shown", {}, "overview", m_unwell->rowCount()});
        Q_EMIT settled();
    }
}

bool OverviewPage::isSettled() const
{
    return (m_overview.isSettled() && m_expiries && !m_isChanged) || m_view.cluster().health().error;
}

void OverviewPage::becameCurrent()
{
    readExpiries();
    refresh();
}

/// Where there is no room for both, what ends stands below the counts.
void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_top->setDirection(width() < WideEnough ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    m_turn.start(Turn, this);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_turn.stop();
    Page::hideEvent(event);
}

void OverviewPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_turn.timerId())
        return Page::timerEvent(event);
    if (m_isChanged)
        refresh();
}

} // namespace overview
