#include "widgets/shell/ClusterPane.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/Feature.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Remembered.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/base/Trace.h"
#include "widgets/shell/DormantPage.h"
#include "widgets/shell/PageTabs.h"
#include "widgets/shell/Sidebar.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace shell {

using base::Address;

namespace {

constexpr std::chrono::milliseconds StateChangePause{500};

std::vector<SidebarPage> sidebarPages(const base::Registry &registry)
{
    std::vector<SidebarPage> pages;
    for (const base::PageEntry &page : registry.pages()) {
        if (*page.sidebar.english)
            pages.push_back({page.name, page.sidebar.translated()});
    }
    return pages;
}

} // namespace

ClusterPane::ClusterPane(cluster::Clusters &clusters, cluster::ConnectedCluster &cluster, const base::Registry &registry, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_registry(registry)
    , m_view(cluster, clusters.settings())
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_sidebar(new Sidebar(m_view, sidebarPages(registry), m_splitter))
    , m_tabs(new PageTabs(m_splitter))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, m_splitter))
{
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_tabs);
    m_splitter->addWidget(m_notice);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({Sidebar::Width, 1000, 1000});
    layOut();
    connect(m_sidebar, &Sidebar::kindChosen, this, [this](const kube::ResourceType &type, Qt::KeyboardModifiers modifiers) {
        openKind(type, modifiers & Qt::ControlModifier ? Where::NewTab : Where::Here);
    });
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &name) { openNow({name, {}, {}, {}}, Where::Here); });
    connect(m_tabs, &PageTabs::currentChanged, this, &ClusterPane::currentChanged);
    connect(m_tabs, &PageTabs::historyRequested, this, &ClusterPane::goThroughHistory);
    qApp->installEventFilter(this);
    connect(m_tabs, &PageTabs::changed, this, &ClusterPane::remember);
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &ClusterPane::remember);
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &ClusterPane::catalogChanged);
    connect(&cluster, &cluster::ConnectedCluster::healthChanged, this, &ClusterPane::updateNotice);
    m_stateChanges.setSingleShot(true);
    m_stateChanges.setInterval(StateChangePause);
    connect(&m_stateChanges, &QTimer::timeout, this, &ClusterPane::remember);
    updateNotice();
}

void ClusterPane::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (isViewedAsAnother()) {
        layout->setContentsMargins(FrameWidth, FrameWidth, FrameWidth, FrameWidth);
        setAccessibleName(base::sessionName(m_clusters, m_view.cluster()));
        if (QWidget *bar = m_registry.makeViewedBar(m_view, this))
            layout->addWidget(bar);
        connect(&base::Theme::instance(), &base::Theme::changed, this, qOverload<>(&QWidget::update));
    }
    layout->addWidget(m_splitter, 1);
}

void ClusterPane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!isViewedAsAnother())
        return;
    QPainter painter(this);
    painter.setPen(QPen(base::Theme::instance().color(base::Meaning::Warning), FrameWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double half = FrameWidth / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(half, half, -half, -half));
}

ClusterPane::~ClusterPane()
{
    remember(); // also how far a table was scrolled, of which nothing tells
}

base::Page *ClusterPane::currentPage() const
{
    return m_tabs->current();
}

void ClusterPane::open(const Address &address)
{
    if (m_registry.page(address.place) || !m_view.cluster().catalog().types().empty())
        return openNow(address, Where::NewTab);
    m_wanted = address;
}

void ClusterPane::catalogChanged()
{
    if (!m_isConnected && !m_view.cluster().catalog().types().empty()) {
        m_isConnected = true;
        base::Trace::instance().mark({"connected", m_view.cluster().entry().context.context, {}, 0});
    }
    if (m_wanted && !m_view.cluster().catalog().types().empty()) {
        const Address address = *m_wanted;
        openNow(address, Where::NewTab);
    }
    wake();
    updateNotice();
}

/// What was chosen before and could not be opened yet would come over it.
void ClusterPane::openNow(const Address &address, Where where)
{
    m_wanted.reset();
    if (base::Page *open = m_tabs->find(address)) {
        m_tabs->show(open);
        wake();
        if (m_tabs->current())
            m_tabs->current()->showAgain(address);
        return;
    }
    base::Page *page = makePage(address);
    if (!page)
        return showMissing(address);
    adopt(page, where);
    if (!address.isObject() && !address.tab.isEmpty())
        page->showAgain(address);
}

