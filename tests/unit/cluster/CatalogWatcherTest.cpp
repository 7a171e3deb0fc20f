#include "models/cluster/CatalogWatcher.h"

#include "models/base/ManualExecutor.h"
#include "tests/support/MemoryFiles.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace cluster;
using namespace std::chrono_literals;

namespace {

const char path[] = "/home/a/.kube/config";

std::string configWith(const std::string &context)
{
    return "clusters: [{name: c, cluster: {server: https://h}}]\ncontexts: [{name: " + context + ", context: {cluster: c}}]\n";
}

kube::CatalogSources at(const std::string &home)
{
    kube::CatalogSources sources;
    sources.places.home = home;
    return sources;
}

std::string shown(const CatalogKeeper &keeper)
{
    std::string names;
    for (const kube::CatalogEntry &entry : keeper.entries())
        names += entry.context.context + (entry.error() ? "!" : "") + " ";
    return names;
}

/// The machine's files, of which one more comes right after a folder was listed for the first time.
class LateFile final : public kube::KubeFiles
{
public:
    explicit LateFile(QString late) : m_path(std::move(late)) { }

    base::Result<std::string> read(const std::string &name, std::uint64_t limit) const override { return m_system.read(name, limit); }
    base::Result<void> open(const std::string &name) const override { return m_system.open(name); }
    base::Result<std::vector<kube::FolderItem>> list(const std::string &folder) const override
    {
        auto items = m_system.list(folder);
        if (QFile file(m_path); items && !file.exists() && file.open(QIODevice::WriteOnly))
            file.write(configWith("late").c_str());
        return items;
    }
    bool isFolder(const std::string &name) const override { return m_system.isFolder(name); }
    std::string realPath(const std::string &name) const override { return m_system.realPath(name); }
    std::string absolutePath(const std::string &name) const override { return m_system.absolutePath(name); }

private:
    const KubeFiles &m_system = kube::KubeFiles::system();
    QString m_path;
};

} // namespace

