#include "tests/support/PodRows.h"
#include "widgets/table/GridView.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using table::GridView;
using tables::TableModel;

namespace {

/// A grid of pods, ten rows high, as an assistive program meets it.
struct Fixture
{
    support::PodRows rows;
    support::StandingClock clock;
    TableModel model{rows.store, support::podType(), true, clock};
    GridView view{model};

    Fixture()
    {
        for (int i = 0; i < 1000; ++i)
            rows.put({.namespaceName = "team-a", .name = "web-" + std::to_string(i), .serviceAccount = i == 2 ? "" : "default"});
        model.apply(rows.apply());
        view.resize(900, 10 * base::Theme::RowHeight + base::Theme::HeaderHeight);
        view.show();
    }
    QAccessibleInterface *grid() { return QAccessible::queryAccessibleInterface(&view); }
    QAccessibleTableInterface *table() { return grid()->tableInterface(); }
    QString nameAt(int row, int column) { return table()->cellAt(row, column)->text(QAccessible::Name); }
    int columns() const { return int(view.header().shownColumns().size()); }
};

} // namespace

class GridAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGridIsATableOfAllRows();
    void itsChildrenAreTheRowsOnScreenAndEachHasAName();
    void cellsSayWhatTheyHoldAndWhereTheyAre();
    void theCurrentCellHasTheFocus();
    void selectedRowsAreTold();
    void pressingOpensAndSorts();
    void cellsOfRowsThatWentAreNoLongerValid();
};

void GridAccessibleTest::theGridIsATableOfAllRows()
{
    Fixture f;
    QVERIFY(f.grid());
    QCOMPARE(f.grid()->role(), QAccessible::Table);
    QVERIFY(!f.grid()->text(QAccessible::Name).isEmpty());
    QCOMPARE(f.table()->rowCount(), 1000);
    QCOMPARE(f.table()->columnCount(), f.columns());
    QCOMPARE(f.table()->columnDescription(1), QStringLiteral("Name"));
    QCOMPARE(f.table()->rowDescription(0), QStringLiteral("team-a/web-0"));
    QVERIFY(!f.table()->cellAt(1000, 0));
    QVERIFY(!f.table()->cellAt(0, f.columns()));
}

void GridAccessibleTest::itsChildrenAreTheRowsOnScreenAndEachHasAName()
{
    Fixture f;
    const int count = f.grid()->childCount();
    QCOMPARE(count, f.columns() * 11);
    for (int i = 0; i < count; ++i) {
        QAccessibleInterface *child = f.grid()->child(i);
        QVERIFY(child && child->isValid());
        QVERIFY2(!child->text(QAccessible::Name).isEmpty(), qPrintable(QString::number(i)));
        QCOMPARE(child->role(), i < f.columns() ? QAccessible::ColumnHeader : QAccessible::Cell);
        QCOMPARE(f.grid()->indexOfChild(child), i);
        QVERIFY(child->parent() == f.grid());
    }
    QVERIFY(!f.grid()->child(count));
}

void GridAccessibleTest::cellsSayWhatTheyHoldAndWhereTheyAre()
{
    Fixture f;
    QCOMPARE(f.nameAt(0, 1), QStringLiteral("web-0"));
    QCOMPARE(f.nameAt(999, 1), QStringLiteral("web-999"));
    QCOMPARE(f.nameAt(2, f.columns() - 1), QStringLiteral("ServiceAccount: empty"));
    QAccessibleInterface *cell = f.table()->cellAt(3, 1);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 1);
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().value(0)->text(QAccessible::Name), QStringLiteral("Name"));
    const QPoint middle = cell->rect().center();
    QVERIFY(f.grid()->childAt(middle.x(), middle.y()) == cell);
    QVERIFY(!cell->state().offscreen);
    QVERIFY(f.table()->cellAt(500, 1)->state().offscreen);
}

void GridAccessibleTest::theCurrentCellHasTheFocus()
{
    Fixture f;
    QVERIFY(!f.grid()->focusChild());
    f.view.setCurrentCell(4, int(*f.model.source().columnNamed("Status")));
    QCOMPARE(f.grid()->focusChild()->text(QAccessible::Name), QStringLiteral("Running"));
    f.view.setCurrentCell(5, -1);
    QCOMPARE(f.grid()->focusChild()->tableCellInterface()->rowIndex(), 5);
}

void GridAccessibleTest::selectedRowsAreTold()
{
    Fixture f;
    QVERIFY(f.table()->selectRow(3));
    QVERIFY(f.table()->isRowSelected(3));
    QCOMPARE(f.table()->selectedRows(), QList<int>{3});
    QCOMPARE(f.table()->selectedCellCount(), f.columns());
    QVERIFY(f.table()->cellAt(3, 0)->state().selected);
    QVERIFY(!f.table()->cellAt(4, 0)->state().selected);
    QVERIFY(f.table()->unselectRow(3));
    QCOMPARE(f.table()->selectedRowCount(), 0);
}

void GridAccessibleTest::pressingOpensAndSorts()
{
    Fixture f;
    QSignalSpy opened(&f.view, &GridView::opened);
    f.table()->cellAt(7, 1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("team-a/web-7"));
    f.grid()->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(f.nameAt(0, 1), QStringLiteral("web-999"));
}

void GridAccessibleTest::cellsOfRowsThatWentAreNoLongerValid()
{
    Fixture f;
    QAccessibleInterface *last = f.table()->cellAt(999, 1);
    f.rows.remove("team-a", "web-999");
    const kube::Delta delta = f.rows.apply();
    // Between the store and the table, the row is there and empty.
    QVERIFY(!last->text(QAccessible::Name).isEmpty());
    f.model.apply(delta);
    QCOMPARE(f.table()->rowCount(), 999);
    QVERIFY(!f.table()->cellAt(999, 1));
}

QTEST_MAIN(GridAccessibleTest)
#include "GridAccessibleTest.moc"
