#include "Watched.h"

#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/DetailsTab.h"
#include "widgets/detail/EventsTab.h"
#include "widgets/detail/FindBar.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/SecretText.h"
#include "widgets/detail/SummaryView.h"
#include "widgets/detail/TextLabel.h"
#include "widgets/detail/YamlTab.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using detail::DetailsTab;
using detail::EventsTab;
using detail::LinkButton;
using detail::TextLabel;
using detail::YamlTab;

namespace {

/// Everything is to be found in this cluster.
std::optional<base::Address> everywhere(const detail::Reference &reference)
{
    return base::Address{QString::fromStdString(reference.kind).toLower() + u's', QString::fromStdString(reference.namespaceName),
                         QString::fromStdString(reference.name), {}};
}

QString textOf(const QWidget &widget)
{
    QStringList texts;
    for (const TextLabel *label : widget.findChildren<TextLabel *>())
        texts << label->text();
    for (const LinkButton *button : widget.findChildren<LinkButton *>())
        texts << button->text();
    return texts.join(u'\n');
}

template<typename T>
T *named(const QWidget &widget, const QString &name)
{
    for (T *child : widget.findChildren<T *>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

const base::StateNotice *noticeOf(const QWidget &widget)
{
    for (const base::StateNotice *notice : widget.findChildren<base::StateNotice *>()) {
        if (notice->isVisible())
            return notice;
    }
    return nullptr;
}

/// Every way in which text of an object has hurt programs before.
const std::string hostile = R"(<img src='file:///etc/passwd'><b>bold</b> \u202egnp.exe \u001b[31mred %1 %2 &amp; &File)";

} // namespace

/// Each tab in its states, as a person sees it.
class TabsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTabSaysWhatItWaitsFor();
    void whoMayNotReadIsToldWhatIsMissing();
    void whatIsNotThereIsSaid();
    void detailsLinkToOtherObjects();
    void aChangeLeavesWhatStaysTheSame();
    void hostileTextChangesNothingButText();
    void aMegabyteDoesNotFreeze();
    void everyControlHasAName();
    void linksAnswerToTheKeyboard();
    void aSecretIsHiddenUntilAskedAndHidesItself();
    void yamlKeepsPlaceAndSelection();
    void yamlIsFound();
    void yamlOfASecretHidesItsValues();
    void eventsAreListedNewestFirst();
    void aNarrowTableOfEventsKeepsItsMessages();
    void noEventsAreSaidTruthfully();
    void refusedEventsAreSaid();
};

void TabsTest::initTestCase()
{
    base::Theme::instance().apply(base::ThemeChoice::Light);
}

void TabsTest::everyTabSaysWhatItWaitsFor()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    YamlTab yaml(watched.object());
    EventsTab events(watched.api(), watched.object());
    for (base::ObjectTab *tab : std::initializer_list<base::ObjectTab *>{&details, &yaml}) {
        tab->show();
        QVERIFY(!tab->isSettled());
        QVERIFY(noticeOf(*tab));
        QCOMPARE(noticeOf(*tab)->accessibleName(), QStringLiteral("Asking for Pod web-0 in team-a"));
    }
    QVERIFY(!events.isSettled());
}

void TabsTest::whoMayNotReadIsToldWhatIsMissing()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    details.show();
    watched.refuse("pods");
    QCOMPARE(watched.object()->state().phase, detail::ObjectState::Phase::Refused);
    QVERIFY(details.isSettled());
    QCOMPARE(noticeOf(details)->accessibleName(), QStringLiteral("You may not read Pod web-0 in team-a"));
    QVERIFY(noticeOf(details)->accessibleDescription().contains(QStringLiteral("User \"jane\" cannot get it")));
    QVERIFY(noticeOf(details)->accessibleDescription().contains(QStringLiteral("the verb get on pods")));
    const QSignalSpy opened(&details, &base::ObjectTab::openRequested);
    named<QAbstractButton>(details, QStringLiteral("Show all pods"))->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<base::Address>().toString(), QStringLiteral("pods"));
}

void TabsTest::whatIsNotThereIsSaid()
{
    Watched watched;
    YamlTab yaml(watched.object());
    yaml.show();
    watched.makeLive("pods", {});
    QCOMPARE(noticeOf(yaml)->accessibleName(), QStringLiteral("There is no Pod web-0 in team-a"));
}

void TabsTest::detailsLinkToOtherObjects()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    details.show();
    watched.makeLive("pods", {Watched::pod("5")});
    QVERIFY(details.isSettled());
    const QSignalSpy opened(&details, &base::ObjectTab::openRequested);
    auto *link = named<LinkButton>(details, QStringLiteral("ServiceAccount builder"));
    QVERIFY(link);
    link->click();
    QCOMPARE(opened[0][0].value<base::Address>().toString(), QStringLiteral("serviceaccounts/team-a/builder"));
    QCOMPARE(details.command(), QStringLiteral("kubectl describe pods web-0 -n team-a"));
}

