#include "Cases.h"

#include "models/diagnosis/LiveEvidence.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <algorithm>
#include <set>

using diagnosis::Beside;
using diagnosis::LiveEvidence;

namespace {

diagnosis::Object jsonOf(const std::string &json)
{
    return std::make_shared<const text::Value>(*text::parseJson(json));
}

const std::string healthy = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0","namespace":"team-a","uid":"u1"},"spec":{"containers":[{"name":"web"}]},
    "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"web","ready":true,"started":true,"state":{"running":{}}}]}})";
const std::string crashing = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0","namespace":"team-a","uid":"u1"},"spec":{"containers":[{"name":"web"}]},
    "status":{"phase":"Running","containerStatuses":[{"name":"web","ready":false,"restartCount":3,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
    "lastState":{"terminated":{"exitCode":1,"reason":"Error"}}}]}})";
const std::string endOfList = R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";

std::string backOff(const std::string &name, const std::string &about)
{
    return R"({"type":"ADDED","object":{"metadata":{"name":")" + name + R"(","uid":")" + name + R"(","resourceVersion":"5"},"type":"Warning","reason":"BackOff","count":4,)"
        R"("message":"Back-off restarting","lastTimestamp":"2026-11-22T16:00:00Z","involvedObject":{"name":"web-0","uid":")" + about + "\"}}}\n";
}

std::set<Beside> wished(const std::string &json)
{
    std::set<Beside> all;
    for (const diagnosis::Wish &wish : diagnosis::wishesOf({jsonOf(json), base::SystemTime(std::chrono::seconds(cases::recordedAt))}))
        all.insert(wish.what);
    return all;
}

} // namespace

/// What is asked of a server for a diagnosis: when, and what becomes of the answers.
class LiveEvidenceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<LiveEvidence> evidence;
    int changes = 0;

    void follow(const std::string &json)
    {
        evidence->follow(jsonOf(json));
        api->time.run();
    }
    std::size_t open() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(api->exchanges, [](const support::FakeApi::Exchange &exchange) { return !exchange.isLetGo(); }));
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void anObjectThatLooksWellCostsNoRequest();
    void anIllPodIsAskedForItsEvents();
    void eventsOfAnEarlierObjectAreNoEvidence();
    void whoGotWellIsNotAskedAboutAnyMore();
    void whileNobodyLooksNothingIsAsked();
    void whatMayNotBeReadIsKnownAsRefused();
    void halfAListIsNotKnown();
    void whatAKindWantsToKnow_data();
    void whatAKindWantsToKnow();
    void selectorsAreWrittenAsTheServerReadsThem_data();
    void selectorsAreWrittenAsTheServerReadsThem();
};

void LiveEvidenceTest::init()
{
    api = std::make_unique<support::FakeApi>();
    evidence = std::make_unique<LiveEvidence>(*api, api->time, [this] { ++changes; });
    changes = 0;
}

void LiveEvidenceTest::cleanup()
{
    evidence.reset();
    api->time.run();
    api.reset();
}

void LiveEvidenceTest::anObjectThatLooksWellCostsNoRequest()
{
    follow(healthy);
    QCOMPARE(api->count(), std::size_t(0));
    QVERIFY(diagnosis::findings(evidence->evidence()).empty());
}

void LiveEvidenceTest::anIllPodIsAskedForItsEvents()
{
    follow(crashing);
    QCOMPARE(api->count(), std::size_t(1));
    QCOMPARE(api->last().request.path, std::string("/api/v1/namespaces/team-a/events"));
    QCOMPARE(api->last().query("fieldSelector"), std::string("involvedObject.name=web-0,involvedObject.kind=Pod"));
    api->last().open();
    api->last().send(backOff("a", "u1") + endOfList);
    api->time.run();
    QVERIFY(changes > 0);
    QCOMPARE(evidence->evidence().events.size(), std::size_t(1));
    // The object as it changes is no reason to ask again.
    follow(crashing);
    QCOMPARE(api->count(), std::size_t(1));
}

void LiveEvidenceTest::eventsOfAnEarlierObjectAreNoEvidence()
{
    follow(crashing);
    api->last().open();
    api->last().send(backOff("a", "u0") + endOfList);
    api->time.run();
    const auto found = diagnosis::findings(evidence->evidence());
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(cases::say(found, api->time.clock().now()).find("BackOff ×4") == std::string::npos);
}

void LiveEvidenceTest::whoGotWellIsNotAskedAboutAnyMore()
{
    follow(crashing);
    QCOMPARE(open(), std::size_t(1));
    follow(healthy);
    QCOMPARE(open(), std::size_t(0));
}

void LiveEvidenceTest::whileNobodyLooksNothingIsAsked()
{
    follow(crashing);
    api->last().open();
    api->last().send(backOff("a", "u1") + endOfList);
    api->time.run();
    evidence->pause();
    api->time.run();
    QCOMPARE(open(), std::size_t(0));
    QCOMPARE(evidence->evidence().events.size(), std::size_t(1));
    follow(crashing);
    QCOMPARE(open(), std::size_t(1));
    QCOMPARE(evidence->evidence().events.size(), std::size_t(1));
}

