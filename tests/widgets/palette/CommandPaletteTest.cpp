#include "tests/widgets/palette/Typing.h"
#include "widgets/shell/TopBar.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QShortcut>

using fault::Demo;
using fault::Window;
using namespace typing;

/// Everything by its name: opened, narrowed and chosen by keys and by mouse.
class CommandPaletteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void itOpensAndClosesByItsKeysAndGivesTheFocusBack();
    void theMouseOpensItFromTheTopBar();
    void everyShortcutOfTheWindowIsACommand();
    void aKindIsOpenedByTypingItsBeginning();
    void whatIsTypedInKoreanModeIsFoundWhileItIsComposed();
    void aClickRunsACommand();
    void whatCannotBeDoneIsGreyedSaysWhyAndIsNotRun();
    void whatWasUsedLastComesFirst();
    void theArrowsMoveAndTheScreenReaderHearsWhere();
    void aClickElsewhereClosesIt();
    void nothingThatFitsIsSaid();
    void aPageIsClosedAndTheOthersAreWalkedByCommands();

private:
    shell::MainWindow &window() { return m_window->window(); }
    void openByKeys()
    {
        QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(box(window()) && line(window())->hasFocus());
    }
    void run(const QString &title)
    {
        openByKeys();
        type(window(), title);
        QTest::keyClick(line(window()), Qt::Key_Return);
        QTRY_VERIFY(!box(window()));
    }
    QString place() { return window().page()->address().toString(); }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
};

void CommandPaletteTest::initTestCase()
{
    qputenv("NO_PROXY", "*");
    m_demo = std::make_unique<Demo>();
    QVERIFY(m_demo->access);
}

void CommandPaletteTest::init()
{
    m_window = std::make_unique<Window>();
    QVERIFY(m_window->open(m_demo->access->kubeconfig));
    QTRY_VERIFY(m_window->table() && Window::isLive(m_window->table()));
    window().activateWindow();
    QTRY_VERIFY(window().isActiveWindow());
}

void CommandPaletteTest::itOpensAndClosesByItsKeysAndGivesTheFocusBack()
{
    QWidget &grid = m_window->table()->grid();
    grid.setFocus();
    openByKeys();
    QTest::keyClick(line(window()), Qt::Key_Escape);
    QTRY_VERIFY(!box(window()));
    QVERIFY(grid.hasFocus());
    openByKeys();
    QTest::keyClick(line(window()), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!box(window()));
}

void CommandPaletteTest::theMouseOpensItFromTheTopBar()
{
    for (const char *title : {"Commands", "Go to…"}) {
        QVERIFY2(Window::press(window().findChild<shell::TopBar *>(), QString::fromUtf8(title)), title);
        QTRY_VERIFY2(box(window()) && line(window())->hasFocus(), title);
        QTest::keyClick(line(window()), Qt::Key_Escape);
        QTRY_VERIFY(!box(window()));
    }
}

void CommandPaletteTest::everyShortcutOfTheWindowIsACommand()
{
    openByKeys();
    QStringList offered;
    for (int row = 0; row < box(window())->offers().rowCount(); ++row)
        offered << box(window())->offers().index(row).data(palette::Offers::TailRole).toString();
    for (const auto *shortcut : window().findChildren<QShortcut *>())
        QVERIFY2(offered.contains(shortcut->key().toString(QKeySequence::NativeText)), qPrintable(shortcut->key().toString()));
}

void CommandPaletteTest::aKindIsOpenedByTypingItsBeginning()
{
    run(QStringLiteral("deployments"));
    QTRY_COMPARE(place(), QStringLiteral("deployments.apps"));
    run(QStringLiteral("svc"));
    QTRY_COMPARE(place(), QStringLiteral("services"));
}

void CommandPaletteTest::whatIsTypedInKoreanModeIsFoundWhileItIsComposed()
{
    openByKeys();
    line(window())->insert(QStringLiteral("ㅜㅐㅇ"));
    QInputMethodEvent composing(QStringLiteral("ㄷ"), {});
    QCoreApplication::sendEvent(line(window()), &composing);
    QCOMPARE(line(window())->wholeText(), QStringLiteral("ㅜㅐㅇㄷ"));
    QCOMPARE(list(window())->currentIndex().data().toString(), QStringLiteral("Nodes"));
    QCOMPARE(list(window())->currentIndex().data(palette::Offers::MarksRole).value<QList<int>>(), (QList<int>{0, 1, 2, 3}));
}

