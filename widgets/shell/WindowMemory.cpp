#include "widgets/shell/WindowMemory.h"

#include "widgets/base/Remembered.h"
#include "widgets/shell/MainWindow.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

namespace shell {

namespace {

const char *const section = "window";
const char *const placeKey = "last";
const char *const endsKey = "early ends";
constexpr int MostEarlyEnds = 2;

bool asksAProgram(const kube::CatalogEntry &entry)
{
    return entry.context.connection && entry.context.connection->exec.has_value();
}

} // namespace

WindowMemory::WindowMemory(MainWindow &window, cluster::Clusters &clusters, Wish wish)
    : m_window(window)
    , m_clusters(clusters)
    , m_last(RememberedWindow::fromValue(clusters.settings().value(section, placeKey)))
    , m_earlyEnds(static_cast<int>(clusters.settings().value(section, endsKey).asInteger()))
    , m_isPlaceOnly(wish == Wish::PlaceOnly)
    , m_isRestoring(wish == Wish::Everything && !m_last.connected.empty())
{
    if (!clusters.settings().isFirst())
        return;
    clusters.settings().set(section, endsKey, text::Value::number(std::min(m_earlyEnds, MostEarlyEnds) + 1));
    QTimer::singleShot(GoodStart, this, [this] { m_clusters.settings().set(section, endsKey, text::Value()); });
    window.installEventFilter(this);
    connect(&clusters, &cluster::Clusters::connectedTo, this, &WindowMemory::remember, Qt::QueuedConnection);
    connect(&clusters, &cluster::Clusters::disconnecting, this, &WindowMemory::remember, Qt::QueuedConnection);
    connect(&window, &MainWindow::shownChanged, this, &WindowMemory::remember);
}

WindowMemory::~WindowMemory()
{
    if (m_clusters.settings().isFirst())
        m_clusters.settings().set(section, endsKey, text::Value());
}

bool WindowMemory::isTrusted() const
{
    return m_clusters.settings().isFirst() && m_earlyEnds < MostEarlyEnds;
}

void WindowMemory::restorePlace()
{
    if (!isTrusted())
        return;
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens << screen->availableGeometry();
    if (const auto place = placeOnScreen(m_last.frame, screens))
        m_window.setGeometry(*place);
    if (m_last.isMaximized)
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
}

void WindowMemory::restoreClusters()
{
    if (!m_isRestoring)
        return;
    if (!base::opensAgain(m_clusters.settings())) {
        m_isRestoring = false;
        return;
    }
    if (!isTrusted()) {
        m_isRestoring = false;
        if (m_clusters.settings().isFirst())
            m_window.tell(tr("The last starts ended early, so nothing that was open was opened again"));
        return;
    }
    if (m_clusters.isRead())
        return connectRemembered();
    connect(&m_clusters, &cluster::Clusters::entriesChanged, this, &WindowMemory::connectRemembered, Qt::SingleShotConnection);
}

void WindowMemory::connectRemembered()
{
    const bool isLate = !m_clusters.connected().empty(); // the person was quicker
    for (const cluster::EntryId &id : m_last.connected) {
        const kube::CatalogEntry *entry = m_clusters.find(id);
        if (entry && !isLate && (!asksAProgram(*entry) || id == m_last.shown))
            m_clusters.connectTo(id);
    }
    m_isRestoring = false;
    if (cluster::ConnectedCluster *shown = m_last.shown && !isLate ? m_clusters.connected(*m_last.shown) : nullptr)
        m_window.showCluster(shown);
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_window && (type == QEvent::Resize || type == QEvent::Move || type == QEvent::WindowStateChange) && m_window.isVisible())
        remember();
    return false;
}

void WindowMemory::remember()
{
    if (m_isRestoring)
        return;
    RememberedWindow now = m_isPlaceOnly ? m_last : RememberedWindow();
    now.isMaximized = m_window.isMaximized();
    now.frame = now.isMaximized ? m_window.normalGeometry() : m_window.geometry();
    if (m_isPlaceOnly)
        return m_clusters.settings().set(section, placeKey, now.toValue());
    for (const cluster::ConnectedCluster *connected : m_clusters.connected()) {
        if (!connected->entry().isPasted && connected->viewedAs().isEmpty()) // nobody becomes somebody else by a start
            now.connected.push_back(cluster::EntryId::of(connected->entry()));
    }
    if (const cluster::ConnectedCluster *shown = m_window.shownCluster(); shown && !shown->entry().isPasted)
        now.shown = cluster::EntryId::of(shown->entry());
    m_clusters.settings().set(section, placeKey, now.toValue());
}

void WindowMemory::forget(settings::Settings &settings)
{
    settings.clear("window");
    settings.clear("session");
    base::forgetTables(settings);
}

} // namespace shell
