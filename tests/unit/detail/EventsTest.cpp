#include "Telling.h"

#include "models/detail/Events.h"
#include "tests/support/FakeApi.h"

#include <QTest>

/// Events of both forms, as rows.
class EventsTest : public QObject
{
    Q_OBJECT

    static detail::LiveList::Content contentOf(std::initializer_list<const char *> events)
    {
        detail::LiveList::Content content;
        for (const char *json : events) {
            const auto value = text::parseJson(json);
            content.objects[(*value)["metadata"]["uid"].text()] = std::make_shared<const text::Value>(*value);
        }
        return content;
    }

private Q_SLOTS:
    void theNewestComesFirst();
    void bothFormsAreRead();
    void thoseOfAnEarlierObjectAreMarked();
    void recordedEventsAreRead();
    void theyAreAskedForByNameAndKind();
    void thoseOfTheFamilyAreAmongThem();
    void overAnotherConnectionTheFamilyStays();
    void oneThatDidNotChangeIsReadOnce();
    void thoseOfOneCauseAreOneGroup();
    void warningsStandFirstWhereWanted();
    void whatIsTakenOutOfAnEventIsNotMissed();
};

void EventsTest::theNewestComesFirst()
{
    const auto events = detail::readEvents(contentOf({R"({"metadata":{"uid":"1"},"lastTimestamp":"2026-11-21T10:00:00Z","reason":"Old"})",
                                                      R"({"metadata":{"uid":"2"},"lastTimestamp":"2026-11-21T11:00:00Z","reason":"New"})",
                                                      R"({"metadata":{"uid":"3"},"reason":"Never"})"}), {});
    QCOMPARE(events.size(), std::size_t(3));
    QCOMPARE(events[0].reason, std::string("New"));
    QCOMPARE(events[1].reason, std::string("Old"));
    QVERIFY(!events[2].last);
}

void EventsTest::bothFormsAreRead()
{
    const auto events = detail::readEvents(
        contentOf({R"({"metadata":{"uid":"1"},"firstTimestamp":"2026-11-21T10:00:00Z","lastTimestamp":"2026-11-21T10:00:09Z","count":4,"type":"Warning","reason":"BackOff","message":"m","source":{"component":"kubelet"}})",
                   R"({"metadata":{"uid":"2"},"firstTimestamp":null,"lastTimestamp":null,"eventTime":"2026-11-21T09:00:00.000000Z","series":{"count":7,"lastObservedTime":"2026-11-21T09:30:00.000000Z"},"reportingComponent":"default-scheduler"})"}),
        {});
    QCOMPARE(events[0].count, std::int64_t(4));
    QCOMPARE(*events[0].last - *events[0].first, std::int64_t(9));
    QCOMPARE(events[0].source, std::string("kubelet"));
    QCOMPARE(events[1].count, std::int64_t(7));
    QCOMPARE(*events[1].last - *events[1].first, std::int64_t(1800));
    QCOMPARE(events[1].source, std::string("default-scheduler"));
}

void EventsTest::thoseOfAnEarlierObjectAreMarked()
{
    const auto content = contentOf({R"({"metadata":{"uid":"1"},"involvedObject":{"name":"web-0","uid":"now"}})", R"({"metadata":{"uid":"2"},"involvedObject":{"name":"web-0","uid":"before"}})",
                                    R"({"metadata":{"uid":"3"},"involvedObject":{"name":"node-1","uid":"node-1"}})"});
    for (const detail::Event &event : detail::readEvents(content, "now"))
        QCOMPARE(event.isAboutEarlier, event.uid == "2");
    for (const detail::Event &event : detail::readEvents(content, {}))
        QVERIFY(!event.isAboutEarlier);
}

void EventsTest::recordedEventsAreRead()
{
    detail::LiveList::Content content;
    for (const char *name : {"new.1", "new.2", "old.1", "old.2", "old.3"})
        content.objects[name] = std::make_shared<const text::Value>(telling::recorded("v1.events", name));
    const auto events = detail::readEvents(content, {});
    QCOMPARE(events.size(), std::size_t(5));
    for (const detail::Event &event : events)
        QVERIFY(!event.reason.empty() && event.count >= 1);
}

void EventsTest::theyAreAskedForByNameAndKind()
{
    const kube::Collection collection = detail::eventsOf("Pod", "team-a", "web-0");
    QCOMPARE(kube::collectionPath(collection.type, collection.namespaceName), std::string("/api/v1/namespaces/team-a/events"));
    QCOMPARE(collection.fieldSelector, std::string("involvedObject.name=web-0,involvedObject.kind=Pod"));
}

