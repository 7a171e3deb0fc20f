#include "models/text/Json.h"
#include "tests/fault/window/Window.h"
#include "tests/support/SmallDisk.h"
#include "widgets/detail/ObjectPage.h"
#include "widgets/shell/DormantPage.h"
#include "widgets/shell/PageTabs.h"
#include "widgets/shell/WindowMemory.h"

#include <QLineEdit>

using fault::Window;
using shell::WindowMemory;

/// What was open is open again after the next start, whatever happened between the two.
class RestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAsItWasLeft();
    void aKindThatIsGoneIsLeftOutAndSaid();
    void whatWasPastedIsNotRemembered();
    void aProgramThatMakesCredentialsRunsOnlyForTheClusterThatWasShown();
    void afterTwoStartsThatEndedEarlyNothingIsOpened();
    void f25_aFullDiskIsSaidAndLosesNothing();
    void f28_aSecondProgramNeitherOpensNorRemembers();
    void resettingTheLayoutForgetsPlacesAndKeepsWhatWasMade();
    void anyContentOfTheFileStartsTheWindow_data();
    void anyContentOfTheFileStartsTheWindow();

private:
    static QStringList tabs(Window &window)
    {
        QStringList addresses;
        for (const base::Page *page : window.pane()->findChild<shell::PageTabs *>()->pages())
            addresses << page->address().toString();
        return addresses;
    }
};

void RestartTest::everythingIsAsItWasLeft()
{
    fault::Demo demo;
    Window window;
    Window::put(window.config("one"), demo.access->kubeconfig);
    window.start();
    window.connectTo("demo");
    table::TablePage *pods = window.table();
    TRY_SHOWN(pods, Window::isLive(pods));
    window.pane()->open(*base::Address::parse(QStringLiteral("services")));
    window.pane()->open(*base::Address::parse(QString::fromLatin1("pods/") + QString::fromStdString(pods->model().key(0)) + QStringLiteral("#yaml")));
    window.pane()->open(*base::Address::parse(QStringLiteral("pods")));
    pods->findChild<QLineEdit *>()->setText(QStringLiteral("o"));
    const int rows = pods->model().rowCount();
    QVERIFY(rows > 5);
    QVERIFY(pods->grid().showRow(pods->model().rowId(rows - 1)));
    pods->grid().scrollTo(3);
    const int first = pods->grid().firstVisibleRow();
    QVERIFY(first > 0);
    const QString current = pods->grid().currentKey();
    const QStringList open = tabs(window);
    QCOMPARE(open.size(), 3);
    window.window().setGeometry(0, 25, 800, 740);
    const QRect place = window.window().geometry();

    window.restart();
    QTRY_VERIFY_WITH_TIMEOUT(window.pane() && window.window().shownCluster(), fault::patience);
    pods = window.table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    QCOMPARE(tabs(window), open);
    QCOMPARE(window.pane()->currentPage(), pods);
    QCOMPARE(pods->findChild<QLineEdit *>()->text(), QStringLiteral("o"));
    QCOMPARE(pods->model().rowCount(), rows);
    QTRY_COMPARE(pods->grid().currentKey(), current);
    QCOMPARE(pods->grid().firstVisibleRow(), first);
    QCOMPARE(window.window().geometry().top(), place.top());
    QCOMPARE(window.window().height(), place.height());
    // Nobody looked at the others, so nothing of them is watched.
    QCOMPARE(window.pane()->findChildren<shell::DormantPage *>().size(), 2);
    QVERIFY(!window.pane()->findChild<detail::ObjectPage *>());
    window.pane()->open(*base::Address::parse(open.last()));
    QVERIFY(window.pane()->findChild<detail::ObjectPage *>());
    QCOMPARE(tabs(window), open);
}

