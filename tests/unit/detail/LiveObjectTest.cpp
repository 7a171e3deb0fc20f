#include "models/detail/Events.h"
#include "models/detail/LiveObject.h"
#include "tests/support/FakeApi.h"

#include <QTest>

using detail::LiveObject;
using Phase = detail::ObjectState::Phase;
using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"get", "list", "watch"}, {}, {}, {}};
const std::string endOfList = R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";

std::string pod(const std::string &uid, const std::string &version, const std::string &phase = "Running")
{
    return R"({"metadata":{"name":"web-0","namespace":"team-a","uid":")" + uid + R"(","resourceVersion":")" + version + R"("},"status":{"phase":")" + phase + "\"}}";
}

std::string eventOf(const std::string &type, const std::string &object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}\n";
}

} // namespace

/// One object on a clock that the test moves: what is known of it, and what is done when it may not be watched.
class LiveObjectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<LiveObject> object;
    int changes = 0;

    void follow(const kube::ResourceType &type = pods)
    {
        object = std::make_unique<LiveObject>(*api, api->time, detail::ObjectName{type, "team-a", "web-0"}, [this] { ++changes; });
        api->time.run();
    }
    void makeLive()
    {
        api->last().open();
        api->last().send(eventOf("ADDED", pod("u1", "5")) + endOfList);
        api->time.run();
    }
    std::string phase() const { return object->object() ? (*object->object())["status"]["phase"].text() : std::string(); }

private Q_SLOTS:
    void init();
    void cleanup();
    void itIsWatchedByItsName();
    void aChangeIsTold();
    void whatIsDeletedKeepsItsLastState();
    void anotherObjectOfTheNameTakesItsPlace();
    void whatIsNotThereIsNotFound();
    void aServerThatIsGoneLeavesItStale();
    void whoMayNotListIsAnsweredByGet();
    void whoMayNotEvenGetIsToldSo();
    void aTypeThatCannotBeListedIsPolled();
    void aPolledObjectThatGoesIsDeleted();
    void nothingIsDeliveredAfterwards();
    void serversThatIgnoreTheSelectorDoNoHarm();
    void anotherConnectionBeginsWithWhatIsKnown();
};

void LiveObjectTest::init()
{
    api = std::make_unique<support::FakeApi>();
    changes = 0;
}

void LiveObjectTest::cleanup()
{
    object.reset();
    api->time.run();
    api.reset();
}

void LiveObjectTest::itIsWatchedByItsName()
{
    follow();
    QCOMPARE(api->last().request.path, std::string("/api/v1/namespaces/team-a/pods"));
    QCOMPARE(api->last().query("fieldSelector"), std::string("metadata.name=web-0"));
    QVERIFY(api->last().request.accept.starts_with("application/json"));
    QCOMPARE(object->state().phase, Phase::Connecting);
    makeLive();
    QCOMPARE(object->state().phase, Phase::Live);
    QCOMPARE((*object->object())["kind"].text(), std::string("Pod"));
    QCOMPARE((*object->object())["apiVersion"].text(), std::string("v1"));
}

void LiveObjectTest::aChangeIsTold()
{
    follow();
    makeLive();
    const int before = changes;
    api->last().send(eventOf("MODIFIED", pod("u1", "11", "Failed")));
    api->time.run();
    QCOMPARE(phase(), std::string("Failed"));
    QVERIFY(changes > before);
}

void LiveObjectTest::whatIsDeletedKeepsItsLastState()
{
    follow();
    makeLive();
    api->time.advance(5s);
    api->last().send(eventOf("DELETED", pod("u1", "12")));
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Deleted);
    QCOMPARE(object->state().since, api->time.clock().now());
    QCOMPARE(phase(), std::string("Running"));
    const auto since = object->state().since;
    api->time.advance(30s);
    QCOMPARE(object->state().since, since);
}

void LiveObjectTest::anotherObjectOfTheNameTakesItsPlace()
{
    follow();
    makeLive();
    api->last().send(eventOf("DELETED", pod("u1", "12")));
    api->time.run();
    api->last().send(eventOf("ADDED", pod("u2", "13", "Pending")));
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Live);
    QCOMPARE(phase(), std::string("Pending"));
}

