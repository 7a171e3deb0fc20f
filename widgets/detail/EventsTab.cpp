#include "widgets/detail/EventsTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/WhyNot.h"
#include "widgets/detail/Relations.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace detail {

using base::Meaning;
using base::StateNotice;
using base::Theme;
using Phase = kube::SyncState::Phase;

EventsTab::EventsTab(std::shared_ptr<WatchedObject> object, const base::Clock &clock, OwnerChain::FindType findType, QWidget *parent)
    : ObjectTab(parent)
    , m_object(std::move(object))
    , m_findType(std::move(findType))
    , m_hasFamily(m_findType && Family::isKnown(m_object->name().type.group, m_object->name().type.kind))
    , m_model(clock)
    , m_stack(new QStackedLayout(this))
    , m_notice(new StateNotice(StateNotice::Form::Centered, this))
    , m_strip(new StateNotice(StateNotice::Form::Strip))
    , m_grouped(new QToolButton(this))
    , m_warningsFirst(new QToolButton(this))
    , m_counts(new base::PlainLabel(this))
    , m_table(makeTable())
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(makeBar());
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(Theme::Step, 0, 0, 0);
    inset->addWidget(m_table);
    layout->addLayout(inset, 1);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(content);
    m_ticks.setInterval(std::chrono::seconds(1));
    m_soon.setInterval(Gather);
    m_soon.setSingleShot(true);
    connect(&m_ticks, &QTimer::timeout, &m_model, &EventsModel::tick);
    m_grace.setInterval(GraceTime);
    m_grace.setSingleShot(true);
    m_grace.start();
    connect(&m_soon, &QTimer::timeout, this, &EventsTab::update);
    connect(&m_grace, &QTimer::timeout, this, &EventsTab::rest);
    // Which events are about this very object is known once it is.
    connect(m_object.get(), &WatchedObject::changed, this, [this] {
        if (m_family && m_object->object())
            m_family->follow(*m_object->object());
        updateSoon();
    });
    connect(&Theme::instance(), &Theme::changed, this, &EventsTab::recolor);
    recolor();
}

EventsTab::EventsTab(cluster::ConnectedCluster &cluster, std::shared_ptr<WatchedObject> object, QWidget *parent)
    : EventsTab(std::move(object), cluster.clock(), typesOf(cluster), parent)
{
    connectTo(cluster.api());
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
}

EventsTab::EventsTab(kube::Api &api, std::shared_ptr<WatchedObject> object, OwnerChain::FindType findType, QWidget *parent)
    : EventsTab(std::move(object), base::Clock::system(), std::move(findType), parent)
{
    connectTo(api);
}

QWidget *EventsTab::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 4);
    layout->setSpacing(2 * Theme::Step);
    m_grouped->setText(tr("Alike together"));
    base::setPlainToolTip(m_grouped, tr("Events with the same reason and message stand in one row, which opens to each of them"));
    m_warningsFirst->setText(tr("Warnings first"));
    m_grouped->setCheckable(true);
    m_grouped->setChecked(true);
    for (QToolButton *button : {m_grouped, m_warningsFirst}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(Theme::ControlHeight);
        connect(button, &QToolButton::toggled, this, [this] {
            m_model.setOrder({m_grouped->isChecked(), m_warningsFirst->isChecked()});
            fitHeights();
            tellCounts();
        });
        layout->addWidget(button);
    }
    layout->addWidget(m_counts);
    layout->addStretch();
    return bar;
}

namespace {

constexpr int ReadableMessage = 320;    ///< narrower, and a message is a column of single words

struct ColumnWidth { int column, width; };
/// In the order in which they make room for the message; the first ones never do. Their tool tips tell what they left out.
constexpr std::array<ColumnWidth, 7> columnWidths{{{EventsModel::Reason, 150}, {EventsModel::Type, 116}, {EventsModel::Last, 92}, {EventsModel::Object, 220},
                                                   {EventsModel::Count, 64}, {EventsModel::First, 92}, {EventsModel::Source, 150}}};
constexpr std::size_t FirstThatGoes = 4;
/// Rows of more are of one line each: measuring every message would take longer than a frame.
constexpr int MostMeasured = 200;

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
    table->installEventFilter(this);
    connect(table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { act(index.row()); });
    connect(table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == EventsModel::Object)
            openObject(index.row());
        else if (index.column() == EventsModel::Type && m_model.isGroup(index.row()))
            act(index.row());
    });
    return table;
}

