#include "tests/fault/window/OpenDemo.h"
#include "tests/widgets/palette/Typing.h"
#include "tests/widgets/window/Walk.h"
#include "widgets/base/ObjectPanel.h"
#include "widgets/settings/SettingsFeature.h"
#include "widgets/shell/PageTabs.h"
#include "widgets/shell/Rail.h"
#include "widgets/shell/Sidebar.h"
#include "widgets/shell/StatusBar.h"
#include "widgets/shell/TopBar.h"
#include "widgets/table/ColumnChooser.h"
#include "widgets/table/StateChips.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QListWidget>
#include <QMenu>
#include <QScopeGuard>
#include <QStyleOptionViewItem>
#include <QTabBar>
#include <QToolButton>

#include <functional>

using fault::Window;

/// What people do, with the mouse alone, in the whole window.
class MouseFlowsTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDemo<settings::SettingsFeature>(); }
    void cleanupTestCase() { closeDemo(); }
    void init();
    void everyCountIsAFilter();
    void rowsAreSortedAndGrouped();
    void everyFormIsCopiedFromTheMenuOfARow();
    void theTableIsExported();
    void columnsAreChosenAndMoved();
    void namespacesAndContextsAreChosen();
    void aClusterIsMarked();
    void pagesAreOpenedWalkedAndClosed();
    void whatAPageEqualsIsCopied();
    void theSelectedObjectIsReadBesideTheTable();
    void settingsAreFound();

private:
    tables::TableModel &model() { return m_window->table()->model(); }
    table::GridView &grid() { return m_window->table()->grid(); }
    QString titleNow() { return window().windowTitle().section(QStringLiteral(" - "), 0, 0); }
    /// The button on screen that a screen reader would tell so.
    QAbstractButton *button(const QString &name, QWidget *in = nullptr)
    {
        for (auto *each : (in ? in : &window())->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && walk::nameOf(each).startsWith(name))
                return each;
        }
        return nullptr;
    }
    bool click(const QString &name, QWidget *in = nullptr)
    {
        QAbstractButton *found = button(name, in);
        if (found)
            QTest::mouseClick(found, Qt::LeftButton);
        return found != nullptr;
    }
    int column(const char *name) { return int(model().source().columnNamed(name).value()); }
    QPoint cell(int row, const char *name) { return grid().cellRect(row, column(name)).topLeft() + QPoint(12, 10); }
    void clickHeader(const char *name, Qt::KeyboardModifiers modifiers = {})
    {
        const table::GridHeader &header = grid().header();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers, {header.sectionViewportPosition(column(name)) + 12, header.height() / 2});
    }
    /// What the right button becomes.
    static void openMenuAt(QWidget *widget, const QPoint &place)
    {
        QTest::mouseClick(widget, Qt::RightButton, {}, place);
        QContextMenuEvent menu(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
        QCoreApplication::sendEvent(widget, &menu);
    }
    bool clickInMenu(const QString &text);
    /// The box before the words.
    static void clickBox(QListWidget &list, const QString &text);
    /// The list of the popup that is open, once it has that entry.
    static QListWidget *choices(const QString &text);
    QStringList columnsShown();
};

void MouseFlowsTest::init()
{
    QApplication::setActiveWindow(&window());
    window().showCluster(m_cluster, {QStringLiteral("pods"), {}, {}, {}});
    QCOMPARE(titleNow(), QStringLiteral("Pods"));
}

bool MouseFlowsTest::clickInMenu(const QString &text)
{
    const auto takeBack = qScopeGuard([this] { QApplication::setActiveWindow(&window()); }); // the display without a screen leaves it with the menu
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    for (QAction *action : menu->actions()) {
        if (action->isEnabled() && action->text().remove(u'&').startsWith(text)) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return true;
        }
    }
    menu->close();
    return false;
}

void MouseFlowsTest::clickBox(QListWidget &list, const QString &text)
{
    QListWidgetItem *item = list.findItems(text, Qt::MatchExactly).value(0);
    QVERIFY(item);
    list.scrollToItem(item);
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.rect = list.visualItemRect(item);
    option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, &list).center());
}

