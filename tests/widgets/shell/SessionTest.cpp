#include "models/text/Json.h"
#include "widgets/shell/History.h"
#include "widgets/shell/Session.h"

#include <QTest>

using namespace shell;

/// What is remembered of the window, and what of it is believed.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRememberedComesBack();
    void whatMakesNoSenseIsLeftOut_data();
    void whatMakesNoSenseIsLeftOut();
    void thereIsALimitToWhatIsOpened();
    void theWindowIsAlwaysOnAScreen_data();
    void theWindowIsAlwaysOnAScreen();
    void whatIsAheadIsForgottenByWhoGoesAnotherWay();
    void anotherTabOfAPageIsNoFurtherStep();
    void aPlaceKeepsHowItsPageWasLeft();
    void onlyTheLastPlacesAreKept();
};

namespace {

base::Address addressOf(const QString &text)
{
    return base::Address::parse(text).value_or(base::Address());
}

History visited(std::initializer_list<const char *> places)
{
    History history;
    for (const char *place : places)
        history.visit(addressOf(QString::fromLatin1(place)));
    return history;
}

} // namespace

void SessionTest::whatIsRememberedComesBack()
{
    const RememberedWindow window{QRect(10, -20, 800, 600), true, {{"/a", "one"}, {"/a", "two"}}, cluster::EntryId{"/a", "two"}};
    const auto again = RememberedWindow::fromValue(window.toValue());
    QCOMPARE(again.frame, window.frame);
    QVERIFY(again.isMaximized);
    QCOMPARE(again.connected, window.connected);
    QCOMPARE(again.shown, window.shown);
    QVERIFY(!RememberedWindow::fromValue(RememberedWindow().toValue()).shown);

    text::Value state = text::Value::map();
    state.set("filter", text::Value::string("web"));
    const RememberedPane pane{{QStringLiteral("team-a")}, {{*base::Address::parse(QStringLiteral("pods")), QStringLiteral("Pods"), state},
                                                         {*base::Address::parse(QStringLiteral("pods/team-a/web-0#yaml")), QStringLiteral("Pod web-0"), {}}}, 1};
    const auto samePane = RememberedPane::fromValue(pane.toValue());
    QCOMPARE(samePane.namespaces, pane.namespaces);
    QCOMPARE(samePane.current, 1);
    QCOMPARE(samePane.pages.size(), std::size_t(2));
    QVERIFY(samePane.pages[0].state == state);
    QCOMPARE(samePane.pages[1].address, pane.pages[1].address);
    QCOMPARE(samePane.pages[1].title, pane.pages[1].title);
}

void SessionTest::whatMakesNoSenseIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<int>("current");
    QTest::newRow("nothing") << QByteArray("null") << QStringList() << 0;
    QTest::newRow("a number") << QByteArray("7") << QStringList() << 0;
    QTest::newRow("pages of another type") << QByteArray(R"({"pages": {"a": 1}, "namespaces": "x"})") << QStringList() << 0;
    QTest::newRow("odd pages") << QByteArray(R"({"pages": [1, null, {}, {"address": 3}, {"address": "../x"}, {"address": "pods"}], "current": 5})") << QStringList{QStringLiteral("pods")} << 0;
    QTest::newRow("a current one that is not there") << QByteArray(R"({"pages": [{"address": "pods"}, {"address": "nodes"}], "current": 99})")
                                                     << QStringList{QStringLiteral("pods"), QStringLiteral("nodes")} << 0;
    QTest::newRow("the current one keeps its place") << QByteArray(R"({"pages": [{"address": ""}, {"address": "pods"}, {"address": "nodes"}], "current": 2})")
                                                     << QStringList{QStringLiteral("pods"), QStringLiteral("nodes")} << 1;
}

void SessionTest::whatMakesNoSenseIsLeftOut()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, addresses);
    QFETCH(int, current);
    const auto value = text::parseJson(json.toStdString());
    QVERIFY(value);
    const RememberedPane pane = RememberedPane::fromValue(*value);
    QStringList found;
    for (const RememberedPage &page : pane.pages)
        found << page.address.toString();
    QCOMPARE(found, addresses);
    QCOMPARE(pane.current, current);
}

