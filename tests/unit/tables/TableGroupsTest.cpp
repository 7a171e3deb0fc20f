#include "tests/unit/tables/PodTable.h"

#include <QTest>

using namespace tables;
using kinds::Health;

namespace {

/// "[Running 2] a/x a/y": heads in brackets, with a minus when folded.
QString lines(const TableModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.isGroup(row)) {
            lines.push_back(QString::fromStdString(model.key(row)));
            continue;
        }
        const Group &group = model.group(row);
        lines.push_back(QStringLiteral("[%1%2 %3]").arg(group.folded ? QStringLiteral("-") : QString(), QString::fromStdString(group.label)).arg(group.shown));
    }
    return lines.join(u' ');
}

PodRow on(const char *node, const char *name, const char *status = "Running")
{
    PodRow row = pod(name);
    row.node = node;
    row.status = status;
    return row;
}

/// Pods on two nodes.
struct Grouped : Fixture
{
    Grouped()
    {
        put({on("n10", "a"), on("n2", "b"), on("n10", "c", "Error"), on("n2", "d")});
        model.setGroupColumn(*model.source().columnNamed("Node"));
    }
};

} // namespace

/// Rows in groups.
class TableGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsStandInTheOrderOfTheirCells();
    void rowsAreSortedInsideTheirGroups();
    void groupsTurnWithTheirColumn();
    void changesMoveRowsBetweenGroups();
    void foldedGroupsStayFoldedWhateverComes();
    void headsCountWhatTheFilterLetsThrough();
    void theTableCountsFoldedRowsToo();
    void aHeadIsCurrentButNeverSelected();
    void aRowIsRevealed();
    void groupsEndWhenTheirColumnGoes();
    void indexesStayWithTheirRows();
};

void TableGroupsTest::groupsStandInTheOrderOfTheirCells()
{
    Grouped f;
    QCOMPARE(lines(f.model), QStringLiteral("[n2 2] a/b a/d [n10 2] a/a a/c"));
    QVERIFY(f.model.isGroup(0));
    QVERIFY(!f.model.isLive(0));
    QCOMPARE(f.model.key(0), std::string());
    QCOMPARE(f.model.text(0, 1), std::string());
    QCOMPARE(int(f.model.health(0)), int(Health::NotTold));
    QCOMPARE(f.model.data(f.model.index(0, 0)).toString(), QStringLiteral("n2"));
    QCOMPARE(f.model.groupRowOf(4), 3);
    f.model.setGroupColumn(std::nullopt);
    QCOMPARE(lines(f.model), QStringLiteral("a/a a/b a/c a/d"));
    QCOMPARE(f.model.groupRowOf(2), -1);
    QVERIFY(!f.model.canGroupBy(columnNamed(f.model, "Age")));
    f.model.setGroupColumn(*f.model.source().columnNamed("Restarts"));
    QCOMPARE(lines(f.model), QStringLiteral("[0 4] a/a a/b a/c a/d"));
}

void TableGroupsTest::rowsAreSortedInsideTheirGroups()
{
    Grouped f;
    f.model.setSortBy({{{*f.model.source().columnNamed("Name"), true}}, false});
    QCOMPARE(lines(f.model), QStringLiteral("[n2 2] a/d a/b [n10 2] a/c a/a"));
    f.model.setSortBy({{{*f.model.source().columnNamed("Name"), false}}, true});
    QCOMPARE(lines(f.model), QStringLiteral("[n2 2] a/b a/d [n10 2] a/c a/a"));
}

void TableGroupsTest::groupsTurnWithTheirColumn()
{
    Grouped f;
    f.model.setSortBy({{{*f.model.source().columnNamed("Node"), true}}, false});
    QCOMPARE(lines(f.model), QStringLiteral("[n10 2] a/a a/c [n2 2] a/b a/d"));
}

void TableGroupsTest::changesMoveRowsBetweenGroups()
{
    Grouped f;
    f.put({on("n2", "a"), on("n5", "e")});
    QCOMPARE(lines(f.model), QStringLiteral("[n2 3] a/a a/b a/d [n5 1] a/e [n10 1] a/c"));
    f.remove("a", "c");
    f.remove("a", "e");
    QCOMPARE(lines(f.model), QStringLiteral("[n2 3] a/a a/b a/d"));
    f.put({on("n1", "f"), on("n30", "g")});
    QCOMPARE(lines(f.model), QStringLiteral("[n1 1] a/f [n2 3] a/a a/b a/d [n30 1] a/g"));
}