void TabsTest::aChangeLeavesWhatStaysTheSame()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    details.resize(600, 200);
    details.show();
    watched.makeLive("pods", {Watched::pod("5")});
    auto *view = details.findChild<detail::SummaryView *>();
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 40);
    view->verticalScrollBar()->setValue(40);
    const QPointer<LinkButton> link = named<LinkButton>(details, QStringLiteral("ServiceAccount builder"));
    watched.say("pods", "MODIFIED", Watched::pod("6", {}, "Failed"));
    QVERIFY(textOf(details).contains(QStringLiteral("Failed")));
    QVERIFY(link);
    QCOMPARE(view->verticalScrollBar()->value(), 40);
}

void TabsTest::hostileTextChangesNothingButText()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    YamlTab yaml(watched.object());
    details.show();
    yaml.show();
    watched.makeLive("pods", {Watched::pod("5", R"(,"labels":{"a":")" + hostile + R"("},"annotations":{")" + hostile + R"(":"x"})", hostile)});
    const QString told = textOf(details);
    QVERIFY(told.contains(QStringLiteral("<img src='file:///etc/passwd'><b>bold</b> ")));
    QVERIFY(told.contains(QStringLiteral("%1 %2 &amp; &File")));
    const QString written = yaml.findChild<QPlainTextEdit *>()->toPlainText();
    for (const QString &shown : {told, written}) {
        QVERIFY(!shown.contains(QChar(0x202e)));
        QVERIFY(!shown.contains(QChar(0x1b)));
    }
}

void TabsTest::aMegabyteDoesNotFreeze()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    YamlTab yaml(watched.object());
    details.show();
    yaml.show();
    const std::string megabyte(1 << 20, 'x');
    QElapsedTimer time;
    time.start();
    watched.makeLive("pods", {Watched::pod("5", R"(,"annotations":{"big":")" + megabyte + R"("})")});
    details.grab();
    yaml.grab();
    qInfo("1 MiB annotation told and painted in both tabs: %lld ms", static_cast<long long>(time.elapsed()));
    auto *folded = details.findChild<detail::FoldedText *>();
    QVERIFY(folded && !folded->isOpen());
    for (const TextLabel *label : details.findChildren<TextLabel *>())
        QVERIFY(label->text().size() < 3000);
    time.restart();
    named<LinkButton>(*folded, QStringLiteral("Show all of Annotations"))->click();
    details.grab();
    qInfo("all of it shown: %lld ms", static_cast<long long>(time.elapsed()));
    QVERIFY(folded->isOpen());
    QCOMPARE(folded->findChild<QPlainTextEdit *>()->toPlainText().count(u'x'), qsizetype(1 << 20));
    named<LinkButton>(*folded, QStringLiteral("Copy Annotations"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text().size(), qsizetype(1 << 20));
    QVERIFY(yaml.findChild<QPlainTextEdit *>()->toPlainText().size() < 10000);
    named<QAbstractButton>(yaml, QStringLiteral("Copy the whole YAML"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'x'), qsizetype(1 << 20) + 1);      // that of nginx
}

void TabsTest::everyControlHasAName()
{
    Watched watched("Secret", "secrets");
    DetailsTab details(watched.object(), {everywhere});
    YamlTab yaml(watched.object());
    EventsTab events(watched.api(), watched.object());
    for (QWidget *tab : std::initializer_list<QWidget *>{&details, &yaml, &events})
        tab->show();
    watched.makeLive("secrets", {R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":"5","ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"p"}],
        "annotations":{"long":")" + std::string(500, 'y') + R"("}},"data":{"key":"c3VyZQ=="}})"});
    int controls = 0;
    for (QWidget *tab : std::initializer_list<QWidget *>{&details, &yaml, &events}) {
        for (const QWidget *control : tab->findChildren<QWidget *>()) {
            const bool isControl = control->focusPolicy() & Qt::TabFocus && control->isVisibleTo(tab) && control->objectName() != QStringLiteral("qt_scrollarea_viewport");
            if (!isControl)
                continue;
            ++controls;
            QVERIFY2(!control->accessibleName().isEmpty(), control->metaObject()->className());
        }
    }
    QVERIFY(controls >= 10);
}

