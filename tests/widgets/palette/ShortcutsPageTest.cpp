#include "models/settings/Settings.h"
#include "tests/widgets/palette/Typing.h"
#include "widgets/base/PlainTable.h"
#include "widgets/palette/ShortcutsPage.h"
#include "widgets/table/TableHead.h"

#include <QKeySequenceEdit>

using fault::Demo;
using fault::Window;
using namespace typing;

/// The keys of the program: listed, chosen, told apart, given back.
class ShortcutsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init()
    {
        m_demo = std::make_unique<Demo>();
        m_window = std::make_unique<Window>();
        QVERIFY(m_window->open(m_demo->access->kubeconfig));
        QTRY_VERIFY(m_window->table() && Window::isLive(m_window->table()));
        window().activateWindow();
        QTRY_VERIFY(window().isActiveWindow());
        QTest::keyClick(&window(), Qt::Key_F1);
        m_page = qobject_cast<palette::ShortcutsPage *>(window().page());
        QVERIFY(m_page);
        m_keys = m_page->findChild<QKeySequenceEdit *>();
    }
    void cleanup()
    {
        m_window.reset();
        m_demo.reset();
    }

    void everyCommandIsListedWithItsKeys()
    {
        QCOMPARE(table()->model()->rowCount(), int(m_window->registry().commands().size()));
        choose(QStringLiteral("palette"));
        QCOMPARE(cell(1), QStringLiteral("Ctrl+Shift+P"));
    }

    void otherKeysWorkAtOnceAndTheOldOnesNoLonger()
    {
        choose(QStringLiteral("palette"));
        m_keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+J")));
        QVERIFY(Window::press(m_page, QStringLiteral("Use these keys")));
        QCOMPARE(cell(1), QStringLiteral("Ctrl+J"));
        QCOMPARE(m_window->clusters().settings().value("shortcuts", "palette").text(), std::string("Ctrl+J"));
        QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!box(window()));
        QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(box(window()));
        QCOMPARE(rowOf(window(), QStringLiteral("Command palette")).data(palette::Offers::TailRole).toString(), QStringLiteral("Ctrl+J"));
    }

    void keysThatSomethingElseHasAreToldAndTaken()
    {
        choose(QStringLiteral("palette"));
        m_keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+K")));
        QVERIFY(Window::allWords(m_page).contains(QStringLiteral("They belong to: Switch to another context…")));
        QVERIFY(Window::press(m_page, QStringLiteral("Take these keys")));
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(box(window()));
        choose(QStringLiteral("switch-cluster"));
        QCOMPARE(cell(1), QString());
    }

    void findingOnAPageIsOneOfThem()
    {
        choose(QStringLiteral("find"));
        m_keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+J")));
        QVERIFY(Window::press(m_page, QStringLiteral("Use these keys")));
        window().open({QStringLiteral("pods"), {}, {}, {}});
        QTRY_VERIFY(m_window->table());
        const QLineEdit &filter = m_window->table()->findChild<table::TableHead *>()->filter();
        QVERIFY(!filter.hasFocus());
        QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(filter.hasFocus());
        window().open({QStringLiteral("shortcuts"), {}, {}, {}});
        QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(Window::allWords(&window()).contains(QStringLiteral("There is nothing to look in on this page")));
    }

    void resetGivesThemBack()
    {
        choose(QStringLiteral("palette"));
        m_keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+K")));
        QVERIFY(Window::press(m_page, QStringLiteral("Take these keys")));
        QVERIFY(Window::press(m_page, QStringLiteral("Reset all")));
        QCOMPARE(cell(1), QStringLiteral("Ctrl+Shift+P"));
        QVERIFY(m_window->clusters().settings().keys("shortcuts").empty());
        QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(box(window()));
    }

    void whatIsNoShortcutInTheFileIsIgnored()
    {
        settings::Settings &settings = m_window->clusters().settings();
        for (text::Value value : {text::Value::number(7), text::Value::string("no keys at all"), text::Value::list()}) {
            settings.set("shortcuts", "palette", std::move(value));
            choose(QStringLiteral("palette"));
            QCOMPARE(cell(1), QStringLiteral("Ctrl+Shift+P"));
        }
    }

private:
    shell::MainWindow &window() { return m_window->window(); }
    base::PlainTable *table() { return m_page->findChild<base::PlainTable *>(); }
    void choose(const QString &name)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data(Qt::UserRole).toString() == name)
                table()->selectRow(row);
        }
    }
    QString cell(int column) { return table()->model()->index(table()->currentIndex().row(), column).data().toString(); }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    palette::ShortcutsPage *m_page = nullptr;
    QKeySequenceEdit *m_keys = nullptr;
};

QTEST_MAIN(ShortcutsPageTest)
#include "ShortcutsPageTest.moc"
