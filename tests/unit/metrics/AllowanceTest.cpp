#include "models/metrics/Allowance.h"
#include "models/text/Yaml.h"

#include <QTest>

using namespace metrics;

namespace {

text::Value yaml(const char *text) { return text::parseYaml(text).value(); }

} // namespace

/// What a pod was promised and may use, and what a node has.
class AllowanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containersThatRunTogetherAddUp()
    {
        const Allowance sum = allowanceOfPod(yaml("spec: {containers: [{resources: {requests: {cpu: 100m, memory: 1Gi}, limits: {cpu: 1, memory: 2Gi}}}, {resources: {requests: {cpu: 50m}, limits: {cpu: 500m, memory: 1Gi}}}], "
                                                  "initContainers: [{resources: {requests: {cpu: 4}}}, {restartPolicy: Always, resources: {requests: {cpu: 5m}, limits: {cpu: 5m, memory: 1Mi}}}]}"));
        QCOMPARE(sum.cpuRequest->milli(), std::int64_t(155));
        QCOMPARE(sum.memoryRequest->mebi(), std::int64_t(1024));
        QCOMPARE(sum.cpuLimit->milli(), std::int64_t(1505));
        QCOMPARE(sum.memoryLimit->mebi(), std::int64_t(3073));
    }

    void oneContainerWithoutALimitLeavesThePodWithoutOne()
    {
        const Allowance sum = allowanceOfPod(yaml("spec: {containers: [{resources: {limits: {cpu: 1}}}, {}]}"));
        QVERIFY(!sum.cpuLimit && !sum.cpuRequest && !sum.memoryLimit);
    }

    void whatThePodSaysItselfCounts()
    {
        const Allowance sum = allowanceOfPod(yaml("spec: {resources: {requests: {cpu: 2}, limits: {cpu: 3}}, containers: [{resources: {requests: {cpu: 1}}}, {}]}"));
        QCOMPARE(sum.cpuRequest->milli(), std::int64_t(2000));
        QCOMPARE(sum.cpuLimit->milli(), std::int64_t(3000));
    }

    void aNodeHasWhatItCanGiveToPods()
    {
        const Allowance node = allowanceOfNode(yaml("status: {capacity: {cpu: 4}, allocatable: {cpu: 3920m, memory: 7Gi}}"));
        QCOMPARE(node.cpuLimit->milli(), std::int64_t(3920));
        QCOMPARE(node.memoryLimit->mebi(), std::int64_t(7168));
        QVERIFY(!node.cpuRequest);
    }

    void nonsenseIsNoBound()
    {
        QVERIFY(allowanceOfPod(yaml("spec: {containers: [{resources: {requests: {cpu: lots}, limits: [1]}}]}")) == Allowance());
        QVERIFY(allowanceOfPod(text::Value()) == Allowance());
    }
};

QTEST_GUILESS_MAIN(AllowanceTest)
#include "AllowanceTest.moc"
