#include "models/cluster/ReturnWatch.h"

#include "models/base/ManualExecutor.h"
#include "tests/support/FakeTransport.h"

#include <QTest>

using cluster::ReturnWatch;
using cluster::ServerAddress;
using namespace std::chrono_literals;

namespace {

const std::string version = R"({"gitVersion":"v1.36.3"})";

ServerAddress server(const std::string &name)
{
    return {.url = "https://" + name + ":6443", .authorityFile = {}, .authorityPem = {}, .serverName = {}, .proxy = {}, .insecure = false};
}

/// A watch over servers that a test answers for.
struct World
{
    base::ManualExecutor time;
    tests::FakeTransport transport;
    int returns = 0;
    ReturnWatch watch{transport, time, time, [this] { ++returns; }};

    std::size_t questions() const { return transport.exchanges.size(); }
    void answer(int status, const std::string &body)
    {
        transport.exchanges.back().answer(status, body);
        time.advance(1ms);
    }
};

} // namespace

/// How a server that went away is looked for.
class ReturnWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerIsAskedEveryFewSecondsUntilItAnswers();
    void aQuestionWithoutAnAnswerIsLetGoBeforeTheNext();
    void anyAnswerIsAReturn_data();
    void anyAnswerIsAReturn();
    void whatFailsAlthoughTheServerAnswersKeepsItsBackoff();
    void theNextOutageCountsAnew();
    void nobodyAsksWhenTheServerIsReached();
    void anotherServerIsAskedInPlaceOfTheFirst();
};

void ReturnWatchTest::aServerIsAskedEveryFewSecondsUntilItAnswers()
{
    World world;
    world.watch.lost(server("one"));
    for (std::size_t asked = 0; asked < 100; ++asked) {
        QCOMPARE(world.questions(), asked);
        world.time.advance(ReturnWatch::Interval);
        world.transport.exchanges.back().fail(base::ErrorKind::Network);
        world.watch.lost(server("one"));    // each failed attempt says it
    }
    QCOMPARE(world.returns, 0);
    world.time.advance(ReturnWatch::Interval);
    world.answer(200, version);
    QCOMPARE(world.returns, 1);
}

void ReturnWatchTest::aQuestionWithoutAnAnswerIsLetGoBeforeTheNext()
{
    World world;
    world.watch.lost(server("one"));
    world.time.advance(3 * ReturnWatch::Interval);
    QCOMPARE(world.questions(), std::size_t(3));
    QVERIFY(world.transport.exchanges[0].token.isCancelled());
    QVERIFY(world.transport.exchanges[1].token.isCancelled());
    QVERIFY(!world.transport.exchanges[2].token.isCancelled());
}

void ReturnWatchTest::anyAnswerIsAReturn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addRow("its version") << 200 << version;
    QTest::addRow("it tells nothing to strangers") << 401 << std::string();
    QTest::addRow("it forbids") << 403 << std::string();
    QTest::addRow("it is starting") << 503 << std::string();
}

void ReturnWatchTest::anyAnswerIsAReturn()
{
    QFETCH(int, status);
    QFETCH(std::string, body);
    World world;
    world.watch.lost(server("one"));
    world.time.advance(ReturnWatch::Interval);
    world.answer(status, body);
    QCOMPARE(world.returns, 1);
}

void ReturnWatchTest::whatFailsAlthoughTheServerAnswersKeepsItsBackoff()
{
    World world;
    world.watch.lost(server("one"));
    world.time.advance(ReturnWatch::Interval);
    world.answer(200, version);
    world.watch.lost(server("one"));
    world.time.advance(1h);
    QCOMPARE(world.questions(), std::size_t(1));
    QCOMPARE(world.returns, 1);
}

void ReturnWatchTest::theNextOutageCountsAnew()
{
    World world;
    for (int outage = 1; outage <= 3; ++outage) {
        world.watch.lost(server("one"));
        world.time.advance(ReturnWatch::Interval);
        QCOMPARE(world.questions(), std::size_t(outage));
        world.answer(200, version);
        QCOMPARE(world.returns, outage);
        world.watch.found();
    }
}

void ReturnWatchTest::nobodyAsksWhenTheServerIsReached()
{
    World world;
    world.watch.lost(server("one"));
    world.watch.found();
    world.time.advance(1h);
    QCOMPARE(world.questions(), std::size_t(0));
}

void ReturnWatchTest::anotherServerIsAskedInPlaceOfTheFirst()
{
    World world;
    world.watch.lost(server("one"));
    world.time.advance(ReturnWatch::Interval);
    world.watch.lost(server("two"));
    world.time.advance(ReturnWatch::Interval);
    QCOMPARE(world.questions(), std::size_t(2));
    QVERIFY(world.transport.exchanges[0].token.isCancelled());
    QCOMPARE(world.transport.exchanges[1].request.url, std::string("https://two:6443/version"));
}

QTEST_GUILESS_MAIN(ReturnWatchTest)
#include "ReturnWatchTest.moc"
