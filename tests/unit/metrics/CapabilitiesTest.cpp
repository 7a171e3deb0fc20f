#include "models/metrics/Capabilities.h"

#include <QtTest>

using metrics::Capabilities;
using Presence = metrics::Capabilities::Presence;
using namespace std::chrono_literals;

class CapabilitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotAskedForIsNotAbsent();
    void twoJobsThatScrapeTheSameAreBothNamed();
    void aLabelIsOnlyMissingWhereASampleIsKnown();
    void aMetricThatCameAfterTheCountIsThere();
    void theRateLooksBackFourIntervalsOfTheSlowestJob();
};

void CapabilitiesTest::whatWasNotAskedForIsNotAbsent()
{
    Capabilities capabilities;
    capabilities.setAsked({"kube_pod_info", "node_cpu_seconds_total"});
    capabilities.add("kube_pod_info", {"ksm", "/metrics", 12});
    QCOMPARE(capabilities.presence("kube_pod_info"), Presence::Present);
    QCOMPARE(capabilities.presence("node_cpu_seconds_total"), Presence::Absent);
    QCOMPARE(capabilities.presence("up"), Presence::NotAsked);
    QCOMPARE(capabilities.missingOf({"up", "node_cpu_seconds_total", "kube_pod_info"}), std::vector<std::string>{"node_cpu_seconds_total"});
}

void CapabilitiesTest::twoJobsThatScrapeTheSameAreBothNamed()
{
    Capabilities capabilities;
    capabilities.add("container_cpu_usage_seconds_total", {"kubelet", "/metrics/cadvisor", 30});
    capabilities.add("container_cpu_usage_seconds_total", {"cadvisor", "", 31});
    QCOMPARE(capabilities.seriesOf("container_cpu_usage_seconds_total"), std::uint64_t(61));
    const auto &sources = capabilities.sources("container_cpu_usage_seconds_total");
    QCOMPARE(sources.size(), std::size_t(2));
    QCOMPARE(sources[0].job, std::string("cadvisor"));
    QCOMPARE(sources[1].metricsPath, std::string("/metrics/cadvisor"));
}

void CapabilitiesTest::aLabelIsOnlyMissingWhereASampleIsKnown()
{
    Capabilities capabilities;
    capabilities.add("node_load1", {"node", "", 3});
    QVERIFY(!capabilities.hasLabel("node_load1", "node").has_value());
    capabilities.setSample("node_load1", {{"job", "node"}, {"instance", "10.0.0.1:9100"}, {"zone", ""}});
    QCOMPARE(capabilities.hasLabel("node_load1", "node"), std::optional(false));
    QCOMPARE(capabilities.hasLabel("node_load1", "zone"), std::optional(false));
    QCOMPARE(capabilities.hasLabel("node_load1", "instance"), std::optional(true));
    capabilities.setSample("node_load1", {{"job", "node"}});
    QCOMPARE(capabilities.hasLabel("node_load1", "instance"), std::optional(true));
    QCOMPARE(capabilities.seriesOf("node_load1"), std::uint64_t(3));
}

void CapabilitiesTest::aMetricThatCameAfterTheCountIsThere()
{
    Capabilities capabilities;
    capabilities.setAsked({"up"});
    capabilities.setSample("up", {{"job", "node"}});
    QVERIFY(capabilities.has("up"));
}

void CapabilitiesTest::theRateLooksBackFourIntervalsOfTheSlowestJob()
{
    Capabilities capabilities;
    capabilities.add("m", {"fast", "", 1});
    capabilities.add("m", {"slow", "", 1});
    QCOMPARE(capabilities.rateWindow("m"), 240'000ms);
    capabilities.setInterval("fast", 5s);
    capabilities.setInterval("slow", 30s);
    capabilities.setInterval("other", 300s);
    QCOMPARE(capabilities.rateWindow("m"), 120'000ms);
    QCOMPARE(capabilities.intervalOf("unknown"), std::optional<std::chrono::milliseconds>(300s));
    capabilities.setInterval("slow", 10s);
    QCOMPARE(capabilities.rateWindow("m"), 60'000ms);
}

QTEST_APPLESS_MAIN(CapabilitiesTest)
#include "CapabilitiesTest.moc"
