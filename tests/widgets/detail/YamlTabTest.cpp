#include "tests/support/RecordedOpenApi.h"
#include "tests/widgets/detail/Tabs.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SecretClipboard.h"
#include "widgets/detail/CompareTab.h"
#include "widgets/detail/FieldNote.h"
#include "widgets/detail/FieldSource.h"
#include "widgets/detail/FindBar.h"
#include "widgets/detail/LazyText.h"
#include "widgets/detail/YamlView.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>
#include <QToolTip>

#include <memory>

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
    void shownSecretValuesAreHiddenAgain();
    void aSecretIsCopiedAsOneAsLongAsItIsShown();
    void managedFieldsAreFoldedUntilAsked();
    void foldsAreKeptWhileTheObjectChanges();
    void foldingAnswersToTheKeyboard();
    void whatIsFoundIsUnfolded();
    void aFieldIsDescribedAtTheCursor();
    void whereTheServerTellsNoSchemaTheReasonIsTold();
    void fieldsThatCouldNotBeReadAreAskedOfTheNextConnection();
    void aLongTextComesInPieces();
    void foldsOfALongTextComeInTurns();
    void whatIsFoundWhileFoldsComeIsSeenAtOnce();
    void onlyWhatIsSeenIsLaidOut();
    void keysTakeTheColorOfTheTheme();
    void anObjectIsComparedWithWhatWasLastApplied();
    void twoObjectsAreComparedWhileTheyChange();
    void withoutALastAppliedConfigurationThatIsSaid();
    void whatMayNotBeReadIsNotComparedForEver();
    void anObjectThatIsGoneIsComparedAsItWasLast();
    void whoIsChosenAfterThePageIsClosedIsNotLookedFor();
    void whereThereIsNothingToCompareTheButtonsStayAtTheTop();
};

namespace {

bool labelled(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<base::PlainLabel *>();
    return std::ranges::any_of(labels, [&](const base::PlainLabel *label) { return label->text() == text; });
}

/// The lines that are seen.
QStringList seen(const QPlainTextEdit &view)
{
    QStringList lines;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        if (block.isVisible() && !block.text().isEmpty())
            lines << block.text().trimmed();
    }
    return lines;
}

void putCursor(QPlainTextEdit &view, const QString &text)
{
    view.moveCursor(QTextCursor::Start);
    view.find(text);
}

/// More than one turn takes.
constexpr int manyLabels = 20'000;

std::string labels()
{
    std::string labels;
    for (int i = 0; i < manyLabels; ++i)
        labels += (i == 0 ? R"(,"labels":{"l)" : R"(,"l)") + std::to_string(100'000 + i) + R"(":"x")";
    return labels;
}

QTextBlock lineOf(const QPlainTextEdit &view, const QString &text)
{
    return view.document()->find(text).block();
}

const QStringList allFolded{QStringLiteral("apiVersion: v1"), QStringLiteral("kind: Pod"), QStringLiteral("metadata:"), QStringLiteral("spec:"), QStringLiteral("status:")};

const std::string managed = R"(,"managedFields":[{"manager":"kubectl","operation":"Apply"}])";

const std::string secret = R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":"5"},"data":{"key":"Y2FuYXJ5"}})";

/// A Secret whose values somebody asked for.
struct ShownSecret
{
    ShownSecret()
    {
        yaml.show();
        watched.makeLive("secrets", {secret});
        values->click();
        QTRY_VERIFY(yaml.isSettled() && isSeen());
    }
    bool isSeen() const { return yaml.findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("Y2FuYXJ5")); }

    Watched watched{"Secret", "secrets"};
    YamlTab yaml{watched.object()};
    QCheckBox *values = named<QCheckBox>(yaml, QStringLiteral("Secret values"));
};

} // namespace

