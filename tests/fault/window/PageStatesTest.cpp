#include "tests/fault/window/Window.h"

using demo::Misbehaviour;
using fault::Demo;
using fault::Shown;
using fault::Window;

namespace {

const QString pod = QStringLiteral("pods/team-a/downward-demo");

Misbehaviour silence(const std::string &path)
{
    Misbehaviour act;
    act.act = Misbehaviour::Act::Silence;
    act.path = path;
    return act;
}

} // namespace

/// Every page that shows something of a server, in each state it can be in: what it says, and that it offers a next step where one helps.
class PageStatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void whileItWaits_data() { addPages(); }
    void whileItWaits();
    void whenItIsRefused_data() { addPages(); }
    void whenItIsRefused();
    void whenItIsStale_data() { addPages(); }
    void whenItIsStale();
    void whenThereIsNothing_data();
    void whenThereIsNothing();

private:
    /// A page, the requests it lives by, and the words it has before it knows anything.
    static void addPages()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("waiting");
        QTest::addColumn<QString>("refused");
        const QString own = QStringLiteral("/api/v1/namespaces/team-a/pods*"), events = QStringLiteral("/api/v1/namespaces/team-a/events*");
        const QString asking = QStringLiteral("Asking for Pod downward-demo in team-a"), mayNot = QStringLiteral("You may not read Pod downward-demo in team-a");
        QTest::newRow("table") << QStringLiteral("nodes") << QStringLiteral("/api/v1/nodes*") << QStringLiteral("Asking for Nodes") << QStringLiteral("Nodes may not be listed");
        QTest::newRow("details") << pod << own << asking << mayNot;
        QTest::newRow("YAML") << pod + QStringLiteral("#yaml") << own << asking << mayNot;
        QTest::newRow("events") << pod + QStringLiteral("#events") << events << QStringLiteral("Asking for events") << QStringLiteral("You may not read events here");
    }
    /// The page on screen.
    QWidget *open(const QString &address)
    {
        m_window->window().showCluster(m_cluster, *base::Address::parse(address));
        return m_window->pane()->currentPage();
    }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    cluster::ConnectedCluster *m_cluster = nullptr;
};

void PageStatesTest::init()
{
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
    m_cluster = m_window->open(m_demo->access->kubeconfig);
    QVERIFY(m_cluster);
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
}

void PageStatesTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
}

void PageStatesTest::whileItWaits()
{
    QFETCH(QString, address);
    QFETCH(QString, path);
    QFETCH(QString, waiting);
    m_demo->server.misbehave({silence(path.toStdString())});
    QWidget *page = open(address);
    TRY_SHOWN(page, Window::notice(page).title == waiting);
    QVERIFY(!m_window->window().isSettled());
}

void PageStatesTest::whenItIsRefused()
{
    QFETCH(QString, address);
    QFETCH(QString, path);
    QFETCH(QString, refused);
    m_demo->server.misbehave({demo::refused(path.toStdString(), 403)});
    QWidget *page = open(address);
    TRY_SHOWN(page, Window::notice(page).title == refused && !Window::notice(page).steps.isEmpty());
    QVERIFY2(Window::notice(page).says(QStringLiteral("refuse this")), Window::notice(page).text().constData()); // the server's words
    QTRY_VERIFY_WITH_TIMEOUT(m_window->window().isSettled(), fault::patience);
    m_demo->server.misbehave({});
    QVERIFY(Window::press(page, Window::notice(page).steps.first()));
    TRY_SHOWN(page, Window::notice(page).title != refused);
}

void PageStatesTest::whenItIsStale()
{
    QFETCH(QString, address);
    QWidget *page = open(address);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->window().isSettled(), fault::patience);
    m_demo->server.misbehave({demo::refused("*", 503)});
    m_demo->server.dropConnections();
    TRY_SHOWN(page, Window::notice(page).title.startsWith(QStringLiteral("Stale since")) && !Window::notice(page).steps.isEmpty());
    m_demo->server.misbehave({});
    const auto isFresh = [&] { return !Window::notice(page).title.startsWith(QStringLiteral("Stale since")); };
    TRY_SHOWN(page, isFresh() || (Window::press(page, Window::notice(page).steps.value(0)), isFresh()));
}

void PageStatesTest::whenThereIsNothing_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    QTest::newRow("table") << QStringLiteral("replicationcontrollers") << QStringLiteral("No ReplicationControllers in any namespace");
    QTest::newRow("details") << QStringLiteral("pods/team-a/nothing") << QStringLiteral("There is no Pod nothing in team-a");
    QTest::newRow("YAML") << QStringLiteral("pods/team-a/nothing#yaml") << QStringLiteral("There is no Pod nothing in team-a");
    QTest::newRow("a kind that the cluster has not") << QStringLiteral("unicorns") << QString();
}

void PageStatesTest::whenThereIsNothing()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    QWidget *page = open(address);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->window().isSettled(), fault::patience);
    if (words.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(Window::allWords(&m_window->window()).contains(QStringLiteral("This cluster has no kind named unicorns")), fault::patience);
    else
        TRY_SHOWN(page, Window::notice(page).title == words);
}

QTEST_MAIN(PageStatesTest)
#include "PageStatesTest.moc"
