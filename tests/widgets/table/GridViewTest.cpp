#include "tests/support/PodRows.h"
#include "widgets/table/GridView.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using support::PodRow;
using support::PodRows;
using table::GridView;
using tables::TableModel;

namespace {

constexpr int rowHeight = base::Theme::RowHeight;

PodRow pod(const QString &name)
{
    PodRow row;
    row.namespaceName = "team-a";
    row.name = name.toStdString();
    return row;
}

/// A grid of pods on screen, 20 rows high.
struct Fixture
{
    PodRows rows;
    support::StandingClock clock;
    TableModel model{rows.store, support::podType(), true, clock};
    GridView view{model};

    explicit Fixture(int count = 100)
    {
        for (int i = 0; i < count; ++i)
            rows.put(pod(QStringLiteral("web-%1").arg(i * 10)));
        apply();
        view.resize(900, 20 * rowHeight + base::Theme::HeaderHeight);
        view.show();
        // A window that never becomes active has focus as far as the grid is concerned.
        view.setFocus();
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&view);
    }
    void apply() { model.apply(rows.apply()); }
    void put(const PodRow &row)
    {
        rows.put(row);
        apply();
    }
    void remove(const QString &name)
    {
        rows.remove("team-a", name.toStdString());
        apply();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view, key, modifiers); }
    QPoint cell(int row, const char *column) const
    {
        return view.cellRect(row, static_cast<int>(model.source().columnNamed(column).value())).topLeft() + QPoint(20, 12);
    }
    void click(int row, const char *column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, cell(row, column));
    }
    QString current() const { return view.currentKey().section(QLatin1Char('/'), 1); }
    QStringList selected() const
    {
        QStringList names;
        for (const QString &key : view.selectedKeys())
            names.push_back(key.section(QLatin1Char('/'), 1));
        return names;
    }
    int y(const QString &name) const
    {
        return view.cellRect(model.placeOf(rows.store.find("team-a/" + name.toStdString())), 0).y();
    }
};

} // namespace

class GridViewTest : public QObject
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
    void rowsThatComeAboveLeaveTheViewWhereItIs();
    void theCurrentRowStaysWhereItIsOnScreen();
    void atTheTopTheViewStaysAtTheTop();
    void whenTheCurrentRowGoesKeysGoOnWhereItWas();
    void selectionChangesAreToldOnce();
    void aClickOnTheHeaderSortsAndAnotherTurns();
    void columnsAreChosenInTheMenu();
    void onlyWhatIsOnScreenIsRepainted();
    void agesAreRepaintedWhenTheyReadOtherwise();
    void hostileTextIsOnlyText_data();
    void hostileTextIsOnlyText();
    void aMegabyteInACellIsPaintedAtOnce();
    void columnsFitTheirTextsAndFillTheWidth();
};

void GridViewTest::keysMoveTheCurrentRow_data()
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

void GridViewTest::keysMoveTheCurrentRow()
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

void GridViewTest::shiftExtendsAndControlToggles()
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

void GridViewTest::everythingIsSelectedAndLeftAgain()
{
    Fixture f;
    f.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(f.view.selectedKeys().size(), 100);
    f.put(pod(QStringLiteral("new")));
    QCOMPARE(f.view.selectedKeys().size(), 100);
    f.key(Qt::Key_Home);
    QCOMPARE(f.view.selectedKeys().size(), 1);
}

void GridViewTest::enterAndADoubleClickOpenTheObject()
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

void GridViewTest::aLinkIsFollowedByMouseAndByKeys()
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

void GridViewTest::typedTextIsGivenAway()
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

void GridViewTest::copiedRowsAreLinesOfTabSeparatedCells()
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

void GridViewTest::theWholeTextOfACellIsCopiedAndShownAsATip()
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

