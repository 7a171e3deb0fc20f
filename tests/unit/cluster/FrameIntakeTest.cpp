#include "models/cluster/ClusterSession.h"
#include "models/cluster/FrameIntake.h"
#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QTest>

using cluster::ClusterSession;
using cluster::FrameIntake;
using cluster::LiveRows;
using Phase = kube::SyncState::Phase;
using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};
const std::string endOfList = R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";

std::string manyPods(std::size_t count, const std::string &namespaceName)
{
    std::string events;
    for (std::size_t i = 0; i < count; ++i)
        events += R"({"type":"ADDED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p)" + std::to_string(i) + R"(","namespace":")" + namespaceName
            + R"(","uid":"u)" + std::to_string(i) + R"(","resourceVersion":"5"}}})" + '\n';
    return events;
}

/// Time passes whenever somebody looks at it.
class PassingClock final : public base::Clock
{
public:
    explicit PassingClock(std::chrono::milliseconds step) : m_step(step) { }

    base::SystemTime now() const override { return {}; }
    base::SteadyTime steady() const override { return m_now += m_step; }

private:
    std::chrono::milliseconds m_step;
    mutable base::SteadyTime m_now{};
};

} // namespace

/// How much of what waits becomes rows in one frame.
class FrameIntakeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<ClusterSession> session;

    std::shared_ptr<LiveRows> open(const std::string &namespaceName)
    {
        auto rows = std::make_shared<LiveRows>(pods, namespaceName, std::string(), session->open(pods, namespaceName));
        api->time.run();
        api->last().open();
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        api = std::make_unique<support::FakeApi>();
        session = std::make_unique<ClusterSession>(*api, api->time, std::vector<std::string>{}, ClusterSession::Observers{});
        api->time.run();
    }
    void cleanup()
    {
        session.reset();
        api->time.run();
        api.reset();
    }

    void whatIsMuchIsTakenInByParts();
    void withTimeToSpareAllOfItIsTakenAtOnce();
    void whatComesMeanwhileIsNotForgotten();
    void nobodyWaitsForSomebodyWithMuch();
    void aListThatBeginsAnewDropsRowsOnlyAtItsEnd();
    void rowsThatNobodyLooksAtAreLetGo();
};

void FrameIntakeTest::whatIsMuchIsTakenInByParts()
{
    const auto rows = open("a");
    api->last().send(manyPods(3500, "a") + endOfList);
    PassingClock clock(FrameIntake::Budget);    // a slice takes as long as there is
    FrameIntake intake(clock);
    QSignalSpy changed(rows.get(), &LiveRows::changed);
    for (const std::size_t known : {1000U, 2000U, 3000U}) {
        QVERIFY(!intake.take({rows}));
        QCOMPARE(rows->store().size(), known);
        QVERIFY(!rows->store().isComplete());
        QVERIFY(rows->state().phase != Phase::Live);    // not before all of it is there
    }
    QVERIFY(!intake.take({rows}));
    QCOMPARE(rows->store().size(), 3500U);
    QVERIFY(rows->store().isComplete());
    QCOMPARE(rows->state().phase, Phase::Live);
    QVERIFY(intake.take({rows})); // nothing came meanwhile
    QCOMPARE(changed.size(), 4);
}

void FrameIntakeTest::withTimeToSpareAllOfItIsTakenAtOnce()
{
    const auto rows = open("a");
    api->last().send(manyPods(3500, "a") + endOfList);
    PassingClock clock(0ms);
    FrameIntake intake(clock);
    QVERIFY(intake.take({rows}));
    QCOMPARE(rows->store().size(), 3500U);
    QCOMPARE(rows->state().phase, Phase::Live);
}

void FrameIntakeTest::whatComesMeanwhileIsNotForgotten()
{
    const auto rows = open("a");
    api->last().send(manyPods(1500, "a"));
    PassingClock clock(FrameIntake::Budget);
    FrameIntake intake(clock);
    QVERIFY(!intake.take({rows}));
    api->last().send(manyPods(1600, "a") + endOfList);
    int frames = 0;
    while (!intake.take({rows}))
        QVERIFY(++frames < 10);
    QCOMPARE(rows->store().size(), 1600U);
    QCOMPARE(rows->state().phase, Phase::Live);
}

void FrameIntakeTest::nobodyWaitsForSomebodyWithMuch()
{
    const auto much = open("a");
    api->last().send(manyPods(10'000, "a"));
    const auto little = open("b");
    api->last().send(manyPods(1, "b") + endOfList);
    PassingClock clock(FrameIntake::Budget);
    FrameIntake intake(clock);
    QVERIFY(!intake.take({much, little}));
    QCOMPARE(little->store().size(), 0U);
    QVERIFY(!intake.take({much, little}));
    QCOMPARE(little->store().size(), 1U);
    QVERIFY(!intake.take({much, little}));
    QCOMPARE(much->store().size(), 2000U);
}

void FrameIntakeTest::aListThatBeginsAnewDropsRowsOnlyAtItsEnd()
{
    const auto rows = open("a");
    api->last().send(manyPods(2500, "a") + endOfList);
    PassingClock generous(0ms);
    QVERIFY(FrameIntake(generous).take({rows}));
    api->last().send(R"({"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired"}})" "\n");
    api->time.advance(2min);
    api->last().open();
    api->last().send(manyPods(1500, "a") + endOfList);
    PassingClock clock(FrameIntake::Budget);
    FrameIntake intake(clock);
    QVERIFY(!intake.take({rows}));
    QCOMPARE(rows->store().size(), 2500U);
    QVERIFY(!intake.take({rows}));
    QCOMPARE(rows->store().size(), 1500U);
}

void FrameIntakeTest::rowsThatNobodyLooksAtAreLetGo()
{
    auto rows = open("a");
    api->last().send(manyPods(3500, "a"));
    PassingClock clock(FrameIntake::Budget);
    FrameIntake intake(clock);
    QVERIFY(!intake.take({rows}));
    const std::weak_ptr<LiveRows> weak = rows;
    rows.reset();
    QVERIFY(intake.take({}));
    QVERIFY(weak.expired());
}

QTEST_GUILESS_MAIN(FrameIntakeTest)
#include "FrameIntakeTest.moc"
