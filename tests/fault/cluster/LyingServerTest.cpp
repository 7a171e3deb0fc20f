#include "tests/fault/cluster/LiveServer.h"

#include <QTest>

using fault::answer;
using fault::eventOf;
using fault::LivePods;
using fault::pod;
using fault::podsPath;
using fault::Streaming;
using kube::ItemFormat;
using kube::SyncState;

namespace {

using Names = std::set<std::string>;

std::string tableRow(const std::string &name, const std::string &cells, const std::string &version = "5")
{
    return R"({"cells":)" + cells + R"(,"object":{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":")" + name
        + R"(","namespace":"default","uid":"u-)" + name + R"(","resourceVersion":")" + version + R"("}}})";
}

const std::string twoColumns = R"("columnDefinitions":[{"name":"Name","type":"string","format":"name"},{"name":"Size","type":"string"}])";

std::string tableOf(const std::string &members)
{
    return R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"10"},)" + members + "}";
}

} // namespace

/// A server whose answers are well-formed and untrue. Rows follow what it said last, the uid decides identity, and nothing falls over.
class LyingServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsThatCannotBe_data();
    void eventsThatCannotBe();
    void aNewUidIsANewRow();
    void versionsThatAreNoNumbersAreGivenBack();
    void anOlderVersionInAWatchIsTakenAsItCame();
    void aListWithTheSameNameTwiceHasOneRow();
    void nullItemsAreAnEmptyList();
    void pagesWithoutEndHaveAnEnd();
    void rowsOfATableMayBeTooShortOrTooLong_data();
    void rowsOfATableMayBeTooShortOrTooLong();
    void aTableWithoutItsColumnsIsToldInWords_data();
    void aTableWithoutItsColumnsIsToldInWords();
    void aServerWithoutTablesShowsNamesAndAges();
    void aHugeNamespaceNameIsRefused();
};

void LyingServerTest::eventsThatCannotBe_data()
{
    QTest::addColumn<std::string>("events");
    QTest::addColumn<QStringList>("names");
    const QStringList ab{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("added twice") << eventOf("ADDED", pod("b", "11")) + eventOf("ADDED", pod("b", "12")) << ab;
    QTest::newRow("added what is there") << eventOf("ADDED", pod("a", "11")) + eventOf("ADDED", pod("b", "12")) << ab;
    QTest::newRow("modified what was never added") << eventOf("MODIFIED", pod("b", "11")) << ab;
    QTest::newRow("deleted what never was") << eventOf("DELETED", pod("ghost", "11")) + eventOf("ADDED", pod("b", "12")) << ab;
    QTest::newRow("deleted twice") << eventOf("DELETED", pod("a", "11")) + eventOf("DELETED", pod("a", "12")) + eventOf("ADDED", pod("b", "13")) << QStringList{QStringLiteral("b")};
    QTest::newRow("a bookmark without metadata") << eventOf("BOOKMARK", R"({"kind":"Pod"})") + eventOf("ADDED", pod("b", "11")) << ab;
    QTest::newRow("a bookmark without a version") << eventOf("BOOKMARK", R"({"metadata":{}})") + eventOf("ADDED", pod("b", "11")) << ab;
    QTest::newRow("a second end of the list") << fault::bookmarkOf("11", true) + eventOf("ADDED", pod("b", "12")) << ab;
    QTest::newRow("of another kind") << eventOf("ADDED", R"({"kind":"Secret","metadata":{"name":"b","namespace":"default","uid":"u","resourceVersion":"11"},"data":{"k":"djE="}})") << ab;
    QTest::newRow("out of order") << eventOf("ADDED", pod("b", "99")) + eventOf("MODIFIED", pod("b", "20")) << ab;
    QTest::newRow("empty lines between") << "\n\n" + eventOf("ADDED", pod("b", "11")) + "\r\n \n" << ab;
}

void LyingServerTest::eventsThatCannotBe()
{
    QFETCH(std::string, events);
    QFETCH(QStringList, names);
    Names wanted{"last"};
    for (const QString &name : names)
        wanted.insert(name.toStdString());
    support::FaultServer server;
    const std::string first = eventOf("ADDED", pod("a", "5")) + fault::bookmarkOf("10", true);
    server.answer(podsPath + "?watch=1", fault::stream().send(first + events + eventOf("ADDED", pod("last", "100"))).hold());
    fault::Client client(server.url());
    LivePods live(client, {.streaming = Streaming::Yes});
    TRY(live, live.isLive() && live.names().contains("last"));
    QCOMPARE(live.names(), wanted);
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void LyingServerTest::aNewUidIsANewRow()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "5", "first")}, "10")));
    server.answer(podsPath + "?watch=1", fault::stream().gate("swap").send(eventOf("MODIFIED", pod("a", "11", "second"))).hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    server.open("swap");
    kube::Delta swap;
    const auto swapped = [&] {
        if (swap.isEmpty())
            swap = live.pump();
        return !swap.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(swapped(), 30'000);
    QCOMPARE(swap.added.size(), std::size_t(1));
    QCOMPARE(swap.removed.size(), std::size_t(1));
    QCOMPARE(live.rows().uid(live.rows().find("default/a")), std::string("second"));
}

void LyingServerTest::versionsThatAreNoNumbersAreGivenBack()
{
    const std::string odd = "zone-b/0007%20&watch=0";
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "x")}, odd)));
    server.answer(podsPath + "?watch=1", fault::stream().send(eventOf("ADDED", pod("b", "0012"))));
    server.answer(podsPath + "?watch=1&resourceVersion=0012", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    QVERIFY(server.waitForRequests(3, std::chrono::seconds(30)));
    TRY(live, live.isLive() && live.rows().size() == 2);
    QCOMPARE(live.versions()["default/a"], std::string("x"));
    QCOMPARE(live.versions()["default/b"], std::string("0012"));
    QVERIFY(server.requests()[1].target.find("resourceVersion=zone-b%2F0007%2520%26watch%3D0") != std::string::npos);
}

