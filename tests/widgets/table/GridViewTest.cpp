#include "tests/widgets/table/Grid.h"
#include "widgets/table/TextCache.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QRawFont>
#include <QScrollBar>
#include <QSignalSpy>

using namespace table;

namespace {

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

} // namespace

/// What a grid shows while rows come and go, and how much of it is painted.
class GridViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatComeAboveLeaveTheViewWhereItIs();
    void theCurrentRowStaysWhereItIsOnScreen();
    void atTheTopTheViewStaysAtTheTop();
    void whenTheCurrentRowGoesKeysGoOnWhereItWas();
    void selectionChangesAreToldOnce();
    void onlyWhatIsOnScreenIsRepainted();
    void agesAreRepaintedWhenTheyReadOtherwise();
    void hostileTextIsOnlyText_data();
    void hostileTextIsOnlyText();
    void aMegabyteInACellIsPaintedAtOnce();
    void columnsFitTheirTextsAndFillTheWidth();
    void longNamesAreShortenedInTheMiddle();
};

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

void GridViewTest::longNamesAreShortenedInTheMiddle()
{
    const QFont font = base::Theme::instance().tableFont();
    TextCache cache;
    cache.setFont(font);
    cache.setWidth(160);
    const LaidText &laid = cache.lay("checkout-service-" + std::string(60, 'x') + "-7d9b8-abcde");
    QVERIFY(laid.isShortened);
    QVERIFY2(laid.width > 100 && laid.width <= 160, qPrintable(QString::number(laid.width)));
    QList<quint32> glyphs;
    for (const QGlyphRun &run : laid.runs)
        glyphs += run.glyphIndexes();
    const auto glyphsOf = [&](const char *text) { return QRawFont::fromFont(font).glyphIndexesForString(QString::fromLatin1(text)); };
    QCOMPARE(glyphs.first(5), glyphsOf("check"));
    QCOMPARE(glyphs.last(5), glyphsOf("abcde"));
}

QTEST_MAIN(GridViewTest)
#include "GridViewTest.moc"
