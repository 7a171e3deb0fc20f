#include "tests/fault/window/Window.h"
#include "tests/support/FaultServer.h"
#include "tests/support/OrdinaryUser.h"
#include "widgets/catalog/CatalogPage.h"

#include <QSignalSpy>

using fault::Demo;
using fault::Shown;
using fault::Window;

namespace {

enum class Damage { Truncated, Directory, Symlink, TooLarge, Deleted, Unreadable };

std::string many(int count, const std::string &server)
{
    std::string clusters, contexts;
    for (int number = 0; number < count; ++number) {
        const std::string name = "context-" + std::to_string(number);
        std::string own = server;
        if (const std::size_t place = own.find("%d"); place != std::string::npos)
            own.replace(place, 2, std::to_string(number));
        clusters += "- {name: " + name + ", cluster: {server: \"" + own + "\"}}\n";
        contexts += "- {name: " + name + ", context: {cluster: " + name + ", user: u}}\n";
    }
    return "apiVersion: v1\nkind: Config\ncurrent-context: context-0\nusers: [{name: u, user: {}}]\nclusters:\n" + clusters + "contexts:\n" + contexts;
}

} // namespace

/// What a person sees of kubeconfigs that are damaged, changed or replaced while the window is open, and of very many of them.
class KubeconfigFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("NO_PROXY", "*");
        QVERIFY(support::becomeOrdinaryReader());
    }
    void init() { m_window = std::make_unique<Window>(); }
    void cleanup() { m_window.reset(); }

    void f22_aDamagedFileKeepsWhatWasGoodAndSaysSoOnce_data();
    void f22_aDamagedFileKeepsWhatWasGoodAndSaysSoOnce();
    void f22_aFileThatIsRewrittenAHundredTimesSettlesAndOpenPagesStay();
    void f39_aThousandContextsAreOneTableWithoutDialogs();
    void f39_twoHundredServersThatAreDownAreAskedEightAtOnce();

private:
    catalog::CatalogPage *catalogPage() { return m_window->window().findChild<catalog::CatalogPage *>(); }
    void damage(Damage how);

    std::unique_ptr<Window> m_window;
};

void KubeconfigFaultsTest::damage(Damage how)
{
    const std::string path = m_window->config("one");
    const QString name = QString::fromStdString(path);
    switch (how) {
    case Damage::Truncated: return Window::put(path, "apiVersion: v1\nkind: Config\nclusters: [{name: c, clus");
    case Damage::TooLarge: return Window::put(path, "apiVersion: v1\nkind: Config\n#" + std::string(10 << 20, 'x') + "\n");
    case Damage::Directory: QVERIFY(QFile::remove(name) && QDir().mkpath(name)); return;
    case Damage::Symlink: QVERIFY(QFile::remove(name) && QFile::link(QStringLiteral("/dev/zero"), name)); return;
    case Damage::Deleted: QVERIFY(QFile::remove(name)); return;
    case Damage::Unreadable: QVERIFY(QFile::setPermissions(name, {})); return;
    }
}

void KubeconfigFaultsTest::f22_aDamagedFileKeepsWhatWasGoodAndSaysSoOnce_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("truncated") << int(Damage::Truncated);
    QTest::newRow("10 MB") << int(Damage::TooLarge);
    QTest::newRow("made a directory") << int(Damage::Directory);
    QTest::newRow("swapped for a link to a device") << int(Damage::Symlink);
    QTest::newRow("deleted") << int(Damage::Deleted);
    QTest::newRow("of mode 000") << int(Damage::Unreadable);
}

void KubeconfigFaultsTest::f22_aDamagedFileKeepsWhatWasGoodAndSaysSoOnce()
{
    QFETCH(int, how);
    Demo demo;
    QVERIFY(demo.access);
    Window::put(m_window->config("two"), fault::kubeConfig("other", "http://127.0.0.1:1"));
    cluster::ConnectedCluster *cluster = m_window->open(demo.access->kubeconfig);
    QVERIFY(cluster);
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    const int rows = pods->model().rowCount();
    QSignalSpy told(&m_window->clusters(), &cluster::Clusters::problemFound);

    damage(static_cast<Damage>(how));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->clusters().problems().empty(), fault::patience);
    QCOMPARE(told.size(), 1);
    const QString file = QString::fromStdString(m_window->config("one"));
    const auto names = [&](const QWidget *label) { return label->isVisible() && label->toolTip().contains(file) && label->accessibleName().contains(file); };
    QTRY_VERIFY2_WITH_TIMEOUT(std::ranges::any_of(m_window->window().findChildren<QLabel *>(), names), m_window->clusters().problems()[0].error.message.c_str(), fault::patience);
    // What was good stays, in the catalog and on the open page.
    QCOMPARE(m_window->clusters().entries().size(), 2U);
    QCOMPARE(pods->model().rowCount(), rows);
    QVERIFY(Window::isLive(pods));
    QCOMPARE(Window::dialogs(), 0);
    m_window->window().showCatalog();
    TRY_SHOWN(catalogPage(), Window::notice(catalogPage()).title == QStringLiteral("Not up to date"));
    QVERIFY(Window::notice(catalogPage()).says(QStringLiteral("Shown is what stood there before")));

    if (static_cast<Damage>(how) == Damage::Directory)
        QVERIFY(QDir().rmdir(QString::fromStdString(m_window->config("one"))));
    Window::put(m_window->config("one"), demo.access->kubeconfig);
    TRY_SHOWN(catalogPage(), Window::notice(catalogPage()).title.isEmpty());
    QCOMPARE(m_window->clusters().connected().size(), 1U);
    QCOMPARE(m_window->connectTo("demo"), cluster);
    QVERIFY(Window::isLive(pods));
}