void YamlTabTest::yamlKeepsPlaceAndSelection()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.resize(500, 160);
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    auto *view = yaml.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(yaml.isSettled());
    QVERIFY(view->find(QStringLiteral("nginx")));
    view->verticalScrollBar()->setValue(3);
    QCOMPARE(view->verticalScrollBar()->value(), 3);
    watched.say("pods", "MODIFIED", Watched::pod("777", R"(,"labels":{"new":"line"})", "Failed"));
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("phase: Failed\n")));
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
    QTRY_VERIFY(yaml.isSettled());
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
    watched.makeLive("secrets", {secret});
    auto *view = yaml.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(yaml.isSettled());
    QVERIFY(view->toPlainText().contains(QStringLiteral("key: ")));
    QVERIFY(!view->toPlainText().contains(QStringLiteral("Y2FuYXJ5")));
    named<QAbstractButton>(yaml, QStringLiteral("Copy the whole YAML"))->click();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("Y2FuYXJ5")));
    named<QCheckBox>(yaml, QStringLiteral("Secret values"))->click();
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("Y2FuYXJ5")));
}

void YamlTabTest::shownSecretValuesAreHiddenAgain()
{
    const ShownSecret shown;
    auto *clock = shown.yaml.findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(clock);
    QVERIFY(clock->isActive() && clock->isSingleShot());
    QCOMPARE(clock->intervalAsDuration(), std::chrono::milliseconds(base::SecretStays));
    clock->start(0);
    QTRY_VERIFY(shown.yaml.isSettled() && !shown.isSeen());
    QVERIFY(!shown.values->isChecked());
    shown.values->click();
    QVERIFY(clock->isActive());
    shown.values->click();
    QVERIFY(!clock->isActive());
}

/// Between the wish to hide the values and the page without them.
void YamlTabTest::aSecretIsCopiedAsOneAsLongAsItIsShown()
{
    const ShownSecret shown;
    shown.values->click();
    QVERIFY(shown.isSeen());
    named<QAbstractButton>(shown.yaml, QStringLiteral("Copy the whole YAML"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Y2FuYXJ5")));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    QTRY_VERIFY(shown.yaml.isSettled() && !shown.isSeen());
    named<QAbstractButton>(shown.yaml, QStringLiteral("Copy the whole YAML"))->click();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")).isEmpty());
}

void YamlTabTest::managedFieldsAreFoldedUntilAsked()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5", managed)});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    QVERIFY(seen(*view).contains(QStringLiteral("managedFields:")));
    QVERIFY(!seen(*view).contains(QStringLiteral("operation: Apply")));
    QVERIFY(!yaml.command().contains(QStringLiteral("--show-managed-fields")));
    auto *copy = named<QAbstractButton>(yaml, QStringLiteral("Copy the whole YAML"));
    copy->click();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("managedFields")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("  name: web-0\n  namespace: team-a\n")));
    named<QAbstractButton>(yaml, QStringLiteral("Unfold all"))->click();
    QVERIFY(seen(*view).contains(QStringLiteral("operation: Apply")));
    QVERIFY(yaml.command().contains(QStringLiteral("--show-managed-fields")));
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("operation: Apply\n")));
}

void YamlTabTest::foldsAreKeptWhileTheObjectChanges()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    putCursor(*view, QStringLiteral("- image"));
    view->foldHere();
    QVERIFY(seen(*view).contains(QStringLiteral("- image: nginx")));
    QVERIFY(!seen(*view).contains(QStringLiteral("name: web")));
    watched.say("pods", "MODIFIED", Watched::pod("777", R"(,"labels":{"new":"line","newer":"line"})", "Failed"));
    QTRY_VERIFY(seen(*view).contains(QStringLiteral("phase: Failed")));
    QTRY_VERIFY(yaml.isSettled());
    QVERIFY(seen(*view).contains(QStringLiteral("newer: line")));
    QVERIFY(seen(*view).contains(QStringLiteral("- image: nginx")));
    QVERIFY(!seen(*view).contains(QStringLiteral("name: web")));
}