void RestartTest::aKindThatIsGoneIsLeftOutAndSaid()
{
    fault::Demo demo;
    Window window;
    Window::put(window.config("one"), demo.access->kubeconfig);
    window.start();
    shell::RememberedPane pane;
    pane.pages = {{{QStringLiteral("boats.example.com"), {}, {}, {}}, QStringLiteral("Boats"), {}}, {{QStringLiteral("nodes"), {}, {}, {}}, QStringLiteral("Nodes"), {}}};
    window.clusters().settings().set("session", shell::keyOf({window.config("one"), "demo"}), pane.toValue());
    window.connectTo("demo");
    QVERIFY(window.table(QStringLiteral("nodes")));
    QCOMPARE(tabs(window), QStringList{QStringLiteral("nodes")});
    QVERIFY(Window::allWords(&window.window()).contains(QStringLiteral("boats.example.com")));
}

void RestartTest::whatWasPastedIsNotRemembered()
{
    fault::Demo demo;
    Window window;
    Window::put(window.config("none"), fault::kubeConfig("nowhere", "https://127.0.0.1:1"));
    window.start();
    window.clusters().paste({"pasted", base::SecretText(demo.access->kubeconfig)});
    QTRY_VERIFY_WITH_TIMEOUT(window.connectTo("demo"), fault::patience);
    QVERIFY(window.table());
    window.restart();
    QTRY_VERIFY_WITH_TIMEOUT(window.clusters().isRead(), fault::patience);
    QVERIFY(window.clusters().connected().empty());
    QVERIFY(window.clusters().settings().keys("session").empty());
}

void RestartTest::aProgramThatMakesCredentialsRunsOnlyForTheClusterThatWasShown()
{
    const std::string plugin = "exec: {apiVersion: client.authentication.k8s.io/v1, command: /nowhere/plugin, interactiveMode: Never}";
    Window window;
    for (const char *name : {"first", "second", "third"})
        Window::put(window.config(name), fault::kubeConfig(name, "https://127.0.0.1:1", {}, plugin));
    Window::put(window.config("plain"), fault::kubeConfig("plain", "https://127.0.0.1:1"));
    window.start();
    QTRY_COMPARE_WITH_TIMEOUT(window.clusters().entries().size(), std::size_t(4), fault::patience);
    for (const char *name : {"first", "plain", "third", "second"})
        QVERIFY(window.connectTo(name));
    window.restart();
    QTRY_VERIFY_WITH_TIMEOUT(window.window().shownCluster(), fault::patience);
    QStringList connected;
    for (const cluster::ConnectedCluster *each : window.clusters().connected())
        connected << QString::fromStdString(each->entry().context.context);
    QCOMPARE(connected, (QStringList{QStringLiteral("plain"), QStringLiteral("second")}));
    QCOMPARE(window.window().shownCluster()->entry().context.context, std::string("second"));
}

void RestartTest::afterTwoStartsThatEndedEarlyNothingIsOpened()
{
    Window window;
    Window::put(window.config("one"), fault::kubeConfig("one", "https://127.0.0.1:1"));
    window.start();
    QVERIFY(window.connectTo("one"));
    window.restart(Window::End::Crash);
    QTRY_VERIFY_WITH_TIMEOUT(window.window().shownCluster(), fault::patience);
    window.restart(Window::End::Crash);
    QTRY_VERIFY_WITH_TIMEOUT(window.clusters().isRead(), fault::patience);
    QVERIFY(!window.window().shownCluster());
    QVERIFY(Window::allWords(&window.window()).contains(QStringLiteral("ended early")));
}