void GridViewTest::rowsThatComeAboveLeaveTheViewWhereItIs()
{
    Fixture f;
    f.view.verticalScrollBar()->setValue(50 * rowHeight + 7);
    const int before = f.y(QStringLiteral("web-500"));
    for (int i = 0; i < 30; ++i)
        f.rows.put(pod(QStringLiteral("aaa-%1").arg(i)));
    f.apply();
    QCOMPARE(f.y(QStringLiteral("web-500")), before);
    f.rows.remove("team-a", "web-0");
    f.rows.remove("team-a", "web-10");
    f.apply();
    QCOMPARE(f.y(QStringLiteral("web-500")), before);
}

void GridViewTest::theCurrentRowStaysWhereItIsOnScreen()
{
    Fixture f;
    f.view.verticalScrollBar()->setValue(40 * rowHeight);
    f.click(10, "Name");
    f.click(50, "Name");
    const int before = f.y(QStringLiteral("web-500"));
    for (int i = 0; i < 5; ++i)
        f.rows.put(pod(QStringLiteral("web-45%1").arg(i + 1)));
    f.apply();
    QCOMPARE(f.current(), QStringLiteral("web-500"));
    QCOMPARE(f.y(QStringLiteral("web-500")), before);
}

void GridViewTest::atTheTopTheViewStaysAtTheTop()
{
    Fixture f;
    f.put(pod(QStringLiteral("aaa")));
    QCOMPARE(f.view.verticalScrollBar()->value(), 0);
    QCOMPARE(f.model.key(0), std::string("team-a/aaa"));
}

