#include "tests/widgets/detail/Tabs.h"
#include "widgets/detail/Findings.h"
#include "widgets/detail/NoticeView.h"
#include "widgets/detail/SummaryView.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

#include <algorithm>

using namespace detail;

namespace {

std::string healthy(const std::string &version)
{
    return R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":")" + version + R"("},"spec":{"containers":[{"name":"web","image":"nginx"}]},"status":{"phase":"Running",)"
        R"("conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"web","ready":true,"started":true,"state":{"running":{}}}]}})";
}

std::string waiting(const std::string &reason, const std::string &message, const std::string &version = "5")
{
    return R"({"metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":")" + version + R"("},"spec":{"containers":[{"name":"web","image":"nginx"}]},"status":{"phase":"Pending",)"
        R"("containerStatuses":[{"name":"web","ready":false,"state":{"waiting":{"reason":")" + reason + R"(","message":")" + message + "\"}}}]}}";
}

const std::string missing = waiting("CreateContainerConfigError", R"(configmap \"settings\" not found)");

} // namespace

/// What is wrong, at the top of the page.
class FindingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Watched> watched;
    std::unique_ptr<DetailsTab> tab;

    QList<NoticeView *> shown() const { return tab->findChildren<NoticeView *>(); }
    std::ptrdiff_t requestsFor(const std::string &resource) const
    {
        return std::ranges::count_if(watched->api().exchanges, [&](const auto &exchange) { return exchange.request.path.ends_with("/" + resource) && !exchange.isLetGo(); });
    }

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }
    void init();
    void cleanup();

    void aPodThatIsWellHasNoneAndCostsNothing();
    void whatIsWrongStandsAboveTheRest();
    void anEventIsSeenAsItsEvidence();
    void whatChangesIsChangedInPlace();
    void whatGetsWellIsTakenAway();
    void theObjectThatIsMissingIsOneClickAway();
    void allOfItCanBeCopied();
    void nobodyLooksNothingIsAsked();
    void everyControlHasAName();
    void aRefusalLeadsToItsExplanation();
    void hostileWordsStayWords();
};

void FindingsTest::init()
{
    watched = std::make_unique<Watched>();
    tab = std::make_unique<DetailsTab>(watched->object(), Surroundings{everywhere});
    tab->setFindings(new Findings(watched->api(), watched->api().time.clock()));
    tab->resize(900, 700);
    tab->show();
}

void FindingsTest::cleanup()
{
    tab.reset();
    watched->settle();
    watched.reset();
}

void FindingsTest::aPodThatIsWellHasNoneAndCostsNothing()
{
    watched->makeLive("pods", {healthy("5")});
    QVERIFY(tab->isSettled());
    QVERIFY(shown().isEmpty());
    QCOMPARE(requestsFor("events"), 0);
}

void FindingsTest::whatIsWrongStandsAboveTheRest()
{
    watched->makeLive("pods", {missing});
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().front()->accessibleName(), QStringLiteral("Container web cannot be made: its configuration does not work."));
    QCOMPARE(shown().front()->accessibleDescription(), QStringLiteral("ConfigMap settings does not exist in this namespace."));
    QVERIFY(textOf(*shown().front()).contains(QStringLiteral("configmap \"settings\" not found")));
    for (const SectionView *section : tab->findChildren<SectionView *>())
        QVERIFY(section->mapTo(tab.get(), QPoint()).y() >= shown().front()->mapTo(tab.get(), QPoint()).y());
}

void FindingsTest::anEventIsSeenAsItsEvidence()
{
    watched->makeLive("pods", {missing});
    QCOMPARE(requestsFor("events"), 1);
    watched->makeLive("events", {R"({"metadata":{"name":"e","uid":"e","resourceVersion":"6"},"type":"Warning","reason":"Failed","message":"Error: configmap \"settings\" not found","count":11,)"
                                 R"("lastTimestamp":"2026-11-22T16:00:00Z","involvedObject":{"name":"web-0","uid":"u1","fieldPath":"spec.containers{web}"}})"});
    QCOMPARE(shown().size(), 1);
    QVERIFY(textOf(*shown().front()).contains(QStringLiteral("Failed ×11")));
}

