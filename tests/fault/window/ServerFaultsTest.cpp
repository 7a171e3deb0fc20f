#include "tests/fault/window/SmallApi.h"
#include "tests/fault/window/Window.h"
#include "tests/support/FaultServer.h"
#include "widgets/base/Countdown.h"
#include "widgets/table/TableHead.h"

#include <QLabel>
#include <QLineEdit>

using demo::Misbehaviour;
using Act = Misbehaviour::Act;
using fault::Demo;
using fault::Shown;
using fault::SmallApi;
using fault::Window;

namespace {

const std::string podsPath = "/api/v1/pods";

Misbehaviour expiring(const std::string &path)
{
    Misbehaviour act;
    act.act = Act::ExpireWatch;
    act.path = path;
    return act;
}

Misbehaviour redirecting(int code, const std::string &target)
{
    Misbehaviour act = demo::refused("/api*", code);
    act.headers = {{"Location", target}};
    return act;
}

} // namespace

/// What a person sees of a server that is reached but answers wrongly: the sample cluster, told to misbehave.
class ServerFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void f01_watchesThatExpireKeepRowsSelectionAndScroll();
    void f01_expiredListsAreAskedForMoreAndMoreSeldom();
    void f05_aThrottledListSaysWhenItIsTriedAgainAndOffersNow_data();
    void f05_aThrottledListSaysWhenItIsTriedAgainAndOffersNow();
    void f05_aServerThatThrottlesItsDiscoverySaysSoAtOnce();
    void f13_aRedirectIsNamedAndNotFollowed_data();
    void f13_aRedirectIsNamedAndNotFollowed();
    void f33_aDeniedListSaysWhyAndWhatIsMissing();
    void f33_aDeniedWatchIsPolledAndSaysSo();
    void f33_deniedNamespacesAreNoReasonToLoseTheRows();
    void whatIsTypedInKoreanIsFoundAmongRowsThatComeLater();

private:
    void openPods();
    QString countShown() const;

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    table::TablePage *m_pods = nullptr;
};

void ServerFaultsTest::init()
{
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
    m_window = std::make_unique<Window>();
}

void ServerFaultsTest::cleanup()
{
    m_window.reset();
    m_demo.reset();
    m_pods = nullptr;
}

void ServerFaultsTest::openPods()
{
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    m_pods = m_window->table();
    QVERIFY(m_pods);
}

QString ServerFaultsTest::countShown() const
{
    const auto texts = Window::words(m_pods);
    const auto found = std::ranges::find_if(texts, [](const QString &text) { return text.contains(QStringLiteral(" of ")); });
    return found == texts.end() ? QString() : *found;
}

void ServerFaultsTest::f01_watchesThatExpireKeepRowsSelectionAndScroll()
{
    openPods();
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    table::GridView &grid = m_pods->grid();
    const int rows = m_pods->model().rowCount();
    const QString count = countShown();
    QVERIFY2(count == QStringLiteral("%1 of %1").arg(rows), qPrintable(count));
    m_window->window().resize(1200, 420);
    QTRY_VERIFY(grid.endVisibleRow() < rows);
    QVERIFY(grid.showRow(m_pods->model().rowId(rows - 2)));
    const QString selected = grid.currentKey();
    const int top = grid.firstVisibleRow();
    QVERIFY(top > 0);

    m_demo->server.misbehave({expiring("*")});
    m_demo->server.forgetHistory();
    TRY_SHOWN(m_pods, Window::notice(m_pods).title.startsWith(QStringLiteral("Stale since")));
    const Shown shown = Window::notice(m_pods);
    QVERIFY2(shown.steps == QStringList{QStringLiteral("Try again now")}, shown.text().constData());
    QVERIFY2(!shown.detail.isEmpty(), shown.text().constData());
    QCOMPARE(m_pods->model().rowCount(), rows);
    QCOMPARE(countShown(), count);
    QCOMPARE(grid.currentKey(), selected);

    m_demo->server.misbehave({});
    QVERIFY(Window::press(m_pods, QStringLiteral("Try again now")));
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QCOMPARE(m_pods->model().rowCount(), rows);
    QCOMPARE(grid.currentKey(), selected);
    QCOMPARE(grid.firstVisibleRow(), top);
    QCOMPARE(Window::dialogs(), 0);
}