void GridViewTest::whenTheCurrentRowGoesKeysGoOnWhereItWas()
{
    Fixture f;
    f.click(5, "Name");
    QSignalSpy changed(&f.view, &GridView::selectionChanged);
    f.remove(QStringLiteral("web-50"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.current(), QString());
    f.key(Qt::Key_Down);
    QCOMPARE(f.current(), QStringLiteral("web-60"));
}

void GridViewTest::selectionChangesAreToldOnce()
{
    Fixture f;
    QSignalSpy changed(&f.view, &GridView::selectionChanged);
    f.click(5, "Name");
    QCOMPARE(changed.size(), 1);
    f.put(pod(QStringLiteral("aaa")));
    QCOMPARE(changed.size(), 1);
    QVERIFY(f.model.setFilter("name:aaa"));
    QCOMPARE(changed.size(), 2);
    QVERIFY(f.view.selectedKeys().isEmpty());
}

void GridViewTest::aClickOnTheHeaderSortsAndAnotherTurns()
{
    Fixture f;
    const int name = int(*f.model.source().columnNamed("Name"));
    const QPoint place(f.view.header().sectionViewportPosition(name) + 20, 10);
    QTest::mouseClick(f.view.header().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(f.model.key(0), std::string("team-a/web-990"));
    QVERIFY(f.model.sortBy().descending);
    QTest::mouseClick(f.view.header().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(f.model.key(0), std::string("team-a/web-0"));
}

void GridViewTest::columnsAreChosenInTheMenu()
{
    Fixture f;
    const int node = int(*f.model.source().columnNamed("Node"));
    QVERIFY(!f.view.header().shownColumns().contains(node));
    QMenu menu;
    f.view.header().fillMenu(menu);
    QCOMPARE(menu.actions().size(), f.model.columnCount());
    menu.actions()[node]->trigger();
    QVERIFY(f.view.header().shownColumns().contains(node));
    QVERIFY(f.model.isColumnShown(node));
    QVERIFY(f.view.cellRect(0, node).width() > 40);
}

/// How often and where a widget is painted.
class PaintSpy final : public QObject
{
public:
    explicit PaintSpy(QWidget *widget) { widget->installEventFilter(this); }
    QRegion painted;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

/// Lets what waits to be painted be painted, and a mark in the corner with it.
void paintMark(Fixture &f, PaintSpy &spy)
{
    f.view.viewport()->update(QRect(0, 0, 1, 1));
    QTRY_VERIFY(spy.painted.contains(QPoint(0, 0)));
}

void GridViewTest::onlyWhatIsOnScreenIsRepainted()
{
    Fixture f;
    PaintSpy spy(f.view.viewport());
    paintMark(f, spy);
    spy.painted = {};
    PodRow far = pod(QStringLiteral("web-900"));
    far.status = "Failed";
    f.put(far);
    paintMark(f, spy);
    QCOMPARE(spy.painted.boundingRect(), QRect(0, 0, 1, 1));
    PodRow near = pod(QStringLiteral("web-30"));
    near.status = "Failed";
    f.put(near);
    QTRY_VERIFY(spy.painted.contains(f.cell(3, "Status")));
}

void GridViewTest::agesAreRepaintedWhenTheyReadOtherwise()
{
    Fixture f(3);
    PaintSpy spy(f.view.viewport());
    paintMark(f, spy);
    spy.painted = {};
    f.clock.seconds += 3600;
    // The grid looks once a second.
    QTRY_VERIFY(spy.painted.contains(f.cell(1, "Age")));
    QCOMPARE(f.model.text(1, int(*f.model.source().columnNamed("Age"))), std::string("120m"));
}

void GridViewTest::hostileTextIsOnlyText_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("HTML") << QByteArray("<img src=\"file://host/x\"><b>bold</b>");
    QTest::newRow("an escape sequence") << QByteArray("\x1b[31mred\x1b]0;title\x07");
    QTest::newRow("a change of direction") << QByteArray("abc\xe2\x80\xaegnp.exe");
    QTest::newRow("Arabic") << QByteArray("\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7");
    QTest::newRow("many lines") << QByteArray("one\ntwo\r\nthree\tfour");
    QTest::newRow("no text at all") << QByteArray("\xff\xfe\x80");
    QTest::newRow("combining characters") << "a" + QByteArray("\xcc\x81").repeated(3000);
    QTest::newRow("unseen characters") << QByteArray("\xe2\x80\x8b").repeated(500);
    QTest::newRow("Korean") << QByteArray("\xed\x8c\x8c\xeb\x93\x9c").repeated(200);
    QTest::newRow("faces") << QByteArray("\xf0\x9f\x98\x80").repeated(400);
    QTest::newRow("nothing") << QByteArray();
}

void GridViewTest::hostileTextIsOnlyText()
{
    QFETCH(QByteArray, text);
    Fixture f(3);
    f.put({.namespaceName = "team-a", .name = "web-10", .status = text.toStdString(), .serviceAccount = text.toStdString()});
    const int status = int(*f.model.source().columnNamed("Status"));
    const QImage image = f.view.grab().toImage();
    QVERIFY(!image.isNull());
    // What is written there stays in its cell: the rows above and below look as they did.
    Fixture plain(3);
    const QImage other = plain.view.grab().toImage();
    QCOMPARE(image.size(), other.size());
    for (const int row : {0, 2}) {
        const QRect rect(0, base::Theme::HeaderHeight + row * rowHeight, image.width(), rowHeight);
        QCOMPARE(image.copy(rect), other.copy(rect));
    }
    const QString tip = table::tipOf(f.model, 1, status);
    QVERIFY(!tip.contains(QChar(0x1b)) && !tip.contains(QChar(0x202e)));
}

void GridViewTest::aMegabyteInACellIsPaintedAtOnce()
{
    Fixture f(3);
    f.put({.namespaceName = "team-a", .name = "web-10", .status = std::string(1 << 20, 'W')});
    QElapsedTimer timer;
    timer.start();
    f.view.grab();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void GridViewTest::columnsFitTheirTextsAndFillTheWidth()
{
    Fixture f;
    int width = 0;
    for (const int column : f.view.header().shownColumns())
        width += f.view.header().sectionSize(column);
    QCOMPARE(width, f.view.viewport()->width());
    f.view.resize(700, 400);
    QVERIFY(f.view.header().length() >= f.view.viewport()->width());
    f.view.resize(1400, 400);
    QCOMPARE(f.view.header().length(), f.view.viewport()->width());
}

QTEST_MAIN(GridViewTest)
#include "GridViewTest.moc"
