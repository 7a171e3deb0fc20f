#include "tests/widgets/table/Grid.h"
#include "widgets/table/GroupHead.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

using namespace table;

namespace {

/// 12 pods on three nodes, the last of them broken, grouped by node.
struct Grouped : Fixture
{
    QSignalSpy chosen{&view.header(), &GridHeader::layoutChosen};

    Grouped() : Fixture(0)
    {
        for (int i = 0; i < 12; ++i) {
            PodRow row = pod(QStringLiteral("web-%1").arg(i));
            row.node = "worker-" + std::to_string(1 + i % 3);
            row.status = i == 11 ? "Error" : "Running";
            rows.put(row);
        }
        apply();
        view.header().groupBy(*model.source().columnNamed("Node"));
        chosen.clear();
    }
    QString line(int row) const
    {
        return model.isGroup(row) ? QString::fromStdString(model.group(row).label) : QString::fromStdString(model.key(row)).section(u'/', 1);
    }
    QString currentLine() const { return view.currentRow() < 0 ? QString() : line(view.currentRow()); }
};

} // namespace

/// Groups in a grid: seen, folded and walked by mouse and keyboard.
class GridGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysWalkOverHeads();
    void leftFoldsAndRightUnfolds();
    void controlFoldsAllOfThem();
    void enterAndSpaceTurnAGroup();
    void aClickTurnsAGroup();
    void aFoldIsRememberedWithTheLayout();
    void headsAreNeitherCopiedNorOpened();
    void aHeadTellsItsGroupInWords();
    void theMenuGroupsByAColumn();
    void theHeadIsPaintedAcrossTheColumns();
};

void GridGroupsTest::keysWalkOverHeads()
{
    Grouped f;
    QCOMPARE(f.model.rowCount(), 15);
    QStringList walked;
    for (int i = 0; i < 7; ++i) {
        f.key(Qt::Key_Down);
        walked.push_back(f.currentLine());
    }
    QCOMPARE(walked.join(u' '), QStringLiteral("worker-1 web-0 web-3 web-6 web-9 worker-2 web-1"));
    QCOMPARE(f.selected(), QStringList{QStringLiteral("web-1")});
    f.key(Qt::Key_Up, Qt::ShiftModifier);
    f.key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(f.selected(), (QStringList{QStringLiteral("web-9"), QStringLiteral("web-1")}));
}

void GridGroupsTest::leftFoldsAndRightUnfolds()
{
    Grouped f;
    for (int i = 0; i < 3; ++i)
        f.key(Qt::Key_Down);
    f.key(Qt::Key_Left);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-1"));
    f.key(Qt::Key_Left);
    QVERIFY(f.model.group(0).folded);
    QCOMPARE(f.model.rowCount(), 11);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-1"));
    f.key(Qt::Key_Left);
    QVERIFY(f.model.group(0).folded);
    f.key(Qt::Key_Down);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-2"));
    f.key(Qt::Key_Up);
    f.key(Qt::Key_Right);
    QCOMPARE(f.model.rowCount(), 15);
    // In a row the keys go from cell to cell, and left of the first one to the head.
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Right);
    QVERIFY(f.view.currentColumn() >= 0);
    f.key(Qt::Key_Left);
    QCOMPARE(f.view.currentColumn(), -1);
    QCOMPARE(f.currentLine(), QStringLiteral("web-0"));
    f.key(Qt::Key_Left);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-1"));
}

void GridGroupsTest::controlFoldsAllOfThem()
{
    Grouped f;
    for (int i = 0; i < 8; ++i)
        f.key(Qt::Key_Down);
    f.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(f.model.rowCount(), 3);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-2"));
    f.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(f.model.rowCount(), 15);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-2"));
}

void GridGroupsTest::enterAndSpaceTurnAGroup()
{
    Grouped f;
    QSignalSpy opened(&f.view, &GridView::opened);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Return);
    QVERIFY(f.model.group(0).folded);
    f.key(Qt::Key_Space);
    QVERIFY(!f.model.group(0).folded);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(f.model.selection().size(), std::size_t(0));
}