/// Null when the cluster has no such kind.
base::Page *ClusterPane::makePage(const Address &address)
{
    if (const base::PageEntry *entry = m_registry.page(address.place); entry && !address.isObject())
        return entry->make(m_clusters, &m_view, m_tabs->stack());
    const kube::ResourceType *type = m_view.cluster().catalog().find(address.place.toStdString());
    if (!type)
        return nullptr;
    return address.isObject() ? m_registry.makeObjectPage(m_view, *type, address, m_tabs->stack())
                              : m_registry.makeKindPage(m_view, *type, m_tabs->stack());
}

bool ClusterPane::openRemembered()
{
    if (isViewedAsAnother())
        return false;
    const RememberedPane pane = RememberedPane::fromValue(m_view.settings().value("session", keyOf(cluster::EntryId::of(m_view.cluster().entry()))));
    if (pane.pages.empty() || !base::opensAgain(m_view.settings()))
        return false;
    m_isRestoring = true;
    m_view.setNamespaces(pane.namespaces);
    for (const RememberedPage &page : pane.pages)
        m_tabs->append(new DormantPage(page, m_tabs->stack()));
    m_tabs->show(m_tabs->pages()[static_cast<std::size_t>(pane.current)]);
    m_isRestoring = false;
    wake();
    return true;
}

/// The page that is looked at must be one that works, as soon as it is known what kinds there are.
void ClusterPane::wake()
{
    auto *dormant = qobject_cast<DormantPage *>(m_tabs->current());
    if (!dormant || m_isRestoring || m_view.cluster().catalog().types().empty())
        return;
    const Address address = dormant->address();
    base::Page *page = makePage(address);
    if (!page && !m_view.cluster().catalog().failures().empty()) { // its kind may be among those that are not known now
        dormant->tell(tr("It is not known whether this cluster has %1").arg(base::oneLine(address.place)),
                      tr("Some of its API groups do not answer now. The page opens by itself when they do."));
        return updateNotice();
    }
    if (!page && m_tabs->pages().size() > 1) {
        m_tabs->close(dormant);
        Q_EMIT noticed(tr("This cluster has no kind named %1").arg(base::oneLine(address.place)));
        return;
    }
    if (!page)
        page = makePage({QStringLiteral("pods"), {}, {}, {}});
    if (!page)
        return showMissing(address);
    if (page->address().place == address.place)
        page->restore(dormant->state());
    listenTo(page);
    m_tabs->replace(dormant, page);
    updateNotice();
}

void ClusterPane::remember()
{
    const kube::CatalogEntry &entry = m_view.cluster().entry();
    if (m_isRestoring || entry.isPasted || isViewedAsAnother() || !m_view.settings().isFirst() || m_tabs->pages().empty())
        return;
    RememberedPane pane;
    pane.namespaces = m_view.namespaces();
    for (base::Page *page : m_tabs->pages()) {
        if (page == m_tabs->current())
            pane.current = static_cast<int>(pane.pages.size());
        pane.pages.push_back({page->address(), page->title(), page->state()});
    }
    m_view.settings().set("session", keyOf(cluster::EntryId::of(entry)), pane.toValue());
}

void ClusterPane::openKind(const kube::ResourceType &type, Where where)
{
    const Address address{QString::fromStdString(type.qualifiedName()), {}, {}, {}};
    if (base::Page *open = m_tabs->find(address); open && where == Where::Here)
        return m_tabs->show(open);
    adopt(m_registry.makeKindPage(m_view, type, m_tabs->stack()), where);
}

void ClusterPane::adopt(base::Page *page, Where where)
{
    if (!page)
        return;
    m_missing = false;
    listenTo(page);
    const base::Page *current = m_tabs->current();
    const bool replaces = where == Where::Here && current && !current->address().isObject();
    if (replaces)
        leave(current);
    m_tabs->open(page, replaces ? PageTabs::Placing::InsteadOfCurrent : PageTabs::Placing::NewTab);
    updateNotice();
}

void ClusterPane::listenTo(base::Page *page)
{
    connect(page, &base::Page::openRequested, this, &ClusterPane::openFromPage);
    connect(page, &base::Page::noticed, this, &ClusterPane::noticed);
    connect(page, &base::Page::settled, this, &ClusterPane::settled);
    connect(page, &base::Page::commandChanged, this, &ClusterPane::currentPageChanged);
    connect(page, &base::Page::stateChanged, &m_stateChanges, qOverload<>(&QTimer::start));
}

