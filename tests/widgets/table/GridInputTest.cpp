#include "tests/widgets/table/Grid.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace table;

/// What a person does in a grid with keys and mouse.
class GridInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysMoveTheCurrentRow_data();
    void keysMoveTheCurrentRow();
    void shiftExtendsAndControlToggles();
    void everythingIsSelectedAndLeftAgain();
    void enterAndADoubleClickOpenTheObject();
    void aLinkIsFollowedByMouseAndByKeys();
    void typedTextIsGivenAway();
    void copiedRowsAreLinesOfTabSeparatedCells();
    void theWholeTextOfACellIsCopiedAndShownAsATip();
    void aRightClickMeansTheCellUnderIt();
    void theTipOfAStateSaysWhy();
    void aClickOnTheHeaderSortsAndAnotherTurns();
    void shiftAndAClickSortByAnotherColumnToo();
    void theMenuOfAColumnSortsByKeyboard();
    void columnsAreChosenInTheMenu();

private:
    static QPoint headerOf(const Fixture &f, const char *column)
    {
        return {f.view.header().sectionViewportPosition(int(*f.model.source().columnNamed(column))) + 20, 10};
    }
    /// "Name- Status": what is sorted by.
    static QString sorting(const Fixture &f)
    {
        QStringList columns;
        for (const tables::SortColumn &each : f.model.sortBy().columns)
            columns.push_back(QString::fromStdString(f.model.columns()[each.column].name) + (each.descending ? QStringLiteral("-") : QString()));
        return columns.join(u' ');
    }
};

void GridInputTest::keysMoveTheCurrentRow_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("current");

    QTest::newRow("the first key goes to the first row") << QList<int>{Qt::Key_Down} << QStringLiteral("web-0");
    QTest::newRow("down") << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down} << QStringLiteral("web-20");
    QTest::newRow("up") << QList<int>{Qt::Key_End, Qt::Key_Up} << QStringLiteral("web-980");
    QTest::newRow("not above the first") << QList<int>{Qt::Key_Home, Qt::Key_Up} << QStringLiteral("web-0");
    QTest::newRow("not below the last") << QList<int>{Qt::Key_End, Qt::Key_Down} << QStringLiteral("web-990");
    QTest::newRow("a page") << QList<int>{Qt::Key_Home, Qt::Key_PageDown} << QStringLiteral("web-190");
    QTest::newRow("a page back") << QList<int>{Qt::Key_Home, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp} << QStringLiteral("web-190");
}

void GridInputTest::keysMoveTheCurrentRow()
{
    QFETCH(QList<int>, keys);
    QFETCH(QString, current);
    Fixture f;
    for (const int key : keys)
        f.key(static_cast<Qt::Key>(key));
    QCOMPARE(f.current(), current);
    QCOMPARE(f.selected(), QStringList{current});
    QVERIFY(f.view.currentRow() >= f.view.firstVisibleRow());
    QVERIFY(f.view.currentRow() < f.view.endVisibleRow());
}

void GridInputTest::shiftExtendsAndControlToggles()
{
    Fixture f;
    f.click(2, "Name");
    f.click(4, "Name", Qt::ShiftModifier);
    QCOMPARE(f.selected(), (QStringList{QStringLiteral("web-20"), QStringLiteral("web-30"), QStringLiteral("web-40")}));
    f.click(1, "Name", Qt::ShiftModifier);
    QCOMPARE(f.selected(), (QStringList{QStringLiteral("web-10"), QStringLiteral("web-20")}));
    f.click(7, "Name", Qt::ControlModifier);
    f.click(1, "Name", Qt::ControlModifier);
    QCOMPARE(f.selected(), (QStringList{QStringLiteral("web-20"), QStringLiteral("web-70")}));
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(f.selected(), (QStringList{QStringLiteral("web-10"), QStringLiteral("web-20")}));
    f.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(f.current(), QStringLiteral("web-30"));
    QCOMPARE(f.selected().size(), 2);
    f.key(Qt::Key_Space);
    QCOMPARE(f.selected().size(), 3);
}

void GridInputTest::everythingIsSelectedAndLeftAgain()
{
    Fixture f;
    f.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(f.view.selectedKeys().size(), 100);
    f.put(pod(QStringLiteral("new")));
    QCOMPARE(f.view.selectedKeys().size(), 100);
    f.key(Qt::Key_Home);
    QCOMPARE(f.view.selectedKeys().size(), 1);
}