void LiveEvidenceTest::whatMayNotBeReadIsKnownAsRefused()
{
    follow(crashing);
    for (int i = 0; i < 3 && !evidence->evidence().eventsAreRefused; ++i) {
        api->last().fail(base::ErrorKind::Forbidden, "events is forbidden");
        api->time.run();
    }
    QVERIFY(evidence->evidence().eventsAreRefused);
    QCOMPARE(diagnosis::findings(evidence->evidence()).size(), std::size_t(1));
}

void LiveEvidenceTest::halfAListIsNotKnown()
{
    follow(R"({"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"data","namespace":"team-a"},"spec":{"storageClassName":"gold"},"status":{"phase":"Pending"}})");
    const auto classes = std::ranges::find_if(api->exchanges, [](const auto &exchange) { return exchange.request.path.ends_with("storageclasses"); });
    QVERIFY(classes != api->exchanges.end());
    classes->open();
    classes->send(R"({"type":"ADDED","object":{"metadata":{"name":"fast","uid":"1","resourceVersion":"5"}}})" "\n");
    api->time.run();
    QVERIFY(!evidence->evidence().classes.isComplete);
    QVERIFY(evidence->evidence().classes.objects.empty());
    QVERIFY(diagnosis::findings(evidence->evidence()).empty());
    classes->send(endOfList);
    api->time.run();
    QCOMPARE(evidence->evidence().classes.objects.size(), std::size_t(1));
    QCOMPARE(diagnosis::findings(evidence->evidence()).size(), std::size_t(1));
}

void LiveEvidenceTest::whatAKindWantsToKnow_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::set<Beside>>("wants");
    const auto row = [](const char *name, const char *json, std::set<Beside> wants) { QTest::newRow(name) << std::string(json) << wants; };
    row("a Deployment that is complete", R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"w","namespace":"a"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"w"}}},
        "status":{"replicas":1,"updatedReplicas":1,"readyReplicas":1,"availableReplicas":1}})", {});
    row("a Deployment that misses one", R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"w","namespace":"a"},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"w"}}},
        "status":{"replicas":2,"updatedReplicas":2,"readyReplicas":1,"availableReplicas":1}})", {Beside::Events, Beside::Pods});
    row("a Service", R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"w","namespace":"a"},"spec":{"selector":{"app":"w"}}})", {Beside::Endpoints});
    row("a Service without a selector", R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"w","namespace":"a"},"spec":{}})", {});
    row("an Ingress", R"({"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"w","namespace":"a"},"spec":{}})", {Beside::Services});
    row("a claim that has its volume", R"({"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"w","namespace":"a"},"status":{"phase":"Bound"}})", {Beside::Events});
    row("a claim that waits", R"({"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"w","namespace":"a"},"status":{"phase":"Pending"}})", {Beside::Events, Beside::Classes});
    row("a pod that waits for a claim", R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"w","namespace":"a"},"status":{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False",
        "reason":"Unschedulable","message":"0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims."}]}})", {Beside::Events, Beside::Claims});
    row("a budget that allows none", R"({"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"w","namespace":"a"},"spec":{"selector":{"matchLabels":{"app":"w"}}},
        "status":{"expectedPods":2,"disruptionsAllowed":0}})", {Beside::Events, Beside::Pods});
    row("an Event", R"({"apiVersion":"v1","kind":"Event","metadata":{"name":"w","namespace":"a"},"type":"Warning"})", {});
    row("a ConfigMap", R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"w","namespace":"a"}})", {});
    row("nothing", "null", {});
}

void LiveEvidenceTest::whatAKindWantsToKnow()
{
    QFETCH(std::string, json);
    QFETCH(std::set<Beside>, wants);
    QVERIFY(wished(json) == wants);
}

void LiveEvidenceTest::selectorsAreWrittenAsTheServerReadsThem_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("selector");
    QTest::newRow("of a Service") << std::string(R"({"app":"web","tier":"front"})") << std::string("app=web,tier=front");
    QTest::newRow("labels") << std::string(R"({"matchLabels":{"app":"web"}})") << std::string("app=web");
    QTest::newRow("expressions") << std::string(R"({"matchLabels":{"app":"web"},"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]},
        {"key":"env","operator":"NotIn","values":["dev"]},{"key":"new","operator":"Exists"},{"key":"old","operator":"DoesNotExist"}]})")
                               << std::string("app=web,tier in (a,b),env notin (dev),new,!old");
    QTest::newRow("none") << std::string("{}") << std::string();
}

void LiveEvidenceTest::selectorsAreWrittenAsTheServerReadsThem()
{
    QFETCH(std::string, json);
    QFETCH(std::string, selector);
    QCOMPARE(detail::selectorText(*text::parseJson(json)), selector);
}

QTEST_APPLESS_MAIN(LiveEvidenceTest)
#include "LiveEvidenceTest.moc"