void FindingsTest::whatChangesIsChangedInPlace()
{
    watched->makeLive("pods", {missing});
    const NoticeView *before = shown().front();
    watched->say("pods", "MODIFIED", waiting("CreateContainerConfigError", R"(secret \"password\" not found)", "6"));
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().front(), before);
    QCOMPARE(before->accessibleDescription(), QStringLiteral("Secret password does not exist in this namespace."));
    QVERIFY(named<LinkButton>(*before, QStringLiteral("Next Secret password")));
    QVERIFY(!textOf(*before).contains(QStringLiteral("settings")));
}

void FindingsTest::whatGetsWellIsTakenAway()
{
    watched->makeLive("pods", {missing});
    QCOMPARE(shown().size(), 1);
    watched->say("pods", "MODIFIED", healthy("6"));
    QVERIFY(shown().isEmpty());
    QCOMPARE(requestsFor("events"), 0);
}

void FindingsTest::theObjectThatIsMissingIsOneClickAway()
{
    watched->makeLive("pods", {missing});
    QSignalSpy opened(tab.get(), &DetailsTab::openRequested);
    auto *link = named<LinkButton>(*shown().front(), QStringLiteral("Next ConfigMap settings"));
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<base::Address>(), (base::Address{QStringLiteral("configmaps"), QStringLiteral("team-a"), QStringLiteral("settings"), {}}));
}

void FindingsTest::allOfItCanBeCopied()
{
    watched->makeLive("pods", {missing});
    QSignalSpy noticed(tab.get(), &DetailsTab::noticed);
    auto *copy = named<LinkButton>(*shown().front(), QStringLiteral("Copy: Container web cannot be made: its configuration does not work."));
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Container web cannot be made: its configuration does not work.\n"
                                                                  "ConfigMap settings does not exist in this namespace.\n"
                                                                  "configmap \"settings\" not found\n"
                                                                  "Seen:\n"
                                                                  "  state.waiting CreateContainerConfigError\n"
                                                                  "Next:\n"
                                                                  "  Create it, or correct the name: ConfigMap settings\n"));
}

void FindingsTest::nobodyLooksNothingIsAsked()
{
    watched->makeLive("pods", {missing});
    QCOMPARE(requestsFor("events"), 1);
    tab->hide();
    watched->settle();
    QCOMPARE(requestsFor("events"), 0);
    tab->show();
    watched->settle();
    QCOMPARE(requestsFor("events"), 1);
    QCOMPARE(shown().size(), 1);
}

void FindingsTest::aRefusalLeadsToItsExplanation()
{
    const Surroundings nowhere{[](const Reference &) { return std::optional<base::Address>(); }};
    Notice notice{Tone::Unknown, Phrase("Not everything may be read"), {}, R"(pods is forbidden: User "ann" cannot list resource "pods" in API group "" in the namespace "a")"};
    NoticeView view(notice, nowhere);
    QSignalSpy opened(&view, &NoticeView::openRequested);
    const auto offered = [&view] {
        const auto buttons = view.findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(buttons, QStringLiteral("Why not?"), &QAbstractButton::text);
        return found == buttons.end() ? nullptr : *found;
    };
    QVERIFY(offered());
    offered()->click();
    QCOMPARE(opened.first().first().value<base::Address>().place, QStringLiteral("ask"));
    notice.words = "the server is on fire";
    view.setNotice(notice);
    QVERIFY(!offered());
}

void FindingsTest::everyControlHasAName()
{
    watched->makeLive("pods", {missing});
    for (const QAbstractButton *button : shown().front()->findChildren<QAbstractButton *>())
        QVERIFY(!button->accessibleName().isEmpty());
}

void FindingsTest::hostileWordsStayWords()
{
    watched->makeLive("pods", {waiting("CreateContainerError", hostile)});
    QCOMPARE(shown().size(), 1);
    const QString text = textOf(*shown().front());
    QVERIFY(text.contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(text.contains(QStringLiteral("%1 %2 &amp; &File")));
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(!text.contains(QChar(0x1b)));
}

QTEST_MAIN(FindingsTest)
#include "FindingsTest.moc"
