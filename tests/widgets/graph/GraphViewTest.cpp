#include "widgets/graph/GraphView.h"

#include "widgets/base/Theme.h"
#include "widgets/graph/Camera.h"
#include "widgets/graph/GraphWords.h"
#include "widgets/graph/Headings.h"
#include "widgets/graph/Walk.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QtMath>

#include <cstdlib>
#include <set>

using namespace graph;

namespace {

Drawing sample(int bindings = 3)
{
    Drawing drawing;
    drawing.headings = {{1, "Identity"}, {3, "Bindings"}, {4, "Roles"}, {6, "May do"}};
    drawing.boxes.push_back({"sa", 1, "front", "ServiceAccount · shop", Tone::Accent, true, {}, {}});
    for (int i = 0; i < bindings; ++i) {
        const std::string number = std::to_string(i);
        drawing.boxes.push_back({"b" + number, 3, "binding-" + number, "RoleBinding · shop", Tone::Binding, false, {.clusterWide = i == 0, .risk = i == 1}, {}});
        drawing.boxes.push_back({"r" + number, 4, "role-" + number, "Role · shop", Tone::Role, false, {.dangling = i == 2}, {}});
        drawing.lines.push_back({"sa", "b" + number, {}, Tone::Binding, {.implied = i == 1}, {}});
        drawing.lines.push_back({"b" + number, "r" + number, {}, Tone::Role, {}, {}});
    }
    using Cell = Matrix::Cell;
    const Matrix matrix{{"get", "list"}, {{"pods", {Cell::Yes, Cell::No}}, {"secrets", {Cell::NamedOnly, Cell::Unknown}}}, "in shop only"};
    drawing.boxes.push_back({"may", 6, "May do", {}, Tone::Neutral, false, {}, matrix});
    return drawing;
}

std::shared_ptr<const Scene> sceneOf(const Drawing &drawing, const Layout &layout) { return std::make_shared<const Scene>(drawing, layout); }
std::shared_ptr<const Scene> sceneOf(const Drawing &drawing) { return sceneOf(drawing, layOut(graphOf(drawing))); }

struct Shown
{
    GraphView view{QStringLiteral("Graph")};

    explicit Shown(const Drawing &drawing = sample(), const QSize &size = {900, 500})
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        view.resize(size);
        view.show();
        view.showScene(sceneOf(drawing));
        view.repaint();
    }
    Spot at(const char *id) const { return {view.scene()->find(id)}; }
    std::string current() const { return view.current().isValid() ? view.scene()->node(view.current().box).box.id : std::string(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view, key, modifiers); }
};

} // namespace

