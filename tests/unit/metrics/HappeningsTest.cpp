#include "models/metrics/Happenings.h"

#include "models/text/Json.h"

#include <QtTest>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

const base::SystemTime noon{1'800'014'400s};       // 2027-01-15T12:00:00Z

text::Value json(const std::string &text) { return *text::parseJson(text); }

std::string eventOf(const std::string &type, const std::string &reason, const std::string &more)
{
    return R"({"type":")" + type + R"(","reason":")" + reason + R"(","message":"m","involvedObject":{"kind":"Pod","name":"web-1","fieldPath":"spec.containers{app}"},)" + more + "}";
}

std::vector<charts::Event> read(const std::string &events, const std::set<std::string> &names = {}) { return happeningsIn(json(R"({"items":[)" + events + "]}"), names); }

} // namespace

/// What happened to an object becomes marks on its charts.
class HappeningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWarningIsMarkedWhereItWasFirstAndLastSeen()
    {
        const auto marks = read(eventOf("Warning", "BackOff", R"("count":7,"firstTimestamp":"2027-01-15T11:00:00Z","lastTimestamp":"2027-01-15T12:00:00Z")"));
        QCOMPARE(marks.size(), std::size_t(2));
        QCOMPARE(marks[0], (charts::Event{noon - 1h, "BackOff ×7 · web-1/app: m", true}));
        QCOMPARE(marks[1].time, noon);
    }

    void bothFormsOfEventsAreRead()
    {
        const auto marks = read(eventOf("Warning", "FailedScheduling", R"("eventTime":"2027-01-15T12:00:00.000000Z","firstTimestamp":null,"lastTimestamp":null)") + ","
                                + eventOf("Warning", "Unhealthy", R"("eventTime":"2027-01-15T11:00:00.000000Z","series":{"count":3,"lastObservedTime":"2027-01-15T12:00:00.000000Z"})"));
        QCOMPARE(marks.size(), std::size_t(3));
        QCOMPARE(marks[0].text, "Unhealthy ×3 · web-1/app: m");
        QCOMPARE(marks[1], (charts::Event{noon, "FailedScheduling · web-1/app: m", true}));
    }

    void ofWhatIsNormalOnlyWhatChangesTheUsageIsMarked_data()
    {
        QTest::addColumn<std::string>("reason");
        QTest::addColumn<int>("marks");
        QTest::addColumn<bool>("isTrouble");
        QTest::newRow("a kill") << std::string("Killing") << 1 << true;
        QTest::newRow("scaling") << std::string("ScalingReplicaSet") << 1 << false;
        QTest::newRow("an autoscaler") << std::string("SuccessfulRescale") << 1 << false;
        QTest::newRow("a pulled image") << std::string("Pulled") << 0 << false;
        QTest::newRow("something unknown") << std::string("Poked") << 0 << false;
    }

    void ofWhatIsNormalOnlyWhatChangesTheUsageIsMarked()
    {
        QFETCH(std::string, reason);
        QFETCH(int, marks);
        QFETCH(bool, isTrouble);
        const auto found = read(eventOf("Normal", reason, R"("lastTimestamp":"2027-01-15T12:00:00Z")"));
        QCOMPARE(int(found.size()), marks);
        QVERIFY(found.empty() || found[0].isTrouble == isTrouble);
    }

    void whatTellsNoTimeOrIsOfOthersIsLeftOut()
    {
        const std::string known = eventOf("Warning", "BackOff", R"("lastTimestamp":"2027-01-15T12:00:00Z")");
        QVERIFY(read(eventOf("Warning", "BackOff", R"("lastTimestamp":"yesterday")")).empty());
        QVERIFY(read(known, {"web-2"}).empty());
        QCOMPARE(read(known, {"web-1", "web-2"}).size(), std::size_t(1));
        QVERIFY(happeningsIn(json("[]")).empty());
    }

    void aContainerThatWasKilledForItsMemoryIsMarked()
    {
        const auto marks = endsIn(json(R"({"status":{"containerStatuses":[{"name":"app","lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,"finishedAt":"2027-01-15T12:00:00Z"}},
            "state":{"running":{}}}],"initContainerStatuses":[{"name":"init","state":{"terminated":{"reason":"Completed","exitCode":0,"finishedAt":"2027-01-15T11:00:00Z"}}}]}})"));
        QCOMPARE(marks, (std::vector<charts::Event>{{noon - 1h, "Completed · init", false}, {noon, "OOMKilled · app (137)", true}}));
    }

    void ofManyTheTroubleIsKept()
    {
        std::vector<charts::Event> calm, trouble{{noon, "OOMKilled", true}, {noon, "OOMKilled", true}};
        for (int i = 0; i < 500; ++i)
            calm.push_back({noon + i * 1s, "Started", false});
        const auto marks = together(calm, trouble);
        QCOMPARE(marks.size(), MostHappenings);
        QCOMPARE(std::ranges::count(marks, true, &charts::Event::isTrouble), 1);
    }
};

QTEST_APPLESS_MAIN(HappeningsTest)
#include "HappeningsTest.moc"