QListWidget *MouseFlowsTest::choices(const QString &text)
{
    const auto list = [] { return QApplication::activePopupWidget() ? QApplication::activePopupWidget()->findChild<QListWidget *>() : nullptr; };
    const bool isThere = QTest::qWaitFor([&] { return list() && !list()->findItems(text, Qt::MatchStartsWith).isEmpty(); }, fault::patience);
    return isThere ? list() : nullptr;
}

QStringList MouseFlowsTest::columnsShown()
{
    QStringList names;
    for (const int each : grid().header().shownColumns())
        names << QString::fromStdString(model().columns()[std::size_t(each)].name);
    return names;
}

void MouseFlowsTest::everyCountIsAFilter()
{
    std::size_t counted = 0;
    const auto *chips = m_window->table()->findChild<table::StateChips *>();
    for (auto *chip : chips->findChildren<QToolButton *>()) {
        if (!chip->isVisible())
            continue;
        const int count = walk::nameOf(chip).section(u' ', 2, 2).toInt(); // "Show only 3 failing"
        QVERIFY2(count > 0, qPrintable(walk::nameOf(chip)));
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(model().rowCount(), count);
        QTest::mouseClick(chip, Qt::LeftButton);
        counted += std::size_t(count);
    }
    QCOMPARE(counted, model().counts().all);
    QCOMPARE(model().counts().shown, model().counts().all);
}

void MouseFlowsTest::rowsAreSortedAndGrouped()
{
    QVERIFY(click(QStringLiteral("Broken first")));
    QVERIFY(model().sortBy().brokenFirst);
    QCOMPARE(model().health(0), kinds::Health::Failing);
    QVERIFY(click(QStringLiteral("Broken first")));
    QVERIFY(!model().sortBy().brokenFirst);
    clickHeader("Status");
    clickHeader("Name", Qt::ShiftModifier);
    QCOMPARE(model().sortBy().columns.size(), 2U);
    QCOMPARE(model().sortBy().columns.front().column, std::size_t(column("Status")));
    clickHeader("Name");
    QCOMPARE(model().sortBy().columns.size(), 1U);
    const int rows = model().rowCount();
    QVERIFY(click(QStringLiteral("Group")) && clickInMenu(QStringLiteral("Namespace")));
    QVERIFY(model().isGroup(0) && model().rowCount() > rows);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, {60, base::Theme::RowHeight / 2});
    QVERIFY(model().group(0).folded);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, {60, base::Theme::RowHeight / 2});
    QVERIFY(!model().group(0).folded);
    QVERIFY(click(QStringLiteral("Group")) && clickInMenu(QStringLiteral("No groups")));
    QCOMPARE(model().rowCount(), rows);
}

void MouseFlowsTest::everyFormIsCopiedFromTheMenuOfARow()
{
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, cell(0, "Name"));
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ShiftModifier, cell(1, "Name"));
    QCOMPARE(grid().selectedKeys().size(), 2);
    const QString first = grid().selectedKeys()[0].section(u'/', 1), second = grid().selectedKeys()[1].section(u'/', 1);
    const std::pair<const char *, std::function<bool(const QString &)>> forms[] = {
        {"Copy the cell", [&](const QString &copied) { return copied.toStdString() == model().text(1, column("Status")); }},
        {"Copy the rows", [&](const QString &copied) { return copied.count(u'\n') == 3 && copied.contains(first) && copied.contains(second); }},
        {"Copy the names", [&](const QString &copied) { return copied == first + u'\n' + second; }},
        {"Copy as kubectl", [&](const QString &copied) { return copied.startsWith(QStringLiteral("kubectl --context demo get pods ")) && copied.contains(second); }},
        {"Copy as YAML", [&](const QString &copied) { return copied.count(QStringLiteral("kind: Pod\n")) == 2; }},
    };
    for (const auto &[title, isIt] : forms) {
        QGuiApplication::clipboard()->clear();
        openMenuAt(grid().viewport(), cell(1, "Status"));
        QVERIFY2(clickInMenu(QString::fromLatin1(title)), title);
        QTRY_VERIFY2_WITH_TIMEOUT(isIt(QGuiApplication::clipboard()->text()), qPrintable(QString::fromLatin1(title) + u'\n' + QGuiApplication::clipboard()->text()), fault::patience);
    }
    QCOMPARE(grid().selectedKeys().size(), 2);
}