void GridInputTest::enterAndADoubleClickOpenTheObject()
{
    Fixture f;
    QSignalSpy opened(&f.view, &GridView::opened);
    f.key(Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Return);
    QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.cell(3, "Name"));
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("team-a/web-0"));
    QCOMPARE(opened[1][0].toString(), QStringLiteral("team-a/web-30"));
}

void GridInputTest::aLinkIsFollowedByMouseAndByKeys()
{
    Fixture f;
    std::vector<kinds::ObjectLink> followed;
    QObject::connect(&f.view, &GridView::linkActivated, [&](const kinds::ObjectLink &link) { followed.push_back(link); });
    QSignalSpy opened(&f.view, &GridView::opened);
    f.click(1, "ServiceAccount");
    QCOMPARE(followed.size(), std::size_t(1));
    QVERIFY(followed[0] == (kinds::ObjectLink{"serviceaccounts", "team-a", "default"}));
    const int columns = int(f.view.header().shownColumns().size());
    for (int i = 0; i < columns + 3; ++i)
        f.key(Qt::Key_Right);
    f.key(Qt::Key_Return);
    QCOMPARE(followed.size(), std::size_t(2));
    QCOMPARE(opened.size(), 0);
    for (int i = 0; i < columns; ++i)
        f.key(Qt::Key_Left);
    QCOMPARE(f.view.currentColumn(), -1);
    f.key(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    // Beside the text is no link.
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(f.view.viewport()->width() - 3, rowHeight / 2));
    QCOMPARE(followed.size(), std::size_t(2));
}

void GridInputTest::typedTextIsGivenAway()
{
    Fixture f;
    QSignalSpy typed(&f.view, &GridView::textTyped);
    QTest::keyClicks(&f.view, QStringLiteral("ac!"));
    QCOMPARE(typed.size(), 3);
    QCOMPARE(typed[0][0].toString(), QStringLiteral("a"));
    QCOMPARE(typed[2][0].toString(), QStringLiteral("!"));
    f.key(Qt::Key_F5);
    f.key(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(typed.size(), 3);
}

void GridInputTest::copiedRowsAreLinesOfTabSeparatedCells()
{
    Fixture f(3);
    f.rows.put({.namespaceName = "team-a", .name = "web-10", .ready = "0/1", .status = "tab\there\nand line", .restarts = 4});
    f.apply();
    f.click(0, "Name");
    f.click(1, "Name", Qt::ShiftModifier);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Namespace\tName\tReady\tStatus\tRestarts\tAge\tServiceAccount\n"
                                                               "team-a\tweb-0\t1/1\tRunning\t0\t60m\tdefault\n"
                                                               "team-a\tweb-10\t0/1\ttab here and line\t4\t60m\tdefault\n"));
}

void GridInputTest::theWholeTextOfACellIsCopiedAndShownAsATip()
{
    Fixture f(2);
    const std::string longStatus = "Begin" + std::string(3000, 'x') + "End";
    f.rows.put({.namespaceName = "team-a", .name = "web-0", .ready = "1/1", .status = longStatus});
    f.apply();
    const int status = int(*f.model.source().columnNamed("Status"));
    f.view.setCurrentCell(0, status);
    f.view.copyCell();
    QCOMPARE(QApplication::clipboard()->text(), QString::fromStdString(longStatus));
    QVERIFY(table::tipOf(f.model, 0, status).startsWith(QStringLiteral("Beginxxx")));
    QVERIFY(table::tipOf(f.model, 0, int(*f.model.source().columnNamed("Age"))).startsWith(QStringLiteral("60m\n")));
}

void GridInputTest::aRightClickMeansTheCellUnderIt()
{
    Fixture f;
    f.click(1, "Name");
    f.click(3, "Name", Qt::ShiftModifier);
    const QStringList three = f.selected();
    QTest::mouseClick(f.view.viewport(), Qt::RightButton, {}, f.cell(2, "ServiceAccount"));
    QCOMPARE(f.selected(), three);
    f.view.copyCell();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("default"));
    QTest::mouseClick(f.view.viewport(), Qt::RightButton, {}, f.cell(6, "Name"));
    QCOMPARE(f.selected(), QStringList{QStringLiteral("web-60")});
    f.view.copyCell();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("web-60"));
    f.click(6, "Name"); // of the row as a whole
    QCOMPARE(f.view.currentColumn(), -1);
}

