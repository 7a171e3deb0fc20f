#include "widgets/catalog/ExecTrustAsker.h"

#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/catalog/ExecTrustDialog.h"

#include <QApplication>

namespace catalog {

ExecTrustAsker &ExecTrustAsker::of(cluster::Clusters &clusters)
{
    if (auto *known = clusters.findChild<ExecTrustAsker *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new ExecTrustAsker(clusters);
}

ExecTrustAsker::ExecTrustAsker(cluster::Clusters &clusters) : QObject(&clusters), m_clusters(clusters)
{
    connect(&clusters, &cluster::Clusters::connectedTo, this, &ExecTrustAsker::watch);
    connect(&clusters, &cluster::Clusters::disconnecting, this, [this](cluster::ConnectedCluster *cluster) {
        if (QDialog *dialog = m_dialogs[cluster])
            dialog->close();
        m_dialogs.erase(cluster);
    });
    for (cluster::ConnectedCluster *cluster : clusters.connected())
        watch(cluster);
}

void ExecTrustAsker::watch(cluster::ConnectedCluster *cluster)
{
    const auto look = [this, cluster] {
        if (cluster->health().state == cluster::Health::State::Untrusted && !m_dialogs.contains(cluster))
            ask(cluster);
    };
    connect(cluster, &cluster::ConnectedCluster::healthChanged, this, look);
    look();
}

void ExecTrustAsker::ask(cluster::ConnectedCluster *cluster)
{
    if (!cluster->settings().exec)
        return;
    QPointer<QDialog> &open = m_dialogs[cluster];
    if (open) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new ExecTrustDialog(cluster->settings(), m_window ? m_window.data() : QApplication::activeWindow());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExecTrustDialog::trusted, this, [this, cluster = QPointer(cluster), settings = cluster->settings()] { trust(cluster, settings); });
    open = dialog;
    dialog->show();
    Q_EMIT asked(dialog);
}

/// What was shown is trusted, also when the kubeconfig has changed meanwhile.
void ExecTrustAsker::trust(const QPointer<cluster::ConnectedCluster> &cluster, const kube::ConnectionSettings &settings)
{
    std::erase_if(m_remembering, [](const base::Job &job) { return !job.isRunning(); });
    m_remembering.push_back(platform::runAside(m_clusters.consumer(), [this, store = m_clusters.network().trust(), cluster, settings](std::stop_token) -> base::Task {
        const base::Result<void> remembered = store.trust(*settings.exec, settings.userFile);
        return [this, cluster, remembered] {
            if (!remembered)
                Q_EMIT failed(base::oneLine(remembered.error().message));
            else if (cluster)
                cluster->reconnect();
        };
    }));
}

} // namespace catalog