void GridGroupsTest::aClickTurnsAGroup()
{
    Grouped f;
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(200, rowHeight / 2));
    QVERIFY(f.model.group(0).folded);
    QCOMPARE(f.currentLine(), QStringLiteral("worker-1"));
    QTest::mouseClick(f.view.viewport(), Qt::RightButton, {}, QPoint(200, rowHeight / 2));
    QCOMPARE(f.currentLine(), QStringLiteral("worker-1"));
}

void GridGroupsTest::aFoldIsRememberedWithTheLayout()
{
    Grouped f;
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Left);
    QCOMPARE(f.chosen.size(), 1);
    const tables::TableLayout layout = f.view.header().layout();
    QCOMPARE(layout.group, std::string("Node"));
    QCOMPARE(layout.folded, std::vector<std::string>{"worker-1"});
    Grouped other;
    other.view.apply({});
    QCOMPARE(other.model.rowCount(), 12);
    other.view.apply(layout);
    QCOMPARE(other.model.rowCount(), 11);
    QVERIFY(other.view.header().layout() == layout);
    QCOMPARE(other.chosen.size(), 0);
}

void GridGroupsTest::headsAreNeitherCopiedNorOpened()
{
    Grouped f;
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 13);
    f.key(Qt::Key_Home);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
}

void GridGroupsTest::aHeadTellsItsGroupInWords()
{
    Grouped f;
    f.view.header().setColumnShown(int(*f.model.source().columnNamed("Node")), true);
    QCOMPARE(groupWords(f.model, 10), QStringLiteral("Node worker-3, rows: 4, 1 failing, 3 running, unfolded"));
    f.key(Qt::Key_End);
    f.key(Qt::Key_Left);
    f.key(Qt::Key_Left);
    QVERIFY(groupWords(f.model, 10).endsWith(QStringLiteral("folded")));
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(&f.view);
    QAccessibleInterface *cell = grid->tableInterface()->cellAt(10, 0);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Node worker-3, rows: 4, 1 failing, 3 running, folded"));
    QVERIFY(cell->state().collapsed);
    QVERIFY(!cell->state().expanded);
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(cell->state().expanded);
}

void GridGroupsTest::theMenuGroupsByAColumn()
{
    Grouped f;
    QMenu menu;
    f.view.header().fillGroupMenu(menu);
    QStringList names;
    for (QAction *action : menu.actions())
        names.push_back(action->text());
    QVERIFY(!names.contains(QStringLiteral("Age")));
    QVERIFY(!names.contains(QStringLiteral("Name")));
    QVERIFY(menu.actions()[names.indexOf(QStringLiteral("Node"))]->isChecked());
    menu.actions()[names.indexOf(QStringLiteral("Status"))]->trigger();
    QCOMPARE(f.line(0), QStringLiteral("Error"));
    menu.actions()[names.indexOf(QStringLiteral("No groups"))]->trigger();
    QCOMPARE(f.model.rowCount(), 12);
    QCOMPARE(f.chosen.size(), 2);
}

void GridGroupsTest::theHeadIsPaintedAcrossTheColumns()
{
    Grouped f;
    const QImage image = f.view.viewport()->grab().toImage();
    const auto inksOf = [&](int row) {
        int inks = 0;
        for (int x = 0; x < image.width(); ++x)
            inks += image.pixel(x, row * rowHeight + rowHeight / 2) != image.pixel(image.width() - 1, row * rowHeight + rowHeight / 2) ? 1 : 0;
        return inks;
    };
    QVERIFY(inksOf(0) > 10);
    QVERIFY(image.pixelColor(image.width() - 1, 2) == base::Theme::instance().color(base::Meaning::Background));
    QVERIFY(image.pixelColor(image.width() - 1, rowHeight + 2) != base::Theme::instance().color(base::Meaning::Background));
}

QTEST_MAIN(GridGroupsTest)
#include "GridGroupsTest.moc"
