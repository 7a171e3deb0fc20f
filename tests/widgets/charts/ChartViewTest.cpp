#include "widgets/charts/ChartView.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartGrid.h"

#include <QAccessible>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <limits>

using namespace charts;
using namespace std::chrono_literals;

namespace {

constexpr auto Step = 60s;
constexpr int Count = 120;
const base::SystemTime begin{1'790'000'000s};
const Range all{begin, begin + (Count - 1) * Step};

Line lineOf(const char *name, double value, Role role = Role::Value)
{
    Line line{name, {}, role};
    for (int i = 0; i < Count; ++i)
        line.points.push_back({begin + i * Step, value});
    return line;
}

Chart sample()
{
    Chart chart{Unit::Cores, all, Step, {lineOf("web-1", 0.25), lineOf("<b>web-2</b>", 0.5), lineOf("limit", 1, Role::Mark)}};
    chart.events = {{begin + 30 * Step, "OOMKilled", true}};
    return chart;
}

std::shared_ptr<const Chart> shared(Chart chart) { return std::make_shared<const Chart>(std::move(chart)); }

struct Shown
{
    ChartGroup group;
    ChartView view{group, QStringLiteral("CPU")};

    explicit Shown(const Chart &chart = sample())
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        view.resize(440, 240);
        view.showChart(shared(chart));
        view.show();
        view.activateWindow();
        view.setFocus();
        view.repaint();
        [[maybe_unused]] const bool isDrawn = QTest::qWaitFor([this] { return view.isDrawn(); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view, key, modifiers); }
    QPoint at(int minute) const
    {
        const QRect plot = view.plot();
        return {plot.left() + static_cast<int>(Frame{view.range(), 0, 1, double(plot.width()), 1}.xOf(begin + minute * Step)), plot.center().y()};
    }
    void drag(int from, int to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, at(from));
        const QPoint place = at(to);
        QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, place);
    }
    /// How many pixels of what is on screen are of the blue of the first line, also where they are mixed with the ground.
    int pixels(const QRect &where)
    {
        const QImage image = view.grab().toImage();
        int count = 0;
        for (int y = where.top(); y <= where.bottom(); ++y)
            for (int x = where.left(); x <= where.right(); ++x)
                count += image.pixelColor(x, y).blue() - image.pixelColor(x, y).red() > 60;
        return count;
    }
    QRect minutes(int from, int to) const { return QRect(QPoint(at(from).x() + 2, view.plot().top()), QPoint(at(to).x() - 2, view.plot().bottom() + 1)); }
};

const QColor firstColor(0x00, 0x72, 0xb2);

} // namespace