void YamlTabTest::foldingAnswersToTheKeyboard()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    const QStringList all = seen(*view);
    putCursor(*view, QStringLiteral("image:"));
    QTest::keyClick(view, '-');
    QCOMPARE(seen(*view).size(), all.size() - 1);
    QTest::keyClick(view, '-');
    QVERIFY(seen(*view).contains(QStringLiteral("containers:")));
    QVERIFY(!seen(*view).contains(QStringLiteral("- image: nginx")));
    QCOMPARE(view->textCursor().block().text(), QStringLiteral("  containers:"));
    QTest::keyClick(view, '+');
    QVERIFY(seen(*view).contains(QStringLiteral("- image: nginx")));
    QTest::keyClick(view, '/');
    QCOMPARE(seen(*view), allFolded);
    QTest::keyClick(view, '*');
    QCOMPARE(seen(*view), all);
}

void YamlTabTest::whatIsFoundIsUnfolded()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    view->foldAll();
    yaml.find();
    yaml.findChild<detail::FindBar *>()->findChild<QLineEdit *>()->setText(QStringLiteral("nginx"));
    QCOMPARE(view->textCursor().selectedText(), QStringLiteral("nginx"));
    QVERIFY(seen(*view).contains(QStringLiteral("- image: nginx")));
    QVERIFY(!seen(*view).contains(QStringLiteral("uid: u1")));
}

void YamlTabTest::aFieldIsDescribedAtTheCursor()
{
    Watched watched;
    YamlTab yaml(watched.object(), new FieldSource(watched.api(), std::make_shared<schema::Documents>()));
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    putCursor(*view, QStringLiteral("name: web"));
    putCursor(*view, QStringLiteral("image"));
    yaml.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&yaml));
    QTest::keyClick(view, Qt::Key_F1, Qt::ShiftModifier);
    auto *note = yaml.findChild<FieldNote *>();
    QTRY_VERIFY(note->isVisible());
    QTRY_VERIFY(watched.isAsked("/openapi/v3"));
    const QPoint pointed = view->cursorRect().center();
    QHelpEvent hover(QEvent::ToolTip, pointed, view->viewport()->mapToGlobal(pointed)); // another question, meanwhile
    QCoreApplication::sendEvent(view->viewport(), &hover);
    watched.at("openapi/v3").answer(support::recordedOpenApi("index"));
    QTRY_VERIFY(watched.isAsked("/openapi/v3/api/v1"));
    watched.at("openapi/v3/api/v1").answer(support::recordedOpenApi("api.v1"));
    QTRY_VERIFY(note->text().startsWith(QStringLiteral("spec.containers[0].image\nstring\nContainer image name.")));
    QVERIFY(note->accessibleName().contains(QStringLiteral("Container image name.")));
    putCursor(*view, QStringLiteral("    name: web"));
    QTRY_VERIFY(note->text().startsWith(QStringLiteral("spec.containers[0].name\nstring · required\nName of the container")));
    putCursor(*view, QStringLiteral("phase"));
    QTRY_COMPARE(note->text(), QStringLiteral("status.phase\nThe schema says nothing of this field."));
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    putCursor(*view, QStringLiteral("name: web"));
    putCursor(*view, QStringLiteral("image"));
    const QPoint image = view->cursorRect().center();
    view->setAttribute(Qt::WA_UnderMouse);
    QHelpEvent again(QEvent::ToolTip, image, view->viewport()->mapToGlobal(image));
    QCoreApplication::sendEvent(view->viewport(), &again);
    QTRY_VERIFY2(QToolTip::text().contains(QStringLiteral("Container image name.")), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(QStringLiteral("spec.containers[0].image")));
}

void YamlTabTest::whereTheServerTellsNoSchemaTheReasonIsTold()
{
    Watched watched;
    YamlTab yaml(watched.object(), new FieldSource(watched.api(), std::make_shared<schema::Documents>()));
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    named<QAbstractButton>(yaml, QStringLiteral("Describe"))->click();
    QTRY_VERIFY(watched.isAsked("/openapi/v3"));
    watched.at("openapi/v3").fail(base::ErrorKind::Forbidden, "you may not");
    auto *note = yaml.findChild<FieldNote *>();
    QTRY_VERIFY(note->text().contains(QStringLiteral("The server does not tell its schema: ")));
    QVERIFY(note->text().contains(QStringLiteral("you may not")));
}

