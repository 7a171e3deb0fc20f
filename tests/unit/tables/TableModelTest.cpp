#include "tests/unit/tables/PodTable.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace tables;
using kinds::Health;

/// The order of a live table, and what it says when its rows change.
class TableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStandByNamespaceAndNameAtFirst();
    void cellsAreSortedByWhatTheyMean_data();
    void cellsAreSortedByWhatTheyMean();
    void rowsOfEqualCellsStandByNameInBothDirections();
    void brokenRowsComeFirstWhenAsked();
    void aDeltaSaysOneSignal();
    void aChangeOutOfSightSaysNothing();
    void persistentIndexesStayWithTheirObjects();
    void aNameThatComesBackIsAnotherObject();
    void theSelectionStaysWithItsObjectsAndLosesWhatIsHidden();
    void newColumnsResetTheTableAndKeepTheFilter();
    void cellsOfRowsThatAreGoneAreEmpty();
    void anyHistoryLeadsToTheSameTable_data();
    void anyHistoryLeadsToTheSameTable();
};

void TableModelTest::rowsStandByNamespaceAndNameAtFirst()
{
    Fixture f;
    f.put({pod("b", "web-2"), pod("a", "web-10"), pod("b", "web-10"), pod("a", "web-9"), pod("a-b", "web-1")});
    QCOMPARE(shown(f.model), QStringLiteral("a-b/web-1 b/web-2 a/web-9 a/web-10 b/web-10"));
    f.model.sort(columnNamed(f.model, "Namespace"));
    QCOMPARE(shown(f.model), QStringLiteral("a/web-9 a/web-10 a-b/web-1 b/web-2 b/web-10"));
}

void TableModelTest::cellsAreSortedByWhatTheyMean_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("expected");

    QTest::newRow("restarts") << QByteArray("Restarts") << Qt::AscendingOrder << QStringLiteral("a/old a/new a/mid");
    QTest::newRow("restarts, most first") << QByteArray("Restarts") << Qt::DescendingOrder << QStringLiteral("a/mid a/new a/old");
    QTest::newRow("age, youngest first") << QByteArray("Age") << Qt::AscendingOrder << QStringLiteral("a/new a/mid a/old");
    QTest::newRow("age, oldest first") << QByteArray("Age") << Qt::DescendingOrder << QStringLiteral("a/old a/mid a/new");
    QTest::newRow("node, naturally") << QByteArray("Node") << Qt::AscendingOrder << QStringLiteral("a/new a/old a/mid");
}

void TableModelTest::cellsAreSortedByWhatTheyMean()
{
    QFETCH(QByteArray, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QString, expected);
    Fixture f;
    PodRow old = pod("old"), mid = pod("mid"), young = pod("new");
    old.restarts = 0, mid.restarts = 100, young.restarts = 20;
    old.created = 1000, mid.created = 1'700'000'000, young.created = 1'799'999'999;
    old.node = "worker-2", mid.node = "worker-10", young.node = "worker-1";
    f.put({old, mid, young});
    f.model.sort(columnNamed(f.model, column.constData()), order);
    QCOMPARE(shown(f.model), expected);
}

void TableModelTest::rowsOfEqualCellsStandByNameInBothDirections()
{
    Fixture f;
    f.put({pod("b", "x"), pod("a", "y"), pod("a", "x")});
    f.model.sort(columnNamed(f.model, "Status"), Qt::AscendingOrder);
    QCOMPARE(shown(f.model), QStringLiteral("a/x a/y b/x"));
    f.model.sort(columnNamed(f.model, "Status"), Qt::DescendingOrder);
    QCOMPARE(shown(f.model), QStringLiteral("a/x a/y b/x"));
}

void TableModelTest::brokenRowsComeFirstWhenAsked()
{
    Fixture f;
    PodRow broken = pod("z-broken"), late = pod("y-late");
    broken.status = "CrashLoopBackOff";
    late.ready = "0/1";
    f.put({pod("a"), broken, pod("b"), late});
    f.model.setBrokenFirst(true);
    QCOMPARE(shown(f.model), QStringLiteral("a/z-broken a/y-late a/a a/b"));
    f.model.sort(columnNamed(f.model, "Name"), Qt::DescendingOrder);
    QCOMPARE(shown(f.model), QStringLiteral("a/z-broken a/y-late a/b a/a"));
    broken.status = "Running";
    f.put({broken});
    QCOMPARE(shown(f.model), QStringLiteral("a/y-late a/z-broken a/b a/a"));
}

