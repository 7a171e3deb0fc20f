#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "tests/e2e/stories/RealCluster.h"
#include "widgets/base/Feature.h"
#include "widgets/shell/MainWindow.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <vector>

class QAbstractButton;

namespace table {
class TablePage;
}

namespace stories {

/// What people do in the window: each story begins with two real clusters, three contexts and a window that knows only them.
class Story : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    Story();

    cluster::ConnectedCluster *connectTo(const QString &context);
    /// Waits for it.
    table::TablePage *tableOf(cluster::ConnectedCluster *cluster, const QString &kind = QStringLiteral("pods"));
    /// Of the rows that are shown, without namespaces, sorted.
    QStringList names(table::TablePage *page) const;
    /// Of the user of the context "nobody".
    static QByteArray nobodysToken();
    bool showsNotice(QWidget *page, const QString &text) const;
    /// The button on screen that readers call so; null: there is none.
    QAbstractButton *buttonNamed(const QString &name) const;

    RealCluster m_first, m_second;
    QTemporaryDir m_folder;
    QString m_kubeconfigs;
    std::vector<std::unique_ptr<base::Feature>> m_features;
    std::unique_ptr<base::EventLoopExecutor> m_executor;
    std::unique_ptr<cluster::Clusters> m_clusters;
    std::unique_ptr<base::Registry> m_registry;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace stories