void ClusterPane::openFromPage(const Address &address)
{
    const bool isAboutRights = address.place == QLatin1String("ask") && address.tab.startsWith(QLatin1String("ask:"));
    if (isViewedAsAnother() && isAboutRights)
        Q_EMIT ownViewRequested(address);
    else
        open(address);
}

void ClusterPane::showMissing(const Address &address)
{
    m_missing = true;
    const QString name = base::oneLine(address.place);
    m_notice->tell(base::Meaning::Error, tr("This cluster has no kind named %1").arg(name),
                   tr("Its kinds are in the list on the left. One that is added to the cluster appears there by itself."),
                   {{tr("Show pods"), [this] { open({QStringLiteral("pods"), {}, {}, {}}); }}});
    m_tabs->setVisible(m_tabs->current());
    m_notice->setVisible(!m_tabs->current());
    if (m_tabs->current())
        Q_EMIT noticed(tr("This cluster has no kind named %1").arg(name));
    Q_EMIT settled();
}

void ClusterPane::currentChanged(base::Page *page)
{
    m_sidebar->setCurrentPlace(page ? page->address().place : QString());
    if (qobject_cast<DormantPage *>(page) && !m_isRestoring)
        QMetaObject::invokeMethod(this, &ClusterPane::wake, Qt::QueuedConnection); // not while the tabs are changing
    remember();
    if (page && !m_isStepping && !m_isRestoring)
        m_history.visit(page->address());
    m_tabs->setHistory(canGo(-1), canGo(1));
    Q_EMIT currentPageChanged();
}

void ClusterPane::leave(const base::Page *page)
{
    if (!m_isStepping)
        m_history.leave(page->address(), page->state());
}

/// A page that is closed by now is opened anew, as it was left.
void ClusterPane::goThroughHistory(int by)
{
    if (!canGo(by))
        return;
    if (const base::Page *page = m_tabs->current())
        leave(page);
    const History::Place place = m_history.step(by);
    const QScopedValueRollback stepping(m_isStepping, true);
    const bool isOpen = m_tabs->find(place.address);
    openNow(place.address, place.address.isObject() ? Where::NewTab : Where::Here);
    if (!isOpen && m_tabs->current() && !place.state.isNull())
        m_tabs->current()->restore(place.state);
    m_tabs->setHistory(canGo(-1), canGo(1));
}

bool ClusterPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick)
        return false;
    const Qt::MouseButton button = static_cast<const QMouseEvent *>(event)->button();
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if ((button != Qt::BackButton && button != Qt::ForwardButton) || !widget || !isVisible() || !isAncestorOf(widget))
        return false;
    goThroughHistory(button == Qt::BackButton ? -1 : 1);
    return true;
}

bool ClusterPane::isSettled() const
{
    const base::Page *page = m_tabs->current();
    if (page && (page->isSettled() || !qobject_cast<const DormantPage *>(page)))
        return page->isSettled();
    return m_missing || m_view.cluster().health().error.has_value();
}

void ClusterPane::closeCurrentPage()
{
    m_tabs->closeCurrent();
}

void ClusterPane::stepPages(int by)
{
    m_tabs->step(by);
}

int ClusterPane::pageCount() const
{
    return m_tabs->count();
}

void ClusterPane::updateNotice()
{
    const auto *dormant = qobject_cast<const DormantPage *>(m_tabs->current());
    const bool hasPage = m_tabs->current() && (!dormant || dormant->isSettled());
    m_tabs->setVisible(hasPage);
    m_notice->setVisible(!hasPage);
    if (hasPage || m_missing)
        return;
    cluster::ConnectedCluster &cluster = m_view.cluster();
    const cluster::Health &health = cluster.health();
    const QString server = base::oneLine(cluster.settings().server);
    if (!health.error) {
        m_notice->tell(base::Meaning::Progress, tr("Connecting to %1").arg(server), tr("Asking which kinds it has."));
        return;
    }
    const base::HealthText text = base::describe(health);
    std::vector<base::StateNotice::Step> steps;
    for (const base::Remedy &remedy : m_registry.remedies()) {
        if (remedy.fits(cluster))
            steps.push_back({remedy.title(), [this, &cluster, run = remedy.run] { run(m_clusters, cluster); }});
    }
    steps.push_back({tr("Try again now"), [&cluster] { cluster.reconnect(); }});
    m_notice->tell(text.meaning, tr("%1: %2").arg(server, text.word), text.detail, steps, text.nextAttempt);
    Q_EMIT settled();
}

} // namespace shell