void MouseFlowsTest::theTableIsExported()
{
    openMenuAt(grid().viewport(), cell(0, "Name"));
    QVERIFY(clickInMenu(QStringLiteral("Export the table as CSV")));
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    dialog->setDirectory(QString::fromStdString(m_window->folder()));
    const QString path = dialog->selectedFiles().value(0);
    QVERIFY2(path.endsWith(QStringLiteral(".csv")), qPrintable(path));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    const auto lines = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(lines(), model().rowCount() + 1, fault::patience);
}

void MouseFlowsTest::columnsAreChosenAndMoved()
{
    const QStringList before = columnsShown();
    QVERIFY(before.indexOf(QStringLiteral("Status")) > before.indexOf(QStringLiteral("Ready")));
    QVERIFY(click(QStringLiteral("Columns"), m_window->table()));
    auto *chooser = window().findChild<table::ColumnChooser *>();
    QVERIFY(chooser);
    auto *list = chooser->findChild<QListWidget *>();
    clickBox(*list, QStringLiteral("Restarts"));
    QVERIFY(!columnsShown().contains(QStringLiteral("Restarts")));
    QListWidgetItem *status = list->findItems(QStringLiteral("Status"), Qt::MatchExactly).value(0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(list->visualItemRect(status).right() - 20, list->visualItemRect(status).center().y()));
    QVERIFY(click(QStringLiteral("Move up"), chooser));
    QVERIFY(columnsShown().indexOf(QStringLiteral("Status")) < columnsShown().indexOf(QStringLiteral("Ready")));
    QVERIFY(click(QStringLiteral("Reset"), chooser));
    QCOMPARE(columnsShown(), before);
    QVERIFY(click(QStringLiteral("Close"), chooser));
    QTRY_VERIFY(!window().findChild<table::ColumnChooser *>());
    const table::GridHeader &header = grid().header();
    openMenuAt(header.viewport(), {header.sectionViewportPosition(column("Restarts")) + 12, header.height() / 2});
    QVERIFY(clickInMenu(QStringLiteral("Hide this column")));
    QVERIFY(!columnsShown().contains(QStringLiteral("Restarts")));
    grid().header().setColumnShown(column("Restarts"), true);
}

void MouseFlowsTest::namespacesAndContextsAreChosen()
{
    QVERIFY(click(QStringLiteral("Namespaces shown")));
    QListWidget *list = choices(QStringLiteral("team-b"));
    QVERIFY(list);
    clickBox(*list, QStringLiteral("team-a"));
    const QRect place = list->visualItemRect(list->findItems(QStringLiteral("team-b"), Qt::MatchExactly).value(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(place.right() - 20, place.center().y())); // beside the words
    QCOMPARE(window().view()->namespaces(), (QStringList{QStringLiteral("team-a"), QStringLiteral("team-b")}));
    QApplication::activePopupWidget()->close();
    QTRY_VERIFY(std::size_t(model().rowCount()) == model().counts().shown && model().counts().shown > 0);
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY2(model().key(row).starts_with("team-a/") || model().key(row).starts_with("team-b/"), model().key(row).c_str());
    QVERIFY(click(QStringLiteral("Context demo")));
    list = choices(QStringLiteral("All namespaces"));
    QVERIFY(list);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->findItems(QStringLiteral("All namespaces"), Qt::MatchExactly).value(0)).center());
    QCOMPARE(window().view()->namespaces(), QStringList());
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QVERIFY(click(QStringLiteral("Context demo")));
    list = choices(QStringLiteral("demo"));
    QVERIFY(list);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(window().shownCluster(), m_cluster);
}

void MouseFlowsTest::aClusterIsMarked()
{
    QVERIFY(click(QStringLiteral("Catalog of contexts"), window().findChild<shell::Rail *>()));
    QTRY_COMPARE(titleNow(), QStringLiteral("Clusters"));
    const auto id = cluster::EntryId::of(m_cluster->entry());
    QVERIFY(click(QStringLiteral("Favourite"), window().page()));
    QVERIFY(m_window->clusters().marks(id).isFavourite);
    QVERIFY(click(QStringLiteral("Read-only"), window().page()));
    QVERIFY(m_window->clusters().marks(id).isReadOnly);
    QVERIFY(m_cluster->access() == kube::Access::ReadOnly);
    m_window->clusters().mark(id, {});
    QVERIFY(click(QStringLiteral("Show"), window().page()));
    QCOMPARE(window().shownCluster(), m_cluster);
}