void EventsTest::thoseOfTheFamilyAreAmongThem()
{
    detail::EventReader reader;
    reader.take(contentOf({R"({"metadata":{"uid":"1"},"involvedObject":{"kind":"Deployment","name":"web","uid":"before"}})", R"({"metadata":{"uid":"2"},"involvedObject":{"kind":"Pod","name":"web-1","uid":"p1"}})",
                           R"({"metadata":{"uid":"3"},"involvedObject":{"kind":"Pod","name":"web","uid":"other"}})"}));
    const auto events = reader.about("Deployment", "web", "now", {"now", "p1"});
    QCOMPARE(events.size(), std::size_t(2));
    QVERIFY(events[0].uid == "1" && events[0].isAboutEarlier);
    QVERIFY(events[1].about.name == "web-1" && !events[1].isAboutEarlier);
}

void EventsTest::overAnotherConnectionTheFamilyStays()
{
    support::FakeApi api;
    detail::Family family(api, api.time, [](const detail::Reference &) { return std::optional<kube::ResourceType>(); }, [] {});
    family.follow(*text::parseJson(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"a","uid":"d"}})"));
    QVERIFY(!family.uids().contains("p1"));
    family.remember({"d", "p1"});
    QCOMPARE(family.uids().size(), std::size_t(2));
    family.follow(*text::parseJson(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"a","uid":"another"}})"));
    QVERIFY(!family.uids().contains("p1"));
}

void EventsTest::oneThatDidNotChangeIsReadOnce()
{
    auto content = contentOf({R"({"metadata":{"uid":"1"},"reason":"One"})", R"({"metadata":{"uid":"2"},"reason":"Two"})"});
    detail::EventReader reader;
    reader.take(content);
    content.objects["1"] = contentOf({R"({"metadata":{"uid":"1"},"reason":"Changed"})"}).objects["1"];
    content.objects.erase("2");
    reader.take(content);
    QCOMPARE(reader.about({}).size(), std::size_t(1));
    QCOMPARE(reader.about({})[0].reason, std::string("Changed"));
}

void EventsTest::thoseOfOneCauseAreOneGroup()
{
    const auto event = [](const char *uid, const char *pod, const char *message, int count, const char *last) {
        return QStringLiteral(R"({"metadata":{"uid":"%1"},"type":"Warning","reason":"BackOff","message":"%3","count":%4,"firstTimestamp":"2026-11-21T09:00:00Z","lastTimestamp":"%5","involvedObject":{"kind":"Pod","name":"%2"}})")
            .arg(QString::fromLatin1(uid), QString::fromLatin1(pod), QString::fromLatin1(message), QString::number(count), QString::fromLatin1(last)).toStdString();
    };
    const std::string one = event("1", "web-1", "Back-off restarting web-1 after 10s", 4, "2026-11-21T10:00:00Z"), two = event("2", "web-2", "Back-off restarting web-2 after 20s", 3, "2026-11-21T11:00:00Z"),
                      other = event("3", "web-1", "Back-off pulling image", 9, "2026-11-21T10:30:00Z");
    const auto events = detail::readEvents(contentOf({one.c_str(), two.c_str(), other.c_str()}), {});
    const auto groups = detail::groupEvents(events, {});
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].events.size(), std::size_t(2));
    QCOMPARE(groups[0].events[0].uid, std::string("2"));
    QCOMPARE(groups[0].count, std::int64_t(7));
    QCOMPARE(groups[0].objects, std::size_t(2));
    QCOMPARE(*groups[0].last - *groups[0].first, std::int64_t(7200));
    QCOMPARE(detail::groupEvents(events, {false, false}).size(), std::size_t(3));
}

void EventsTest::warningsStandFirstWhereWanted()
{
    const auto events = detail::readEvents(contentOf({R"({"metadata":{"uid":"1"},"type":"Warning","reason":"Old","lastTimestamp":"2026-11-21T10:00:00Z"})",
                                                      R"({"metadata":{"uid":"2"},"type":"Normal","reason":"New","lastTimestamp":"2026-11-21T11:00:00Z"})"}), {});
    QCOMPARE(detail::groupEvents(events, {true, false})[0].events[0].reason, std::string("New"));
    QCOMPARE(detail::groupEvents(events, {true, true})[0].events[0].reason, std::string("Old"));
}

void EventsTest::whatIsTakenOutOfAnEventIsNotMissed()
{
    for (const char *name : {"new.1", "new.2", "old.1", "old.2", "old.3"}) {
        detail::LiveList::Content whole, reduced;
        text::Value event = telling::recorded("v1.events", name);
        whole.objects[name] = std::make_shared<const text::Value>(event);
        reduced.objects[name] = std::make_shared<const text::Value>(detail::reduceEvent(event));
        QVERIFY2(detail::readEvents(whole, "u") == detail::readEvents(reduced, "u"), name);
    }
}

QTEST_APPLESS_MAIN(EventsTest)
#include "EventsTest.moc"
