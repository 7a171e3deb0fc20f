#include "models/overview/Tally.h"
#include "tests/support/PodRows.h"

#include <QTest>

#include <random>

using namespace overview;
using kinds::Health;
using support::PodRow;

namespace {

PodRow pod(const std::string &namespaceName, const std::string &name, const std::string &status = "Running", const std::string &ready = "1/1")
{
    PodRow row;
    row.namespaceName = namespaceName;
    row.name = name;
    row.status = status;
    row.ready = ready;
    return row;
}

std::size_t count(const Tally &tally, Health health) { return tally.counts()[static_cast<std::size_t>(health)]; }

/// What a tally made anew of the same rows says must be what one says that followed them.
void compare(const Tally &followed, const Tally &anew)
{
    QCOMPARE(followed.counts(), anew.counts());
    QCOMPARE(followed.total(), anew.total());
    QCOMPARE(followed.unwell(), anew.unwell());
}

} // namespace

/// Counts by state that follow the rows.
class TallyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCountedByTheirState()
    {
        support::PodRows rows;
        for (const PodRow &row : {pod("a", "fine"), pod("a", "half", "Running", "1/2"), pod("a", "broken", "CrashLoopBackOff", "0/1"), pod("b", "done", "Completed", "0/1"),
                                  pod("b", "new", "ContainerCreating", "0/1")})
            rows.put(row);
        rows.apply();
        const Tally tally(rows.store, support::podType());
        QCOMPARE(tally.total(), std::size_t(5));
        for (const Health health : {Health::Running, Health::NotReady, Health::Failing, Health::Completed, Health::Starting})
            QCOMPARE(count(tally, health), std::size_t(1));
        QCOMPARE(tally.unwell().size(), std::size_t(2));
        for (const kube::RowId row : tally.unwell())
            QVERIFY(rows.store.name(row) == "half" || rows.store.name(row) == "broken");
        QCOMPARE(tally.word(*tally.unwell().rbegin()), std::string("CrashLoopBackOff"));
    }
    void onlyTheChosenNamespacesCount()
    {
        support::PodRows rows;
        rows.put(pod("a", "one", "Error"));
        rows.put(pod("b", "two", "Error"));
        rows.apply();
        const Tally tally(rows.store, support::podType(), {"b", "c"});
        QCOMPARE(tally.total(), std::size_t(1));
        QCOMPARE(rows.store.name(*tally.unwell().begin()), std::string_view("two"));
    }
    void aPendingPodThatSaysNotWhyIsOnItsWay()
    {
        support::PodRows rows;
        rows.put(pod("a", "waits", "Pending", "0/1"));
        rows.apply();
        QVERIFY(Tally(rows.store, support::podType()).unwell().empty());
    }
    void manyPodsOfOneOwnerAreToldAsOne()
    {
        support::PodRows rows;
        for (int i = 0; i < 3000; ++i)
            rows.put(pod("a", "web-7d4-" + std::to_string(10'000 + i), "Error"));
        for (int i = 0; i < 5; ++i)
            rows.put(pod("a", "api-" + std::to_string(i), "Error"));
        rows.put(pod("b", "web-7d4-10000", "Error"));
        rows.put(pod("a", "web-7d4-99999", "CrashLoopBackOff"));
        rows.put(pod("a", "alone", "Error"));
        rows.apply();
        const Tally tally(rows.store, support::podType());
        QCOMPARE(tally.unwell().size(), std::size_t(3008));
        const auto together = tally.unwellTogether();
        QCOMPARE(together.size(), std::size_t(9));
        std::size_t others = 0;
        for (const UnwellRow &row : together)
            others += row.others;
        QCOMPARE(together.size() + others, tally.unwell().size());
        QCOMPARE(together.front().others, std::size_t(2999));
    }
    void aClaimThatIsPendingIsNot()
    {
        kube::Store store({{"Name"}, {"Status"}});
        kube::ChangeQueue queue;
        for (const char *status : {"Pending", "Bound", "Lost"}) {
            kube::CellWriter cells;
            cells.text(status);
            cells.text(status);
            queue.put({"a", status, {}, "1", &cells, {}});
        }
        store.apply(queue.take());
        const Tally tally(store, {"", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim", true, {}, {}, {}, {}});
        QCOMPARE(tally.unwell().size(), std::size_t(2));
        for (const kube::RowId row : tally.unwell())
            QVERIFY(store.name(row) != "Bound");
    }
    void aClaimThatWaitsForItsPodIsWell()
    {
        kube::Store store({{"Name"}, {"Status"}, {"StorageClass"}, {"Selected Node"}});
        kube::ChangeQueue queue;
        const auto claim = [&](const char *name, const char *status, const char *className, const char *node) {
            kube::CellWriter cells;
            for (const char *cell : {name, status, className, node})
                cells.text(cell);
            queue.put({"a", name, {}, "1", &cells, {}});
        };
        claim("patient", "Pending", "local", "");
        claim("other", "Pending", "fast", "");
        claim("classless", "Pending", "", "");
        claim("chosen", "Pending", "local", "node-1");
        claim("lost", "Lost", "local", "");
        store.apply(queue.take());
        const kube::ResourceType type{"", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim", true, {}, {}, {}, {}};
        const Tally tally(store, type, {}, {"local"});
        QCOMPARE(count(tally, Health::Starting), std::size_t(4));
        QCOMPARE(tally.unwell().size(), std::size_t(4));
        for (const kube::RowId row : tally.unwell())
            QVERIFY(store.name(row) != "patient");
        QCOMPARE(Tally(store, type).unwell().size(), std::size_t(5));
    }
    void aTallyThatFollowsEqualsOneThatReadsEverything()
    {
        std::mt19937 random(7);
        const std::vector<std::string> words{"Running", "Error", "Completed", "Pending", "Unknown", "Terminating", "OOMKilled"};
        support::PodRows rows;
        Tally tally(rows.store, support::podType(), {"n0", "n1"});
        for (int step = 0; step < 2000; ++step) {
            const std::string namespaceName = "n" + std::to_string(random() % 3), name = "p" + std::to_string(random() % 60);
            if (random() % 4 == 0)
                rows.remove(namespaceName, name);
            else
                rows.put(pod(namespaceName, name, words[random() % words.size()], random() % 2 ? "1/1" : "0/1"));
            if (random() % 3 == 0)
                tally.apply(rows.apply());
            if (step % 50 == 0) {
                tally.apply(rows.apply());
                compare(tally, Tally(rows.store, support::podType(), {"n0", "n1"}));
            }
        }
        tally.apply(rows.apply());
        compare(tally, Tally(rows.store, support::podType(), {"n0", "n1"}));
    }
};

QTEST_APPLESS_MAIN(TallyTest)
#include "TallyTest.moc"