void RestartTest::f25_aFullDiskIsSaidAndLosesNothing()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    support::SmallDisk disk(folder->filePath(QStringLiteral("state")), support::SmallDisk::Kind::Tmpfs);
    if (!disk.isMounted())
        QSKIP("mounting a small file system needs root");
    Window window(kube::ExecTrust::Scope::EverythingNow, folder);
    Window::put(window.config("one"), fault::kubeConfig("one", "https://127.0.0.1:1"));
    window.start();
    const auto remembered = [&](const char *kind) {
        QFile file(QString::fromStdString(window.folder() + "/state/settings.json"));
        const auto written = settings::Document::parse(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "{}");
        return written ? written->value("kinds", kind).text().size() : 0;
    };
    const auto says = [&] {
        const auto labels = window.window().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->accessibleName().startsWith(QStringLiteral("Settings are not saved in")); });
    };
    settings::Settings &settings = window.clusters().settings();
    settings.set("kinds", "pods", text::Value::string(std::string(1000, 'a')));
    QTRY_COMPARE_WITH_TIMEOUT(remembered("pods"), std::size_t(1000), fault::patience);
    QVERIFY(disk.fill() && !says());
    settings.set("kinds", "pods", text::Value::string(std::string(20'000, 'b')));
    QTRY_VERIFY_WITH_TIMEOUT(says(), fault::patience);
    QCOMPARE(remembered("pods"), std::size_t(1000));
    disk.makeRoom();
    settings.set("kinds", "nodes", text::Value::string("n"));
    window.stop();
    QCOMPARE(remembered("pods"), std::size_t(20'000));
    QCOMPARE(remembered("nodes"), std::size_t(1));
}

void RestartTest::f28_aSecondProgramNeitherOpensNorRemembers()
{
    Window first;
    Window::put(first.config("one"), fault::kubeConfig("one", "https://127.0.0.1:1"));
    first.start();
    QVERIFY(first.connectTo("one"));
    Window second(first);
    QVERIFY(!second.clusters().settings().isFirst());
    second.start();
    QTRY_VERIFY_WITH_TIMEOUT(second.clusters().isRead(), fault::patience);
    QVERIFY(!second.window().shownCluster());
    second.window().setGeometry(1, 1, 500, 500);
    second.stop();
    first.restart();
    QTRY_VERIFY_WITH_TIMEOUT(first.window().shownCluster(), fault::patience);
    QVERIFY(first.window().geometry() != QRect(1, 1, 500, 500));
}

void RestartTest::resettingTheLayoutForgetsPlacesAndKeepsWhatWasMade()
{
    Window window;
    Window::put(window.config("one"), fault::kubeConfig("one", "https://127.0.0.1:1"));
    window.start();
    QVERIFY(window.connectTo("one"));
    settings::Settings &settings = window.clusters().settings();
    const auto layout = text::parseJson(R"({"columns": [{"name": "Name", "width": 900}], "sort": [{"column": "Age", "descending": true}],
        "brokenFirst": true, "group": "Namespace", "folded": ["team-a"], "userColumns": [{"name": "Image", "path": ".spec"}]})");
    settings.set("kinds", "pods", *layout);
    text::Value onlySorted = text::Value::map();
    onlySorted.set("sort", (*layout)["sort"]);
    settings.set("kinds", "nodes", onlySorted);
    WindowMemory::forget(settings);
    QVERIFY(settings.keys("window").empty());
    QVERIFY(settings.keys("session").empty());
    text::Value made = text::Value::map();
    made.set("userColumns", (*layout)["userColumns"]);
    QVERIFY(settings.value("kinds", "pods") == made);
    QCOMPARE(settings.keys("kinds"), std::vector<std::string>{"pods"});
}

void RestartTest::anyContentOfTheFileStartsTheWindow_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("\0\1\2half", 7);
    QTest::newRow("other types") << QByteArray(R"({"window": {"last": [], "early ends": "x"}, "session": 3, "kinds": {"pods": []}, "appearance": {"theme": {}, "language": 7}})");
    QTest::newRow("odd numbers") << QByteArray(R"({"window": {"last": {"frame": [1e400, -99999999999999999999, 0, 0], "connected": [{"file": 1}], "shown": {}}, "early ends": -5}})");
    QTest::newRow("nested") << QByteArray(500, '[') + QByteArray(500, ']');
}

void RestartTest::anyContentOfTheFileStartsTheWindow()
{
    QFETCH(QByteArray, content);
    Window window;
    Window::put(window.config("one"), fault::kubeConfig("one", "https://127.0.0.1:1"));
    window.start();
    window.stop();
    Window::put(window.folder() + "/state/settings.json", content.toStdString());
    window.restart();
    QTRY_VERIFY_WITH_TIMEOUT(window.clusters().isRead() && !window.clusters().entries().empty(), fault::patience);
    QVERIFY(window.window().isVisible());
    QVERIFY(window.connectTo("one"));
}

QTEST_MAIN(RestartTest)
#include "RestartTest.moc"