void LyingServerTest::anOlderVersionInAWatchIsTakenAsItCame()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "50")}, "60")));
    server.answer(podsPath + "?watch=1", fault::stream().send(eventOf("MODIFIED", pod("a", "3"))).hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive() && live.versions()["default/a"] == "3");
}

void LyingServerTest::aListWithTheSameNameTwiceHasOneRow()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("b", "5", "1"), pod("a", "6"), pod("b", "7", "2"), pod("b", "8", "2")}, "10")));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    QCOMPARE(live.rows().size(), std::size_t(2));
    QCOMPARE(live.versions()["default/b"], std::string("8"));
}

void LyingServerTest::nullItemsAreAnEmptyList()
{
    support::FaultServer server;
    server.answer(podsPath, answer(R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"10"},"items":null})"));
    server.answer(podsPath + "?watch=1", fault::stream().send(eventOf("ADDED", pod("a", "11"))).hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive() && live.names() == Names{"a"});
}

void LyingServerTest::pagesWithoutEndHaveAnEnd()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "5")}, "10", "again")));
    fault::Client client(server.url());
    LivePods live(client, {});
    QTRY_VERIFY2_WITH_TIMEOUT((live.pump(), live.state().error.has_value()), live.describe().c_str(), 120'000);
    QVERIFY2(live.failedWith("the list has no end: 10000 pages"), live.describe().c_str());
    QCOMPARE(server.requests().size(), std::size_t(kube::Reflector::MaxPages));
    QVERIFY(!live.rows().isComplete());
}

void LyingServerTest::rowsOfATableMayBeTooShortOrTooLong_data()
{
    QTest::addColumn<std::string>("cells");
    QTest::addColumn<std::string>("shown");
    QTest::newRow("too short") << std::string(R"(["a"])") << std::string();
    QTest::newRow("none") << std::string("[]") << std::string();
    QTest::newRow("null") << std::string("null") << std::string();
    QTest::newRow("too long") << std::string(R"(["a","7","8","9"])") << std::string("7");
    QTest::newRow("an object in a cell") << std::string(R"(["a",{"k":[1,null]}])") << std::string(R"({"k":[1,null]})");
    QTest::newRow("a number in a text column") << std::string(R"(["a",1.50])") << std::string("1.50");
}

void LyingServerTest::rowsOfATableMayBeTooShortOrTooLong()
{
    QFETCH(std::string, cells);
    QFETCH(std::string, shown);
    support::FaultServer server;
    server.answer(podsPath, answer(tableOf(twoColumns + R"(,"rows":[)" + tableRow("a", cells) + "]")));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {.format = ItemFormat::Table});
    TRY(live, live.isLive());
    const kube::RowId row = live.rows().find("default/a");
    QVERIFY(live.rows().contains(row));
    QCOMPARE(live.rows().columns().size(), std::size_t(2));
    QCOMPARE(live.rows().cell(row, 1).display({}), shown);
}

void LyingServerTest::aTableWithoutItsColumnsIsToldInWords_data()
{
    QTest::addColumn<std::string>("table");
    const std::string rows = R"("rows":[)" + tableRow("a", R"(["a","7"])") + "]";
    QTest::newRow("no columns") << tableOf(rows);
    QTest::newRow("columns are null") << tableOf(R"("columnDefinitions":null,)" + rows);
    QTest::newRow("columns behind the rows") << tableOf(rows + "," + twoColumns);
    QTest::newRow("a row that names no object") << tableOf(twoColumns + R"(,"rows":[{"cells":["a","7"],"object":null}])");
}

void LyingServerTest::aTableWithoutItsColumnsIsToldInWords()
{
    QFETCH(std::string, table);
    support::FaultServer server;
    server.answer(podsPath, answer(table));
    server.answer(podsPath, answer(tableOf(twoColumns + R"(,"rows":[)" + tableRow("b", R"(["b","7"])") + "]")));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {.format = ItemFormat::Table});
    TRY(live, live.state().error.has_value());
    QVERIFY2(live.failedWith("Table"), live.describe().c_str());
    QVERIFY(!live.rows().isComplete());
    live.retryNow();
    TRY(live, live.isLive() && live.names() == Names{"b"});
}

void LyingServerTest::aServerWithoutTablesShowsNamesAndAges()
{
    const std::string created = R"(,"creationTimestamp":"2026-01-02T03:04:05Z")";
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "5", {}, created)}, "10")));
    server.answer(podsPath + "?watch=1", fault::stream().send(eventOf("ADDED", pod("b", "11", {}, created)) + eventOf("DELETED", pod("a", "12"))).hold());
    fault::Client client(server.url());
    LivePods live(client, {.format = ItemFormat::Table});
    TRY(live, live.isLive() && live.names() == Names{"b"});
    QCOMPARE(live.rows().columns().size(), std::size_t(2));
    const kube::RowId row = live.rows().find("default/b");
    QCOMPARE(live.rows().cell(row, 0).display({}), std::string("b"));
    QCOMPARE(live.rows().cell(row, 1).type, kube::Cell::Type::Age);
    QCOMPARE(live.rows().cell(row, 1).seconds, std::int64_t(1767323045));
}

void LyingServerTest::aHugeNamespaceNameIsRefused()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({pod("a", "5", {}, {}, std::string(70'000, 'n'))}, "10")));
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.failedWith("a name of more than 4 KiB"));
    QCOMPARE(live.rows().size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(LyingServerTest)
#include "LyingServerTest.moc"