/// A message one can read comes before the columns that say less.
void EventsTab::chooseColumns()
{
    int used = ReadableMessage;
    for (std::size_t i = 0; i < columnWidths.size(); ++i) {
        const bool isForFamilies = columnWidths[i].column == EventsModel::Object;
        if (!isForFamilies || m_hasFamily)
            used += columnWidths[i].width;
        m_table->setColumnHidden(columnWidths[i].column, (isForFamilies && !m_hasFamily) || (i >= FirstThatGoes && used > width()));
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

/// Who rests asks when somebody looks again.
void EventsTab::connectTo(kube::Api &api)
{
    const bool isResting = m_api && !m_list;
    m_api = &api;
    if (!isResting)
        follow();
}

void EventsTab::follow()
{
    kube::Api &api = *m_api;
    const ObjectName &name = m_object->name();
    if (!m_hasFamily) {
        m_list = std::make_unique<LiveList>(api, m_executor, eventsOf(name.type.kind, name.namespaceName, name.name), [this] { take(); });
        return;
    }
    m_list = std::make_unique<LiveList>(api, m_executor, eventsIn(name.namespaceName), [this] { take(); }, reduceEvent);
    const Family::Uids before = m_family ? m_family->uids() : std::exchange(m_lastFamily, {});
    m_family = std::make_unique<Family>(api, m_executor, m_findType, [this] { updateSoon(); });
    if (m_object->object())
        m_family->follow(*m_object->object());
    m_family->remember(before);
    update();
}

/// What is known stays for who comes back.
void EventsTab::rest()
{
    m_soon.stop();
    m_list.reset();
    if (m_family)
        m_lastFamily = m_family->uids();
    m_family.reset();
}

/// What comes first is shown at once.
void EventsTab::updateSoon()
{
    if (!m_list)
        return;
    if (!isSettled() || !m_hasFamily)
        update();
    else if (!m_soon.isActive())
        m_soon.start();
}

void EventsTab::take()
{
    const bool wasComplete = m_content.isComplete;
    LiveList::Content content = m_list->take();
    // A new connection begins with nothing; what is shown stays until it knows more.
    if (content.isComplete || !m_content.isComplete)
        m_content = std::move(content);
    else
        m_content.state = content.state;
    if (m_hasFamily && !m_content.isComplete && !m_content.state.error)
        return; // a namespace's events come in many pieces
    if (m_content.isComplete != wasComplete)
        update();
    else
        updateSoon();
}

std::vector<Event> EventsTab::known()
{
    m_reader.take(m_content);
    if (!m_hasFamily)
        return m_reader.about(m_object->uid());
    const ObjectName &name = m_object->name();
    return m_reader.about(name.type.kind, name.name, m_object->uid(), m_family->uids());
}

bool EventsTab::isSettled() const
{
    const bool isFamilyKnown = !m_family || m_family->isSettled() || (m_object->state().isKnown() && !m_object->object());
    return m_content.state.error || (m_content.isComplete && isFamilyKnown);
}

QString EventsTab::command() const
{
    const ObjectName &name = m_object->name();
    const QString space = name.namespaceName.empty() ? QStringLiteral(" -A") : QStringLiteral(" -n ") + QString::fromStdString(name.namespaceName);
    if (m_hasFamily)
        return QStringLiteral("kubectl get events") + space;
    return QStringLiteral("kubectl get events") + space + QStringLiteral(" --field-selector involvedObject.kind=") + QString::fromStdString(name.type.kind)
        + QStringLiteral(",involvedObject.name=") + QString::fromStdString(name.name);
}

QString EventsTab::apiCall() const
{
    const ObjectName &name = m_object->name();
    const std::string space = name.namespaceName.empty() ? std::string() : "/namespaces/" + kube::percentEncode(name.namespaceName);
    if (m_hasFamily)
        return QStringLiteral("GET ") + QString::fromStdString("/api/v1" + space + "/events");
    const std::string selector = "involvedObject.kind=" + name.type.kind + ",involvedObject.name=" + name.name;
    return QStringLiteral("GET ") + QString::fromStdString("/api/v1" + space + "/events?fieldSelector=" + kube::percentEncode(selector));
}

void EventsTab::update()
{
    m_soon.stop();
    m_model.setEvents(known());
    fitHeights();
    tellCounts();
    const kube::SyncState &state = m_content.state;
    const bool isStale = state.phase != Phase::Live && state.phase != Phase::Polling && state.error;
    m_strip->setVisible(isStale);
    if (isStale)
        m_strip->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(state.since)), base::errorText(*state.error),
                      {{tr("Try now"), [this] { m_list->retryNow(); }}}, state.nextAttempt);
    if (m_model.eventCount() == 0)
        tellNothing();
    m_stack->setCurrentIndex(m_model.eventCount() == 0 ? 0 : 1);
    if (isSettled())
        Q_EMIT settled();
}