void TabsTest::linksAnswerToTheKeyboard()
{
    Watched watched;
    DetailsTab details(watched.object(), {everywhere});
    details.show();
    details.activateWindow();
    watched.makeLive("pods", {Watched::pod("5")});
    const QSignalSpy opened(&details, &base::ObjectTab::openRequested);
    auto *link = named<LinkButton>(details, QStringLiteral("Node node-1"));
    QVERIFY(link->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(link, Qt::Key_Return);
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(opened.size(), 2);
}

void TabsTest::aSecretIsHiddenUntilAskedAndHidesItself()
{
    Watched watched("Secret", "secrets");
    DetailsTab details(watched.object(), {everywhere});
    details.show();
    watched.makeLive("secrets", {R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":"5"},"data":{"key":"Y2FuYXJ5"}})"});
    auto *secret = details.findChild<detail::SecretText *>();
    QVERIFY(secret);
    QVERIFY(!textOf(details).contains(QStringLiteral("canary")));
    named<LinkButton>(*secret, QStringLiteral("Show the value of key"))->click();
    QVERIFY(textOf(details).contains(QStringLiteral("canary")));
    auto *timer = secret->findChild<QTimer *>();
    QVERIFY(timer && timer->isActive() && timer->isSingleShot());
    QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(detail::SecretText::ShownFor));
    QVERIFY(QMetaObject::invokeMethod(timer, "timeout", Qt::DirectConnection));
    QVERIFY(!secret->isShown());
    QVERIFY(!textOf(details).contains(QStringLiteral("canary")));
}

void TabsTest::yamlKeepsPlaceAndSelection()
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

void TabsTest::yamlIsFound()
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

void TabsTest::yamlOfASecretHidesItsValues()
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

void TabsTest::eventsAreListedNewestFirst()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.resize(900, 400);
    events.show();
    watched.settle();
    watched.makeLive("events", {R"({"metadata":{"uid":"1","resourceVersion":"3"},"involvedObject":{"uid":"u1"},"type":"Normal","reason":"Pulled","message":"old","lastTimestamp":"2026-01-01T00:00:00Z"})",
                                R"({"metadata":{"uid":"2","resourceVersion":"4"},"involvedObject":{"uid":"u1"},"type":"Warning","reason":"BackOff","message":"<b>new</b>","count":9,"lastTimestamp":"2026-01-02T00:00:00Z"})"});
    auto *table = events.findChild<QTableView *>();
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(cell(0, detail::EventsModel::Type), QStringLiteral("▲ Warning"));
    QCOMPARE(cell(0, detail::EventsModel::Message), QStringLiteral("<b>new</b>"));
    QCOMPARE(cell(0, detail::EventsModel::Count), QStringLiteral("9"));
    QCOMPARE(cell(1, detail::EventsModel::Reason), QStringLiteral("Pulled"));
    table->selectRow(1);
    watched.say("events", "ADDED", R"({"metadata":{"uid":"3","resourceVersion":"12"},"type":"Normal","reason":"Newest","lastTimestamp":"2026-01-03T00:00:00Z"})");
    QCOMPARE(cell(0, detail::EventsModel::Reason), QStringLiteral("Newest"));
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows()[0].row(), 2);
}

void TabsTest::aNarrowTableOfEventsKeepsItsMessages()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.resize(1200, 400);
    events.show();
    watched.settle();
    watched.makeLive("events", {R"({"metadata":{"uid":"1","resourceVersion":"3"},"involvedObject":{"uid":"u1"},"type":"Warning","reason":"BackOff","message":"a long message","count":9,"source":{"component":"kubelet"},"lastTimestamp":"2026-01-02T00:00:00Z"})"});
    auto *table = events.findChild<QTableView *>();
    const auto isShown = [&](int column) { return !table->isColumnHidden(column); };
    for (int column = 0; column < detail::EventsModel::ColumnCount; ++column)
        QVERIFY2(isShown(column), qPrintable(QString::number(column)));
    events.resize(740, 400); // what a window of 1000 pixels leaves
    QCoreApplication::sendPostedEvents();
    for (const int column : {detail::EventsModel::Type, detail::EventsModel::Reason, detail::EventsModel::Message, detail::EventsModel::Last})
        QVERIFY2(isShown(column), qPrintable(QString::number(column)));
    QVERIFY(!isShown(detail::EventsModel::Source));
    QVERIFY2(table->columnWidth(detail::EventsModel::Message) >= 300, qPrintable(QString::number(table->columnWidth(detail::EventsModel::Message))));
    QVERIFY(!table->horizontalScrollBar()->isVisible());
    const QString tip = table->model()->index(0, detail::EventsModel::Message).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("kubelet")) && tip.contains(QStringLiteral("9")), qPrintable(tip));
}

void TabsTest::noEventsAreSaidTruthfully()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.show();
    watched.settle();
    watched.makeLive("events", {});
    QVERIFY(events.isSettled());
    QCOMPARE(noticeOf(events)->accessibleName(), QStringLiteral("No events"));
    QVERIFY(noticeOf(events)->accessibleDescription().contains(QStringLiteral("one hour")));
}

void TabsTest::refusedEventsAreSaid()
{
    Watched watched;
    EventsTab events(watched.api(), watched.object());
    events.show();
    watched.settle();
    watched.refuse("events");
    QCOMPARE(noticeOf(events)->accessibleName(), QStringLiteral("You may not read events here"));
    QVERIFY(noticeOf(events)->accessibleDescription().contains(QStringLiteral("cannot get it")));
}

QTEST_MAIN(TabsTest)
#include "TabsTest.moc"
