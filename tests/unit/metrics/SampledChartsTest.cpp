#include "models/metrics/SampledCharts.h"

#include <QtTest>

#include <algorithm>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

constexpr base::SystemTime start{1'800'000'000s};

Usage usage(std::chrono::seconds at, std::int64_t milli, std::int64_t mebi) { return {Nanocores{milli * 1'000'000}, Bytes{mebi * 1024 * 1024}, start + at, 15s}; }

MeasuredObject pod(const char *space, const char *name, std::chrono::seconds at, std::int64_t milli)
{
    return {space, name, usage(at, milli, 64), {{"app", usage(at, milli - 10, 48)}, {"proxy", usage(at, 10, 16)}}};
}

Words plain()
{
    return [](const std::string &english) { return english; };
}

const SampledChart *named(const std::vector<SampledChart> &charts, const char *name)
{
    const auto found = std::ranges::find(charts, name, [](const SampledChart &each) { return each.spec.name; });
    return found != charts.end() ? &*found : nullptr;
}

SampledView viewOf(Subject subject) { return {std::move(subject), {}, {}, {start, start + 120s}}; }

} // namespace

/// What was sampled becomes lines of charts.
class SampledChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodHasItsSumItsContainersAndItsBounds()
    {
        UsageRing ring;
        ring.add({Rung::MetricsApi, {pod("a", "web", 0s, 100), pod("a", "web-2", 0s, 900), pod("b", "web", 0s, 900)}});
        ring.add({Rung::MetricsApi, {pod("a", "web", 15s, 200)}});
        SampledView view = viewOf({SubjectKind::Pod, "a", "web"});
        view.allowance.cpuLimit = Nanocores{500'000'000};
        const auto charts = sampledCharts(view, ring, plain());
        QCOMPARE(charts.size(), std::size_t(4));
        const charts::Chart &cpu = named(charts, "cpu")->chart;
        QCOMPARE(cpu.lines[0].points[0], (charts::Point{start, double(0.1f)}));
        QCOMPARE(cpu.lines[0].points[1].value, double(0.2f));
        QCOMPARE(cpu.lines[1].name, "Limits");
        QVERIFY(cpu.lines[1].role == charts::Role::Mark && cpu.lines[1].points.back().value == 0.5);
        const charts::Chart &parts = named(charts, "memoryByPart")->chart;
        QCOMPARE(parts.lines.size(), std::size_t(2));
        QCOMPARE(parts.lines[1].name, "proxy");
        QCOMPARE(parts.lines[1].points[0].value, 16.0 * 1024 * 1024);
    }

    void aNamespaceIsTheSumOfThePodsThatWereThere()
    {
        UsageRing ring;
        ring.add({Rung::MetricsApi, {pod("a", "one", 0s, 100), pod("a", "two", 7s, 50), pod("ab", "other", 0s, 900)}});
        const auto charts = sampledCharts(viewOf({SubjectKind::Namespace, {}, "a"}), ring, plain());
        QCOMPARE(charts.size(), std::size_t(2));
        const auto &points = charts[0].chart.lines[0].points;
        QCOMPARE(points[0].value, double(0.1f));
        QCOMPARE(std::round(points[1].value * 1000), 150.0);
        QCOMPARE(points.back().time, start + 75s);
    }

    void aWorkloadIsItsPodsAndNoOthers()
    {
        UsageRing ring;
        ring.add({Rung::MetricsApi, {pod("a", "web-1", 0s, 100), pod("a", "web-2", 0s, 50), pod("a", "web-other-1", 0s, 900)}});
        SampledView view = viewOf({SubjectKind::Workload, "a", "web", "deployments"});
        QVERIFY(!firstSample(sampledCharts(view, ring, plain())));
        view.selection.pods = {"web-1", "web-2"};
        const auto charts = sampledCharts(view, ring, plain());
        QCOMPARE(std::round(named(charts, "cpu")->chart.lines[0].points[0].value * 1000), 150.0);
        QCOMPARE(named(charts, "cpuByPart")->chart.lines[1].name, "web-2");
        QCOMPARE(named(charts, "cpuByPart")->spec.title, "CPU by pod");
        QCOMPARE(firstSample(charts), std::optional(start));
    }

    void aClusterIsItsNodes()
    {
        UsageRing ring;
        ring.add({Rung::KubeletSummary, {{{}, "n1", usage(0s, 1000, 512)}, {{}, "n2", usage(0s, 500, 512)}}});
        ring.add({Rung::MetricsApi, {pod("a", "web", 0s, 100)}});
        SampledView view = viewOf({});
        view.allowance = {{}, Nanocores{4'000'000'000}, {}, {}};
        const auto charts = sampledCharts(view, ring, plain());
        QCOMPARE(std::round(charts[0].chart.lines[0].points[0].value * 1000), 1500.0);
        QCOMPARE(charts[0].chart.lines[1].name, "Allocatable");
        QCOMPARE(sampledCharts(viewOf({SubjectKind::Node, {}, "n2"}), ring, plain())[1].chart.lines[0].points[0].value, 512.0 * 1024 * 1024);
    }

    void whatWasNotSampledForLongIsAGapAndNeverZero()
    {
        UsageRing ring;
        ring.add({Rung::MetricsApi, {pod("a", "web", 0s, 100)}});
        ring.add({Rung::MetricsApi, {pod("a", "web", 600s, 100)}});
        SampledView view = viewOf({SubjectKind::Pod, "a", "web"});
        view.range.to = start + 615s;
        const auto charts = sampledCharts(view, ring, plain());
        const auto &points = charts[0].chart.lines[0].points;
        QVERIFY(std::ranges::none_of(points, [](const charts::Point &point) { return point.value == 0 || (point.time > start + SampleHolds && point.time < start + 600s); }));
        QCOMPARE(points.size(), std::size_t(6 + 2));
    }

    void theRangeBeginsWhereSamplesDo()
    {
        UsageRing ring;
        const Subject subject{SubjectKind::Pod, "a", "web"};
        QCOMPARE(sampledRange(subject, {}, ring, start, 1h).length(), 5min + 15s);
        ring.add({Rung::MetricsApi, {pod("a", "web", 0s, 100)}});
        const charts::Range range = sampledRange(subject, {}, ring, start + 1200s, 1h);
        QVERIFY(range.from < start && range.from >= start - 30s);
        QVERIFY(range.to >= start + 1200s);
        QVERIFY(sampledRange(subject, {}, ring, start + 7200s, 15min).length() <= 15min + 15s);
        const charts::Range behind = sampledRange(subject, {}, ring, start - 3600s, 24h);
        QVERIFY(behind.contains(start) && behind.from < start - 3599s);
    }

    void volumesAndIngressesCannotBeSampled()
    {
        QVERIFY(!sampledFor(SubjectKind::Claim) && !sampledFor(SubjectKind::Ingress));
        QCOMPARE(sampledFor(SubjectKind::Cluster), std::optional(Measured::Nodes));
        QCOMPARE(sampledFor(SubjectKind::Workload), std::optional(Measured::Pods));
    }
};

QTEST_APPLESS_MAIN(SampledChartsTest)
#include "SampledChartsTest.moc"
