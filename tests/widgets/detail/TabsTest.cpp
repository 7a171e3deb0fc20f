#include "models/text/Json.h"
#include "tests/widgets/detail/Tabs.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/Relations.h"
#include "widgets/detail/SecretText.h"
#include "widgets/detail/SelectedObject.h"
#include "widgets/detail/SummaryView.h"

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

using namespace detail;

/// Each tab in its states, as a person sees it.
class TabsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void everyTabSaysWhatItWaitsFor();
    void whoMayNotReadIsToldWhatIsMissing();
    void whatIsNotThereIsSaid();
    void detailsLinkToOtherObjects();
    void piecesOfAListAreNotToldOneByOne();
    void whatStandsBesideItIsLinkedWhileSomebodyLooks();
    void aSelectedObjectIsAskedForOnlyWhileItIsSeen();
    void theContentsOfASecretAreNotAskedForByASelection();
    void aChangeLeavesWhatStaysTheSame();
    void hostileTextChangesNothingButText();
    void aMegabyteDoesNotFreeze();
    void everyControlHasAName();
    void linksAnswerToTheKeyboard();
    void aSecretIsHiddenUntilAskedAndHidesItself();
};

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

namespace {

/// A server without other kinds.
std::optional<kube::ResourceType> onlyServices(const detail::Reference &reference)
{
    if (reference.kind != "Service")
        return std::nullopt;
    return kube::ResourceType{"", "v1", "services", "service", "Service", true, {"get", "list", "watch"}, {}, {}, {}};
}

} // namespace

void TabsTest::piecesOfAListAreNotToldOneByOne()
{
    Watched watched;
    Relations relations(watched.api(), onlyServices, watched.object()->name());
    const QSignalSpy told(&relations, &Relations::changed);
    text::Value pod = *text::parseJson(Watched::pod("5", R"(,"labels":{"app":"web"})"));
    pod.set("apiVersion", text::Value::string("v1"));
    pod.set("kind", text::Value::string("Pod"));
    relations.follow(std::make_shared<const text::Value>(std::move(pod)));
    watched.settle();
    watched.at("services").open();
    for (const char *name : {"a", "b", "c"})
        watched.say("services", "ADDED", R"({"metadata":{"name":")" + std::string(name) + R"(","uid":")" + name + R"(","resourceVersion":"6"},"spec":{"selector":{"app":"web"}}})");
    QCOMPARE(told.size(), 0);
    watched.say("services", "BOOKMARK", R"({"metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}})");
    QVERIFY(told.size() > 0);
}

void TabsTest::whatStandsBesideItIsLinkedWhileSomebodyLooks()
{
    Watched watched;
    const auto asked = [&] {
        return std::ranges::count_if(watched.api().exchanges, [](const auto &exchange) { return exchange.request.path.ends_with("/services") && !exchange.isLetGo(); });
    };
    DetailsTab details(watched.object(), {everywhere});
    details.setRelations(new Relations(watched.api(), onlyServices, watched.object()->name()));
    details.show();
    watched.makeLive("pods", {Watched::pod("5", R"(,"labels":{"app":"web"})")});
    QCOMPARE(asked(), 1);
    watched.makeLive("services", {R"({"metadata":{"name":"web","namespace":"team-a","uid":"s1","resourceVersion":"6"},"spec":{"selector":{"app":"web"}}})",
                                  R"({"metadata":{"name":"db","namespace":"team-a","uid":"s2","resourceVersion":"7"},"spec":{"selector":{"app":"db"}}})"});
    QVERIFY(!textOf(details).contains(QStringLiteral("db")));
    const QSignalSpy opened(&details, &base::ObjectTab::openRequested);
    auto *link = named<LinkButton>(details, QStringLiteral("Services web"));
    QVERIFY(link);
    link->click();
    QCOMPARE(opened[0][0].value<base::Address>().toString(), QStringLiteral("services/team-a/web"));
    details.hide();
    watched.settle();
    QCOMPARE(asked(), 0);
    details.show();
    watched.settle();
    QCOMPARE(asked(), 1);
    QVERIFY2(named<LinkButton>(details, QStringLiteral("Services web")), "what is known stays until more is known");
    watched.makeLive("services", {});
    QVERIFY(!named<LinkButton>(details, QStringLiteral("Services web")));
}

void TabsTest::aSelectedObjectIsAskedForOnlyWhileItIsSeen()
{
    Watched watched;
    std::shared_ptr<WatchedObject> looked;
    int looks = 0;
    SelectedObject panel([&](const kube::ResourceType &type, const base::Address &address) {
        ++looks;
        auto object = std::make_shared<WatchedObject>(watched.api(), ObjectName{type, address.namespaceName.toStdString(), address.name.toStdString()});
        looked = object;
        return object;
    }, nullptr, {everywhere});
    const auto known = std::make_shared<const text::Value>(*text::parseJson(Watched::pod("4", {}, "Pending")));
    const base::Address address{QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-1"), {}};
    panel.showObject(watched.object()->name().type, address, known);
    QCOMPARE(looks, 0);
    panel.show();
    QCOMPARE(looks, 1);
    QVERIFY2(textOf(panel).contains(QStringLiteral("Pending")), "what the table knows is told at once");
    watched.settle();
    watched.makeLive("pods", {R"({"metadata":{"name":"web-1","namespace":"team-a","uid":"u2","resourceVersion":"5"},"spec":{"serviceAccountName":"builder"},"status":{"phase":"Running"}})"});
    QVERIFY(textOf(panel).contains(QStringLiteral("Running")) && !textOf(panel).contains(QStringLiteral("Pending")));
    const QSignalSpy opened(&panel, &base::ObjectPanel::openRequested);
    named<LinkButton>(panel, QStringLiteral("ServiceAccount builder"))->click();
    named<LinkButton>(panel, QStringLiteral("web-1"))->click();
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[1][0].value<base::Address>(), address);
    const std::weak_ptr<WatchedObject> watching = std::exchange(looked, nullptr);
    panel.hide();
    QVERIFY2(watching.expired(), "nobody sees it");
    panel.showNothing();
    panel.show();
    QCOMPARE(looks, 1);
    QCOMPARE(noticeOf(panel)->accessibleName(), QStringLiteral("Nothing is selected"));
}

void TabsTest::theContentsOfASecretAreNotAskedForByASelection()
{
    Watched watched("Secret", "secrets");
    SelectedObject panel([](const kube::ResourceType &, const base::Address &) -> std::shared_ptr<WatchedObject> { qFatal("asked for"); }, nullptr, {everywhere});
    panel.show();
    panel.showObject(watched.object()->name().type, {QStringLiteral("secrets"), QStringLiteral("team-a"), QStringLiteral("key"), {}}, nullptr);
    QCOMPARE(noticeOf(panel)->accessibleName(), QStringLiteral("Contents stay on the server"));
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
    QTRY_VERIFY(yaml.isSettled());
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
    QTRY_VERIFY(yaml.isSettled());
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
    QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(base::SecretStays));
    QVERIFY(QMetaObject::invokeMethod(timer, "timeout", Qt::DirectConnection));
    QVERIFY(!secret->isShown());
    QVERIFY(!textOf(details).contains(QStringLiteral("canary")));
}

QTEST_MAIN(TabsTest)
#include "TabsTest.moc"