void TableGroupsTest::foldedGroupsStayFoldedWhateverComes()
{
    Grouped f;
    f.model.setFolded(0, true);
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 2] [n10 2] a/a a/c"));
    f.put({on("n2", "e"), on("n10", "0")});
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 3] [n10 3] a/0 a/a a/c"));
    for (const char *name : {"b", "d", "e"})
        f.remove("a", name);
    QCOMPARE(lines(f.model), QStringLiteral("[n10 3] a/0 a/a a/c"));
    f.put({on("n2", "z")});
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 1] [n10 3] a/0 a/a a/c"));
    f.model.reload();
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 1] [n10 3] a/0 a/a a/c"));
    f.model.setAllFolded(true);
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 1] [-n10 3]"));
    f.model.setAllFolded(false);
    QCOMPARE(f.model.rowCount(), 6);
    f.model.setFoldedGroups({"n10", "gone"});
    QCOMPARE(lines(f.model), QStringLiteral("[n2 1] a/z [-n10 3]"));
}

void TableGroupsTest::headsCountWhatTheFilterLetsThrough()
{
    Grouped f;
    QVERIFY(f.model.setFilter("!name:d"));
    QCOMPARE(lines(f.model), QStringLiteral("[n2 1] a/b [n10 2] a/a a/c"));
    QCOMPARE(f.model.group(2).byHealth[std::size_t(Health::Failing)], std::size_t(1));
    f.model.setHealthShown(TableModel::HealthSet().set(std::size_t(Health::Failing)));
    QCOMPARE(lines(f.model), QStringLiteral("[n10 1] a/c"));
    QCOMPARE(f.model.group(0).byHealth[std::size_t(Health::Running)], std::size_t(1));
    QVERIFY(f.model.setFilter("zzz"));
    QCOMPARE(f.model.rowCount(), 0);
}

void TableGroupsTest::theTableCountsFoldedRowsToo()
{
    Grouped f;
    f.model.setAllFolded(true);
    QCOMPARE(f.model.rowCount(), 2);
    QCOMPARE(f.model.counts().shown, std::size_t(4));
    QCOMPARE(f.model.counts().all, std::size_t(4));
    QCOMPARE(f.model.counts().byHealth[std::size_t(Health::Failing)], std::size_t(1));
}

void TableGroupsTest::aHeadIsCurrentButNeverSelected()
{
    Grouped f;
    RowSelection &selection = f.model.selection();
    selection.select(f.model.rowId(0));
    QCOMPARE(selection.size(), std::size_t(0));
    QCOMPARE(f.model.placeOf(selection.current()), 0);
    selection.selectAll(f.model.shownRows());
    QCOMPARE(selection.size(), std::size_t(4));
    f.model.setFolded(0, true);
    QCOMPARE(selection.size(), std::size_t(2));
    QCOMPARE(f.model.placeOf(selection.current()), 0);
}

void TableGroupsTest::aRowIsRevealed()
{
    Grouped f;
    f.model.setAllFolded(true);
    const kube::RowId row = f.rows.store.find("a/a");
    QCOMPARE(f.model.placeOf(row), -1);
    f.model.reveal(row);
    QCOMPARE(lines(f.model), QStringLiteral("[-n2 2] [n10 2] a/a a/c"));
}

void TableGroupsTest::groupsEndWhenTheirColumnGoes()
{
    Grouped f;
    f.rows.store.setColumns({{"Name"}, {"Ready"}, {"Status"}});
    f.model.apply({});
    QVERIFY(!f.model.groupColumn());
}

void TableGroupsTest::indexesStayWithTheirRows()
{
    Grouped f;
    const QPersistentModelIndex head = f.model.index(3, 0), row = f.model.index(4, 0);
    f.put({on("n2", "e")});
    QCOMPARE(head.row(), 4);
    QCOMPARE(row.row(), 5);
    f.model.setFolded(4, true);
    QVERIFY(head.isValid());
    QVERIFY(!row.isValid());
}

QTEST_GUILESS_MAIN(TableGroupsTest)
#include "TableGroupsTest.moc"