/// The graph as it is looked at, with a mouse, with keys, and read aloud.
class GraphViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongHeadingGivesWayToTheNext()
    {
        Drawing drawing = sample();
        drawing.headings = {{1, "What stands in the first column, and more of it"}, {3, "Bindings"}, {4, "Roles"}, {6, "May do"}};
        Shown shown(drawing);
        const auto texts = [&](double scale) {
            Camera camera;
            camera.zoomAt({}, scale);
            QStringList out;
            for (const ShownHeading &heading : shownHeadings(*shown.view.scene(), camera, QFontMetrics(base::Theme::instance().captionFont()), 900))
                out << heading.text;
            return out;
        };
        const QStringList large = texts(1);
        QCOMPARE(large.size(), 4);
        QVERIFY2(large.first().startsWith(QStringLiteral("What stands")) && large.first().endsWith(u'…'), qPrintable(large.first()));
        QCOMPARE(large.mid(1), (QStringList{QStringLiteral("Bindings"), QStringLiteral("Roles"), QStringLiteral("May do")}));
        QCOMPARE(texts(0.1).first(), QString::fromStdString(drawing.headings.front().text));
    }

    void downReachesEveryBoxAndEveryCell()
    {
        Shown shown(sample(40));
        shown.press(Qt::Key_Home);
        std::set<int> reached;
        for (int i = 0; i < 200 && !shown.view.current().isCell(); ++i) {
            reached.insert(shown.view.current().box);
            QVERIFY(shown.view.rect().intersects(shown.view.rectOf(shown.view.current())));
            shown.press(Qt::Key_Down);
        }
        QCOMPARE(int(reached.size()), shown.view.scene()->count());
        QVERIFY(shown.view.current() == Spot(shown.at("may").box, 0, 0));
        shown.press(Qt::Key_Right);
        shown.press(Qt::Key_Down);
        shown.press(Qt::Key_Down);
        QVERIFY(shown.view.current() == Spot(shown.at("may").box, 1, 1));
    }

    void leftAndRightGoAlongLines()
    {
        Shown shown;
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.current(), std::string("sa"));
        shown.press(Qt::Key_Right);
        const std::string binding = shown.current();
        QCOMPARE(binding.substr(0, 1), std::string("b"));
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.current(), "r" + binding.substr(1));
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.current(), std::string("may"));
        for (int i = 0; i < 3; ++i)
            shown.press(Qt::Key_Left);
        QCOMPARE(shown.current(), std::string("sa"));
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.view.current().isValid());
    }

    void everyBoxIsReadAloud()
    {
        Shown shown;
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&shown.view);
        QCOMPARE(whole->childCount(), shown.view.scene()->count());
        for (int i = 0; i < whole->childCount(); ++i) {
            QAccessibleInterface *box = whole->child(i);
            QVERIFY(box->text(QAccessible::Name).contains(QString::fromStdString(shown.view.scene()->node(i).box.title)));
            QVERIFY(box->role() == (box->childCount() > 0 ? QAccessible::Table : QAccessible::ListItem));
            QCOMPARE(whole->indexOfChild(box), i);
        }
        QAccessibleInterface *risky = whole->child(shown.at("b1").box);
        QCOMPARE(risky->text(QAccessible::Name), QStringLiteral("binding-1, RoleBinding · shop, risk"));
        QCOMPARE(risky->text(QAccessible::Description), QStringLiteral("From: front; To: role-1"));
        QAccessibleInterface *table = whole->child(shown.at("may").box);
        QStringList cells;
        for (int i = 0; i < table->childCount(); ++i)
            cells << table->child(i)->text(QAccessible::Name);
        QCOMPARE(cells, (QStringList{QStringLiteral("get pods: allowed in some namespaces"), QStringLiteral("list pods: not allowed"), QStringLiteral("get secrets: allowed for some names only"),
                                     QStringLiteral("list secrets: not known")}));
        risky->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(shown.current(), std::string("b1"));
        QVERIFY(risky->state().selected);
    }

    void theTableOfRightsIsOneForWhoListens()
    {
        Shown shown;
        QAccessibleInterface *box = QAccessible::queryAccessibleInterface(&shown.view)->child(shown.at("may").box);
        QAccessibleTableInterface *table = box->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 2);
        QCOMPARE(table->rowDescription(1), QStringLiteral("secrets"));
        QCOMPARE(table->columnDescription(0), QStringLiteral("get"));
        QVERIFY(!table->cellAt(2, 0) && !table->cellAt(0, -1));
        QAccessibleInterface *cell = table->cellAt(1, 0);
        QCOMPARE(cell, box->child(2));
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("get secrets: allowed for some names only"));
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 0);
        QCOMPARE(cell->tableCellInterface()->table(), box);
        QVERIFY(table->selectedCells().isEmpty());
        cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(table->selectedCells(), QList<QAccessibleInterface *>{cell});
        QVERIFY(cell->tableCellInterface()->isSelected() && !table->isRowSelected(1));
    }

    void aBoxWithoutATableIsNone()
    {
        Shown shown;
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(!whole->child(shown.at("b1").box)->tableInterface());
        QVERIFY(!whole->child(shown.at("b1").box)->tableCellInterface());
    }

    void thePointerLightsThePath()
    {
        Shown shown;
        QVERIFY(shown.view.light().isEmpty());
        QTest::mouseMove(&shown.view, shown.view.rectOf(shown.at("b1")).center());
        std::set<std::string> lit;
        for (const int box : shown.view.light().boxes)
            lit.insert(shown.view.scene()->node(box).box.id);
        QVERIFY(lit == std::set<std::string>({"sa", "b1", "r1"}));
        QCOMPARE(shown.view.light().lines.size(), std::size_t(2));
        shown.view.setCellWay([](const Spot &) { return std::vector<std::string>{"sa", "b0", "r0"}; });
        QTest::mouseMove(&shown.view, shown.view.rectOf({shown.at("may").box, 0, 0}).center());
        QVERIFY(shown.view.hovered().isCell());
        QCOMPARE(shown.view.light().boxes.size(), std::size_t(4));
        QCOMPARE(shown.view.light().lines.size(), std::size_t(2));
    }

    void aClickSelectsAndADragMoves()
    {
        Shown shown;
        QSignalSpy selected(&shown.view, &GraphView::currentChanged);
        QSignalSpy activated(&shown.view, &GraphView::activated);
        const QPoint middle = shown.view.rectOf(shown.at("b1")).center();
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, middle);
        QCOMPARE(shown.current(), std::string("b1"));
        QCOMPARE(selected.size(), 1);
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, middle);
        QCOMPARE(activated.size(), 1);
        const QPoint before = shown.view.camera().offset();
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {450, 250});
        QTest::mouseMove(&shown.view, {480, 270});
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {480, 270});
        QCOMPARE(shown.view.camera().offset() - before, QPoint(30, 20));
        QCOMPARE(shown.current(), std::string("b1"));
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        Shown shown;
        const QPointF point = shown.view.rectOf(shown.at("b1")).center();
        const QPointF before = shown.view.camera().toScene(point);
        QWheelEvent wheel(point, shown.view.mapToGlobal(point), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&shown.view, &wheel);
        QVERIFY(shown.view.camera().scale() > 1.2);
        QVERIFY((shown.view.camera().toScene(point) - before).manhattanLength() < 1.5);
        shown.press(Qt::Key_0);
        for (int box = 0; box < shown.view.scene()->count(); ++box)
            QVERIFY(shown.view.rect().contains(shown.view.rectOf({box})));
        shown.press(Qt::Key_1);
        QCOMPARE(shown.view.camera().scale(), 1.0);
    }

    void nothingMovesWhenSomethingIsAdded()
    {
        const Drawing before = sample(5), after = sample(6);
        const Layout first = layOut(graphOf(before));
        Shown shown(before);
        shown.view.showScene(sceneOf(before, first));
        shown.view.setCurrent(shown.at("b2"));
        std::map<std::string, QRect> places;
        for (const Scene::Node &node : shown.view.scene()->nodes())
            places.emplace(node.box.id, shown.view.rectOf({shown.view.scene()->find(node.box.id)}));
        shown.view.showScene(sceneOf(after, layOutAgain(graphOf(after), first)));
        QVERIFY(shown.at("b5").isValid());
        QCOMPARE(shown.current(), std::string("b2"));
        for (const auto &[id, place] : places)
            QCOMPARE(shown.view.rectOf(shown.at(id.c_str())), place);
    }

    void whatWasMovedLooksAsIfItWasPaintedThere()
    {
        Shown shown(sample(60));
        for (const QPoint &by : {QPoint(0, -77), QPoint(-13, 5), QPoint(40, 200), QPoint(0, -900)}) {
            QWheelEvent wheel({20, 20}, shown.view.mapToGlobal(QPointF(20, 20)), by, by, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&shown.view, &wheel);
            const QImage moved = shown.view.grab().toImage();
            Q_EMIT base::Theme::instance().changed();
            QCOMPARE(shown.view.grab().toImage(), moved);
        }
    }

    void selectingWhatIsInSightMovesNothing()
    {
        Shown shown;
        for (const char *id : {"sa", "b1", "r1"}) {
            const QRect place = shown.view.rectOf(shown.at(id));
            QVERIFY(shown.view.rect().contains(place));
            shown.view.setCurrent(shown.at(id));
            QCOMPARE(shown.view.rectOf(shown.at(id)), place);
            shown.view.resize(shown.view.width(), shown.view.height() - 17);    // the sentence below takes a line more
            QCOMPARE(shown.view.rectOf(shown.at(id)), place);
        }
    }

    void thePathOfAnAnswerStaysWhenTheGraphChanges()
    {
        Shown shown;
        shown.view.setPath({"sa", "b1", "r1", "gone"});
        QCOMPARE(shown.view.path().lines.size(), std::size_t(2));
        shown.view.showScene(sceneOf(sample(9)));
        QCOMPARE(shown.view.path().boxes.size(), std::size_t(3));
        QCOMPARE(shown.view.path().lines.size(), std::size_t(2));
        shown.view.setPath({});
        QVERIFY(shown.view.path().isEmpty());
    }

    void aGraphOfNothingIsSurvived()
    {
        Shown shown{Drawing()};
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_End, Qt::Key_0, Qt::Key_Plus, Qt::Key_Return})
            shown.press(key);
        QVERIFY(!shown.view.current().isValid());
        shown.view.showScene(sceneOf(sample()));
        shown.press(Qt::Key_Down);
        QCOMPARE(shown.current(), std::string("sa"));
    }

    void manyLinesOfABoxShareATrunk()
    {
        const auto few = sceneOf(sample(LeastOfTrunk - 1));
        QVERIFY(few->spans().empty());
        const auto many = sceneOf(sample(40));
        const Scene::Node &account = many->node(many->find("sa"));
        QCOMPARE(account.out.size(), std::size_t(40));
        double top = account.frame.center().y(), bottom = top;
        for (const int line : account.out) {
            const Scene::Link &link = many->link(line);
            QCOMPARE(link.strand.limbs.size(), std::size_t(1));
            QVERIFY(link.strand.path.elementAt(0).x > account.frame.right());
            QCOMPARE(link.strand.path.currentPosition().x(), many->node(link.to).frame.left());
            top = std::min(top, link.strand.limbs.front().y);
            bottom = std::max(bottom, link.strand.limbs.front().y);
        }
        std::set<double> ends;
        for (const Scene::Span &span : many->spans())
            ends.insert({span.top, span.bottom});
        QCOMPARE(*ends.begin(), top);
        QCOMPARE(*ends.rbegin(), bottom);
        // One way takes of the trunk what it needs.
        const int line = account.out.front();
        const auto own = many->spansOf({line});
        QCOMPARE(own.size(), std::size_t(1));
        const double end = many->link(line).strand.limbs.front().y, stem = account.frame.center().y();
        QCOMPARE(own.front().top, std::min(end, stem));
        QCOMPARE(own.front().bottom, std::max(end, stem));
    }

    void theVerbsStayInSightAboveTheirColumns()
    {
        Drawing drawing = sample();
        for (int i = 0; i < 60; ++i)
            drawing.boxes.back().matrix->rows.push_back({"row-" + std::to_string(i), {}});
        Shown shown(drawing);
        const QRectF frame = shown.view.scene()->node(shown.at("may").box).frame;
        const auto inkBelowHeadings = [&] {
            const QImage image = shown.view.grab().toImage();
            const QRectF seen = shown.view.camera().toView(frame);
            int count = 0;
            for (int x = qMax(0, qCeil(seen.left())); x < qMin(image.width() - 8, qFloor(seen.right())); ++x)
                for (int y = 30; y < 30 + metricsOf(*drawing.boxes.back().matrix).headHeight * shown.view.camera().scale() - 6; ++y)
                    count += image.pixelColor(x, y) == base::Theme::instance().color(base::Meaning::Ok);
            return count;
        };
        shown.view.setCurrent({shown.at("may").box, 30, 0});
        QVERIFY(shown.view.camera().toView(frame).top() < 0);
        QCOMPARE(inkBelowHeadings(), 0);       // no row shows through
        const QImage far = shown.view.grab().toImage();
        shown.view.setCurrent({shown.at("may").box, 31, 0});
        const int left = qMax(0, qCeil(shown.view.camera().toView(frame).left())), height = qFloor(metricsOf(*drawing.boxes.back().matrix).headHeight * shown.view.camera().scale());
        const QRect band(left, 27, far.width() - 8 - left, height - 2);
        QVERIFY(far.copy(band) == shown.view.grab().toImage().copy(band));
        QImage ground = far.copy(band);
        ground.fill(base::Theme::instance().color(base::Meaning::Background));
        QVERIFY(far.copy(band) != ground);
    }

    void whatIsHigherThanTheViewLeavesNoRoomEmpty_data()
    {
        QTest::addColumn<double>("middle");
        QTest::addColumn<double>("top");
        QTest::newRow("near its top") << 100.0 << 30.0;
        QTest::newRow("in the middle") << 1000.0 << -750.0;
        QTest::newRow("near its end") << 1990.0 << 470.0 - 2000;
    }
    void whatIsHigherThanTheViewLeavesNoRoomEmpty()
    {
        QFETCH(double, middle);
        QFETCH(double, top);
        Camera camera;
        camera.fitWidth(QRectF(0, 0, 800, 2000), middle, {900, 500}, 16, 30, 0.7);
        QCOMPARE(camera.toView(QPointF(0, 0)).y(), top);
    }

    void aSmallGraphIsStillSeenWhenAnAnswerTakesHalfTheRoom()
    {
        Shown shown(sample(2), {900, 600});
        shown.view.resize(900, 300);
        QCoreApplication::processEvents();
        const QRect frame = shown.view.rectOf(shown.at("sa"));
        QVERIFY2(shown.view.rect().contains(frame) && std::abs(frame.center().y() - 150) < 60, qPrintable(QString::number(frame.center().y())));
        shown.view.resize(900, 600);
        QCoreApplication::processEvents();
        QVERIFY(std::abs(shown.view.rectOf(shown.at("sa")).center().y() - 300) < 60);
    }

    void untilItIsMovedItIsShownAsAtItsBeginning()
    {
        Shown grown(sample(40), {700, 300}), large(sample(40), {900, 600});
        grown.view.resize(900, 600);
        QVERIFY(grown.view.camera() == large.view.camera());
        grown.press(Qt::Key_Right, Qt::ShiftModifier);
        const Camera moved = grown.view.camera();
        grown.view.resize(900, 500);
        QCOMPARE(grown.view.camera().offset(), moved.offset() - QPoint(0, 50));
    }

    void aBarTellsThatThereIsMore()
    {
        Shown shown(sample(40), {900, 500});
        const auto inkAtTheRight = [&] {
            const QImage image = shown.view.grab().toImage();
            int count = 0;
            for (int y = 30; y < image.height(); ++y)
                count += image.pixelColor(image.width() - 3, y) != base::Theme::instance().color(base::Meaning::Background);
            return count;
        };
        QVERIFY(inkAtTheRight() > 20);
        QVERIFY(inkAtTheRight() < 400);
        shown.view.showAll();
        QCOMPARE(inkAtTheRight(), 0);
    }

    void theTrunkIsPaintedWhereItIsAndNowhereElse()
    {
        Shown shown(sample(40), {900, 900});
        shown.view.showAll();
        const Scene &scene = *shown.view.scene();
        const auto strokes = [&](const Drawing &drawing, double y) {
            shown.view.showScene(sceneOf(drawing));
            const QImage image = shown.view.grab().toImage();
            const Scene::Node &account = shown.view.scene()->node(shown.view.scene()->find("sa"));
            const QPoint from = shown.view.camera().toView(QPointF(account.frame.right() + 3, y)).toPoint(), to = shown.view.camera().toView(QPointF(account.frame.right() + 26, y)).toPoint();
            int count = 0;
            for (int x = from.x(); x < to.x(); ++x)
                count += image.pixelColor(x, from.y()) != base::Theme::instance().color(base::Meaning::Background);
            return count;
        };
        const double above = scene.trunk(0).stem.y() - 200;
        QVERIFY(strokes(sample(40), above) > 0);
        QVERIFY(strokes(sample(40), above) < 8);
        Drawing without = sample(40);
        without.lines.clear();
        QCOMPARE(strokes(without, above), 0);
    }
};

QTEST_MAIN(GraphViewTest)
#include "GraphViewTest.moc"
