#include "models/metrics/UsageRing.h"

#include <QTest>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

constexpr base::SystemTime start{1'800'000'000s};

Usage usage(std::chrono::seconds at, std::int64_t milli, std::int64_t kibi) { return {Nanocores{milli * 1'000'000}, Bytes{kibi * 1024}, start + at, 15s}; }

UsageTable table(std::chrono::seconds at, std::int64_t milli = 100)
{
    return {Rung::MetricsApi, {{"a", "web", usage(at, milli, 64), {{"app", usage(at, milli / 2, 32)}}}, {{}, "node-1", usage(at, milli * 10, 640)}}};
}

std::vector<double> values(const std::vector<Point> &points)
{
    std::vector<double> out;
    for (const Point &point : points)
        out.push_back(std::round(point.value * 1000));
    return out;
}

} // namespace

/// History for clusters where nobody keeps one.
class UsageRingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsContainersAndNodesHaveSeriesOfTheirOwn()
    {
        UsageRing ring;
        ring.add(table(0s));
        ring.add(table(15s, 200));
        QCOMPARE(values(ring.cpu("a/web")), (std::vector<double>{100, 200}));
        QCOMPARE(values(ring.cpu("a/web/app")), (std::vector<double>{50, 100}));
        QCOMPARE(ring.memory("node-1").back(), (Point{start + 15s, 640 * 1024.0}));
        QVERIFY(ring.cpu("a/other").empty());
    }

    void aTimeToldTwiceIsTheSameSample()
    {
        UsageRing ring;
        for (int i = 0; i < 5; ++i)
            ring.add(table(0s, 100 + i));
        QCOMPARE(values(ring.cpu("a/web")), (std::vector<double>{104}));
    }

    void whatWasNotMeasuredIsNoPointAndZeroIsOne()
    {
        UsageRing ring;
        ring.add({Rung::MetricsApi, {{"a", "p", {{}, Bytes{0}, start, 0ms}}}});
        ring.add({Rung::MetricsApi, {{"a", "p", {Nanocores{0}, {}, start + 15s, 0ms}}}});
        ring.add({Rung::MetricsApi, {{"a", "p", {{}, {}, start + 30s, 0ms}}}});
        QCOMPARE(ring.memory("a/p"), (std::vector<Point>{{start, 0.0}}));
        QCOMPARE(ring.cpu("a/p"), (std::vector<Point>{{start + 15s, 0.0}}));
    }

    void aClockThatIsPutBackDropsItsFuture()
    {
        UsageRing ring;
        for (const auto at : {0s, 15s, 3600s, 3615s})
            ring.add(table(at, at.count() / 15));
        ring.add(table(30s, 2));
        ring.add(table(45s, 3));
        QCOMPARE(values(ring.cpu("a/web")), (std::vector<double>{0, 1, 2, 3}));
    }

    void aJumpForwardIsAGap()
    {
        UsageRing ring;
        ring.add(table(0s));
        ring.add(table(24h));
        QCOMPARE(ring.cpu("a/web").size(), std::size_t(2));
        QCOMPARE(ring.cpu("a/web")[1].time - ring.cpu("a/web")[0].time, std::chrono::system_clock::duration(24h));
    }

    void onlyTheNewestAreKept()
    {
        UsageRing ring;
        for (int i = 0; i < 1000; ++i)
            ring.add(table(std::chrono::seconds(i * 15), i));
        const std::vector<double> kept = values(ring.cpu("a/web"));
        QCOMPARE(kept.size(), UsageRing::MostSamples);
        QCOMPARE(kept.front(), 760.0);
        QCOMPARE(kept.back(), 999.0);
        QVERIFY(std::ranges::is_sorted(kept));
    }

    void manyPodsShareWhatMemoryThereIs()
    {
        UsageRing ring;
        constexpr int pods = 50'000, rounds = 2;
        for (int round = 0; round < rounds; ++round) {
            std::vector<MeasuredObject> objects;
            objects.reserve(pods);
            for (int i = 0; i < pods; ++i)
                objects.push_back({"team", "pod-" + std::to_string(i), usage(std::chrono::seconds(round * 15), round, 1), {{"app", usage(std::chrono::seconds(round * 15), round, 1)}}});
            ring.add({Rung::MetricsApi, std::move(objects)});
        }
        QCOMPARE(ring.size(), std::size_t(2 * pods));
        QCOMPARE(ring.capacity(), std::size_t(41));
        QVERIFY(ring.capacity() * ring.size() * 12 <= UsageRing::MostBytes);
        QVERIFY(ring.memory() <= UsageRing::MostBytes);
        QCOMPARE(values(ring.cpu("team/pod-7")).back(), double(rounds - 1));
    }

    void whoIsGoneForLongIsForgotten()
    {
        UsageRing ring;
        ring.add(table(0s));
        for (std::size_t i = 0; i <= UsageRing::MostSamples + 1; ++i)
            ring.add({Rung::MetricsApi, {{{}, "other", usage(std::chrono::seconds(i), 1, 1)}}});
        QVERIFY(ring.cpu("a/web").empty());
        QCOMPARE(ring.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(UsageRingTest)
#include "UsageRingTest.moc"
