#include "models/kube/ChangeQueue.h"
#include "models/kube/Store.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using kube::Cell;
using kube::CellWriter;
using kube::ChangeQueue;
using kube::Delta;
using kube::ReadRow;
using kube::Store;

namespace {

constexpr const char *uidA = "552fae51-2116-4130-8627-4fad37a8c2ba";
constexpr const char *uidB = "139e32e5-380b-4923-beee-ed88a7ffbd95";

void put(ChangeQueue &queue, std::string_view namespaceName, std::string_view name, std::string_view uid, std::string_view status,
         std::string_view version = "1")
{
    CellWriter cells;
    cells.text(name);
    cells.text(status);
    queue.put({namespaceName, name, uid, version, &cells, {}});
}

Store makeStore()
{
    return Store({{"Name", kube::Shown::Always}, {"Status", kube::Shown::Always}});
}

std::map<std::string, std::string> statuses(const Store &store)
{
    std::map<std::string, std::string> out;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row))
            out[std::string(store.key(row))] = store.cell(row, 1).text;
    }
    return out;
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeChangeAndGo();
    void aNameThatComesBackWithAnotherUidIsANewRow();
    void aRelistRemovesWhatItDoesNotName();
    void anUnfinishedRelistRemovesNothing();
    void waitingChangesOfOneObjectAreMergedToTheLast();
    void everyKindOfCellSurvives();
    void uidsAndVersionsAreGivenBackAsTheyCame_data();
    void uidsAndVersionsAreGivenBackAsTheyCame();
    void anyOrderOfChangesGivesWhatAMapGives();
    void aQueueThatNobodyTakesStaysSmall();
};

void StoreTest::rowsComeChangeAndGo()
{
    Store store = makeStore();
    ChangeQueue queue;
    put(queue, "team-a", "web", uidA, "Pending");
    Delta delta = store.apply(queue.take());
    QCOMPARE(delta.added.size(), std::size_t(1));
    const kube::RowId row = delta.added[0];
    QCOMPARE(store.key(row), std::string_view("team-a/web"));
    QCOMPARE(store.namespaceName(row), std::string_view("team-a"));
    QCOMPARE(store.name(row), std::string_view("web"));
    QCOMPARE(store.find("team-a/web"), row);

    put(queue, "team-a", "web", uidA, "Running");
    delta = store.apply(queue.take());
    QCOMPARE(delta.changed, std::vector<kube::RowId>{row});
    QCOMPARE(store.cell(row, 1).text, std::string_view("Running"));

    queue.remove("team-a", "web");
    queue.remove("team-a", "never-seen");
    delta = store.apply(queue.take());
    QCOMPARE(delta.removed, std::vector<kube::RowId>{row});
    QCOMPARE(store.size(), std::size_t(0));
    QCOMPARE(store.find("team-a/web"), store.end());
}

void StoreTest::aNameThatComesBackWithAnotherUidIsANewRow()
{
    Store store = makeStore();
    ChangeQueue queue;
    put(queue, "team-a", "web-0", uidA, "Running");
    store.apply(queue.take());
    queue.remove("team-a", "web-0");
    put(queue, "team-a", "web-0", uidB, "Pending");
    const Delta delta = store.apply(queue.take());
    QCOMPARE(delta.removed.size(), std::size_t(1));
    QCOMPARE(delta.added.size(), std::size_t(1));
    QVERIFY(delta.changed.empty());
    QCOMPARE(store.uid(store.find("team-a/web-0")), std::string(uidB));
}

void StoreTest::aRelistRemovesWhatItDoesNotName()
{
    Store store = makeStore();
    ChangeQueue queue;
    queue.restart();
    put(queue, "", "gone-while-offline", uidA, "Ready");
    put(queue, "", "stays", uidB, "Ready");
    queue.complete();
    QVERIFY(!store.isComplete());
    store.apply(queue.take());
    QVERIFY(store.isComplete());

    queue.restart();
    put(queue, "", "stays", uidB, "Ready");
    Delta delta = store.apply(queue.take());
    QVERIFY(delta.removed.empty());
    queue.complete();
    delta = store.apply(queue.take());
    QCOMPARE(delta.removed.size(), std::size_t(1));
    QCOMPARE(statuses(store), (std::map<std::string, std::string>{{"stays", "Ready"}}));
}

void StoreTest::anUnfinishedRelistRemovesNothing()
{
    Store store = makeStore();
    ChangeQueue queue;
    queue.restart();
    put(queue, "", "a", uidA, "Ready");
    put(queue, "", "b", uidB, "Ready");
    queue.complete();
    store.apply(queue.take());
    queue.restart();
    put(queue, "", "a", uidA, "Ready");
    queue.restart();
    store.apply(queue.take());
    QCOMPARE(store.size(), std::size_t(2));
}

