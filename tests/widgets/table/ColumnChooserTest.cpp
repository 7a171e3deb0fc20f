#include "tests/widgets/table/Grid.h"
#include "widgets/table/ColumnChooser.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace table;

namespace {

/// The chooser of a grid of pods.
struct Chooser : Fixture
{
    ColumnChooser dialog{view, QStringLiteral("Pods"), nullptr};
    QListWidget &list = *dialog.findChild<QListWidget *>();
    QLineEdit &search = *dialog.findChild<QLineEdit *>();
    QSignalSpy chosen{&view.header(), &GridHeader::layoutChosen};

    Chooser() : Fixture(30)
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&dialog);
    }
    int rowOf(const char *name) const
    {
        for (int row = 0; row < list.count(); ++row)
            if (list.item(row)->text() == QLatin1String(name))
                return row;
        return -1;
    }
    void press(const char *text)
    {
        for (auto *button : dialog.findChildren<QPushButton *>())
            if (button->text() == QLatin1String(text))
                QTest::mouseClick(button, Qt::LeftButton);
    }
    QString shown() const
    {
        QStringList names;
        for (const int column : view.header().shownColumns())
            names.push_back(QString::fromStdString(model.columns()[std::size_t(column)].name));
        return names.join(u' ');
    }
    QString listed() const
    {
        QStringList names;
        for (int row = 0; row < list.count(); ++row)
            if (!list.item(row)->isHidden())
                names.push_back(list.item(row)->text());
        return names.join(u' ');
    }
};

} // namespace

/// Which columns a table shows and in which order, as a person chooses it.
class ColumnChooserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsListedWithWhetherItIsShown();
    void spaceShowsAndHidesAColumn();
    void theLastColumnStays();
    void theSearchNarrowsTheList();
    void columnsAreMovedByKeysAndButtons();
    void columnsAreMovedByDragging();
    void resetBringsBackHowItWas();
    void widthsThatWereChosenStay();
    void aLayoutMeetsOtherColumns();
    void draggingABorderIsRememberedAndGrowingTheWindowIsNot();
};

void ColumnChooserTest::everyColumnIsListedWithWhetherItIsShown()
{
    Chooser c;
    QCOMPARE(c.listed(), QStringLiteral("Namespace Name Ready Status Restarts Age Node ServiceAccount"));
    QCOMPARE(c.list.item(c.rowOf("Name"))->checkState(), Qt::Checked);
    QCOMPARE(c.list.item(c.rowOf("Node"))->checkState(), Qt::Unchecked);
    QCOMPARE(c.chosen.size(), 0);
}

void ColumnChooserTest::spaceShowsAndHidesAColumn()
{
    Chooser c;
    c.list.setFocus();
    c.list.setCurrentRow(c.rowOf("Node"));
    QTest::keyClick(&c.list, Qt::Key_Space);
    QCOMPARE(c.shown(), QStringLiteral("Namespace Name Ready Status Restarts Age Node ServiceAccount"));
    QTest::keyClick(&c.list, Qt::Key_Space);
    QCOMPARE(c.shown(), QStringLiteral("Namespace Name Ready Status Restarts Age ServiceAccount"));
    QCOMPARE(c.chosen.size(), 2);
}

void ColumnChooserTest::theLastColumnStays()
{
    Chooser c;
    for (int row = 0; row < c.list.count(); ++row)
        c.list.item(row)->setCheckState(Qt::Unchecked);
    QCOMPARE(c.shown(), QStringLiteral("ServiceAccount"));
    QCOMPARE(c.list.item(c.rowOf("ServiceAccount"))->checkState(), Qt::Checked);
}

