#include "tests/fault/window/OpenDemo.h"
#include "tests/widgets/window/Walk.h"
#include "widgets/base/ObjectPanel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Shortcuts.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/settings/SettingsFeature.h"
#include "widgets/shell/NoticeList.h"
#include "widgets/shell/Sidebar.h"
#include "widgets/shell/TopBar.h"

#include <QClipboard>
#include <QComboBox>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScopeGuard>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>

#include <functional>

using fault::Window;
using walk::press;
using walk::tabTo;
using walk::type;

/// What people do, with keys alone, in the whole window.
class KeyboardFlowsTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDemo<settings::SettingsFeature>(); }
    void cleanupTestCase() { closeDemo(); }
    void init();
    void aTableIsFilteredSortedAndGrouped();
    void rowsAreCopied();
    void everyFormIsCopiedFromTheMenuOfARow();
    void theTableIsExported();
    void columnsAreChosen();
    void aColumnIsMade();
    void aClusterIsMarked();
    void aCommandAndAnObjectAreFoundByTheirLetters();
    void contextsAndNamespacesAreChosen();
    void aShortcutIsChanged();
    void aTipNamesTheKeysOfThePerson();
    void theThemeIsChosen();
    void pagesAreOpenedChangedAndClosed();
    void theSelectedObjectIsReadBesideTheTable();
    void oneGoesBackAndForward();
    void everythingWorksWhileTheKeyboardWritesKorean();
    void whatWasSaidIsReadAgain();

private:
    tables::TableModel &model() { return m_window->table()->model(); }
    /// Down to that entry of the menu that is open, and takes it.
    bool chooseInMenu(const QString &text);
    bool openRowMenu()
    {
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {}); // what the key for menus becomes
        QCoreApplication::sendEvent(m_window->table()->grid().viewport(), &menu);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr;
    }
    QString titleNow() { return window().windowTitle().section(QStringLiteral(" - "), 0, 0); }
};

/// Each begins in the filter of the pods.
void KeyboardFlowsTest::init()
{
    QApplication::setActiveWindow(&window());
    window().showCluster(m_cluster, {QStringLiteral("pods"), {}, {}, {}});
    m_window->table()->grid().setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(walk::nameOf(QApplication::focusWidget()), QStringLiteral("Filter of the rows"));
    press(Qt::Key_Delete);
    QCOMPARE(model().filterText(), std::string());
}

bool KeyboardFlowsTest::chooseInMenu(const QString &text)
{
    const auto takeBack = qScopeGuard([this] { QApplication::setActiveWindow(&window()); }); // the display without a screen leaves it with the menu
    if (!QTest::qWaitFor([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }, fault::patience))
        return false;
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (int step = 0; step < 60; ++step) {
        QTest::keyClick(menu, Qt::Key_Down);
        if (menu->activeAction() && menu->activeAction()->text().remove(u'&').startsWith(text)) {
            QTest::keyClick(menu, Qt::Key_Return);
            return true;
        }
    }
    return false;
}

void KeyboardFlowsTest::aTableIsFilteredSortedAndGrouped()
{
    type(QStringLiteral("team"));
    QCOMPARE(model().filterText(), std::string("team"));
    const int shown = model().rowCount();
    QVERIFY(shown > 0 && std::size_t(shown) < model().counts().all);
    press(Qt::Key_Return);
    QVERIFY(m_window->table()->grid().hasFocus());
    press(Qt::Key_Down, Qt::AltModifier); // of the first column, where no cell is current
    QVERIFY(chooseInMenu(QStringLiteral("Sort descending")));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(chooseInMenu(QStringLiteral("Then ascending by this")));
    QCOMPARE(model().sortBy().columns.size(), 2U);
    QVERIFY(tabTo(&window(), QStringLiteral("Broken first")));
    press(Qt::Key_Space);
    QVERIFY(model().sortBy().brokenFirst);
    press(Qt::Key_Space);
    QVERIFY(tabTo(&window(), QStringLiteral("Group")));
    press(Qt::Key_Space);
    QVERIFY(chooseInMenu(QStringLiteral("Namespace")));
    QVERIFY(model().groupColumn());
    m_window->table()->grid().header().groupBy(std::nullopt);
}