/// How the catalog follows its files, and what it keeps when they go bad.
class CatalogWatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesBadKeepsItsLastGoodContentAndIsToldOnce_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::newRow("truncated") << std::string("clusters: [{name: c, clu");
        QTest::newRow("not a kubeconfig") << std::string("kind: Pod\n");
        QTest::newRow("too large") << std::string(33 * 1024 * 1024, '#');
        QTest::newRow("gone") << std::string("gone");
        QTest::newRow("unreadable") << std::string("unreadable");
    }

    void whatGoesBadKeepsItsLastGoodContentAndIsToldOnce()
    {
        QFETCH(std::string, content);
        tests::MemoryFiles files;
        files.files[path] = configWith("first");
        CatalogKeeper keeper(at("/home/a"), files);
        if (content == "gone")
            files.files.clear();
        else if (content == "unreadable")
            files.unreadable.insert(path);
        else
            files.files[path] = content;
        QCOMPARE(keeper.refresh().problems.size(), std::size_t(1));
        QCOMPARE(keeper.refresh().problems.size(), std::size_t(0));
        QCOMPARE(shown(keeper), std::string("first "));
        QCOMPARE(keeper.problems().size(), std::size_t(1));

        files.unreadable.clear();
        files.files[path] = configWith("second");
        QVERIFY(keeper.refresh().entriesChanged);
        QCOMPARE(shown(keeper), std::string("second "));
        QVERIFY(keeper.problems().empty());
    }

    void aFileThatGotAnotherNameIsThereOnce()
    {
        tests::MemoryFiles files;
        files.files["/home/a/.kube/.new"] = configWith("first");    // seen before it was renamed, as careful programs do
        CatalogKeeper keeper(at("/home/a"), files);
        QCOMPARE(shown(keeper), std::string("first "));
        files.files[path] = configWith("first");
        files.files["/home/a/.kube/.new"] = configWith("second");
        QVERIFY(keeper.refresh().entriesChanged);
        QCOMPARE(shown(keeper), std::string("first second "));
        files.files["/home/a/.kube/config-second"] = configWith("second");
        files.files.erase("/home/a/.kube/.new");
        const CatalogNews news = keeper.refresh();
        QVERIFY(news.entriesChanged);
        QVERIFY(news.problems.empty());
        QCOMPARE(shown(keeper), std::string("first second "));
        QVERIFY(keeper.problems().empty());
        files.files.erase("/home/a/.kube/config-second");           // nothing else says the same: it may come back
        QCOMPARE(keeper.refresh().problems.size(), std::size_t(1));
        QCOMPARE(shown(keeper), std::string("first second "));
    }

    void anEmptyFileHalfwayThroughARewriteTakesNothingAway()
    {
        tests::MemoryFiles files;
        files.files[path] = configWith("first");
        CatalogKeeper keeper(at("/home/a"), files);
        files.files[path] = "";
        QVERIFY(keeper.refresh().problems.empty());
        QCOMPARE(shown(keeper), std::string("first "));
    }

    void newFilesAppearAndUnchangedOnesSayNothing()
    {
        tests::MemoryFiles files;
        files.files[path] = configWith("first");
        CatalogKeeper keeper(at("/home/a"), files);
        QVERIFY(!keeper.refresh().entriesChanged);
        files.files["/home/a/.kube/more"] = configWith("more");
        QVERIFY(keeper.refresh().entriesChanged);
        QCOMPARE(shown(keeper), std::string("first more "));
    }

    void aFileThatComesBetweenTheFirstLookAndTheWatchIsFound()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        const LateFile files(home.filePath(QStringLiteral(".kube/late")));
        base::ManualExecutor executor;
        int changes = 0;
        const CatalogWatcher watcher(at(home.path().toStdString()), executor, [&](const CatalogNews &) { ++changes; }, files);
        QCOMPARE(shown(watcher.catalog()), std::string());
        executor.advance(1s);
        QCOMPARE(shown(watcher.catalog()), std::string("late "));
        QCOMPARE(changes, 1);   // though ~/.kube/config is missing at each look
    }

    void aHundredRewritesAreReadAFewTimes()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        const QString file = home.filePath(QStringLiteral(".kube/config"));
        const auto write = [&](const std::string &text) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(text.c_str()) == static_cast<qint64>(text.size());
        };
        QVERIFY(write(configWith("first")));
        base::ManualExecutor executor;
        int told = 0;
        CatalogWatcher watcher(at(home.path().toStdString()), executor, [&](const CatalogNews &) { ++told; });
        for (int i = 0; i < 100; ++i) {
            QVERIFY(write(configWith("x" + std::to_string(i))));
            watcher.touch();
            executor.advance(100ms);
        }
        executor.advance(CatalogWatcher::quiet);
        QCOMPARE(shown(watcher.catalog()), std::string("x99 "));
        QVERIFY2(told >= 3 && told <= 5, std::to_string(told).c_str());
    }

    void changesThatNeverEndAreShownAllTheSame()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        base::ManualExecutor executor;
        CatalogWatcher watcher(at(home.path().toStdString()), executor, [](const CatalogNews &) { });
        QFile out(home.filePath(QStringLiteral(".kube/config")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(configWith("new").c_str());
        out.close();
        std::chrono::milliseconds waited{0};
        for (; shown(watcher.catalog()).empty() && waited < 1min; waited += 100ms) {
            watcher.touch();
            executor.advance(100ms);
        }
        QCOMPARE(waited, CatalogWatcher::longestDelay);
    }

    void aFileThatAnEntryNamesIsLookedAtAgain()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        const std::string token = home.filePath(QStringLiteral("token")).toStdString();
        QFile config(home.filePath(QStringLiteral(".kube/config")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(("clusters: [{name: c, cluster: {server: https://h}}]\nusers: [{name: u, user: {tokenFile: " + token
                      + "}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n").c_str());
        config.close();
        base::ManualExecutor executor;
        int told = 0;
        CatalogWatcher watcher(at(home.path().toStdString()), executor, [&](const CatalogNews &news) { told += news.entriesChanged; });
        QCOMPARE(shown(watcher.catalog()), std::string("x! "));
        QFile file(QString::fromStdString(token));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("sesame");
        file.close();
        executor.advance(CatalogWatcher::pollInterval);
        QCOMPARE(shown(watcher.catalog()), std::string("x "));
        executor.advance(1min);
        QCOMPARE(told, 1);
        QVERIFY(file.remove());
        executor.advance(CatalogWatcher::pollInterval);
        QCOMPARE(shown(watcher.catalog()), std::string("x! "));
    }

    void whatLeadsToAnotherComputerIsNotWatchedOnWindows()
    {
        tests::MemoryFiles files;
        files.files = {{path, "clusters: [{name: c, cluster: {server: https://h, certificate-authority: //evil/share/ca}}]\n"
                              "contexts: [{name: one, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {tokenFile: mine}}]\n"}};
        const CatalogKeeper keeper(at("/home/a"), files);
        const bool isWindows = QSysInfo::kernelType() == QLatin1String("winnt");
        QCOMPARE(keeper.namedPaths(), isWindows ? std::vector<std::string>{"/home/a/.kube/mine"} : (std::vector<std::string>{"//evil/share/ca", "/home/a/.kube/mine"}));
        QCOMPARE(files.opened.contains("//evil/share/ca"), !isWindows);
    }

    void aReplacedByAFolderFileKeepsItsEntries()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".kube")));
        const QString file = home.filePath(QStringLiteral(".kube/config"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(configWith("first").c_str());
        out.close();
        CatalogKeeper keeper(at(home.path().toStdString()));
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
        const CatalogNews news = keeper.refresh();
        QCOMPARE(news.problems.size(), std::size_t(1));
        QVERIFY(news.problems[0].error.message.find("is a directory") != std::string::npos);
        QCOMPARE(shown(keeper), std::string("first "));
    }
};

QTEST_GUILESS_MAIN(CatalogWatcherTest)
#include "CatalogWatcherTest.moc"
