#include "tests/fault/window/OpenDemo.h"
#include "tests/widgets/window/Walk.h"
#include "widgets/settings/SettingsFeature.h"
#include "widgets/shell/TopBar.h"
#include "widgets/table/GridHeader.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

using fault::Window;

/// Every page, dialog and popup: each control has a name, Tab reaches all of them, in the order in which they are read.
class KeyboardWalkTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDemo<settings::SettingsFeature>(); }
    void cleanupTestCase() { closeDemo(); }
    void everyControlIsNamedAndReachedInReadingOrder_data();
    void everyControlIsNamedAndReachedInReadingOrder();

private:
    QWidget *open(const QString &what);
    QWidget *openPage(const QString &address);
    QWidget *runCommand(const QString &name);
    QWidget *openImport(bool isFilled);
    static QWidget *surface(QWidget *window);

};

QWidget *KeyboardWalkTest::openPage(const QString &address)
{
    window().showCluster(m_cluster);
    window().open(*base::Address::parse(address));
    const auto isThere = [this] { return window().page() && window().page()->isSettled(); };
    return QTest::qWaitFor(isThere, fault::patience) ? &window() : nullptr;
}

/// What the window has opened over itself.
QWidget *KeyboardWalkTest::surface(QWidget *window)
{
    const auto opened = [window]() -> QWidget * {
        if (QApplication::activePopupWidget() || QApplication::activeWindow() != window)
            return QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeWindow();
        QWidget *palette = window->findChild<QWidget *>(QStringLiteral("palette"));
        return palette && palette->isVisible() ? palette : nullptr;
    };
    (void)QTest::qWaitFor([&] { return opened() != nullptr; }, fault::patience);
    return opened();
}

QWidget *KeyboardWalkTest::runCommand(const QString &name)
{
    if (!openPage(QStringLiteral("pods")))
        return nullptr;
    for (const base::Command &command : window().page()->commands()) {
        if (command.name == name)
            command.run();
    }
    if (const base::Command *command = m_window->registry().command(name))
        command->run();
    return surface(&window());
}

QWidget *KeyboardWalkTest::openImport(bool isFilled)
{
    QWidget *form = runCommand(QStringLiteral("paste-kubeconfig"));
    auto *text = form->findChild<QPlainTextEdit *>();
    if (isFilled && text) {
        text->setPlainText(QString::fromStdString(fault::kubeConfig("default", "https://127.0.0.1:6443", {}, "token: t")));
        (void)QTest::qWaitFor([form] { return form->findChildren<QLineEdit *>().last()->isVisible(); }, fault::patience);
    }
    return form;
}

QWidget *KeyboardWalkTest::open(const QString &what)
{
    if (what == QStringLiteral("an empty import form") || what == QStringLiteral("a filled import form"))
        return openImport(what == QStringLiteral("a filled import form"));
    if (what == QStringLiteral("a column of one's own")) {
        openPage(QStringLiteral("pods"));
        Q_EMIT m_window->table()->grid().header().userColumnRequested({});
        return surface(&window());
    }
    if (!what.startsWith(u'>'))
        return openPage(what);
    return runCommand(what.mid(1));
}

void KeyboardWalkTest::everyControlIsNamedAndReachedInReadingOrder_data()
{
    QTest::addColumn<QString>("what");
    for (const char *page : {"pods", "nodes", "connection", "settings", "shortcuts", "catalog", "pods/team-a/downward-demo", "pods/team-a/downward-demo#yaml", "pods/team-a/downward-demo#events"})
        QTest::newRow(page) << QString::fromLatin1(page);
    for (const char *command : {">columns", ">palette", ">go-to-object", ">switch-cluster", ">namespaces"})
        QTest::newRow(command + 1) << QString::fromLatin1(command);
    for (const char *form : {"a column of one's own", "an empty import form", "a filled import form"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void KeyboardWalkTest::everyControlIsNamedAndReachedInReadingOrder()
{
    QFETCH(QString, what);
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QPointer<QWidget> surface = open(what);
    QVERIFY(surface);
    QCoreApplication::processEvents(); // it is laid out
    if (surface == &window()) // from the beginning
        surface->findChild<shell::TopBar *>()->findChild<QPushButton *>()->setFocus();
    const QStringList faults = walk::faultsOf(surface, surface == &window() ? 0 : 1);
    QCoreApplication::processEvents(); // a palette that was left goes
    if (surface && surface->isVisible() && surface != &window())
        QTest::keyClick(surface, Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(KeyboardWalkTest)
#include "KeyboardWalkTest.moc"