/// A chart as it is looked at, with a mouse, with keys, as a table and read aloud.
class ChartViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingStaleAndZeroAreThreePictures()
    {
        Chart chart{Unit::Cores, all, Step, {lineOf("web-1", 0.4)}};
        for (int i = 30; i < 60; ++i)
            chart.lines[0].points[std::size_t(i)].value = std::numeric_limits<double>::quiet_NaN();
        for (int i = 60; i < 90; ++i)
            chart.lines[0].points[std::size_t(i)].value = 0;
        chart.lines[0].points.resize(90);
        chart.staleSince = begin + 90 * Step;
        Shown shown(chart);
        const QRect plot = shown.view.plot();
        QCOMPARE(shown.pixels(shown.minutes(30, 59)), 0);
        const QRect zero = shown.minutes(61, 88);
        QVERIFY(shown.pixels(QRect(zero.left(), plot.bottom() - 2, zero.width(), 4)) >= zero.width());
        QCOMPARE(shown.pixels(shown.minutes(91, 118)), 0);
        const QImage image = shown.view.grab().toImage();
        const auto groundOf = [&](int minute) {
            QSet<QRgb> colors;
            for (int x = 0; x < 12; ++x)
                for (int y = 0; y < 12; ++y)
                    colors.insert(image.pixel(shown.at(minute) + QPoint(x, y - 4)));
            return colors.size();
        };
        QVERIFY(groundOf(100) > 2);     // hatched
        QVERIFY(groundOf(45) <= 3);     // at most a line of the grid
    }

    void noFigureBesideTheAxisIsCut_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("highest");
        QTest::newRow("bytes in a second") << int(Unit::BytesPerSecond) << 500.0 * 1024;
        QTest::newRow("bytes") << int(Unit::Bytes) << 900.0 * 1024 * 1024;
        QTest::newRow("thousands") << int(Unit::Count) << 960000.0;
        QTest::newRow("requests") << int(Unit::PerSecond) << 123456.0;
    }

    void noFigureBesideTheAxisIsCut()
    {
        QFETCH(int, unit);
        QFETCH(double, highest);
        const Chart chart{Unit(unit), all, Step, {lineOf("web-1", highest)}};
        const Places places = placesIn({440, 240}, chart);
        const QFontMetrics metrics(base::Theme::instance().captionFont());
        for (const Tick &tick : scalesOf(chart, {}, all, places.plot.size()).values.ticks)
            QVERIFY2(metrics.horizontalAdvance(QString::fromStdString(tick.text)) <= places.plot.left() - places.picture.left() - 2 * base::Theme::Step, tick.text.c_str());
    }

    void theNameOfABoundCoversNothingThatWasMeasured_data()
    {
        QTest::addColumn<double>("bound");
        QTest::newRow("just above the line") << 0.55;
        QTest::newRow("on the line") << 0.5;
        QTest::newRow("just below the line") << 0.45;
        QTest::newRow("above the axis") << 50.0;
    }

    void theNameOfABoundCoversNothingThatWasMeasured()
    {
        QFETCH(double, bound);
        Shown with({Unit::Cores, all, Step, {lineOf("web-1", 0.5), lineOf("limit", bound, Role::Mark)}});
        const QRect plot = with.view.plot();
        const int blue = with.pixels(plot);
        QVERIFY2(blue >= plot.width(), qPrintable(QString::number(blue)));
        with.view.toggle(1);
        QVERIFY(QTest::qWaitFor([&] { return with.view.isDrawn(); }));
        QVERIFY(with.pixels(with.view.plot()) <= blue + 4);     // the line was whole with its bound
    }

    void theCrosshairIsTheSameOnAllCharts()
    {
        Shown shown;
        ChartView other(shown.group, QStringLiteral("Memory"));
        QTest::mouseMove(&shown.view, shown.at(20));
        QMouseEvent move(QEvent::MouseMove, shown.at(20), shown.view.mapToGlobal(shown.at(20)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.view, &move);
        QVERIFY(shown.group.crosshair());
        QCOMPARE(*shown.group.crosshair(), begin + 20 * Step);
        other.showChart(shared(sample()));
        QVERIFY(other.currentReading().contains(QStringLiteral("web-1 250m")));
    }

    void arrowsMoveTheCrosshairFromValueToValue()
    {
        Shown shown;
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.group.crosshair(), std::optional(all.to));
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.group.crosshair(), std::optional(all.to - Step));
        shown.press(Qt::Key_Home);
        QCOMPARE(shown.group.crosshair(), std::optional(all.from));
        QVERIFY(shown.view.currentReading().contains(QStringLiteral("limit 1")));
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.group.crosshair());
    }

    void keysZoomAndPanAndShowAllAgain()
    {
        Shown shown;
        shown.press(Qt::Key_Plus);
        QVERIFY(shown.group.zoom());
        const Range zoomed = *shown.group.zoom();
        QVERIFY(zoomed.length() < all.length() * 7 / 10 && zoomed.length() > all.length() / 2);
        shown.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(shown.group.zoom()->from > zoomed.from);
        QCOMPARE(shown.group.zoom()->length(), zoomed.length());
        for (int i = 0; i < 20; ++i)
            shown.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.group.zoom()->to, all.to);
        shown.press(Qt::Key_0);
        QVERIFY(!shown.group.zoom());
        QCOMPARE(shown.view.range(), all);
    }

    void draggingChoosesAPartAndADoubleClickShowsAllAgain()
    {
        Shown shown;
        shown.drag(30, 60);
        QVERIFY(shown.group.zoom());
        QVERIFY(std::abs((shown.group.zoom()->from - (begin + 30 * Step)) / 1s) < 60);
        QVERIFY(std::abs((shown.group.zoom()->to - (begin + 60 * Step)) / 1s) < 60);
        const Range before = *shown.group.zoom();
        shown.drag(50, 40, Qt::ShiftModifier);
        QVERIFY(shown.group.zoom()->from > before.from);
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.view.plot().center());
        QVERIFY(!shown.group.zoom());
    }

    void theWheelZoomsWithControlAndElseScrollsThePage()
    {
        Shown shown;
        const QPointF place = shown.view.plot().center();
        const auto turn = [&](Qt::KeyboardModifiers modifiers) {
            QWheelEvent wheel(place, shown.view.mapToGlobal(place), {}, {0, 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&shown.view, &wheel);
            return wheel.isAccepted();
        };
        QVERIFY(!turn(Qt::NoModifier));
        QVERIFY(!shown.group.zoom());
        QVERIFY(turn(Qt::ControlModifier));
        QVERIFY(shown.group.zoom());
    }

    void theLegendTurnsALineOffAndOn()
    {
        Shown shown;
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.legendEntries()[0].rect.center());
        QTRY_VERIFY(shown.view.isDrawn());
        QCOMPARE(shown.view.hidden(), (Hidden{1, 0, 0}));
        QCOMPARE(shown.pixels(shown.view.plot()), 0);
        shown.view.showChart(shared(Chart{Unit::Cores, all, Step, {lineOf("new", 0.1), lineOf("web-1", 0.3)}}));
        QCOMPARE(shown.view.hidden(), (Hidden{0, 1}));
        shown.press(Qt::Key_2);
        QCOMPARE(shown.view.hidden(), (Hidden{0, 0}));
    }

    void hoveringAMarkTellsWhatHappened()
    {
        Shown shown;
        const QPoint mark(shown.at(30).x(), shown.view.plot().bottom());
        QHelpEvent hover(QEvent::ToolTip, mark, shown.view.mapToGlobal(mark));
        QCoreApplication::sendEvent(&shown.view, &hover);
        QVERIFY(QToolTip::text().contains(QStringLiteral("OOMKilled")));
        const QPoint beside(shown.at(60).x(), shown.view.plot().bottom());
        QHelpEvent elsewhere(QEvent::ToolTip, beside, shown.view.mapToGlobal(beside));
        QCoreApplication::sendEvent(&shown.view, &elsewhere);
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void aTableStandsInForTheLines()
    {
        Shown shown;
        shown.press(Qt::Key_T);
        const auto *table = shown.view.findChild<base::PlainTable *>();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->accessibleName(), QStringLiteral("CPU"));
        QCOMPARE(table->model()->rowCount(), Count);
        QCOMPARE(table->model()->columnCount(), 4);
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("250m"));
        QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("<b>web-2</b>"));
        shown.view.setForm(ChartView::Form::Lines);
        QVERIFY(!table->isVisible());
    }

    void whatIsCopiedIsTheTable()
    {
        Shown shown;
        QSignalSpy noticed(&shown.view, &ChartView::noticed);
        shown.press(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), Count + 1);
        QCOMPARE(lines[0], QStringLiteral("Time\tweb-1\t<b>web-2</b>\tlimit"));
        QVERIFY(lines[1].endsWith(QStringLiteral("\t250m\t500m\t1")));
        QCOMPARE(noticed.size(), 1);
    }

    void aScreenReaderHearsNameFiguresAndLines()
    {
        Shown shown;
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&shown.view);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), QStringLiteral("CPU"));
        QVERIFY(chart->text(QAccessible::Description).contains(QStringLiteral("web-1: 250m")));
        QVERIFY(chart->text(QAccessible::Description).contains(QStringLiteral("OOMKilled")));
        QAccessibleInterface *line = chart->child(1);
        QCOMPARE(line->text(QAccessible::Name), QStringLiteral("<b>web-2</b>: 500m"));
        QVERIFY(line->state().checked);
        line->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(shown.view.hidden(), (Hidden{0, 1, 0}));
        QVERIFY(chart->childCount() > 3);
        QCOMPARE(chart->indexOfChild(chart->child(3)), 3);
    }

    void emptyNamesItsCauseAndOffersAStep()
    {
        Shown shown;
        int pressed = 0;
        shown.view.showNotice(base::Meaning::Unknown, QStringLiteral("No series"), QStringLiteral("kube-state-metrics gives it"), {{QStringLiteral("Try again"), [&] { ++pressed; }}});
        QVERIFY(shown.view.hasNotice());
        QVERIFY(shown.view.summary().contains(QStringLiteral("kube-state-metrics gives it")));
        auto *notice = shown.view.findChild<base::StateNotice *>();
        QVERIFY(notice->isVisible() && notice->geometry().top() > shown.view.plot().top() - 20);
        shown.view.showChart(shared(sample()));
        QVERIFY(!shown.view.hasNotice());
    }

    void whatIsTheSameIsNotDrawnAgain()
    {
        Shown shown;
        QCOMPARE(shown.view.draws(), 1);
        shown.view.showChart(shared(sample()));
        shown.view.repaint();
        QVERIFY(shown.view.isDrawn() && !shown.group.isDrawing());
        QCOMPARE(shown.view.draws(), 1);
        shown.group.setCrosshair(begin);
        shown.view.repaint();
        QCOMPARE(shown.view.draws(), 1);
    }

    void whatIsOutOfSightIsNotDrawn()
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        ChartGroup group;
        ChartGrid grid;
        std::vector<ChartView *> views;
        for (int i = 0; i < 12; ++i) {
            views.push_back(new ChartView(group, QStringLiteral("Chart"), grid.board()));
            views.back()->showChart(shared(sample()));
        }
        grid.resize(500, 500);
        grid.setCharts(views);
        grid.show();
        QTRY_VERIFY(views[0]->isDrawn() && !group.isDrawing());
        QCOMPARE(views[11]->draws(), 0);
        grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->maximum());
        QTRY_COMPARE(views[11]->draws(), 1);
        QCOMPARE(views[5]->draws(), 0);
    }

    void aTurnDrawsOneOrTwoCharts()
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        ChartGroup group;
        ChartGrid grid;
        std::vector<ChartView *> views;
        int inThisTurn = 0, most = 0;
        for (int i = 0; i < 6; ++i) {
            views.push_back(new ChartView(group, QStringLiteral("Chart"), grid.board()));
            views.back()->showChart(shared(sample()));
            connect(views.back(), &ChartView::drawn, this, [&] { most = std::max(most, ++inThisTurn); });
        }
        grid.resize(1400, 800);
        grid.setCharts(views);
        grid.show();
        QTimer turn;
        connect(&turn, &QTimer::timeout, this, [&] { inThisTurn = 0; });
        turn.start(0);
        QTRY_VERIFY(std::ranges::all_of(views, &ChartView::isDrawn));
        QVERIFY(most >= 1 && most <= 4);    // two turns at most between two of the timer's
        QCOMPARE(grid.columns(), 3);
    }

    void theMenuHasEveryLineAndEveryExport()
    {
        Shown shown;
        QMenu menu;
        shown.view.setExplained(true);
        shown.view.fillMenu(menu);
        QStringList texts;
        for (const QAction *action : menu.actions())
            if (!action->isSeparator())
                texts.append(action->text());
        QCOMPARE(texts, (QStringList{QStringLiteral("Show as table"), QStringLiteral("Show all of the time"), QStringLiteral("Where this comes from"), QStringLiteral("Copy values"),
                                     QStringLiteral("Save values as CSV…"), QStringLiteral("Save picture as PNG…"), QStringLiteral("web-1"), QStringLiteral("<b>web-2</b>"), QStringLiteral("limit")}));
    }

    void thePictureIsTwiceAsFine()
    {
        Shown shown;
        const QImage image = shown.view.image();
        QCOMPARE(image.size(), QSize(880, 480));
        int colored = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colored += image.pixelColor(x, y) == firstColor;
        QVERIFY(colored > 500);
    }

    void aNameIsNeverReadAsHtml()
    {
        Chart hostile = sample(), plain = sample();
        hostile.lines[0].name = "<img src=x>";
        plain.lines[0].name = "&lt;img src=x&gt;";
        Shown one(hostile), other(plain);
        QVERIFY(one.view.summary().contains(QStringLiteral("<img src=x>: 250m")));
        QVERIFY(one.view.grab().toImage() != other.view.grab().toImage());
    }
};

QTEST_MAIN(ChartViewTest)
#include "ChartViewTest.moc"