/// Every list is complete, and every watch after it has expired at once: the real shape, an ERROR event in a stream of 200.
void ServerFaultsTest::f01_expiredListsAreAskedForMoreAndMoreSeldom()
{
    SmallApi api;
    const std::string expired = SmallApi::event("ERROR", R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Expired","code":410})");
    const std::string list = SmallApi::whole({SmallApi::pod("a", "5"), SmallApi::pod("b", "6")});
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(list + expired).close());
    QVERIFY(m_window->open(fault::kubeConfig("demo", api.server.url())));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    const auto lists = [&] {
        return std::ranges::count_if(api.server.requests(), [](const support::SeenRequest &request) { return request.target.starts_with("/api/v1/pods?"); });
    };
    base::SystemTime notYet;    // when the third list had not been asked for: how long ago it was seen says nothing on a busy machine
    const auto isThirdAsked = [&] {
        const base::SystemTime before = base::Clock::system().now();
        const bool isAsked = lists() >= 3;
        notYet = isAsked ? notYet : before;
        return isAsked;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThirdAsked(), fault::patience);
    TRY_SHOWN(m_pods, Window::notice(m_pods).title.startsWith(QStringLiteral("Stale since")) && Window::notice(m_pods).says(QStringLiteral("Next attempt at")));
    const auto asked = lists();
    const auto next = m_pods->cluster().open(*m_pods->cluster().catalog().find("pods"))->state().nextAttempt;
    QVERIFY(asked > 3 || (next && *next >= notYet + std::chrono::milliseconds(3200))); // 0.8, 1.6, 3.2 s and more
    QCOMPARE(m_pods->model().rowCount(), 2);
    QCOMPARE(countShown(), QStringLiteral("2 of 2"));
    QCOMPARE(Window::dialogs(), 0);
    // One notice, not one for each of them; a person need not wait.
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(list).hold());
    TRY_SHOWN(m_pods, Window::isLive(m_pods) || (Window::press(m_pods, QStringLiteral("Try again now")), Window::isLive(m_pods)));
    QCOMPARE(m_pods->model().rowCount(), 2);
}

void ServerFaultsTest::f05_aThrottledListSaysWhenItIsTriedAgainAndOffersNow_data()
{
    QTest::addColumn<std::string>("retryAfter");
    QTest::addColumn<bool>("hasRows");
    QTest::newRow("before the first rows") << std::string("30") << false;
    QTest::newRow("an hour, which is cut to a minute") << std::string("3600") << false;
    QTest::newRow("while rows are shown") << std::string("30") << true;
}

void ServerFaultsTest::f05_aThrottledListSaysWhenItIsTriedAgainAndOffersNow()
{
    QFETCH(std::string, retryAfter);
    QFETCH(bool, hasRows);
    const std::vector<Misbehaviour> throttled{demo::throttled(podsPath, retryAfter)};
    if (!hasRows)
        m_demo->server.misbehave(throttled);
    openPods();
    int rows = 0;
    if (hasRows) {
        TRY_SHOWN(m_pods, Window::isLive(m_pods));
        rows = m_pods->model().rowCount();
        m_demo->server.misbehave(throttled);
        m_demo->server.dropConnections();
    }
    const auto isTold = [&](const Shown &now) { return now.says(QStringLiteral("Next attempt")) && now.says(QStringLiteral("refuse this")); };
    TRY_SHOWN(m_pods, isTold(Window::notice(m_pods)));
    const Shown shown = Window::notice(m_pods);
    QVERIFY2(shown.title.startsWith(hasRows ? QStringLiteral("Stale since") : QStringLiteral("Pods cannot be listed now")), shown.text().constData());
    QCOMPARE(shown.steps, QStringList{QStringLiteral("Try again now")});
    QCOMPARE(m_pods->model().rowCount(), rows);
    const base::SystemTime now = base::Clock::system().now();
    const auto next = m_pods->cluster().open(*m_pods->cluster().catalog().find("pods"))->state().nextAttempt;
    QVERIFY(next && *next <= now + std::chrono::seconds(61));
    const auto countdowns = m_pods->findChildren<base::Countdown *>();
    const auto counting = std::ranges::find_if(countdowns, [](const QWidget *each) { return each->isVisible(); });
    QVERIFY(counting != countdowns.end());
    const QString first = (*counting)->text();
    QVERIFY2(first.endsWith(QStringLiteral(" s.")), qPrintable(first));
    QTRY_VERIFY2_WITH_TIMEOUT((*counting)->text() != first, qPrintable(first), fault::patience); // it counts

    m_demo->server.misbehave({});
    QVERIFY(Window::press(m_pods, QStringLiteral("Try again now")));
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    QVERIFY(m_pods->model().rowCount() >= rows);
}

void ServerFaultsTest::f05_aServerThatThrottlesItsDiscoverySaysSoAtOnce()
{
    m_demo->server.misbehave({demo::throttled("/api*", "50")});
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    shell::ClusterPane *pane = m_window->pane();
    TRY_SHOWN(pane, Window::notice(pane).says(QStringLiteral("refuse this")));
    const Shown shown = Window::notice(pane);
    QVERIFY2(shown.title.endsWith(QStringLiteral(": answers with an error")), shown.text().constData());
    QVERIFY2(shown.says(QStringLiteral("Next attempt at")), shown.text().constData());
    QCOMPARE(shown.steps, QStringList{QStringLiteral("Try again now")});
    const cluster::Health &health = m_window->clusters().connected().front()->health();
    QVERIFY(health.nextAttempt && *health.nextAttempt > base::Clock::system().now() + std::chrono::seconds(35));
    m_demo->server.misbehave({});
    QVERIFY(Window::press(pane, QStringLiteral("Try again now")));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void ServerFaultsTest::f13_aRedirectIsNamedAndNotFollowed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("scheme");
    for (const int code : {301, 302, 307, 308})
        QTest::addRow("%d to another port", code) << code << std::string("http://");
    QTest::newRow("to another scheme") << 302 << std::string("https://");
    QTest::newRow("to ftp") << 302 << std::string("ftp://");
    QTest::newRow("to a file") << 307 << std::string("file:///etc/");
}

