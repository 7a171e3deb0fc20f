#include "tests/widgets/detail/Tabs.h"
#include "widgets/detail/FindBar.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace detail;

/// An object as YAML, as a person reads it.
class YamlTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void yamlKeepsPlaceAndSelection();
    void yamlIsFound();
    void yamlOfASecretHidesItsValues();
};

void YamlTabTest::yamlKeepsPlaceAndSelection()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.resize(500, 160);
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    auto *view = yaml.findChild<QPlainTextEdit *>();
    QVERIFY(view->find(QStringLiteral("nginx")));
    view->verticalScrollBar()->setValue(3);
    QCOMPARE(view->verticalScrollBar()->value(), 3);
    watched.say("pods", "MODIFIED", Watched::pod("777", R"(,"labels":{"new":"line"})", "Failed"));
    QVERIFY(view->toPlainText().contains(QStringLiteral("phase: Failed\n")));
    QVERIFY(view->toPlainText().contains(QStringLiteral("resourceVersion: \"777\"\n")));
    QCOMPARE(view->textCursor().selectedText(), QStringLiteral("nginx"));
    QCOMPARE(view->verticalScrollBar()->value(), 3);
    QCOMPARE(yaml.command(), QStringLiteral("kubectl get pods web-0 -n team-a -o yaml"));
}

void YamlTabTest::yamlIsFound()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    auto *view = yaml.findChild<QPlainTextEdit *>();
    auto *bar = yaml.findChild<detail::FindBar *>();
    QVERIFY(!bar->isVisible());
    bar->open();
    auto *words = bar->findChild<QLineEdit *>();
    words->setText(QStringLiteral("name"));
    const int first = view->textCursor().selectionStart();
    QCOMPARE(view->textCursor().selectedText(), QStringLiteral("name"));
    QVERIFY(view->extraSelections().size() > 2);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(view->textCursor().selectionStart() > first);
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view->textCursor().selectionStart(), first);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(view->extraSelections().isEmpty());
}

void YamlTabTest::yamlOfASecretHidesItsValues()
{
    Watched watched("Secret", "secrets");
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("secrets", {R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":"5"},"data":{"key":"Y2FuYXJ5"}})"});
    auto *view = yaml.findChild<QPlainTextEdit *>();
    QVERIFY(!view->toPlainText().contains(QStringLiteral("Y2FuYXJ5")));
    named<QAbstractButton>(yaml, QStringLiteral("Copy the whole YAML"))->click();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("Y2FuYXJ5")));
    named<QCheckBox>(yaml, QStringLiteral("Secret values"))->click();
    QVERIFY(view->toPlainText().contains(QStringLiteral("Y2FuYXJ5")));
}

QTEST_MAIN(YamlTabTest)
#include "YamlTabTest.moc"