void KeyboardFlowsTest::rowsAreCopied()
{
    m_window->table()->grid().setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_window->table()->grid().selectedKeys().size(), 2);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed().split(u'\n').size(), 3); // with the titles
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl --context demo get pods -A"));
    press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    table::GridView &grid = m_window->table()->grid();
    QVERIFY(!grid.currentKey().isEmpty());
    QVERIFY2(!QGuiApplication::clipboard()->text().startsWith(QStringLiteral("kubectl")) && !QGuiApplication::clipboard()->text().contains(u'\n'),
             qPrintable(QGuiApplication::clipboard()->text()));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("copy names"));
    press(Qt::Key_Return);
    QStringList names;
    for (const QString &key : m_window->table()->grid().selectedKeys())
        names << key.section(u'/', 1);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed().split(u'\n'), names);
}

void KeyboardFlowsTest::everyFormIsCopiedFromTheMenuOfARow()
{
    table::GridView &grid = m_window->table()->grid();
    grid.setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    const QString pod = grid.currentKey(), name = pod.section(u'/', 1), space = pod.section(u'/', 0, 0);
    const QString cell = QString::fromStdString(model().text(grid.currentRow(), grid.currentColumn()));
    QVERIFY(!cell.isEmpty());
    const std::pair<const char *, std::function<bool(const QString &)>> forms[] = {
        {"Copy the cell", [&](const QString &copied) { return copied == cell; }},
        {"Copy the rows", [&](const QString &copied) { return copied.count(u'\n') == 2 && copied.section(u'\n', 1).contains(name); }},
        {"Copy the names", [&](const QString &copied) { return copied == name; }},
        {"Copy as kubectl", [&](const QString &copied) { return copied == QStringLiteral("kubectl --context demo get pods %1 -n %2 -o yaml").arg(name, space); }},
        {"Copy as YAML", [&](const QString &copied) { return copied.contains(QStringLiteral("kind: Pod")) && copied.contains(QStringLiteral("  name: ") + name); }},
    };
    for (const auto &[title, isIt] : forms) {
        QGuiApplication::clipboard()->clear();
        QVERIFY2(openRowMenu() && chooseInMenu(QString::fromLatin1(title)), title);
        QTRY_VERIFY2_WITH_TIMEOUT(isIt(QGuiApplication::clipboard()->text()), qPrintable(QString::fromLatin1(title) + u'\n' + QGuiApplication::clipboard()->text()), fault::patience);
    }
}

void KeyboardFlowsTest::theTableIsExported()
{
    type(QStringLiteral("namespace:team-b"));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("export"));
    press(Qt::Key_Return);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QApplication::setActiveWindow(QApplication::activeModalWidget()); // the display without a screen does not
    const QString path = QString::fromStdString(m_window->folder()) + QStringLiteral("/keys");
    press(Qt::Key_A, Qt::ControlModifier);
    type(path);
    press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QApplication::setActiveWindow(&window());
    const auto rows = [&] {
        QFile file(path + QStringLiteral(".csv"));
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(rows(), model().rowCount() + 1, fault::patience);
}

void KeyboardFlowsTest::columnsAreChosen()
{
    QVERIFY(tabTo(&window(), QStringLiteral("Columns")));
    press(Qt::Key_Space);
    QTRY_VERIFY(QApplication::activeWindow() != &window());
    QWidget *chooser = QApplication::activeWindow();
    QTRY_COMPARE(QApplication::focusWidget() ? walk::nameOf(QApplication::focusWidget()) : QString(), QStringLiteral("Find a column"));
    type(QStringLiteral("restarts"));
    const auto isShown = [this] {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().columns()[std::size_t(column)].name == "Restarts")
                return model().isColumnShown(column);
        return false;
    };
    QVERIFY(isShown());
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    QVERIFY(!isShown());
    press(Qt::Key_Space);
    QVERIFY(isShown());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!chooser->isVisible());
}

