#include "tests/unit/demo/DemoCluster.h"

#include <QTest>

#include <set>

using std::chrono::seconds;
using text::Value;

class LifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameCluster();
    void whatIsThereAtFirstHasItsState();
    void aPodThatIsDeletedIsReplaced();
    void aPodThatSomebodyMakesIsScheduledAndRuns();
    void aScaledDeploymentHasThatManyPods();
    void aChangedTemplateReplacesThePods();
    void aCrashingPodIsRestartedAgainAndAgain();
    void jobsComeWithTheirMinuteAndOldOnesGo();
    void aDeletedDeploymentTakesItsPodsAlong();
    void aDeletedNamespaceIsEmptiedAndGoes();
    void aggregatedRolesFollowTheirParts();
    void nothingHappensByItselfWhenItDoesNotLive();
    void schedulesAreRead_data();
    void schedulesAreRead();
};

namespace {

std::vector<Value> pods(DemoCluster &demo, const std::string &nameSpace, const std::string &beginning)
{
    std::vector<Value> found;
    const Value list = demo.get("/api/v1/namespaces/" + nameSpace + "/pods");
    for (const Value &pod : list["items"].items()) {
        if (pod["metadata"]["name"].text().starts_with(beginning))
            found.push_back(pod);
    }
    return found;
}

const Value &firstStatus(const Value &pod) { return pod["status"]["containerStatuses"].items().front(); }

void patch(DemoCluster &demo, const std::string &target, const std::string &body)
{
    QCOMPARE(demo.ask("PATCH", target, body, "application/merge-patch+json").code, 200);
}

} // namespace

void LifeTest::theSameSeedGivesTheSameCluster()
{
    DemoCluster one(5), same(5), other(6);
    for (DemoCluster *demo : {&one, &same, &other})
        demo->advance(seconds(90));
    const std::string names = one.ask("GET", "/api/v1/pods").body;
    QVERIFY(names == same.ask("GET", "/api/v1/pods").body);
    QVERIFY(names != other.ask("GET", "/api/v1/pods").body);
}

void LifeTest::whatIsThereAtFirstHasItsState()
{
    DemoCluster demo;
    QVERIFY(demo.loaded);
    const Value list = demo.get("/api/v1/pods");
    std::map<std::string, int> phases;
    for (const Value &pod : list["items"].items()) {
        ++phases[pod["status"]["phase"].text()];
        QVERIFY(!pod["metadata"]["uid"].text().empty() && !pod["metadata"]["creationTimestamp"].text().empty());
        QVERIFY(pod["status"]["phase"].text() != "Running" || !pod["status"]["podIP"].text().empty());
    }
    QVERIFY(phases["Running"] > 30 && phases["Pending"] >= 2 && phases["Succeeded"] >= 4 && phases["Failed"] == 1);
    const Value crashing = pods(demo, "team-b", "checkout-").front();
    QCOMPARE(firstStatus(crashing)["restartCount"].asInteger(), 37);
    QCOMPARE(firstStatus(crashing)["state"]["waiting"]["reason"].text(), std::string("CrashLoopBackOff"));
    QCOMPARE(firstStatus(crashing)["lastState"]["terminated"]["exitCode"].asInteger(), 1);
    const Value deployment = demo.get("/apis/apps/v1/namespaces/kubeflow/deployments/ml-pipeline-ui");
    QCOMPARE(deployment["status"]["readyReplicas"].asInteger(), 2);
    const Value claim = demo.get("/api/v1/namespaces/team-b/persistentvolumeclaims/data-cache-0");
    QCOMPARE(claim["status"]["phase"].text(), std::string("Bound"));
    const Value endpoints = demo.get("/api/v1/namespaces/kubeflow/endpoints/ml-pipeline-ui");
    QCOMPARE(endpoints["subsets"].items().front()["addresses"].items().size(), std::size_t(2));
}