void MouseFlowsTest::pagesAreOpenedWalkedAndClosed()
{
    auto *sidebar = window().findChild<shell::Sidebar *>();
    const auto clickKind = [&](const QString &title) {
        const QModelIndexList found = sidebar->model()->match(sidebar->model()->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY(!found.isEmpty());
        sidebar->scrollTo(found.front());
        QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualRect(found.front()).center());
    };
    clickKind(QStringLiteral("Nodes"));
    QTRY_COMPARE(titleNow(), QStringLiteral("Nodes"));
    clickKind(QStringLiteral("Pods"));
    QTRY_COMPARE(titleNow(), QStringLiteral("Pods"));
    QTRY_VERIFY_WITH_TIMEOUT(Window::isLive(m_window->table()), fault::patience);
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, cell(0, "Name"));
    QTRY_VERIFY(titleNow() != QStringLiteral("Pods"));
    const QString pod = titleNow();
    QVERIFY(click(QStringLiteral("Back"), window().pane()));
    QCOMPARE(titleNow(), QStringLiteral("Pods"));
    QVERIFY(click(QStringLiteral("Forward"), window().pane()));
    QCOMPARE(titleNow(), pod);
    auto *tabs = window().pane()->findChild<shell::PageTabs *>()->findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    const int open = tabs->count();
    QTest::mouseClick(tabs->tabButton(tabs->currentIndex(), QTabBar::RightSide), Qt::LeftButton);
    QCOMPARE(tabs->count(), open - 1);
    QVERIFY(titleNow() != pod);
}

void MouseFlowsTest::whatAPageEqualsIsCopied()
{
    auto *bar = window().findChild<shell::StatusBar *>();
    QVERIFY(click(QStringLiteral("Copy the kubectl command"), bar));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl --context demo get pods -A"));
    QVERIFY(click(QStringLiteral("API call"), bar));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("GET /api/v1/pods"));
    QVERIFY(click(QStringLiteral("Notices: "), bar));
    QWidget *notices = QApplication::activePopupWidget();
    QVERIFY(notices && click(QStringLiteral("Copy all"), notices));
    QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("   Copied GET /api/v1/pods")), qPrintable(QGuiApplication::clipboard()->text()));
    notices->close();
    QVERIFY(click(QStringLiteral("Watched lists"), bar));
    QTRY_COMPARE(titleNow(), QStringLiteral("Connection"));
    QVERIFY(click(QStringLiteral("Copy as text"), window().page()));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("/api/v1/pods")));
}

void MouseFlowsTest::theSelectedObjectIsReadBesideTheTable()
{
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, cell(0, "Name"));
    QVERIFY(click(QStringLiteral("Details"), m_window->table()));
    const auto panel = [this] { return m_window->table()->findChild<base::ObjectPanel *>(); };
    QTRY_VERIFY(panel() && panel()->isVisible());
    QTRY_VERIFY(button(grid().currentKey().section(u'/', 1), panel()));
    const QString name = grid().currentKey().section(u'/', 1), space = grid().currentKey().section(u'/', 0, 0);
    QVERIFY(click(QStringLiteral("Copy the kubectl command of this object"), panel()));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl --context demo describe pods %1 -n %2").arg(name, space));
    QVERIFY(click(QStringLiteral("Copy the API call of this object"), panel()));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("GET /api/v1/namespaces/%1/pods/%2").arg(space, name));
    QVERIFY(click(QStringLiteral("Details"), m_window->table()));
    QTRY_VERIFY(!panel()->isVisible());
}

void MouseFlowsTest::settingsAreFound()
{
    QVERIFY(click(QStringLiteral("Commands")));
    QTRY_VERIFY(typing::box(window()));
    const QModelIndex row = typing::rowOf(window(), QStringLiteral("Settings"));
    QVERIFY(row.isValid());
    typing::list(window())->scrollTo(row);
    QTest::mouseClick(typing::list(window())->viewport(), Qt::LeftButton, {}, typing::list(window())->visualRect(row).center());
    QTRY_COMPARE(titleNow(), QStringLiteral("Settings"));
}

QTEST_MAIN(MouseFlowsTest)
#include "MouseFlowsTest.moc"