void ServerFaultsTest::f13_aRedirectIsNamedAndNotFollowed()
{
    QFETCH(int, code);
    QFETCH(std::string, scheme);
    support::FaultServer decoy;
    const std::string target = scheme + decoy.address() + "/stolen";
    m_demo->server.misbehave({redirecting(code, target)});
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    shell::ClusterPane *pane = m_window->pane();
    TRY_SHOWN(pane, Window::notice(pane).says(QString::fromStdString(target)));
    const Shown shown = Window::notice(pane);
    QVERIFY2(shown.steps == QStringList{QStringLiteral("Try again now")}, shown.text().constData());
    QCOMPARE(decoy.connections(), 0);
    m_demo->server.misbehave({});
    QVERIFY(Window::press(pane, QStringLiteral("Try again now")));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void ServerFaultsTest::f33_aDeniedListSaysWhyAndWhatIsMissing()
{
    m_demo->server.misbehave({demo::refused("/api/v1/*pods", 403), demo::refused("/api/v1/namespaces", 403)});
    openPods();
    TRY_SHOWN(m_pods, Window::notice(m_pods).title == QStringLiteral("Pods may not be listed"));
    const Shown shown = Window::notice(m_pods);
    QVERIFY2(shown.says(QStringLiteral("grant list and watch")), shown.text().constData());
    QCOMPARE(shown.steps, QStringList{QStringLiteral("Try again now")});
    QCOMPARE(m_pods->model().rowCount(), 0);
    QVERIFY2(countShown().isEmpty(), qPrintable(countShown())); // zero is only said when it is zero
    QCOMPARE(Window::dialogs(), 0);
    // Others kinds are not concerned.
    QCOMPARE(static_cast<int>(m_pods->cluster().health().state), static_cast<int>(cluster::Health::State::Live));
    m_demo->server.misbehave({});
    QVERIFY(Window::press(m_pods, QStringLiteral("Try again now")));
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
}

void ServerFaultsTest::f33_aDeniedWatchIsPolledAndSaysSo()
{
    m_demo->server.misbehave({demo::refused(podsPath + "?watch=1", 403), demo::refused(podsPath + "?watch=true", 403)});
    openPods();
    TRY_SHOWN(m_pods, Window::notice(m_pods).title == QStringLiteral("Asked again every 30 s"));
    QVERIFY(m_pods->model().rowCount() > 10);
    QCOMPARE(countShown(), QStringLiteral("%1 of %1").arg(m_pods->model().rowCount()));
    QTRY_VERIFY_WITH_TIMEOUT(m_pods->isSettled(), fault::patience);
}

void ServerFaultsTest::f33_deniedNamespacesAreNoReasonToLoseTheRows()
{
    m_demo->server.misbehave({demo::refused("/api/v1/namespaces", 403)});
    openPods();
    TRY_SHOWN(m_pods, Window::isLive(m_pods));
    m_window->window().showCluster(&m_pods->cluster(), {QStringLiteral("namespaces"), {}, {}, {}});
    table::TablePage *namespaces = m_window->table(QStringLiteral("namespaces"));
    QVERIFY(namespaces);
    TRY_SHOWN(namespaces, Window::notice(namespaces).title == QStringLiteral("Namespaces may not be listed"));
    QVERIFY(m_pods->model().rowCount() > 10);
    QCOMPARE(static_cast<int>(m_pods->cluster().health().state), static_cast<int>(cluster::Health::State::Live));
}

void ServerFaultsTest::whatIsTypedInKoreanIsFoundAmongRowsThatComeLater()
{
    SmallApi api;
    std::string first;
    for (const char *name : {"a", "b", "c", "d"})
        first += SmallApi::event("ADDED", SmallApi::pod(name, "5"));
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(first).gate("rest").send(SmallApi::whole({SmallApi::pod("web-late", "6")})).hold());
    QVERIFY(m_window->open(fault::kubeConfig("demo", api.server.url())));
    m_pods = m_window->table();
    QVERIFY(m_pods);
    TRY_SHOWN(m_pods, m_pods->model().rowCount() == 4);
    m_pods->findChild<table::TableHead *>()->filter().setText(QStringLiteral("ㅈ듀")); // the keys of "web"
    QCOMPARE(m_pods->model().rowCount(), 0);
    api.server.open("rest");
    TRY_SHOWN(m_pods, m_pods->model().rowCount() == 1 && m_pods->model().key(0) == "default/web-late");
    QVERIFY2(Window::allWords(m_pods).contains(QStringLiteral("Found by its keys: web")), qPrintable(Window::allWords(m_pods)));
}

QTEST_MAIN(ServerFaultsTest)
#include "ServerFaultsTest.moc"