void YamlTabTest::fieldsThatCouldNotBeReadAreAskedOfTheNextConnection()
{
    Watched first, second;
    FieldSource fields(first.api(), std::make_shared<schema::Documents>());
    std::vector<bool> told;
    fields.askTree({"", "v1", "Pod"}, 3, [&told](const auto &tree) { told.push_back(tree && tree->member("spec")); });
    QTRY_VERIFY(first.isAsked("/openapi/v3"));
    first.at("openapi/v3").fail(base::ErrorKind::Network, "nobody is there");
    QTRY_COMPARE(told, std::vector<bool>{false});
    fields.connectTo(second.api());
    QTRY_VERIFY(second.isAsked("/openapi/v3"));
    second.at("openapi/v3").answer(support::recordedOpenApi("index"));
    QTRY_VERIFY(second.isAsked("/openapi/v3/api/v1"));
    second.at("openapi/v3/api/v1").answer(support::recordedOpenApi("api.v1"));
    QTRY_COMPARE(told, (std::vector<bool>{false, true}));
    const std::size_t asked = first.api().count();
    fields.connectTo(first.api());
    first.settle();
    QCOMPARE(first.api().count(), asked);
}

/// The window answers between the pieces, and what is seen in the end is the object as it is then.
void YamlTabTest::aLongTextComesInPieces()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    std::vector<int> filled;
    auto *view = yaml.findChild<YamlView *>();
    connect(&view->text(), &LazyText::filled, this, [&filled](int, int last) { filled.push_back(last); });
    watched.makeLive("pods", {Watched::pod("5", labels() + "}")});
    watched.say("pods", "MODIFIED", Watched::pod("6", labels() + R"(,"l200000":"last"})", "Failed"));
    QTRY_VERIFY(yaml.isSettled());
    QVERIFY(filled.size() > 2);
    QVERIFY(filled.front() <= static_cast<int>(LazyText::FirstLines));
    QCOMPARE(view->blockCount(), manyLabels + 23);
    QVERIFY(view->toPlainText().contains(QStringLiteral("l119999: x\n    l200000: last\n")));
    QCOMPARE(view->toPlainText().toStdString(), view->page()->shown);
}

void YamlTabTest::foldsOfALongTextComeInTurns()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5", labels() + "}")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    const QStringList all = seen(*view);
    putCursor(*view, QStringLiteral("l115000"));
    int settled = 0;
    connect(&yaml, &YamlTab::settled, this, [&settled] { ++settled; });
    view->foldAll();
    QVERIFY(!yaml.isSettled());
    QCOMPARE(view->textCursor().block().text(), QStringLiteral("metadata:"));
    QVERIFY(view->textCursor().block().isVisible());
    QTRY_VERIFY(yaml.isSettled());
    QCOMPARE(seen(*view), allFolded);
    QCOMPARE(settled, 1);
    watched.say("pods", "MODIFIED", Watched::pod("6", labels() + R"(,"l200000":"last"})", "Failed"));
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("phase: Failed")));
    QTRY_VERIFY(yaml.isSettled());
    QCOMPARE(seen(*view), allFolded);
    view->unfoldAll();
    QVERIFY(!yaml.isSettled());
    QTRY_VERIFY(yaml.isSettled());
    QCOMPARE(seen(*view).size(), all.size() + 1);
}

void YamlTabTest::whatIsFoundWhileFoldsComeIsSeenAtOnce()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5", labels() + "}")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    view->foldAll();
    QVERIFY(!yaml.isSettled());
    yaml.find();
    auto *words = yaml.findChild<detail::FindBar *>()->findChild<QLineEdit *>();
    words->setText(QStringLiteral("l119999"));
    QCOMPARE(view->textCursor().selectedText(), QStringLiteral("l119999"));
    QVERIFY(view->textCursor().block().isVisible());
    QTRY_VERIFY(yaml.isSettled());
    QVERIFY(view->viewport()->rect().contains(view->cursorRect().center()));
    QCOMPARE(seen(*view).size(), manyLabels + 10);
    view->foldAll();
    QTRY_VERIFY(yaml.isSettled());
    view->unfoldAll();
    QVERIFY(!lineOf(*view, QStringLiteral("phase: Running")).isVisible());
    words->setText(QStringLiteral("phase: Running"));
    QVERIFY(view->textCursor().block().isVisible());
    QVERIFY(view->viewport()->rect().contains(view->cursorRect().center()));
    QTRY_VERIFY(yaml.isSettled());
    QCOMPARE(seen(*view).size(), manyLabels + 21);
}

