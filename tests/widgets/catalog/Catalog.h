#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "widgets/base/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <functional>
#include <memory>
#include <set>
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
    /// Everything is found that is there.
    std::unique_ptr<cluster::Clusters> openAndRead()
    {
        auto clusters = open();
        [&] { QTRY_VERIFY(clusters->isRead()); }();
        return clusters;
    }
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

/// What a screen reader would meet without a name, each with its class and role.
inline QStringList unnamedControls(QWidget *root)
{
    static const std::set<QAccessible::Role> containers{QAccessible::Client, QAccessible::Pane, QAccessible::Splitter, QAccessible::LayeredPane,
        QAccessible::Grip, QAccessible::NoRole, QAccessible::Whitespace, QAccessible::Indicator};
    QStringList unnamed;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *at) {
        if (!at || !at->isValid() || at->state().invisible)
            return;
        if (!containers.contains(at->role()) && at->text(QAccessible::Name).isEmpty()) {
            const char *name = at->object() ? at->object()->metaObject()->className() : "item";
            unnamed << QStringLiteral("%1 with role %2").arg(QLatin1String(name)).arg(static_cast<int>(at->role()));
        }
        for (int child = 0; child < at->childCount(); ++child)
            walk(at->child(child));
    };
    walk(QAccessible::queryAccessibleInterface(root));
    return unnamed;
}

/// Buttons that show less than their whole text.
inline QStringList cutButtons(const QWidget *root)
{
    QStringList cut;
    for (const QAbstractButton *button : root->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            cut << button->text();
    }
    return cut;
}

/// Saves what is on screen where somebody asked for it.
inline void photograph(QWidget *widget, const QString &name)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    if (const QString folder = qEnvironmentVariable("WHEELHOUSE_SCREENSHOTS"); !folder.isEmpty())
        QVERIFY(widget->grab().save(folder + u'/' + name + QStringLiteral(".png")));
}

/// Every text twice as long as the English one, in Korean letters.
class LongTexts final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text.startsWith(u'%') || text.contains(u'\n') ? text : text + QStringLiteral("가나다라마바사아").left(2 + static_cast<int>(text.size()) / 3);
    }
    bool isEmpty() const override { return false; }
};

} // namespace tests