void ColumnChooserTest::theSearchNarrowsTheList()
{
    Chooser c;
    c.search.setFocus();
    QTest::keyClicks(&c.search, QStringLiteral("NAM"));
    QCOMPARE(c.listed(), QStringLiteral("Namespace Name"));
    QTest::keyClick(&c.search, Qt::Key_Down);
    QVERIFY(c.list.hasFocus());
    // Past what is hidden: Name is before Namespace now, and nothing else was asked for.
    c.list.setCurrentRow(c.rowOf("Name"));
    QTest::keyClick(&c.list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(c.listed(), QStringLiteral("Name Namespace"));
    QTest::keyClick(&c.list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(c.chosen.size(), 1);
}

void ColumnChooserTest::columnsAreMovedByKeysAndButtons()
{
    Chooser c;
    c.list.setFocus();
    c.list.setCurrentRow(c.rowOf("Age"));
    QTest::keyClick(&c.list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(c.shown(), QStringLiteral("Namespace Name Ready Status Age Restarts ServiceAccount"));
    c.press("Move up");
    c.press("Move up");
    QTest::keyClick(&c.list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(c.shown(), QStringLiteral("Namespace Name Ready Age Status Restarts ServiceAccount"));
    QCOMPARE(c.list.currentItem()->text(), QStringLiteral("Age"));
    for (int i = 0; i < 10; ++i)
        c.press("Move down");
    QCOMPARE(c.shown(), QStringLiteral("Namespace Name Ready Status Restarts ServiceAccount Age"));
}

void ColumnChooserTest::columnsAreMovedByDragging()
{
    Chooser c;
    // What the list does when an item is dropped above another.
    QVERIFY(c.list.model()->moveRow({}, c.rowOf("ServiceAccount"), {}, c.rowOf("Name")));
    QCOMPARE(c.shown(), QStringLiteral("Namespace ServiceAccount Name Ready Status Restarts Age"));
    QCOMPARE(c.chosen.size(), 1);
}

void ColumnChooserTest::resetBringsBackHowItWas()
{
    Chooser c;
    const QString before = c.shown();
    c.list.item(c.rowOf("Node"))->setCheckState(Qt::Checked);
    c.list.setCurrentRow(c.rowOf("Node"));
    c.press("Move up");
    c.model.setSortBy({{{3, true}, {4, false}}, true});
    QVERIFY(!c.view.header().layout().columns.empty());
    c.press("Reset");
    QVERIFY(c.view.header().layout() == tables::TableLayout());
    QCOMPARE(c.shown(), before);
    QVERIFY(c.model.sortBy() == (tables::SortBy{{{1, false}}, false}));
    QCOMPARE(c.list.item(c.rowOf("Node"))->checkState(), Qt::Unchecked);
}

void ColumnChooserTest::widthsThatWereChosenStay()
{
    Fixture f;
    tables::TableLayout layout;
    layout.columns = {{"Age", true, 77}, {"Name", true, 333}, {"Node", true, 0}};
    layout.sort = {{"Node", true}, {"Name", false}};
    f.view.apply(layout);
    const auto width = [&](const char *name) { return f.view.header().sectionSize(int(*f.model.source().columnNamed(name))); };
    for (const int grown : {0, 300}) {
        f.view.resize(900 + grown, 500);
        QCOMPARE(width("Age"), 77);
        QCOMPARE(width("Name"), 333);
        QVERIFY(width("Node") >= 40);
    }
    const tables::TableLayout now = f.view.header().layout();
    QVERIFY(now.sort == layout.sort);
    QCOMPARE(now.find("Age")->width, 77);
    QCOMPARE(now.find("Node")->width, 0);
}

void ColumnChooserTest::aLayoutMeetsOtherColumns()
{
    Fixture f;
    tables::TableLayout layout;
    layout.columns = {{"Gone", true, 100}, {"Age", true, 0}, {"Name", false, 0}};
    layout.sort = {{"Gone", false}, {"Age", true}};
    f.view.apply(layout);
    QCOMPARE(f.model.columns()[std::size_t(f.view.header().shownColumns().front())].name, std::string("Namespace"));
    QVERIFY(!f.model.isColumnShown(int(*f.model.source().columnNamed("Name"))));
    QCOMPARE(f.model.sortBy().columns.size(), std::size_t(1));
    // New columns come while the table is on screen; what was chosen of the others stays.
    f.rows.store.setColumns({{"Name"}, {"Ready"}, {"New"}, {"Age"}});
    f.apply();
    QStringList names;
    for (const int column : f.view.header().shownColumns())
        names.push_back(QString::fromStdString(f.model.columns()[std::size_t(column)].name));
    QCOMPARE(names.join(u' '), QStringLiteral("Namespace Age Ready New"));
    // A layout that hides everything is none.
    for (tables::TableLayout::Column &column : layout.columns = {{"Namespace", false, 0}, {"Name", false, 0}, {"Ready", false, 0}, {"New", false, 0}, {"Age", false, 0}})
        column.shown = false;
    f.view.apply(layout);
    QCOMPARE(f.view.header().shownColumns().size(), 5);
}

void ColumnChooserTest::draggingABorderIsRememberedAndGrowingTheWindowIsNot()
{
    Fixture f;
    QSignalSpy chosen(&f.view.header(), &GridHeader::layoutChosen);
    f.view.resize(1200, 500);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(f.view.header().layout() == tables::TableLayout());
    const int name = int(*f.model.source().columnNamed("Name"));
    const QPoint border(f.view.header().sectionViewportPosition(name) + f.view.header().sectionSize(name) - 1, 10);
    QWidget *viewport = f.view.header().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, border);
    QTest::mouseMove(viewport, border + QPoint(20, 0));
    QTest::mouseMove(viewport, border + QPoint(40, 0));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, border + QPoint(40, 0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(f.view.header().layout().find("Name")->width, f.view.header().sectionSize(name));
}

QTEST_MAIN(ColumnChooserTest)
#include "ColumnChooserTest.moc"