void KeyboardFlowsTest::aColumnIsMade()
{
    m_window->table()->grid().setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(chooseInMenu(QStringLiteral("Add a column")));
    QTRY_COMPARE(QApplication::focusWidget() ? walk::nameOf(QApplication::focusWidget()) : QString(), QStringLiteral("Path"));
    QWidget *dialog = QApplication::activeWindow();
    type(QStringLiteral(".spec.dnsPolicy"));
    press(Qt::Key_Escape); // the suggestions, if there are any
    QVERIFY(dialog->isVisible());
    QVERIFY(tabTo(dialog, QStringLiteral("Name")));
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QStringLiteral("DnsPolicy"));
    QVERIFY(tabTo(dialog, QStringLiteral("Add the column")));
    press(Qt::Key_Space);
    QTRY_VERIFY(model().userColumns().size() == 1);
    QCOMPARE(model().userColumns().front().path, std::string(".spec.dnsPolicy"));
}

void KeyboardFlowsTest::aClusterIsMarked()
{
    press(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(titleNow(), QStringLiteral("Clusters"));
    const auto id = cluster::EntryId::of(m_cluster->entry());
    QVERIFY(tabTo(&window(), QStringLiteral("Filter the contexts")));
    type(QStringLiteral("demo"));
    QVERIFY(tabTo(&window(), QStringLiteral("Favourite")));
    press(Qt::Key_Space);
    QVERIFY(m_window->clusters().marks(id).isFavourite);
    QVERIFY(tabTo(&window(), QStringLiteral("Read-only")));
    press(Qt::Key_Space);
    QVERIFY(m_window->clusters().marks(id).isReadOnly);
    QVERIFY(tabTo(&window(), QStringLiteral("Shown as")));
    type(QStringLiteral("Course"));
    press(Qt::Key_Return);
    QCOMPARE(m_window->clusters().marks(id).name, std::string("Course"));
    QVERIFY(tabTo(&window(), QStringLiteral("Colour")));
    press(Qt::Key_Down);
    QVERIFY(!m_window->clusters().marks(id).colour.empty());
    m_window->clusters().mark(id, {});
}

void KeyboardFlowsTest::aCommandAndAnObjectAreFoundByTheirLetters()
{
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("connection"));
    press(Qt::Key_Return);
    QTRY_COMPARE(titleNow(), QStringLiteral("Connection"));
    press(Qt::Key_P, Qt::ControlModifier);
    type(QStringLiteral("downward-demo"));
    QTRY_VERIFY(QApplication::focusWidget()->accessibleDescription().contains(QStringLiteral("downward-demo")));
    press(Qt::Key_Return);
    QTRY_VERIFY2(titleNow().contains(QStringLiteral("downward-demo")), qPrintable(titleNow()));
}

void KeyboardFlowsTest::contextsAndNamespacesAreChosen()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QWidget *line = QApplication::activePopupWidget()->focusWidget();
    type(QStringLiteral("team-a"));
    QTRY_VERIFY2(line->accessibleDescription() == QStringLiteral("team-a, not chosen"), qPrintable(line->accessibleDescription()));
    press(Qt::Key_Return);
    QCOMPARE(line->accessibleDescription(), QStringLiteral("team-a, chosen"));
    press(Qt::Key_Escape);
    QCOMPARE(m_cluster ? window().view()->namespaces() : QStringList(), QStringList{QStringLiteral("team-a")});
    window().view()->setNamespaces({});
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    line = QApplication::activePopupWidget()->focusWidget();
    QVERIFY2(line->accessibleDescription().startsWith(QStringLiteral("demo")), qPrintable(line->accessibleDescription()));
    type(QStringLiteral("team-b"));
    QTRY_VERIFY2(line->accessibleDescription().startsWith(QStringLiteral("team-b")), qPrintable(line->accessibleDescription()));
    press(Qt::Key_Return);
    QCOMPARE(window().view()->namespaces(), QStringList{QStringLiteral("team-b")});
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    type(QStringLiteral("all name"));
    QVERIFY2(line->accessibleDescription().startsWith(QStringLiteral("All namespaces")), qPrintable(line->accessibleDescription()));
    press(Qt::Key_Return);
    QCOMPARE(window().view()->namespaces(), QStringList());
    QCOMPARE(window().shownCluster(), m_cluster);
}