void LifeTest::aPodThatIsDeletedIsReplaced()
{
    DemoCluster demo;
    const auto before = pods(demo, "kubeflow", "ml-pipeline-ui-");
    const std::string gone = before.front()["metadata"]["name"].text();
    QCOMPARE(demo.ask("DELETE", "/api/v1/namespaces/kubeflow/pods/" + gone).code, 200);
    QVERIFY(!demo.get("/api/v1/namespaces/kubeflow/pods/" + gone)["metadata"]["deletionTimestamp"].isNull());
    demo.advance(seconds(10));
    const auto after = pods(demo, "kubeflow", "ml-pipeline-ui-");
    QCOMPARE(after.size(), std::size_t(2));
    for (const Value &pod : after) {
        QVERIFY(pod["metadata"]["name"].text() != gone);
        QCOMPARE(pod["status"]["phase"].text(), std::string("Running"));
    }
}

void LifeTest::aPodThatSomebodyMakesIsScheduledAndRuns()
{
    DemoCluster demo;
    const char *const pod = R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"mine"},"spec":{"containers":[{"name":"c","image":"i:1"}]}})";
    QCOMPARE(demo.ask("POST", "/api/v1/namespaces/default/pods", pod).code, 201);
    QCOMPARE(demo.get("/api/v1/namespaces/default/pods/mine")["status"]["phase"].text(), std::string("Pending"));
    demo.advance(seconds(6));
    const Value made = demo.get("/api/v1/namespaces/default/pods/mine");
    QCOMPARE(made["status"]["phase"].text(), std::string("Running"));
    QVERIFY(!made["spec"]["nodeName"].text().empty());
    QCOMPARE(made["spec"]["serviceAccountName"].text(), std::string("default"));
    const Value events = demo.get("/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3Dmine");
    std::set<std::string> reasons;
    for (const Value &event : events["items"].items())
        reasons.insert(event["reason"].text());
    QCOMPARE(reasons, (std::set<std::string>{"Pulled", "Scheduled", "Started"}));
}

void LifeTest::aScaledDeploymentHasThatManyPods()
{
    DemoCluster demo;
    for (const int count : {5, 1, 0}) {
        patch(demo, "/apis/apps/v1/namespaces/kubeflow/deployments/ml-pipeline-ui", R"({"spec":{"replicas":)" + std::to_string(count) + "}}");
        demo.advance(seconds(10));
        QCOMPARE(int(pods(demo, "kubeflow", "ml-pipeline-ui-").size()), count);
    }
}

void LifeTest::aChangedTemplateReplacesThePods()
{
    DemoCluster demo;
    patch(demo, "/apis/apps/v1/namespaces/kubeflow/deployments/ml-pipeline-ui", R"({"spec":{"template":{"metadata":{"annotations":{"restarted":"now"}}}}})");
    demo.advance(seconds(12));
    const auto after = pods(demo, "kubeflow", "ml-pipeline-ui-");
    QCOMPARE(after.size(), std::size_t(2));
    for (const Value &pod : after)
        QCOMPARE(pod["metadata"]["annotations"]["restarted"].text(), std::string("now"));
    QCOMPARE(demo.get("/apis/apps/v1/namespaces/kubeflow/deployments/ml-pipeline-ui")["metadata"]["generation"].asInteger(), 2);
}

void LifeTest::aCrashingPodIsRestartedAgainAndAgain()
{
    DemoCluster demo;
    patch(demo, "/apis/apps/v1/namespaces/team-b/deployments/checkout", R"({"spec":{"replicas":1}})");
    const std::string version = demo.get("/api/v1/pods")["metadata"]["resourceVersion"].text();
    const auto watch
        = demo.watch("/api/v1/namespaces/team-b/pods?watch=1&labelSelector=app%3Dcheckout&resourceVersion=" + version);
    std::set<std::string> states;
    std::int64_t restarts = 0;
    for (int i = 0; i < 240; ++i) {
        demo.advance(seconds(1));
        for (const Value &event : demo.take(*watch)) {
            const Value &states_ = event["object"]["status"]["containerStatuses"];
            if (states_.items().empty())
                continue;
            states.insert(states_.items().front()["state"].members().front().key);
            restarts = std::max(restarts, states_.items().front()["restartCount"].asInteger());
        }
    }
    QCOMPARE(states, (std::set<std::string>{"running", "terminated", "waiting"}));
    QVERIFY(restarts >= 2);
}