void TableModelTest::aDeltaSaysOneSignal()
{
    Fixture f;
    QSignalSpy moved(&f.model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 500; ++i)
        f.rows.put(pod(qPrintable(QStringLiteral("web-%1").arg(i))));
    f.model.apply(f.rows.apply());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 0);
    for (int i = 100; i < 200; ++i) {
        PodRow row = pod(qPrintable(QStringLiteral("web-%1").arg(i)));
        row.status = "Failed";
        f.rows.put(row);
    }
    f.model.apply(f.rows.apply());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 100);
    QCOMPARE(changed[0][1].toModelIndex().row(), 199);
    QCOMPARE(inserted.size(), 0);
}

void TableModelTest::aChangeOutOfSightSaysNothing()
{
    Fixture f;
    f.put({pod("web"), pod("api")});
    QVERIFY(f.model.setFilter("web"));
    QSignalSpy moved(&f.model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    PodRow hidden = pod("api");
    hidden.status = "Failed";
    f.put({hidden});
    QCOMPARE(moved.size(), 0);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(f.model.counts().all, std::size_t(2));
}

void TableModelTest::persistentIndexesStayWithTheirObjects()
{
    Fixture f;
    f.put({pod("b"), pod("d"), pod("f")});
    const QPersistentModelIndex b = f.model.index(0, 1), d = f.model.index(1, 1), last = f.model.index(2, 2);
    f.put({pod("a"), pod("c"), pod("e")});
    QCOMPARE(b.row(), 1);
    QCOMPARE(d.row(), 3);
    QCOMPARE(last.row(), 5);
    QCOMPARE(last.column(), 2);
    f.remove("a", "d");
    QVERIFY(!d.isValid());
    f.model.sort(columnNamed(f.model, "Name"), Qt::DescendingOrder);
    QCOMPARE(b.row(), 3);
    QVERIFY(f.model.setFilter("name:f"));
    QVERIFY(!b.isValid());
    QCOMPARE(last.row(), 0);
}

void TableModelTest::aNameThatComesBackIsAnotherObject()
{
    Fixture f;
    PodRow first = pod("b");
    first.uid = 1;
    f.put({pod("a"), first, pod("c")});
    const QPersistentModelIndex index = f.model.index(1, 0);
    f.model.selection().select(f.model.rowId(1));
    PodRow second = pod("b");
    second.uid = 2;
    second.status = "Pending";
    f.put({second});
    QCOMPARE(shown(f.model), QStringLiteral("a/a a/b a/c"));
    QVERIFY(!index.isValid());
    QCOMPARE(f.model.selection().size(), std::size_t(0));
    QCOMPARE(f.model.selection().current(), tables::RowSelection::none);
    QCOMPARE(int(f.model.health(1)), int(Health::Starting));
}

void TableModelTest::theSelectionStaysWithItsObjectsAndLosesWhatIsHidden()
{
    Fixture f;
    f.put({pod("b"), pod("d"), pod("f")});
    tables::RowSelection &selection = f.model.selection();
    selection.select(f.model.rowId(0));
    selection.toggle(f.model.rowId(2));
    f.put({pod("a"), pod("c")});
    QVERIFY(selection.contains(f.model.rowId(1)));
    QVERIFY(selection.contains(f.model.rowId(4)));
    QVERIFY(!selection.contains(f.model.rowId(0)));
    QCOMPARE(selection.size(), std::size_t(2));
    QCOMPARE(f.model.placeOf(selection.current()), 4);
    QVERIFY(f.model.setFilter("name:b"));
    QCOMPARE(selection.size(), std::size_t(1));
    QCOMPARE(selection.current(), tables::RowSelection::none);
    QVERIFY(f.model.setFilter(""));
    QCOMPARE(selection.size(), std::size_t(1));
}

void TableModelTest::newColumnsResetTheTableAndKeepTheFilter()
{
    Fixture f;
    f.put({pod("web"), pod("api")});
    f.model.sort(columnNamed(f.model, "Status"), Qt::DescendingOrder);
    QVERIFY(f.model.setFilter("status:run"));
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.rows.store.setColumns({{"Name"}, {"Extra"}, {"Ready"}, {"Status"}, {"Restarts"}, {"Age"}, {"Node"}});
    f.model.apply({});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.columnCount(), 8);
    QCOMPARE(f.model.sortBy().columns.size(), std::size_t(1));
    QCOMPARE(f.model.columns()[f.model.sortBy().columns[0].column].name, std::string("Status"));
    QVERIFY(f.model.sortBy().columns[0].descending);
}