void SessionTest::thereIsALimitToWhatIsOpened()
{
    RememberedPane pane;
    for (int i = 0; i < 1000; ++i)
        pane.pages.push_back({*base::Address::parse(QStringLiteral("pods/a/p%1").arg(i)), QString(), {}});
    QCOMPARE(RememberedPane::fromValue(pane.toValue()).pages.size(), RememberedPane::MostPages);
    RememberedWindow window;
    for (int i = 0; i < 1000; ++i)
        window.connected.push_back({"/a", std::to_string(i)});
    QCOMPARE(RememberedWindow::fromValue(window.toValue()).connected.size(), RememberedWindow::MostClusters);
}

void SessionTest::theWindowIsAlwaysOnAScreen_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("place");
    QTest::newRow("as it was") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("on the second screen") << QRect(2000, 100, 800, 600) << QRect(2000, 100, 800, 600);
    QTest::newRow("beyond every screen") << QRect(9000, -9000, 800, 600) << QRect(1120, 0, 800, 600);
    QTest::newRow("half outside") << QRect(-400, 700, 800, 600) << QRect(0, 480, 800, 600);
    QTest::newRow("larger than the screen") << QRect(100, 100, 5000, 4000) << QRect(0, 0, 1920, 1080);
    QTest::newRow("too small to be seen") << QRect(100, 100, 3, 3) << QRect();
    QTest::newRow("nothing") << QRect() << QRect();
}

void SessionTest::theWindowIsAlwaysOnAScreen()
{
    QFETCH(QRect, wanted);
    QFETCH(QRect, place);
    const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)};
    QCOMPARE(placeOnScreen(wanted, screens).value_or(QRect()), place);
    QVERIFY(!placeOnScreen(wanted, {}));
}

void SessionTest::whatIsAheadIsForgottenByWhoGoesAnotherWay()
{
    QVERIFY(!History().canStep(-1) && !History().canStep(1));
    History history = visited({"pods", "pods/a/web", "nodes"});
    QVERIFY(history.canStep(-1) && !history.canStep(1));
    QCOMPARE(history.step(-1).address, addressOf(QStringLiteral("pods/a/web")));
    QCOMPARE(history.step(-1).address, addressOf(QStringLiteral("pods")));
    QVERIFY(!history.canStep(-1) && history.canStep(1));
    QCOMPARE(history.step(1).address, addressOf(QStringLiteral("pods/a/web")));
    history.visit(addressOf(QStringLiteral("events")));
    QVERIFY(!history.canStep(1));
    QCOMPARE(history.step(-1).address, addressOf(QStringLiteral("pods/a/web")));
}

void SessionTest::anotherTabOfAPageIsNoFurtherStep()
{
    History history = visited({"pods", "pods/a/web", "pods/a/web#yaml", "pods/a/web"});
    QCOMPARE(history.step(-1).address, addressOf(QStringLiteral("pods")));
    QVERIFY(!history.canStep(-1));
}

void SessionTest::aPlaceKeepsHowItsPageWasLeft()
{
    History history = visited({"pods", "pods/a/web"});
    history.leave(addressOf(QStringLiteral("pods/a/web#yaml")), text::Value::string("folded"));
    history.leave(addressOf(QStringLiteral("nodes")), text::Value::string("another page's"));
    history.step(-1);
    QVERIFY(history.step(1).state == text::Value::string("folded"));
    history.step(-1);
    QCOMPARE(history.step(1).address, addressOf(QStringLiteral("pods/a/web#yaml")));
}

void SessionTest::onlyTheLastPlacesAreKept()
{
    History history;
    for (std::size_t i = 0; i < History::Most + 5; ++i)
        history.visit(addressOf(QStringLiteral("pods/a/web-%1").arg(i)));
    std::size_t steps = 0;
    for (; history.canStep(-1); ++steps)
        history.step(-1);
    QCOMPARE(steps, History::Most - 1);
    for (; history.canStep(1);)
        history.step(1);
    QCOMPARE(history.step(-1).address, addressOf(QStringLiteral("pods/a/web-%1").arg(History::Most + 3)));
}

QTEST_APPLESS_MAIN(SessionTest)
#include "SessionTest.moc"