void YamlTabTest::onlyWhatIsSeenIsLaidOut()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.resize(600, 400);
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5", labels() + "}")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    const QTextBlock inTheMiddle = lineOf(*view, QStringLiteral("l110000"));
    // What was the last screen for a moment, while the text came, is laid out; another width makes that void.
    yaml.resize(640, 400);
    yaml.grab();
    QCOMPARE(lineOf(*view, QStringLiteral("kind: Pod")).layout()->lineCount(), 1);
    QCOMPARE(inTheMiddle.layout()->lineCount(), 0);
    view->foldAll();
    QTRY_VERIFY(yaml.isSettled());
    yaml.grab();
    QCOMPARE(inTheMiddle.layout()->lineCount(), 0);
    view->unfoldAll();
    QTRY_VERIFY(yaml.isSettled());
    putCursor(*view, QStringLiteral("l110000"));
    yaml.grab();
    QCOMPARE(inTheMiddle.layout()->lineCount(), 1);
    QCOMPARE(inTheMiddle.layout()->formats().size(), 1);
}

void YamlTabTest::keysTakeTheColorOfTheTheme()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.resize(600, 400);
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(yaml.isSettled());
    auto *view = yaml.findChild<YamlView *>();
    const QTextBlock line = lineOf(*view, QStringLiteral("image: nginx"));
    for (const base::ThemeChoice theme : {base::ThemeChoice::Dark, base::ThemeChoice::Light}) {
        base::Theme::instance().apply(theme);
        yaml.grab();
        const auto formats = line.layout()->formats();
        QCOMPARE(formats.size(), 1);
        QCOMPARE(line.text().mid(formats[0].start, formats[0].length), QStringLiteral("image"));
        QCOMPARE(formats[0].format.foreground().color(), base::Theme::instance().color(base::Meaning::Accent));
    }
    watched.say("pods", "MODIFIED", Watched::pod("6", {}, "a longer phase: "));
    QTRY_VERIFY(yaml.isSettled());
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("a longer phase")));
    yaml.grab();
    const QTextBlock changed = lineOf(*view, QStringLiteral("phase: "));
    QCOMPARE(changed.layout()->formats().size(), 1);
    QCOMPARE(changed.layout()->formats()[0].length, 5);
}

void YamlTabTest::anObjectIsComparedWithWhatWasLastApplied()
{
    Watched watched;
    CompareTab compare(watched.object(), {}, {});
    compare.resize(900, 500);
    compare.show();
    watched.makeLive("pods", {Watched::pod("5", R"(,"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"older\"}]}}"})")});
    QTRY_VERIFY(compare.isSettled());
    auto *view = compare.findChild<YamlView *>();
    QCOMPARE(view->toPlainText(), QStringLiteral("  spec:\n    containers:\n-   - image: older\n+   - image: nginx\n      name: web\n"));
    QVERIFY(labelled(compare, QStringLiteral("Differences: 1 · −1 +1")));
    compare.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&compare));
    QTest::keyClick(view, Qt::Key_F7);
    QCOMPARE(view->textCursor().blockNumber(), 2);
    QVERIFY(labelled(compare, QStringLiteral("Difference 1 of 1 · −1 +1")));
    named<QCheckBox>(compare, QStringLiteral("What the server writes"))->click();
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("+   nodeName: node-1")));
    QCOMPARE(compare.command(), QStringLiteral("kubectl apply view-last-applied pods web-0 -n team-a"));
}

void YamlTabTest::whereThereIsNothingToCompareTheButtonsStayAtTheTop()
{
    Watched watched;
    CompareTab compare(watched.object(), {}, {});
    compare.resize(900, 500);
    compare.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(compare.isSettled());
    QVERIFY(!compare.findChild<YamlView *>()->isVisible());
    const auto *button = named<QAbstractButton>(compare, QStringLiteral("Last applied"));
    QVERIFY(button->mapTo(&compare, QPoint(0, 0)).y() < button->height());
}