void KubeconfigFaultsTest::f22_aFileThatIsRewrittenAHundredTimesSettlesAndOpenPagesStay()
{
    Demo demo;
    QVERIFY(demo.access);
    cluster::ConnectedCluster *cluster = m_window->open(demo.access->kubeconfig);
    QVERIFY(cluster);
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    const int dialled = demo.server.openConnections();
    QSignalSpy read(&m_window->clusters(), &cluster::Clusters::entriesChanged);
    for (int round = 0; round < 100; ++round) {
        Window::put(m_window->config("one"), demo.access->kubeconfig + "# " + std::to_string(round) + "\n");
        Window::put(m_window->config("two"), fault::kubeConfig("round-" + std::to_string(round), "http://127.0.0.1:1"));
        QCoreApplication::processEvents();
    }
    const auto knows = [&](const char *context) {
        return std::ranges::any_of(m_window->clusters().entries(), [&](const kube::CatalogEntry &entry) { return entry.context.context == context; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(knows("round-99"), fault::patience);
    QCOMPARE(m_window->clusters().entries().size(), 2U);
    QVERIFY2(read.size() < 100, qPrintable(QString::number(read.size()))); // what comes within a moment is read once
    QCOMPARE(m_window->clusters().connected(), std::vector<cluster::ConnectedCluster *>{cluster});
    QCOMPARE(m_window->table(), pods);
    QVERIFY(Window::isLive(pods));
    QVERIFY(demo.server.openConnections() <= dialled); // the connection is the same, nothing was asked anew
}

void KubeconfigFaultsTest::f39_aThousandContextsAreOneTableWithoutDialogs()
{
    Window::put(m_window->config("many"), many(1000, "http://127.0.0.1:1"));
    m_window->show();
    QCOMPARE(m_window->clusters().entries().size(), 1000U);
    QVERIFY2(Window::allWords(catalogPage()).contains(QStringLiteral("1000 contexts in 1 file")), qPrintable(Window::allWords(catalogPage())));
    QTRY_VERIFY_WITH_TIMEOUT(catalogPage()->isSettled(), fault::patience);
    QCOMPARE(Window::dialogs(), 0);
    QCOMPARE(m_window->clusters().connected().size(), 0U);
}

void KubeconfigFaultsTest::f39_twoHundredServersThatAreDownAreAskedEightAtOnce()
{
    // One listener stands for all of them: it takes connections and never answers.
    support::FaultServer silent;
    for (int number = 0; number < 200; ++number)
        silent.answer("/" + std::to_string(number) + "/version", support::Script::raw().hold());
    Window::put(m_window->config("many"), many(200, silent.url("/%d")));
    m_window->show();
    m_window->window().resize(1200, 3000); // many rows on screen at once
    QVERIFY(silent.waitForOpenConnections(8, std::chrono::milliseconds(fault::patience)));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->clusters().entries().size() == 200U, fault::patience);
    QCoreApplication::processEvents();
    QCOMPARE(silent.openConnections(), 8);
    QCOMPARE(Window::dialogs(), 0);
    for (const char *path : {"/7/api", "/7/apis"})
        silent.answer(path, support::Script::raw().hold());
    // Somebody connects to one of them: it says that it tries, and the others are still there.
    QVERIFY(m_window->connectTo("context-7"));
    QVERIFY2(Window::notice(m_window->pane()).title.startsWith(QStringLiteral("Connecting to")), Window::notice(m_window->pane()).text().constData());
}

QTEST_MAIN(KubeconfigFaultsTest)
#include "KubeconfigFaultsTest.moc"
