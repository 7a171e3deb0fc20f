#pragma once

#include "app/Features.h"
#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "widgets/shell/MainWindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <string>

namespace support {

/// The window with all features over the kubeconfigs at a path, for programs that drive it from outside; it remembers nothing.
class WholeWindow
{
public:
    WholeWindow(const QString &kubeconfigs, QSize size) : m_features(allFeatures()), m_clusters(sources(kubeconfigs), network(), m_executor), m_window(m_clusters, registry())
    {
        m_window.resize(size);
        m_window.show();
    }

    /// The cluster of a context, or of the first one where none is named; null when there is none within that many milliseconds.
    cluster::ConnectedCluster *connectTo(const std::string &context, int patience)
    {
        (void)QTest::qWaitFor([this] { return m_clusters.isRead() && !m_clusters.entries().empty(); }, patience);
        for (const kube::CatalogEntry &entry : m_clusters.entries()) {
            if (context.empty() || entry.context.context == context)
                return m_clusters.connectTo(cluster::EntryId::of(entry));
        }
        return nullptr;
    }
    shell::MainWindow &window() { return m_window; }

private:
    kube::CatalogSources sources(const QString &kubeconfigs) const
    {
        kube::CatalogSources sources;
        sources.places.home = m_folder.path().toStdString();
        sources.added = {kubeconfigs.toStdString()};
        return sources;
    }
    cluster::Network::Settings network() const
    {
        cluster::Network::Settings network;
        network.stateFolder = m_folder.path().toStdString();
        return network;
    }
    base::Registry &registry()
    {
        for (const auto &feature : m_features)
            feature->addTo(m_registry);
        return m_registry;
    }

    QTemporaryDir m_folder;
    base::EventLoopExecutor m_executor;
    base::Registry m_registry;
    std::vector<std::unique_ptr<base::Feature>> m_features;
    cluster::Clusters m_clusters;
    shell::MainWindow m_window;
};

} // namespace support
