#include "models/metrics/SubjectFacts.h"

#include "tests/support/FakeApi.h"

#include <QtTest>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

std::string owned(const char *name, const char *uid, const char *owner)
{
    return std::string(R"({"metadata":{"name":")") + name + R"(","uid":")" + uid + R"(","ownerReferences":[{"uid":")" + owner + R"("}]}})";
}

std::string listOf(std::initializer_list<std::string> items)
{
    std::string out;
    for (const std::string &item : items)
        out += (out.empty() ? "" : ",") + item;
    return R"({"items":[)" + out + "]}";
}

std::string warningAbout(const std::string &name)
{
    return R"({"type":"Warning","reason":"BackOff","message":"m","lastTimestamp":"2027-01-15T12:00:00Z","involvedObject":{"name":")" + name + R"("}})";
}

/// An errand whose requests the test answers.
struct Reading
{
    support::FakeApi api;
    std::optional<SubjectFacts> facts;
    base::Job job;

    explicit Reading(SubjectPlace place)
    {
        job = readSubjectFacts(api, api.time, std::move(place), [this](SubjectFacts read) { facts = std::move(read); });
    }
    bool waitFor(const std::function<bool()> &isSo)
    {
        return QTest::qWaitFor([&] { api.time.run(); return isSo(); }, 5000);
    }
    /// The path of the request; empty: it did not come.
    std::string answer(std::size_t i, const std::string &body)
    {
        if (!waitFor([&] { return api.count() > i; }))
            return {};
        const std::string path = api.exchanges[i].request.path;
        api.exchanges[i].answer(body);
        return path;
    }
    bool end() { return waitFor([this] { return facts.has_value(); }); }
};

SubjectPlace workload(const char *resource, const char *kind) { return {{SubjectKind::Workload, "a", "web", resource}, "/object", kind}; }

} // namespace

/// What charts need to know of their object.
class SubjectFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePodsOfADeploymentAreThoseThatItsReplicaSetsOwn()
    {
        Reading reading(workload("deployments", "Deployment"));
        QCOMPARE(reading.answer(0, R"({"metadata":{"name":"web","uid":"d"},"spec":{"selector":{"matchLabels":{"app":"web","tier":"front"}}}})"), "/object");
        QCOMPARE(reading.answer(1, listOf({owned("web-1", "rs1", "d"), owned("web-2", "rs2", "d"), owned("web-other-1", "rs3", "another")})), "/apis/apps/v1/namespaces/a/replicasets");
        QCOMPARE(reading.api.exchanges[1].query("labelSelector"), "app=web,tier=front");
        QVERIFY(reading.api.exchanges[1].request.accept.starts_with("application/json;as=PartialObjectMetadataList"));
        QCOMPARE(reading.answer(2, listOf({owned("web-2-x", "p2", "rs2"), owned("web-1-x", "p1", "rs1"), owned("web-other-1-x", "p3", "rs3"), owned("web-1-stray", "p4", "d")})), "/api/v1/namespaces/a/pods");
        QCOMPARE(reading.answer(3, listOf({warningAbout("web-1-x"), warningAbout("web-1"), warningAbout("web-other-1-x")})), "/api/v1/namespaces/a/events");
        QVERIFY(reading.end());
        QCOMPARE(reading.facts->selection.pods, (std::vector<std::string>{"web-1-x", "web-2-x"}));
        QCOMPARE(reading.facts->events.size(), std::size_t(2));
        QVERIFY(!reading.facts->problem);
        QCOMPARE(reading.api.count(), std::size_t(4));
    }

    void aCronJobOwnsThroughItsJobs()
    {
        Reading reading(workload("cronjobs", "CronJob"));
        reading.answer(0, R"({"metadata":{"uid":"c"}})");
        QCOMPARE(reading.answer(1, listOf({owned("web-28", "j1", "c")})), "/apis/batch/v1/namespaces/a/jobs");
        QVERIFY(reading.api.exchanges[1].query("labelSelector").empty());
        reading.answer(2, listOf({owned("web-28-abc", "p", "j1")}));
        reading.answer(3, listOf({}));
        QVERIFY(reading.end());
        QCOMPARE(reading.facts->selection.pods, (std::vector<std::string>{"web-28-abc"}));
    }

    void aStatefulSetOwnsItsPodsItself()
    {
        Reading reading(workload("statefulsets", "StatefulSet"));
        reading.answer(0, R"({"metadata":{"uid":"s"}})");
        QCOMPARE(reading.answer(1, listOf({owned("web-0", "p", "s")})), "/api/v1/namespaces/a/pods");
        reading.answer(2, listOf({}));
        QVERIFY(reading.end());
        QCOMPARE(reading.facts->selection.pods, (std::vector<std::string>{"web-0"}));
    }

    void aPodTellsItsBoundsItsEndsAndItsEvents()
    {
        Reading reading({{SubjectKind::Pod, "a", "web"}, "/object", "Pod"});
        reading.answer(0, R"({"spec":{"containers":[{"resources":{"limits":{"cpu":"500m"}}}]},
            "status":{"containerStatuses":[{"name":"app","lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,"finishedAt":"2027-01-15T12:00:00Z"}}}]}})");
        reading.answer(1, listOf({}));
        QVERIFY(reading.end());
        QCOMPARE(reading.api.exchanges[1].query("fieldSelector"), "involvedObject.kind=Pod,involvedObject.name=web");
        QCOMPARE(reading.facts->allowance.cpuLimit, std::optional(Nanocores{500'000'000}));
        QCOMPARE(reading.facts->events.front().text, "OOMKilled · app (137)");
    }

    void aNodeTellsWhatItHasForPods()
    {
        Reading reading({{SubjectKind::Node, {}, "n1"}, "/object", "Node"});
        reading.answer(0, R"({"status":{"allocatable":{"cpu":"4","memory":"1Ki"}}})");
        QCOMPARE(reading.answer(1, listOf({})), "/api/v1/events");
        QVERIFY(reading.end());
        QCOMPARE(reading.facts->allowance.memoryLimit, std::optional(Bytes{1024}));
    }

    void aClusterHasWhatItsNodesHave()
    {
        Reading reading(SubjectPlace{});
        const std::string node = R"({"status":{"allocatable":{"cpu":"4","memory":"1Ki"}}})";
        QCOMPARE(reading.answer(0, listOf({node, node})), "/api/v1/nodes");
        QVERIFY(reading.end());
        QCOMPARE(reading.facts->allowance.cpuLimit, std::optional(Nanocores{8'000'000'000}));
        QCOMPARE(reading.api.count(), std::size_t(1));
    }

    void whatMayNotBeReadIsLeftOutAndNamed()
    {
        Reading reading(workload("deployments", "Deployment"));
        QVERIFY(reading.waitFor([&] { return reading.api.count() > 0; }));
        reading.api.last().fail(base::ErrorKind::Forbidden, "no");
        QCOMPARE(reading.answer(1, listOf({})), "/api/v1/namespaces/a/events");
        QVERIFY(reading.end());
        QVERIFY(reading.facts->selection.pods.empty());
        QCOMPARE(reading.facts->problem->message, "no");
    }

    void whoLetsGoAsksNoFurther()
    {
        Reading reading(workload("deployments", "Deployment"));
        QVERIFY(reading.waitFor([&] { return reading.api.count() > 0; }));
        reading.job.cancel();
        reading.api.time.run();
        QVERIFY(reading.api.last().isLetGo());
    }
};

QTEST_GUILESS_MAIN(SubjectFactsTest)
#include "SubjectFactsTest.moc"