void TableModelTest::cellsOfRowsThatAreGoneAreEmpty()
{
    Fixture f;
    f.put({pod("web"), pod("api")});
    f.rows.remove("a", "web");
    const kube::Delta delta = f.rows.apply();
    // The store has let go of it, the table not yet.
    QCOMPARE(f.model.rowCount(), 2);
    QVERIFY(!f.model.isLive(1));
    QCOMPARE(f.model.text(1, 1), std::string());
    QCOMPARE(f.model.key(1), std::string());
    f.model.apply(delta);
    QCOMPARE(shown(f.model), QStringLiteral("a/api"));
}

void TableModelTest::anyHistoryLeadsToTheSameTable_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<bool>("brokenFirst");

    QTest::newRow("by name") << QByteArray("Name") << false << QByteArray() << false;
    QTest::newRow("by restarts, most first") << QByteArray("Restarts") << true << QByteArray() << false;
    QTest::newRow("by status, filtered") << QByteArray("Status") << false << QByteArray("status:run") << false;
    QTest::newRow("by status, turned") << QByteArray("Status") << true << QByteArray() << false;
    QTest::newRow("by age, broken first") << QByteArray("Age") << true << QByteArray("!web-1") << true;
    QTest::newRow("by ready") << QByteArray("Ready") << false << QByteArray("0") << false;
}

void TableModelTest::anyHistoryLeadsToTheSameTable()
{
    QFETCH(QByteArray, column);
    QFETCH(bool, descending);
    QFETCH(QByteArray, filter);
    QFETCH(bool, brokenFirst);
    Fixture f;
    f.model.sort(columnNamed(f.model, column.constData()), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    f.model.setBrokenFirst(brokenFirst);
    QVERIFY(f.model.setFilter(filter.constData()));
    std::mt19937 random(11);
    constexpr const char *words[] = {"Running", "Pending", "Error", "Completed"};
    for (int step = 0; step < 150; ++step) {
        for (unsigned i = random() % 12; i > 0; --i) {
            const QByteArray namespaceName = "team-" + QByteArray::number(random() % 3), name = "web-" + QByteArray::number(random() % 60);
            if (random() % 4 == 0) {
                f.rows.remove(namespaceName.constData(), name.constData());
                continue;
            }
            PodRow row = pod(namespaceName.constData(), name.constData());
            row.status = words[random() % 4];
            row.ready = std::to_string(random() % 2) + "/1";
            row.restarts = random() % 5;
            row.created -= random() % 1000;
            row.uid = 1 + random() % 2 + 10 * unsigned(qHash(namespaceName + name) % 100000);
            f.rows.put(row);
        }
        // Some deltas are taken together, as when a frame was late.
        if (random() % 3 != 0)
            f.model.apply(f.rows.apply());
    }
    f.model.apply(f.rows.apply());
    TableModel fresh(f.rows.store, support::podType(), true, f.clock);
    fresh.sort(columnNamed(fresh, column.constData()), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    fresh.setBrokenFirst(brokenFirst);
    QVERIFY(fresh.setFilter(filter.constData()));
    QVERIFY(fresh.rowCount() > 5);
    QCOMPARE(shown(f.model), shown(fresh));
    QCOMPARE(f.model.counts().all, fresh.counts().all);
    QVERIFY(f.model.counts().byHealth == fresh.counts().byHealth);
}

QTEST_GUILESS_MAIN(TableModelTest)
#include "TableModelTest.moc"
