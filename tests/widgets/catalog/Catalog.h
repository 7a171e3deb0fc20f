#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "widgets/base/Theme.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

namespace tests {

/// A person's folder with kubeconfigs, and the clusters found in it.
class Home
{
public:
    Home() { QDir(m_folder.path()).mkpath(QStringLiteral(".kube")); }

    std::string path(const std::string &name) const { return m_folder.path().toStdString() + "/.kube/" + name; }
    void write(const std::string &name, const std::string &text) const
    {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    }

    kube::CatalogSources sources() const { return {{{}, {}, m_folder.path().toStdString()}, {}, {}}; }
    std::unique_ptr<cluster::Clusters> open()
    {
        cluster::Network::Settings network;
        network.stateFolder = m_folder.path().toStdString() + "/state";
        return std::make_unique<cluster::Clusters>(sources(), std::move(network), consumer);
    }

    base::EventLoopExecutor consumer;

private:
    QTemporaryDir m_folder;
};

/// A kubeconfig with contexts of the given names, each with a cluster and a user of its own; a server that refuses connections.
struct Context
{
    std::string name;
    std::string server = "http://127.0.0.1:1";
    std::string cluster = {};   ///< more lines of the cluster
    std::string user = {};      ///< lines of the user
};

inline std::string kubeConfig(const std::vector<Context> &contexts)
{
    std::string clusters, users, list;
    for (const Context &context : contexts) {
        clusters += "- name: " + context.name + "\n  cluster:\n    server: " + context.server + "\n" + context.cluster;
        users += "- name: " + context.name + "-user\n  user:" + (context.user.empty() ? " {}\n" : "\n" + context.user);
        list += "- name: " + context.name + "\n  context:\n    cluster: " + context.name + "\n    user: " + context.name + "-user\n";
    }
    return "apiVersion: v1\nkind: Config\ncurrent-context: " + (contexts.empty() ? "\"\"" : contexts[0].name) + "\nclusters:\n" + clusters
        + "contexts:\n" + list + "users:\n" + users;
}

} // namespace tests
