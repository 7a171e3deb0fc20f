#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace stories {

constexpr int Patience = 30'000;    ///< for what a real cluster does; most of it takes a moment

/// A cluster of the driver's, in a folder of tests/controlplane/cluster.sh. What goes wrong fails the test.
struct RealCluster
{
    QString folder;

    QString kubeconfig(const QString &user) const { return folder + u'/' + user + QStringLiteral(".kubeconfig"); }

    /// What the program printed.
    static QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
    /// A command of cluster.sh.
    void control(const QString &command, const QStringList &more = {}) const;
    QByteArray kubectl(const QStringList &arguments, const QByteArray &input = {}) const;
    void apply(const QByteArray &manifests) const;
    /// Neither answers nor closes anything, until it goes on.
    void holdServer(bool held) const;
};

/// A variable of the environment.
QString variable(const char *name);
QByteArray contentOf(const QString &file);
void writeFile(const QString &name, const QByteArray &content);
/// The manifest of a pod.
QByteArray pod(const char *name, const char *namespaceName = "default");

} // namespace stories