void LiveObjectTest::whatIsNotThereIsNotFound()
{
    follow();
    api->last().open();
    api->last().send(endOfList);
    api->time.run();
    QCOMPARE(object->state().phase, Phase::NotFound);
    QVERIFY(!object->object());
}

void LiveObjectTest::aServerThatIsGoneLeavesItStale()
{
    follow();
    makeLive();
    while (object->state().phase != Phase::Stale) {
        if (!api->last().isLetGo())
            api->last().fail(base::ErrorKind::Network, "connection refused");
        api->time.advance(1s);
        QVERIFY(api->count() < 100);
    }
    QCOMPARE(object->state().error->message, std::string("connection refused"));
    QCOMPARE(phase(), std::string("Running"));
}

void LiveObjectTest::whoMayNotListIsAnsweredByGet()
{
    follow();
    while (api->last().request.path == "/api/v1/namespaces/team-a/pods") {
        api->last().fail(base::ErrorKind::Forbidden, "cannot list");
        api->time.run();
        QVERIFY(api->count() < 10);
    }
    QCOMPARE(api->last().request.path, std::string("/api/v1/namespaces/team-a/pods/web-0"));
    api->last().answer(pod("u1", "5"));
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Polling);
    QCOMPARE(phase(), std::string("Running"));
    const std::size_t asked = api->count();
    api->time.advance(LiveObject::PollInterval);
    QCOMPARE(api->count(), asked + 1);
    api->last().answer(pod("u1", "6", "Failed"));
    api->time.run();
    QCOMPARE(phase(), std::string("Failed"));
}

void LiveObjectTest::whoMayNotEvenGetIsToldSo()
{
    kube::ResourceType type = pods;
    type.verbs = {"get"};
    follow(type);
    api->last().fail(base::ErrorKind::Forbidden, "pods \"web-0\" is forbidden");
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Refused);
    QCOMPARE(object->state().error->message, std::string("pods \"web-0\" is forbidden"));
    const std::size_t asked = api->count();
    api->time.advance(LiveObject::RefusedPause - 1s);
    QCOMPARE(api->count(), asked);
    object->retryNow();
    QCOMPARE(api->count(), asked + 1);
    api->last().answer(pod("u1", "5"));
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Polling);
}

void LiveObjectTest::aTypeThatCannotBeListedIsPolled()
{
    kube::ResourceType type = pods;
    type.verbs = {"get"};
    follow(type);
    QCOMPARE(api->last().request.path, std::string("/api/v1/namespaces/team-a/pods/web-0"));
    api->last().answer("no json");
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Connecting);
    QVERIFY(object->state().error.has_value());
}

void LiveObjectTest::aPolledObjectThatGoesIsDeleted()
{
    kube::ResourceType type = pods;
    type.verbs = {"get"};
    follow(type);
    api->last().answer(pod("u1", "5"));
    api->time.advance(LiveObject::PollInterval);
    api->last().fail(base::ErrorKind::NotFound, "pods \"web-0\" not found");
    api->time.run();
    QCOMPARE(object->state().phase, Phase::Deleted);
    QCOMPARE(phase(), std::string("Running"));
}

void LiveObjectTest::nothingIsDeliveredAfterwards()
{
    follow();
    makeLive();
    api->last().send(eventOf("MODIFIED", pod("u1", "11", "Failed")));
    const int before = changes;
    object.reset();
    api->time.run();
    QCOMPARE(changes, before);
    QVERIFY(api->last().isLetGo());
}

void LiveObjectTest::serversThatIgnoreTheSelectorDoNoHarm()
{
    follow();
    api->last().open();
    api->last().send(eventOf("ADDED", R"({"metadata":{"name":"another","uid":"u9","resourceVersion":"4"}})") + eventOf("ADDED", pod("u1", "5")) + endOfList);
    api->time.run();
    QCOMPARE(phase(), std::string("Running"));
}

void LiveObjectTest::anotherConnectionBeginsWithWhatIsKnown()
{
    follow();
    makeLive();
    LiveObject next(*api, api->time, object->name(), [] { });
    next.keep(object->object(), object->state());
    QCOMPARE(next.state().phase, Phase::Stale);
    QCOMPARE(next.object(), object->object());
}

QTEST_APPLESS_MAIN(LiveObjectTest)
#include "LiveObjectTest.moc"
