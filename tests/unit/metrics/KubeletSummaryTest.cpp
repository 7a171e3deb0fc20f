#include "models/metrics/KubeletSummary.h"

#include <QTest>

using namespace metrics;

namespace {

/// As a kubelet 1.36 writes it, cut down.
constexpr const char *summary = R"({"node":{"nodeName":"n1","startTime":"2026-11-01T00:00:00Z",
 "cpu":{"time":"2026-11-23T08:00:10Z","usageNanoCores":250000000,"usageCoreNanoSeconds":18446744073709551615},
 "memory":{"time":"2026-11-23T08:00:08Z","availableBytes":1,"usageBytes":2,"workingSetBytes":1048576},
 "network":{"time":"2026-11-23T08:00:10Z","name":"eth0","rxBytes":100,"txBytes":200,"interfaces":[]},
 "fs":{"time":"2026-11-23T08:00:10Z","availableBytes":60,"capacityBytes":100,"usedBytes":40,"inodesFree":7,"inodes":9,"inodesUsed":2},
 "runtime":{"imageFs":{"usedBytes":11},"containerFs":{"usedBytes":12}}},
"pods":[{"podRef":{"name":"db-0","namespace":"team-a","uid":"u1"},"startTime":"2026-11-22T00:00:00Z",
 "containers":[{"name":"db","startTime":"2026-11-22T00:00:01Z","cpu":{"time":"2026-11-23T08:00:09Z","usageNanoCores":1000000},"memory":{"time":"2026-11-23T08:00:07Z","workingSetBytes":2097152},
  "rootfs":{"usedBytes":5},"logs":{"usedBytes":6}},
  {"name":"young","cpu":{"time":"2026-11-23T08:00:09Z"},"memory":{"time":"2026-11-23T08:00:09Z","workingSetBytes":1}}],
 "cpu":{"time":"2026-11-23T08:00:09Z","usageNanoCores":3000000},"memory":{"workingSetBytes":4194304},
 "network":{"rxBytes":1,"txBytes":2},
 "volume":[{"name":"data","pvcRef":{"name":"data-db-0","namespace":"team-a"},"usedBytes":30,"capacityBytes":90},{"name":"token","usedBytes":1}],
 "ephemeral-storage":{"usedBytes":12}}]})";

} // namespace

/// What a kubelet tells at /stats/summary.
class KubeletSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNodeTellsWhatItUsesSendsAndStores()
    {
        const auto read = readKubeletSummary(summary);
        QVERIFY(read);
        QCOMPARE(read->name, std::string("n1"));
        QCOMPARE(read->usage.cpu->milli(), std::int64_t(250));
        QCOMPARE(read->usage.memory->mebi(), std::int64_t(1));
        QCOMPARE(read->network.sent, std::optional(Bytes{200}));
        QCOMPARE(read->rootfs.used, std::optional(Bytes{40}));
        QCOMPARE(read->rootfs.inodesFree, std::optional(std::int64_t(7)));
        QCOMPARE(read->images.used, std::optional(Bytes{11}));
        QVERIFY(!read->images.capacity);
        QCOMPARE(read->rootfs.inodes, std::optional(std::int64_t(9)));
        QCOMPARE(read->rootfs.inodesUsed, std::optional(std::int64_t(2)));
        QCOMPARE(read->containers.used, std::optional(Bytes{12}));
    }

    void theOlderOfTwoTimesCounts()
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(readKubeletSummary(summary)->usage.time.time_since_epoch()).count();
        QCOMPARE(seconds, std::int64_t(1'795'420'808));
    }

    void aPodTellsItsContainersVolumesAndClaims()
    {
        const PodSummary pod = readKubeletSummary(summary)->pods.front();
        QCOMPARE(pod.uid, std::string("u1"));
        QCOMPARE(pod.containers.front().logs.used, std::optional(Bytes{6}));
        QVERIFY(!pod.containers[1].usage.cpu);
        QCOMPARE(pod.volumes[0].claim, std::string("team-a/data-db-0"));
        QCOMPARE(pod.volumes[0].disk.capacity, std::optional(Bytes{90}));
        QVERIFY(pod.volumes[1].claim.empty());
        QCOMPARE(pod.ephemeral.used, std::optional(Bytes{12}));
    }

    void aPodIsTheSumOfItsContainersAsElsewhere()
    {
        const MeasuredObject pod = measuredPods(*readKubeletSummary(summary)).front();
        QVERIFY2(!pod.usage.cpu, "one of its containers has none yet");
        QCOMPARE(pod.usage.memory, std::optional(Bytes{2'097'153}));
    }

    void whatNamesNoNodeIsAnError()
    {
        QVERIFY(!readKubeletSummary("{}"));
        QVERIFY(!readKubeletSummary("404 page not found"));
        const auto odd = readKubeletSummary(R"({"node":{"nodeName":"n","cpu":{"usageNanoCores":-1},"memory":{"workingSetBytes":"many"}},"pods":{"a":1}})");
        QVERIFY(!odd->usage.cpu && !odd->usage.memory && odd->pods.empty());
    }
};

QTEST_GUILESS_MAIN(KubeletSummaryTest)
#include "KubeletSummaryTest.moc"
