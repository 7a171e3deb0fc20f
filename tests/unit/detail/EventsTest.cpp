#include "Telling.h"

#include "models/detail/Events.h"

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

QTEST_APPLESS_MAIN(EventsTest)
#include "EventsTest.moc"