void CommandPaletteTest::aClickRunsACommand()
{
    openByKeys();
    type(window(), QStringLiteral("theme dark"));
    const QRect rect = list(window())->visualRect(rowOf(window(), QStringLiteral("Theme: dark")));
    QVERIFY(!rect.isEmpty());
    QTest::mouseClick(list(window())->viewport(), Qt::LeftButton, {}, rect.center());
    QTRY_VERIFY(!box(window()));
    QVERIFY(base::Theme::instance().isDark());
}

void CommandPaletteTest::whatCannotBeDoneIsGreyedSaysWhyAndIsNotRun()
{
    openByKeys();
    type(window(), QStringLiteral("close this page"));
    const QModelIndex row = list(window())->currentIndex();
    QCOMPARE(row.data().toString(), QStringLiteral("Close this page"));
    QVERIFY(row.data(palette::Offers::RefusedRole).toBool());
    QCOMPARE(row.data(palette::Offers::NoteRole).toString(), QStringLiteral("It is the only page"));
    QTest::keyClick(line(window()), Qt::Key_Return);
    QVERIFY(box(window()));
    QTest::keyClick(line(window()), Qt::Key_Escape);
    QTRY_VERIFY(!box(window()));
    QTest::keyClick(&window(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(Window::allWords(&window()).contains(QStringLiteral("It is the only page")));
}

void CommandPaletteTest::whatWasUsedLastComesFirst()
{
    run(QStringLiteral("theme light"));
    run(QStringLiteral("nodes"));
    openByKeys();
    QCOMPARE(titles(window()).mid(0, 2), (QStringList{QStringLiteral("Nodes"), QStringLiteral("Theme: light")}));
}

void CommandPaletteTest::theArrowsMoveAndTheScreenReaderHearsWhere()
{
    openByKeys();
    type(window(), QStringLiteral("theme"));
    const QStringList all = titles(window());
    QVERIFY(all.size() > 2);
    QTest::keyClick(line(window()), Qt::Key_Down);
    QCOMPARE(list(window())->currentIndex().data().toString(), all[1]);
    QCOMPARE(line(window())->accessibleDescription(), all[1]);
    QTest::keyClick(line(window()), Qt::Key_Up);
    QTest::keyClick(line(window()), Qt::Key_Up);
    QCOMPARE(list(window())->currentIndex().data().toString(), all[0]);
    QTest::keyClick(line(window()), Qt::Key_PageDown);
    QCOMPARE(list(window())->currentIndex().data().toString(), all[std::min<qsizetype>(10, all.size() - 1)]);
}

void CommandPaletteTest::aClickElsewhereClosesIt()
{
    openByKeys();
    QTest::mouseClick(m_window->table(), Qt::LeftButton, {}, QPoint(5, m_window->table()->height() - 5));
    QTRY_VERIFY(!box(window()));
}

void CommandPaletteTest::nothingThatFitsIsSaid()
{
    openByKeys();
    type(window(), QStringLiteral("zzzzqqqq"));
    QVERIFY(titles(window()).isEmpty());
    QCOMPARE(line(window())->accessibleDescription(), QStringLiteral("Nothing fits"));
    QTest::keyClick(line(window()), Qt::Key_Return);
    QVERIFY(box(window()));
    QVERIFY(Window::allWords(box(window())).contains(QStringLiteral("Nothing fits")));
}

void CommandPaletteTest::aPageIsClosedAndTheOthersAreWalkedByCommands()
{
    window().open({QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("downward-demo"), {}});
    QTRY_COMPARE(place(), QStringLiteral("pods/team-a/downward-demo"));
    run(QStringLiteral("next page"));
    QCOMPARE(place(), QStringLiteral("pods"));
    QTest::keyClick(&window(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(place(), QStringLiteral("pods/team-a/downward-demo"));
    run(QStringLiteral("copy the kubectl command"));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("kubectl --context demo describe pods downward-demo")));
    run(QStringLiteral("copy the api call"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("GET /api/v1/namespaces/team-a/pods/downward-demo"));
    run(QStringLiteral("close this page"));
    QCOMPARE(place(), QStringLiteral("pods"));
}

QTEST_MAIN(CommandPaletteTest)
#include "CommandPaletteTest.moc"
