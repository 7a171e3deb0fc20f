#include "widgets/detail/EventsTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/StateNotice.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace detail {

using base::Meaning;
using base::StateNotice;
using base::Theme;
using Phase = kube::SyncState::Phase;

EventsTab::EventsTab(std::shared_ptr<WatchedObject> object, const base::Clock &clock, QWidget *parent)
    : ObjectTab(parent)
    , m_object(std::move(object))
    , m_model(clock)
    , m_stack(new QStackedLayout(this))
    , m_notice(new StateNotice(StateNotice::Form::Centered, this))
    , m_strip(new StateNotice(StateNotice::Form::Strip))
    , m_table(makeTable())
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(Theme::Step, 0, 0, 0);
    inset->addWidget(m_table);
    layout->addLayout(inset, 1);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(content);
    m_ticks.setInterval(std::chrono::seconds(1));
    connect(&m_ticks, &QTimer::timeout, &m_model, &EventsModel::tick);
    // Which events are about this very object is known once it is.
    connect(m_object.get(), &WatchedObject::changed, this, &EventsTab::update);
    connect(&Theme::instance(), &Theme::changed, this, &EventsTab::recolor);
    recolor();
}

EventsTab::EventsTab(cluster::ConnectedCluster &cluster, std::shared_ptr<WatchedObject> object, QWidget *parent)
    : EventsTab(std::move(object), cluster.clock(), parent)
{
    connectTo(cluster.api());
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
}

EventsTab::EventsTab(kube::Api &api, std::shared_ptr<WatchedObject> object, QWidget *parent)
    : EventsTab(std::move(object), base::Clock::system(), parent)
{
    connectTo(api);
}

namespace {

constexpr int ReadableMessage = 320;    ///< narrower, and a message is a column of single words

struct ColumnWidth { int column, width; };
/// In the order in which they make room for the message; the first three never do. Their tool tips tell what they left out.
constexpr std::array<ColumnWidth, 6> columnWidths{{{EventsModel::Reason, 150}, {EventsModel::Type, 104}, {EventsModel::Last, 92},
                                                   {EventsModel::Count, 64}, {EventsModel::First, 92}, {EventsModel::Source, 150}}};
constexpr std::size_t FirstThatGoes = 3;

} // namespace

QTableView *EventsTab::makeTable()
{
    auto *table = new QTableView;
    table->setModel(&m_model);
    table->setAccessibleName(tr("Events"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(Theme::RowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = table->horizontalHeader();
    header->setFixedHeight(Theme::HeaderHeight);
    header->setHighlightSections(false);
    header->setSectionResizeMode(EventsModel::Message, QHeaderView::Stretch);
    for (const auto &[column, width] : columnWidths)
        header->resizeSection(column, width);
    return table;
}

/// A message one can read comes before the columns that say less.
void EventsTab::chooseColumns()
{
    int used = ReadableMessage;
    for (std::size_t i = 0; i < columnWidths.size(); ++i) {
        used += columnWidths[i].width;
        m_table->setColumnHidden(columnWidths[i].column, i >= FirstThatGoes && used > width());
    }
}

void EventsTab::resizeEvent(QResizeEvent *event)
{
    chooseColumns();
    ObjectTab::resizeEvent(event);
}

void EventsTab::recolor()
{
    const auto name = [](Meaning meaning) { return Theme::instance().color(meaning).name(); };
    m_table->setFont(Theme::instance().tableFont());
    // A cell puts 3 pixels beside its text itself; without a border it would have no padding.
    m_table->setStyleSheet(QStringLiteral("QTableView::item { border: none; padding: 3px 8px; }"
                                          "QHeaderView::section { padding: 0 11px; border: none; border-bottom: 1px solid %1; background: %2; color: %3; }")
                               .arg(name(Meaning::Border), name(Meaning::Surface), name(Meaning::Secondary)));
}

void EventsTab::connectTo(kube::Api &api)
{
    m_api = &api;
    const ObjectName &name = m_object->name();
    m_list = std::make_unique<LiveList>(api, m_executor, eventsOf(name.type.kind, name.namespaceName, name.name), [this] { take(); });
}

void EventsTab::take()
{
    LiveList::Content content = m_list->take();
    // A new connection begins with nothing; what is shown stays until it knows more.
    if (content.isComplete || !m_content.isComplete)
        m_content = std::move(content);
    else
        m_content.state = content.state;
    update();
}

bool EventsTab::isSettled() const
{
    return m_content.isComplete || m_content.state.error;
}

QString EventsTab::command() const
{
    const ObjectName &name = m_object->name();
    const QString space = name.namespaceName.empty() ? QStringLiteral(" -A") : QStringLiteral(" -n ") + QString::fromStdString(name.namespaceName);
    return QStringLiteral("kubectl get events") + space + QStringLiteral(" --field-selector involvedObject.kind=") + QString::fromStdString(name.type.kind)
        + QStringLiteral(",involvedObject.name=") + QString::fromStdString(name.name);
}

QString EventsTab::apiCall() const
{
    const ObjectName &name = m_object->name();
    const std::string space = name.namespaceName.empty() ? std::string() : "/namespaces/" + kube::percentEncode(name.namespaceName);
    const std::string selector = "involvedObject.kind=" + name.type.kind + ",involvedObject.name=" + name.name;
    return QStringLiteral("GET ") + QString::fromStdString("/api/v1" + space + "/events?fieldSelector=" + kube::percentEncode(selector));
}

void EventsTab::update()
{
    m_model.setEvents(readEvents(m_content, m_object->uid()));
    const kube::SyncState &state = m_content.state;
    const bool isStale = state.phase != Phase::Live && state.phase != Phase::Polling && state.error;
    m_strip->setVisible(isStale);
    if (isStale)
        m_strip->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(state.since)), base::errorText(*state.error),
                      {{tr("Try now"), [this] { m_list->retryNow(); }}}, state.nextAttempt);
    if (m_model.events().empty())
        tellNothing();
    m_stack->setCurrentIndex(m_model.events().empty() ? 0 : 1);
    if (isSettled())
        Q_EMIT settled();
}

void EventsTab::tellNothing()
{
    const std::optional<base::Error> &error = m_content.state.error;
    const std::vector<StateNotice::Step> again{{tr("Try now"), [this] { m_list->retryNow(); }}};
    if (error && (error->kind == base::ErrorKind::Forbidden || error->kind == base::ErrorKind::Unauthorized)) {
        const QString right = tr("Needed are the verbs list and watch on events. Who manages access to this cluster can give them.");
        return m_notice->tell(Meaning::Error, tr("You may not read events here"), base::errorText(*error) + u'\n' + right, again, m_content.state.nextAttempt);
    }
    if (error)
        return m_notice->tell(Meaning::Error, tr("The events could not be read"), base::errorText(*error), again, m_content.state.nextAttempt);
    if (!m_content.isComplete)
        return m_notice->tell(Meaning::Progress, tr("Asking for events"), {});
    m_notice->tell(Meaning::Unknown, tr("No events"), tr("The server keeps events for a while only, one hour if nobody changed it. Those it still has are not about this object."));
}

void EventsTab::showEvent(QShowEvent *event)
{
    m_model.tick();
    m_ticks.start();
    ObjectTab::showEvent(event);
}

void EventsTab::hideEvent(QHideEvent *event)
{
    m_ticks.stop();
    ObjectTab::hideEvent(event);
}

} // namespace detail