void GridInputTest::theTipOfAStateSaysWhy()
{
    kube::ChangeQueue queue;
    kube::Store store({{"Name"}, {"Ready"}, {"Status"}, {"Why", kube::Shown::Model}});
    kube::CellWriter cells;
    for (const char *text : {"web", "0/1", "CrashLoopBackOff", "app: last exit 1, error: <b>no</b> database"})
        cells.text(text);
    queue.put({"team-a", "web", "uid", "1", &cells, {}});
    store.apply(queue.take());
    tables::TableModel model(store, support::podType(), true);
    const int status = int(*model.source().columnNamed("Status")), why = int(*model.source().columnNamed("Why"));
    QVERIFY(!model.isColumnShown(why));
    QVERIFY(table::hasTip(model, 0, status));
    QVERIFY(!table::hasTip(model, 0, int(*model.source().columnNamed("Ready"))));
    QCOMPARE(table::tipOf(model, 0, status), QStringLiteral("CrashLoopBackOff\napp: last exit 1, error: <b>no</b> database"));
    QCOMPARE(table::tipOf(model, 0, why), QStringLiteral("app: last exit 1, error: <b>no</b> database"));
}

void GridInputTest::aClickOnTheHeaderSortsAndAnotherTurns()
{
    Fixture f;
    const int name = int(*f.model.source().columnNamed("Name"));
    const QPoint place(f.view.header().sectionViewportPosition(name) + 20, 10);
    QTest::mouseClick(f.view.header().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(f.model.key(0), std::string("team-a/web-990"));
    QVERIFY(f.model.sortBy().columns[0].descending);
    QTest::mouseClick(f.view.header().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(f.model.key(0), std::string("team-a/web-0"));
}

void GridInputTest::shiftAndAClickSortByAnotherColumnToo()
{
    Fixture f;
    const auto click = [&](const char *column, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(f.view.header().viewport(), Qt::LeftButton, modifiers, headerOf(f, column));
        return sorting(f);
    };
    QCOMPARE(click("Status", Qt::NoModifier), QStringLiteral("Status"));
    QCOMPARE(click("Name", Qt::ShiftModifier), QStringLiteral("Status Name"));
    QCOMPARE(click("Name", Qt::ShiftModifier), QStringLiteral("Status Name-"));
    QCOMPARE(f.model.key(0), std::string("team-a/web-990"));
    const int name = int(*f.model.source().columnNamed("Name"));
    QCOMPARE(f.view.header().sortingOf(name), QStringLiteral("sorted descending, key 2 of 2"));
    QCOMPARE(click("Name", Qt::ShiftModifier), QStringLiteral("Status"));
    QCOMPARE(f.view.header().sortingOf(name), QString());
    QCOMPARE(click("Status", Qt::ShiftModifier), QStringLiteral("Status-"));
    QCOMPARE(click("Status", Qt::ShiftModifier), QStringLiteral("Status"));
    QCOMPARE(click("Age", Qt::NoModifier), QStringLiteral("Age"));
}

void GridInputTest::theMenuOfAColumnSortsByKeyboard()
{
    Fixture f;
    f.view.setCurrentCell(0, int(*f.model.source().columnNamed("Status")));
    const auto choose = [&](const char *text) {
        f.key(Qt::Key_Down, Qt::AltModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return QStringLiteral("no menu");
        for (QAction *action : menu->actions())
            if (action->text() == QLatin1String(text))
                action->trigger();
        menu->close();
        return sorting(f);
    };
    QCOMPARE(choose("Then descending by this"), QStringLiteral("Name Status-"));
    QCOMPARE(choose("Then ascending by this"), QStringLiteral("Name Status"));
    QCOMPARE(choose("Do not sort by this"), QStringLiteral("Name"));
    QCOMPARE(choose("Sort descending"), QStringLiteral("Status-"));
    QCOMPARE(f.current(), QStringLiteral("web-0"));
}

void GridInputTest::columnsAreChosenInTheMenu()
{
    Fixture f;
    const int node = int(*f.model.source().columnNamed("Node"));
    QVERIFY(!f.view.header().shownColumns().contains(node));
    QSignalSpy chosen(&f.view.header(), &GridHeader::layoutChosen);
    f.view.header().setColumnShown(node, true);
    QVERIFY(f.view.header().shownColumns().contains(node));
    QVERIFY(f.model.isColumnShown(node));
    QVERIFY(f.view.cellRect(0, node).width() > 40);
    QMenu menu;
    f.view.header().fillMenu(menu, node);
    for (QAction *action : menu.actions())
        if (action->text() == QLatin1String("Hide this column"))
            action->trigger();
    QVERIFY(!f.model.isColumnShown(node));
    QCOMPARE(chosen.size(), 2);
}

QTEST_MAIN(GridInputTest)
#include "GridInputTest.moc"