void EventsTab::tellCounts()
{
    const QString events = QLocale().toString(static_cast<qulonglong>(m_model.eventCount()));
    const QString groups = QLocale().toString(static_cast<qulonglong>(m_model.groupCount()));
    QString words = m_model.order().areGrouped ? tr("Events: %1, of %2 causes").arg(events, groups) : tr("Events: %1").arg(events);
    if (m_hasFamily && m_family->isSettled()) {
        const std::size_t owned = std::max<std::size_t>(m_family->uids().size(), 1) - 1;
        words += u' ' + tr("(of this object and of %1 that belong to it)").arg(QLocale().toString(static_cast<qulonglong>(owned)));
        if (const auto problem = m_family->problem())
            words += u' ' + tr("Not all of them are known: %1").arg(base::errorText(*problem));
    }
    if (m_counts->text() != words)
        m_counts->show(words);
}

/// Row by row as high as its message, or all of one height.
void EventsTab::fitHeights()
{
    QHeaderView *header = m_table->verticalHeader();
    const auto mode = m_model.rowCount() > MostMeasured ? QHeaderView::Fixed : QHeaderView::ResizeToContents;
    if (header->sectionResizeMode(0) == mode)
        return;
    header->setSectionResizeMode(mode);
    header->setDefaultSectionSize(Theme::RowHeight);
}

void EventsTab::act(int row)
{
    if (!m_model.isGroup(row))
        return openObject(row);
    m_model.setUnfolded(row, !m_model.isUnfolded(row));
    fitHeights();
}

void EventsTab::openObject(int row)
{
    const auto object = m_model.objectAt(row);
    const auto type = object && m_findType ? m_findType(*object) : std::nullopt;
    const ObjectName &own = m_object->name();
    if (!type || object->name.empty() || (type->kind == own.type.kind && object->name == own.name))
        return;
    Q_EMIT openRequested({QString::fromStdString(type->qualifiedName()), QString::fromStdString(type->namespaced ? object->namespaceName : std::string()),
                          QString::fromStdString(object->name), {}});
}

bool EventsTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return ObjectTab::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_table->currentIndex().row();
    const bool isFold = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
    if (key->modifiers() == Qt::NoModifier && isFold && m_model.isGroup(row)) {
        m_model.setUnfolded(row, key->key() == Qt::Key_Right);
        fitHeights();
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && row >= 0) {
        act(row);
        return true;
    }
    return ObjectTab::eventFilter(watched, event);
}

void EventsTab::tellNothing()
{
    const std::optional<base::Error> &error = m_content.state.error;
    std::vector<StateNotice::Step> again{{tr("Try now"), [this] { m_list->retryNow(); }}};
    if (const auto why = error ? base::whyNotAddress(*error) : std::nullopt)
        again.push_back({tr("Why not?"), [this, why] { Q_EMIT openRequested(*why); }});
    if (error && (error->kind == base::ErrorKind::Forbidden || error->kind == base::ErrorKind::Unauthorized)) {
        const QString right = tr("Needed are the verbs list and watch on events. Who manages access to this cluster can give them.");
        return m_notice->tell(Meaning::Error, tr("You may not read events here"), base::errorText(*error) + u'\n' + right, again, m_content.state.nextAttempt);
    }
    if (error)
        return m_notice->tell(Meaning::Error, tr("The events could not be read"), base::errorText(*error), again, m_content.state.nextAttempt);
    if (!isSettled())
        return m_notice->tell(Meaning::Progress, tr("Asking for events"), {});
    if (m_hasFamily)
        return m_notice->tell(Meaning::Unknown, tr("No events"),
                              tr("The server keeps events for a while only, one hour if nobody changed it. Those it still has are neither about this object nor about what belongs to it."));
    m_notice->tell(Meaning::Unknown, tr("No events"), tr("The server keeps events for a while only, one hour if nobody changed it. Those it still has are not about this object."));
}

void EventsTab::showEvent(QShowEvent *event)
{
    m_grace.stop();
    if (!m_list)
        follow();
    m_model.tick();
    m_ticks.start();
    ObjectTab::showEvent(event);
}

void EventsTab::hideEvent(QHideEvent *event)
{
    m_ticks.stop();
    m_grace.start();
    ObjectTab::hideEvent(event);
}

} // namespace detail