void StoreTest::waitingChangesOfOneObjectAreMergedToTheLast()
{
    ChangeQueue queue;
    for (const char *status : {"Pending", "ContainerCreating", "Running"})
        put(queue, "team-a", "web", uidA, status);
    const kube::Changes changes = queue.take();
    QCOMPARE(changes.rowCount(), std::size_t(1));
    QCOMPARE(changes.cell(0, 1).text, std::string_view("Running"));
    QVERIFY(queue.isEmpty());
}

void StoreTest::everyKindOfCellSurvives()
{
    Store store(std::vector<kube::Column>(8));
    CellWriter cells;
    cells.text("한글 and ✓");
    cells.integer(-42);
    cells.integer(std::numeric_limits<std::int64_t>::max());
    cells.age(1'800'000'000);
    cells.age(Cell::NoTime);
    cells.countAgo(7, 1'800'000'000);
    cells.countAgo(0, Cell::NoTime);
    cells.age(-5);
    ChangeQueue queue;
    queue.put({"", "x", uidA, "1", &cells, {}});
    store.apply(queue.take());
    QCOMPARE(store.cell(0, 0).text, std::string_view("한글 and ✓"));
    QCOMPARE(store.cell(0, 1).number, std::int64_t(-42));
    QCOMPARE(store.cell(0, 2).text, std::string_view("9223372036854775807"));
    QCOMPARE(store.cell(0, 3).seconds, std::int64_t(1'800'000'000));
    QCOMPARE(store.cell(0, 4).seconds, Cell::NoTime);
    QCOMPARE(store.cell(0, 4).type, Cell::Type::Age);
    QCOMPARE(store.cell(0, 5).number, std::int64_t(7));
    QCOMPARE(store.cell(0, 5).seconds, std::int64_t(1'800'000'000));
    QCOMPARE(store.cell(0, 6).number, std::int64_t(0));
    QCOMPARE(store.cell(0, 6).seconds, Cell::NoTime);
    QCOMPARE(store.cell(0, 7).seconds, std::int64_t(-5));
}

void StoreTest::uidsAndVersionsAreGivenBackAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("uid");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("usual") << QByteArray(uidA) << QByteArray("123456");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("capitals") << QByteArray(uidA).toUpper() << QByteArray("0012");
    QTest::newRow("words") << QByteArray("mirror-pod-of-a-file") << QByteArray("v1:abc");
    QTest::newRow("longer than any number") << QByteArray("552fae51-2116-4130-8627-4fad37a8c2bz") << QByteArray(30, '9');
}

void StoreTest::uidsAndVersionsAreGivenBackAsTheyCame()
{
    QFETCH(QByteArray, uid);
    QFETCH(QByteArray, version);
    Store store = makeStore();
    ChangeQueue queue;
    put(queue, "n", "x", uid.toStdString(), "s", version.toStdString());
    store.apply(queue.take());
    QCOMPARE(QByteArray::fromStdString(store.uid(0)), uid);
    QCOMPARE(QByteArray::fromStdString(store.resourceVersion(0)), version);
}

void StoreTest::anyOrderOfChangesGivesWhatAMapGives()
{
    Store store = makeStore();
    ChangeQueue queue;
    std::map<std::string, std::string> expected;
    std::set<std::string> listed;
    bool listing = false;
    std::minstd_rand random(11);
    for (int step = 0; step < 50'000; ++step) {
        const std::string name = "pod-" + std::to_string(random() % 400);
        const std::string key = "team-" + std::to_string(name.size() % 3) + '/' + name;
        const std::string namespaceName = key.substr(0, key.find('/'));
        const auto dice = random() % 1000;
        if (dice < 600) {
            const std::string status = "status-" + std::to_string(random() % 20);
            put(queue, namespaceName, name, random() % 10 ? uidA : uidB, status);
            expected[key] = status;
            listed.insert(key);
        } else if (dice < 950) {
            queue.remove(namespaceName, name);
            expected.erase(key);
            listed.erase(key);
        } else if (dice < 955 && !listing) {
            queue.restart();
            // What waited is void, but what the store was told before stays until the listing is complete.
            expected = statuses(store);
            listed.clear();
            listing = true;
        } else if (dice < 960 && listing) {
            queue.complete();
            std::erase_if(expected, [&](const auto &entry) { return !listed.contains(entry.first); });
            listing = false;
        } else if (dice < 980) {
            store.apply(queue.take());
            QCOMPARE(statuses(store), expected);
        }
    }
}

void StoreTest::aQueueThatNobodyTakesStaysSmall()
{
    ChangeQueue queue;
    const std::string status(200, 's');
    for (int i = 0; i < 200'000; ++i)
        put(queue, "team-a", "pod-" + std::to_string(i % 100), uidA, status + std::to_string(i));
    QVERIFY2(queue.bytes() < 2 * 1024 * 1024, qPrintable(QString::number(queue.bytes())));
    const kube::Changes changes = queue.take();
    QCOMPARE(changes.rowCount(), std::size_t(100));
    for (std::size_t row = 0; row < changes.rowCount(); ++row)
        QVERIFY(changes.cell(row, 1).text.starts_with(status + "1999"));
}

QTEST_APPLESS_MAIN(StoreTest)
#include "StoreTest.moc"