void KeyboardFlowsTest::aShortcutIsChanged()
{
    press(Qt::Key_F1);
    QTRY_COMPARE(titleNow(), QStringLiteral("Keyboard shortcuts"));
    QVERIFY(tabTo(&window(), QStringLiteral("Keyboard shortcuts")));
    press(Qt::Key_Home);
    const base::Command &first = m_window->registry().commands().front();
    press(Qt::Key_Return);
    QCOMPARE(walk::nameOf(QApplication::focusWidget()), QStringLiteral("New keys: press them"));
    press(Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(tabTo(&window(), QStringLiteral("Use these keys")));
    press(Qt::Key_Space);
    QCOMPARE(base::Shortcuts(m_window->clusters().settings(), m_window->registry()).of(first), QKeySequence(QStringLiteral("Ctrl+F9")));
    QVERIFY(tabTo(&window(), QStringLiteral("Reset")));
    press(Qt::Key_Space);
    QCOMPARE(base::Shortcuts(m_window->clusters().settings(), m_window->registry()).of(first), first.shortcut);
}

void KeyboardFlowsTest::aTipNamesTheKeysOfThePerson()
{
    const auto tipOf = [](QWidget *widget) {
        QHelpEvent asked(QEvent::ToolTip, QPoint(), widget->mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(widget, &asked);
        QToolTip::hideText();
        return widget->toolTip();
    };
    auto *contexts = window().findChild<shell::TopBar *>()->findChild<QPushButton *>();
    auto *close = window().findChild<QTabBar *>()->tabButton(0, QTabBar::RightSide);
    QVERIFY2(tipOf(contexts).contains(QStringLiteral("Switch to another context (Ctrl+K)")), qPrintable(tipOf(contexts)));
    QVERIFY2(tipOf(close).contains(QStringLiteral("Close this page (Ctrl+W)")), qPrintable(tipOf(close)));
    const auto buttons = window().findChildren<QToolButton *>();
    const auto back = std::ranges::find(buttons, QStringLiteral("Back"), [](const QToolButton *button) { return button->accessibleName(); });
    QVERIFY(back != buttons.end());
    QVERIFY2(tipOf(*back).contains(QStringLiteral("Back (Alt+Left)")), qPrintable(tipOf(*back)));
    base::Shortcuts shortcuts(m_window->clusters().settings(), m_window->registry());
    shortcuts.bind(*m_window->registry().command(QStringLiteral("switch-cluster")), QKeySequence(QStringLiteral("Ctrl+F9")));
    shortcuts.bind(*m_window->registry().command(QStringLiteral("close-page")), QKeySequence());
    QVERIFY2(tipOf(contexts).contains(QStringLiteral("Switch to another context (Ctrl+F9)")), qPrintable(tipOf(contexts)));
    QVERIFY2(tipOf(close).contains(QStringLiteral("Close this page<")), qPrintable(tipOf(close)));
    shortcuts.resetAll();
}

void KeyboardFlowsTest::theThemeIsChosen()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(titleNow(), QStringLiteral("Settings"));
    QVERIFY(tabTo(&window(), QStringLiteral("Theme")));
    press(Qt::Key_End);
    QVERIFY(base::Theme::instance().isDark());
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    QVERIFY(!base::Theme::instance().isDark());
}

void KeyboardFlowsTest::pagesAreOpenedChangedAndClosed()
{
    QVERIFY(tabTo(&window(), QStringLiteral("Kinds of this cluster")));
    type(QStringLiteral("Nodes"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(titleNow(), QStringLiteral("Nodes"));
    press(Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_VERIFY(titleNow() != QStringLiteral("Nodes"));
    press(Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(titleNow(), QStringLiteral("Nodes"));
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(titleNow() != QStringLiteral("Nodes"));
}

void KeyboardFlowsTest::theSelectedObjectIsReadBesideTheTable()
{
    table::GridView &grid = m_window->table()->grid();
    grid.setFocus();
    press(Qt::Key_Home);
    const auto panel = [this] { return m_window->table()->findChild<base::ObjectPanel *>(); };
    QVERIFY2(!panel(), "what is not shown is not made");
    press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(panel() && panel()->isVisible());
    const auto told = [&] { return panel()->findChild<detail::LinkButton *>()->text(); };
    const auto nameOfRow = [&] { return grid.currentKey().section(u'/', 1); };
    QCOMPARE(told(), nameOfRow());
    QVERIFY2(grid.hasFocus(), "the keys stay in the table");
    const QString before = told();
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Down);
    QVERIFY2(nameOfRow() != before && told() == before, "rows that a person passes are not told");
    QTRY_COMPARE(told(), nameOfRow());
    const auto isLive = [&] { return std::ranges::any_of(panel()->findChildren<base::PlainLabel *>(), [](const auto *label) { return label->text() == QStringLiteral("✓ live"); }); };
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), fault::patience);
    press(Qt::Key_F6);
    QVERIFY(panel()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    QVERIFY(grid.hasFocus());
    QVERIFY(panel()->x() > grid.x());
    window().pane()->view().settings().set("object panel", "place", text::Value::string("below"));
    QTRY_VERIFY(panel()->y() > 0);
    press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(!panel()->isVisible());
    const auto isTold = [this](const QString &words) {
        const auto labels = window().findChildren<base::PlainLabel *>();
        return std::ranges::any_of(labels, [&](const base::PlainLabel *label) { return label->accessibleName() == words; });
    };
    press(Qt::Key_F6);
    QVERIFY(isTold(QStringLiteral("The selected object is not shown (Ctrl+I)")));
    base::Shortcuts shortcuts(m_window->clusters().settings(), m_window->registry());
    shortcuts.bind(*m_window->registry().command(QStringLiteral("object-panel")), QKeySequence(QStringLiteral("Ctrl+F9")));
    press(Qt::Key_F6);
    QVERIFY(isTold(QStringLiteral("The selected object is not shown (Ctrl+F9)")));
    shortcuts.resetAll();
}

void KeyboardFlowsTest::oneGoesBackAndForward()
{
    m_window->table()->grid().setFocus();
    press(Qt::Key_Home);
    const QString list = titleNow(), pod = m_window->table()->grid().currentKey().section(u'/', 1);
    press(Qt::Key_Return);
    QTRY_VERIFY(titleNow().endsWith(pod));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(titleNow(), list);
    press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(titleNow().endsWith(pod));
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!titleNow().endsWith(pod));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY2(titleNow().endsWith(pod), "what was closed is opened anew");
    QTest::mouseClick(window().pane(), Qt::BackButton);
    QCOMPARE(titleNow(), list);
    QTest::mouseClick(window().pane(), Qt::ForwardButton);
    QVERIFY(titleNow().endsWith(pod));
}

/// Keys with Ctrl come with the letters that are on them then, and texts are composed.
void KeyboardFlowsTest::everythingWorksWhileTheKeyboardWritesKorean()
{
    const auto focus = [this]() -> QWidget * {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *widget = popup ? popup->focusWidget() : QApplication::focusWidget();
        return widget ? widget : &window();
    };
    const auto pressJamo = [&](char16_t letter, Qt::KeyboardModifiers modifiers) {
        QKeyEvent key(QEvent::KeyPress, letter, modifiers, QString());
        QCoreApplication::sendEvent(focus(), &key);
    };
    const auto compose = [&](const QString &complete, const QString &composed) {
        QInputMethodEvent event(composed, {});
        event.setCommitString(complete);
        QCoreApplication::sendEvent(focus(), &event);
    };
    pressJamo(u'ㅔ', Qt::ControlModifier | Qt::ShiftModifier); // Ctrl+Shift+P
    compose(QStringLiteral("채ㅜㅜㄷㅊ샤ㅐ"), QStringLiteral("ㅜ"));
    QTRY_VERIFY2(QApplication::focusWidget()->accessibleDescription().startsWith(QStringLiteral("Connection")), qPrintable(QApplication::focusWidget()->accessibleDescription()));
    compose(QStringLiteral("ㅜ"), {});
    press(Qt::Key_Return);
    QTRY_COMPARE(titleNow(), QStringLiteral("Connection"));
    pressJamo(u'ㅈ', Qt::ControlModifier); // Ctrl+W
    QTRY_VERIFY(titleNow() != QStringLiteral("Connection"));
    window().showCluster(m_cluster, {QStringLiteral("pods"), {}, {}, {}});
    pressJamo(u'ㅏ', Qt::ControlModifier); // Ctrl+K
    QTRY_VERIFY(QApplication::activePopupWidget());
    compose(QStringLiteral("ㅅㄷ므-"), QStringLiteral("ㅁ"));
    QTRY_VERIFY2(focus()->accessibleDescription().startsWith(QStringLiteral("team-a")), qPrintable(focus()->accessibleDescription()));
    compose(QStringLiteral("ㅁ"), {});
    press(Qt::Key_Return);
    QCOMPARE(window().view()->namespaces(), QStringList{QStringLiteral("team-a")});
    window().view()->setNamespaces({});
    m_window->table()->grid().setFocus();
    pressJamo(u'ㄹ', Qt::ControlModifier); // Ctrl+F
    QCOMPARE(walk::nameOf(QApplication::focusWidget()), QStringLiteral("Filter of the rows"));
    compose(QStringLiteral("애줒ㅁㄱ"), QStringLiteral("ㅇ"));
    QCOMPARE(model().filterText(), std::string("downward"));
    QVERIFY(model().rowCount() > 0);
    QVERIFY2(Window::allWords(m_window->table()).contains(QStringLiteral("Found by its keys: downward")), qPrintable(Window::allWords(m_window->table())));
    compose(QStringLiteral("ㅇ없다"), {});
    QCOMPARE(model().filterText(), std::string("애줒ㅁㄱㅇ없다")); // neither finds anything: what was typed is what counts
    QVERIFY(!Window::allWords(m_window->table()).contains(QStringLiteral("Found by its keys")));
}

void KeyboardFlowsTest::whatWasSaidIsReadAgain()
{
    window().tell(QStringLiteral("The first word"));
    window().tell(QStringLiteral("The last word"));
    window().tell(QStringLiteral("The last word"));
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(qobject_cast<shell::NoticeList *>(QApplication::activePopupWidget()));
    auto *notices = qobject_cast<shell::NoticeList *>(QApplication::activePopupWidget());
    auto *list = notices->findChild<QListWidget *>();
    QCOMPARE(notices->focusWidget(), list);
    QVERIFY2(list->item(0)->text().endsWith(QStringLiteral("   The last word")), qPrintable(list->item(0)->text()));
    QVERIFY2(list->item(1)->text().endsWith(QStringLiteral("   The first word")), qPrintable(list->item(1)->text()));
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(copied.size(), 2);
    QVERIFY(copied[0].endsWith(QStringLiteral("The last word")) && QTime::fromString(copied[0].left(8), QStringLiteral("hh:mm:ss")).isValid());
    for (int i = 0; i < 2 * shell::NoticeList::Most; ++i)
        window().tell(QString::number(i));
    QCOMPARE(notices->count(), shell::NoticeList::Most);
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!notices->isVisible());
}

QTEST_MAIN(KeyboardFlowsTest)
#include "KeyboardFlowsTest.moc"
