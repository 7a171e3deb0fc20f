#include "models/base/ManualExecutor.h"
#include "models/http/Splice.h"
#include "tests/support/FakeStreams.h"

#include <QtTest>

using namespace std::chrono_literals;

namespace {

/// A splice between two streams whose other ends the test plays.
struct Joined
{
    Joined() { splice.setNear(std::move(streams.makePair(splice.nearReceiver()).value().ours)); }
    void attach() { splice.setFar(streams.dial({}, splice.farReceiver())); }
    support::FakeStreamState &near() { return *streams.pairs.front(); }
    support::FakeStreamState &far() { return *streams.dialled.front(); }

    base::ManualExecutor time;
    support::FakeStreams streams;
    int ends = 0;
    std::optional<base::Error> error;
    http::Splice splice{time, 30s, [this](const std::optional<base::Error> &why) {
        ++ends;
        error = why;
    }};
};

} // namespace

/// Two streams joined to one connection.
class SpliceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesGoBothWays();
    void nothingIsReadBeforeTheFarSideIsThere();
    void neitherSideIsReadFasterThanTheOtherTakes();
    void aNearSideThatTakesNothingEndsAfterAWhile();
    void aNearSideThatTakesSomethingInTimeGoesOn();
    void theEndOfTheFarSideIsHeardAfterTheRest();
    void theEndOfTheNearSideEndsAll();
    void anErrorOfTheFarSideIsTold();
};

void SpliceTest::bytesGoBothWays()
{
    Joined joined;
    joined.attach();
    joined.near().say("request");
    joined.far().say("answer");
    QCOMPARE(joined.far().take(), std::string("request"));
    QCOMPARE(joined.near().take(), std::string("answer"));
    QCOMPARE(joined.ends, 0);
}

void SpliceTest::nothingIsReadBeforeTheFarSideIsThere()
{
    Joined joined;
    QVERIFY(joined.near().isPaused);
    joined.attach();
    QVERIFY(!joined.near().isPaused);
}

void SpliceTest::neitherSideIsReadFasterThanTheOtherTakes()
{
    Joined joined;
    joined.attach();
    joined.near().room = joined.far().room = 10;
    joined.near().say("0123456789");
    QVERIFY(joined.near().isPaused);
    joined.far().say("0123456789");
    QVERIFY(joined.far().isPaused);
    joined.far().take();
    QVERIFY(!joined.near().isPaused);
    joined.near().take();
    QVERIFY(!joined.far().isPaused);
}

void SpliceTest::aNearSideThatTakesNothingEndsAfterAWhile()
{
    Joined joined;
    joined.attach();
    joined.near().room = 1;
    joined.far().say("more than it takes");
    joined.time.advance(29s);
    QCOMPARE(joined.ends, 0);
    joined.time.advance(2s);
    QCOMPARE(joined.ends, 1);
    QCOMPARE(joined.error->kind, base::ErrorKind::Timeout);
    QVERIFY(joined.near().isClosed && joined.far().isClosed);
}

void SpliceTest::aNearSideThatTakesSomethingInTimeGoesOn()
{
    Joined joined;
    joined.attach();
    joined.near().room = 1;
    for (int i = 0; i < 5; ++i) {
        joined.far().say("piece");
        joined.time.advance(20s);
        QCOMPARE(joined.near().take(), std::string("piece"));
    }
    joined.time.advance(60s);
    QCOMPARE(joined.ends, 0);
}

void SpliceTest::theEndOfTheFarSideIsHeardAfterTheRest()
{
    Joined joined;
    joined.attach();
    joined.far().say("the rest");
    joined.far().receiver->ended({});
    QVERIFY(joined.near().hasEndedWriting && !joined.near().isClosed);
    QCOMPARE(joined.near().take(), std::string("the rest"));
    joined.near().receiver->ended({});
    QCOMPARE(joined.ends, 1);
    QVERIFY(!joined.error);
}

void SpliceTest::theEndOfTheNearSideEndsAll()
{
    Joined joined;
    joined.attach();
    joined.near().receiver->ended({});
    QCOMPARE(joined.ends, 1);
    QVERIFY(!joined.error && joined.far().isClosed && joined.near().isClosed);
}

void SpliceTest::anErrorOfTheFarSideIsTold()
{
    Joined joined;
    joined.attach();
    joined.far().receiver->ended(base::makeError(base::ErrorKind::Network, "refused"));
    QCOMPARE(joined.ends, 1);
    QCOMPARE(joined.error->message, std::string("refused"));
    QVERIFY(joined.near().isClosed);
}

QTEST_APPLESS_MAIN(SpliceTest)
#include "SpliceTest.moc"