void LifeTest::jobsComeWithTheirMinuteAndOldOnesGo()
{
    DemoCluster demo;
    std::set<std::string> seen;
    for (int i = 0; i < 5; ++i) {
        const Value jobs = demo.get("/apis/batch/v1/namespaces/team-c/jobs");
        int count = 0;
        for (const Value &job : jobs["items"].items()) {
            const bool isOne = job["metadata"]["name"].text().starts_with("heartbeat-");
            count += isOne ? 1 : 0;
            if (isOne)
                seen.insert(job["metadata"]["name"].text());
        }
        QVERIFY(count == 3 || count == 4);
        demo.advance(seconds(60));
    }
    QVERIFY(seen.size() >= 7);
}

void LifeTest::aDeletedDeploymentTakesItsPodsAlong()
{
    DemoCluster demo;
    QCOMPARE(demo.ask("DELETE", "/apis/apps/v1/namespaces/team-a/deployments/web").code, 200);
    demo.advance(seconds(10));
    QVERIFY(pods(demo, "team-a", "web-").empty());
    QVERIFY(demo.get("/apis/apps/v1/namespaces/team-a/replicasets")["items"].items().empty());
}

void LifeTest::aDeletedNamespaceIsEmptiedAndGoes()
{
    DemoCluster demo;
    QCOMPARE(demo.ask("DELETE", "/api/v1/namespaces/team-b").code, 200);
    QCOMPARE(demo.get("/api/v1/namespaces/team-b")["status"]["phase"].text(), std::string("Terminating"));
    demo.advance(seconds(15));
    QCOMPARE(demo.ask("GET", "/api/v1/namespaces/team-b").code, 404);
    QVERIFY(demo.get("/api/v1/namespaces/team-b/pods")["items"].items().empty());
    QVERIFY(demo.get("/api/v1/namespaces/team-b/configmaps")["items"].items().empty());
}

void LifeTest::aggregatedRolesFollowTheirParts()
{
    DemoCluster demo;
    const auto countRules
        = [&demo] { return demo.get("/apis/rbac.authorization.k8s.io/v1/clusterroles/view")["rules"].items().size(); };
    const std::size_t before = countRules();
    QVERIFY(before > 10);
    const char *const part = R"({"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"p","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}},
      "rules":[{"apiGroups":["x.example.com"],"resources":["boats"],"verbs":["get"]}]})";
    QCOMPARE(demo.ask("POST", "/apis/rbac.authorization.k8s.io/v1/clusterroles", part).code, 201);
    demo.life.catchUp();
    QCOMPARE(countRules(), before + 1);
}

void LifeTest::nothingHappensByItselfWhenItDoesNotLive()
{
    DemoCluster demo(1, 4096, false);
    demo.life.catchUp();
    const std::uint64_t version = demo.cluster.store().version();
    demo.advance(seconds(600));
    QCOMPARE(demo.get("/api/v1/namespaces/team-a/pods")["items"].items().size(), std::size_t(4));
    QCOMPARE(demo.cluster.store().version(), version);
}

void LifeTest::schedulesAreRead_data()
{
    QTest::addColumn<std::string>("schedule");
    QTest::addColumn<std::int64_t>("minute");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *schedule, std::int64_t minute, bool expected) {
        QTest::addRow("%s at %lld", schedule, static_cast<long long>(minute)) << std::string(schedule) << minute << expected;
    };
    row("* * * * *", 7, true);
    row("*/5 * * * *", 10, true);
    row("*/5 * * * *", 11, false);
    row("30 3 * * *", 3 * 60 + 30, true);
    row("30 3 * * *", 4 * 60 + 30, false);
    row("0 */2 * * *", 240, true);
    row("0 */2 * * *", 180, false);
}

void LifeTest::schedulesAreRead()
{
    QFETCH(std::string, schedule);
    QFETCH(std::int64_t, minute);
    QFETCH(bool, expected);
    QCOMPARE(demo::CronSchedule::parse(schedule)->fits(minute), expected);
    QVERIFY(!demo::CronSchedule::parse("@daily"));
}

QTEST_APPLESS_MAIN(LifeTest)
#include "LifeTest.moc"
