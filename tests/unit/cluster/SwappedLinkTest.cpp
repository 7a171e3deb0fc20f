#include "models/base/ManualExecutor.h"
#include "models/cluster/CatalogWatcher.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cluster;

namespace {

std::string configWith(const std::string &context)
{
    return "clusters: [{name: c, cluster: {server: https://h}}]\ncontexts: [{name: " + context + ", context: {cluster: c}}]\n";
}

std::string shown(const CatalogKeeper &keeper)
{
    std::string names;
    for (const kube::CatalogEntry &entry : keeper.entries())
        names += entry.context.context + (entry.error() ? "!" : "") + " ";
    return names;
}

} // namespace

/// A kubeconfig that is a link.
class SwappedLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSwappedLinkIsFollowedWithoutANotification()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        for (const char *name : {"one", "two"}) {
            QFile out(home.filePath(QString::fromLatin1(name)));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(configWith(name).c_str());
        }
        const QString link = home.filePath(QStringLiteral(".kube/config"));
        QVERIFY(QFile::link(home.filePath(QStringLiteral("one")), link));
        base::ManualExecutor executor;
        kube::CatalogSources sources;
        sources.places.home = home.path().toStdString();
        CatalogWatcher watcher(sources, executor, [](const CatalogNews &) { });
        QCOMPARE(shown(watcher.catalog()), std::string("one "));
        QVERIFY(QFile::remove(link) && QFile::link(home.filePath(QStringLiteral("two")), link));
        executor.advance(CatalogWatcher::pollInterval);
        QCOMPARE(shown(watcher.catalog()), std::string("two "));
    }
};

QTEST_GUILESS_MAIN(SwappedLinkTest)
#include "SwappedLinkTest.moc"
