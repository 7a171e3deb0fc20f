#include "app/WindowStart.h"

#include <algorithm>

namespace {

const char *const demoName = "demo";

} // namespace

WindowStart::WindowStart(Launch launch, cluster::Clusters &clusters, QObject *parent) : QObject(parent), m_launch(std::move(launch)), m_clusters(clusters)
{
}

WindowStart::~WindowStart() = default;

void WindowStart::begin(shell::MainWindow &window)
{
    m_window = &window;
    connect(&m_clusters, &cluster::Clusters::entriesChanged, this, &WindowStart::entriesChanged);
    if (m_launch.demo)
        startDemo();
    else if (!m_launch.wantsCluster()) {
        m_begun = true;
        if (m_launch.open)
            window.open(*m_launch.open);
    }
    else if (m_clusters.isRead())
        entriesChanged();
}

void WindowStart::startDemo()
{
    m_waitsForDemo = true;
    if (m_demo)
        return entriesChanged();
    m_demo = std::make_unique<demo::DemoServer>();
    const auto access = m_demo->start();
    if (!access) {
        m_demo.reset();
        m_waitsForDemo = false;
        Q_EMIT failed(QString::fromStdString(access.error().message));
        return;
    }
    m_clusters.paste({demoName, base::SecretText(access->kubeconfig)});
}

const kube::CatalogEntry *WindowStart::wantedEntry() const
{
    const auto &entries = m_clusters.entries();
    const auto fits = [this](const kube::CatalogEntry &entry) {
        if (m_waitsForDemo)
            return entry.isPasted && entry.file == demoName;
        return m_launch.context.empty() ? entry.isCurrent : entry.context.context == m_launch.context;
    };
    const auto found = std::ranges::find_if(entries, fits);
    return found == entries.end() ? nullptr : &*found;
}

void WindowStart::entriesChanged()
{
    if (m_begun && !m_waitsForDemo)
        return;
    const kube::CatalogEntry *entry = wantedEntry();
    if (!entry && m_waitsForDemo)
        return; // it is still being read
    m_begun = true;
    m_waitsForDemo = false;
    cluster::ConnectedCluster *cluster = entry ? m_clusters.connectTo(cluster::EntryId::of(*entry)) : nullptr;
    if (cluster)
        return show(cluster);
    if (entry && entry->error())
        Q_EMIT failed(QString::fromStdString(entry->error()->message));
    else
        Q_EMIT failed(m_launch.context.empty() ? tr("No kubeconfig names a current context.") : tr("There is no context named %1.").arg(QString::fromStdString(m_launch.context)));
}

void WindowStart::show(cluster::ConnectedCluster *cluster)
{
    if (!m_window)
        return;
    if (m_launch.open && m_launch.open->place == QLatin1String("catalog"))
        return m_window->showCatalog(); // of the window, not of a cluster
    if (m_launch.open || !m_launch.screenshot.isEmpty())
        m_window->showCluster(cluster, m_launch.open.value_or(shell::MainWindow::home()));
    else
        m_window->showCluster(cluster); // as it was left
    if (m_launch.open || !m_launch.screenshot.isEmpty() || !m_launch.namespaces.isEmpty())
        m_window->setNamespaces(m_launch.namespaces);
}