void YamlTabTest::twoObjectsAreComparedWhileTheyChange()
{
    Watched watched, other;
    CompareTab compare(watched.object(), [&](const base::Address &address) { return address.name == QStringLiteral("web-1") ? other.object() : nullptr; },
                       [](const std::function<void(const base::Address &)> &chosen) { chosen(*base::Address::parse(QStringLiteral("pods/team-a/web-1"))); });
    compare.resize(900, 500);
    compare.show();
    watched.makeLive("pods", {Watched::pod("5")});
    named<QAbstractButton>(compare, QStringLiteral("Another object…"))->click();
    QCOMPARE(compare.part(), QStringLiteral("pods/team-a/web-1"));
    QVERIFY(!compare.isSettled());
    other.makeLive("pods", {Watched::pod("9", R"(,"labels":{"a":"b"})")});
    QTRY_VERIFY(compare.isSettled());
    auto *view = compare.findChild<YamlView *>();
    QVERIFY(view->toPlainText().contains(QStringLiteral("-   labels:\n-     a: b\n")));
    watched.say("pods", "MODIFIED", Watched::pod("6", R"(,"labels":{"a":"b"})"));
    QTRY_VERIFY(labelled(compare, QStringLiteral("They do not differ")));
    compare.showPart({});
    QCOMPARE(compare.part(), QString());
}

void YamlTabTest::withoutALastAppliedConfigurationThatIsSaid()
{
    Watched watched;
    CompareTab compare(watched.object(), {}, {});
    compare.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QTRY_VERIFY(labelled(compare, QStringLiteral("kubectl apply was never given it: there is no last applied configuration.")));
    QTRY_VERIFY(compare.isSettled());
}

void YamlTabTest::whatMayNotBeReadIsNotComparedForEver()
{
    std::string labels = R"(,"labels":{"a":"b")";
    for (int i = 0; i < 20'000; ++i)
        labels += ",\"l" + std::to_string(i) + "\":\"x\"";
    Watched watched, other;
    CompareTab compare(watched.object(), [&](const base::Address &) { return other.object(); }, {});
    compare.show();
    watched.makeLive("pods", {Watched::pod("5", labels + "}")});
    watched.say("pods", "MODIFIED", Watched::pod("6", labels + "}")); // while it is compared
    compare.showPart(QStringLiteral("pods/team-a/web-1"));
    other.refuse("pods");
    QTRY_VERIFY(compare.isSettled());
    QVERIFY(compare.findChild<YamlView *>()->isHidden());
}

void YamlTabTest::anObjectThatIsGoneIsComparedAsItWasLast()
{
    Watched watched, other;
    CompareTab compare(watched.object(), [&](const base::Address &) { return other.object(); }, {});
    compare.show();
    compare.showPart(QStringLiteral("pods/team-a/web-1"));
    watched.makeLive("pods", {Watched::pod("5")});
    other.makeLive("pods", {Watched::pod("9", R"(,"labels":{"a":"b"})")});
    QTRY_VERIFY(labelled(compare, QStringLiteral("− web-0   + web-0")));
    other.say("pods", "DELETED", Watched::pod("10"));
    QTRY_VERIFY(labelled(compare, QStringLiteral("− web-0 (deleted)   + web-0")));
}

void YamlTabTest::whoIsChosenAfterThePageIsClosedIsNotLookedFor()
{
    Watched watched;
    std::function<void(const base::Address &)> later;
    int looked = 0;
    auto compare = std::make_unique<CompareTab>(watched.object(), [&](const base::Address &) { ++looked; return std::shared_ptr<WatchedObject>(); },
                                                [&](const std::function<void(const base::Address &)> &chosen) { later = chosen; });
    named<QAbstractButton>(*compare, QStringLiteral("Another object…"))->click();
    compare.reset();
    later(*base::Address::parse(QStringLiteral("pods/team-a/web-1")));
    QCOMPARE(looked, 0);
}

QTEST_MAIN(YamlTabTest)
#include "YamlTabTest.moc"
