#include "tests/widgets/detail/Tabs.h"
#include "widgets/detail/Environments.h"
#include "widgets/detail/SecretText.h"
#include "widgets/detail/SummaryView.h"

#include <QTest>

using namespace detail;

namespace {

using Proof = EnvironmentProof::State;

const std::string podBegin = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0","namespace":"team-a","uid":"u1","resourceVersion":")";

/// A pod that takes all of a ConfigMap and one key of a Secret.
std::string podOf(const std::string &version, const std::string &containerId = "c1")
{
    return podBegin + version + R"("},"spec":{"containers":[{"name":"main","envFrom":[{"configMapRef":{"name":"app"}}],"env":[{"name":"PASSWORD","valueFrom":{"secretKeyRef":{"name":"db","key":"p"}}}]}]},)"
        + R"("status":{"containerStatuses":[{"name":"main","containerID":")" + containerId + R"(","state":{"running":{"startedAt":"2026-11-20T10:00:00Z"}}}]}})";
}

const std::string configMap = R"({"metadata":{"name":"app","namespace":"team-a","uid":"m1","resourceVersion":"7"},"data":{"LOG":"info"}})";
const std::string secret = R"({"metadata":{"name":"db","namespace":"team-a","uid":"s1","resourceVersion":"7"},"data":{"p":"czNjcmV0"}})";

/// The page of a pod whose containers a test plays.
struct Room
{
    explicit Room(Proof state = Proof::Offered, std::chrono::milliseconds secretsAgain = std::chrono::hours(1))
    {
        Environments::Door door;
        door.ask = [this](const kube::PodContainer &container, base::Executor &, auto done) {
            asked.push_back(container.podName + '/' + container.container);
            answer = std::move(done);
            auto [job, token] = base::Job::make();
            return std::move(job);
        };
        door.state = [state] { return state; };
        door.secretsAgain = secretsAgain;
        environments = new Environments(watched.api(), watched.object()->name(), std::move(door));
        tab.setEnvironments(environments);
        tab.resize(900, 900);
        tab.show();
        watched.makeLive("pods", {podOf("5")});
    }

    void answerAll()
    {
        watched.makeLive("configmaps", {configMap});
        watched.makeLive("namespaces/team-a/services", {});
        watched.at("secrets/db").answer(secret);
        watched.settle();
    }
    void permit(bool isAllowed)
    {
        for (auto &exchange : watched.api().exchanges) {
            if (exchange.request.path.ends_with("selfsubjectaccessreviews"))
                exchange.answer(isAllowed ? R"({"status":{"allowed":true}})" : R"({"status":{"allowed":false,"reason":"no rule lets jane"}})");
        }
        watched.settle();
    }
    /// The answers to these questions only; which one is meant stands in its body.
    void answerReviews(const std::string &verb, const std::function<void(support::FakeApi::Exchange &)> &reply)
    {
        for (auto &exchange : watched.api().exchanges) {
            if (exchange.request.path.ends_with("selfsubjectaccessreviews") && exchange.request.body.find('"' + verb + '"') != std::string::npos)
                reply(exchange);
        }
        watched.settle();
    }
    bool isComparingOffered() { return named<LinkButton>(tab, QStringLiteral("Environment Compare with the container")); }
    bool press(const char *words)
    {
        auto *button = named<LinkButton>(tab, QString::fromUtf8(words));
        if (button)
            button->click();
        watched.settle();
        return button;
    }
    int asksFor(const std::string &path)
    {
        return static_cast<int>(std::ranges::count_if(watched.api().exchanges, [&](const auto &exchange) { return exchange.request.path.find(path) != std::string::npos; }));
    }
    QString text() { return textOf(tab); }

    Watched watched;
    DetailsTab tab{watched.object(), {everywhere}};
    Environments *environments = nullptr;
    std::vector<std::string> asked;
    std::function<void(base::Result<inside::Environment>)> answer;
};

} // namespace

class EnvironmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void itIsToldAsItsSourcesAnswer();
    void valuesOfSecretsAreAskedForByAPersonOnly();
    void whatChangesIsToldWhileSomebodyLooks();
    void secretsAreLookedAtAgain();
    void whatMayNotBeReadIsSaid();
    void servicesThatMayNotBeListedLeaveKubernetes();
    void aContainerIsAskedByAPersonOnly();
    void whoMayNotIsToldWhy();
    void whoLooksAwayBetweenTheAnswersIsAskedAboutAgain();
    void newsOfThePodDoNotAskAgain();
    void whoCannotSayWhetherSomebodyMayLetsThemTry();
    void aReadOnlyClusterIsNotAsked();
    void whatAnotherRunSaidIsForgotten();
    void aContainerThatCannotSayIsToldInItsWords();
    void manyVariablesOfServicesAreFolded();
};

void EnvironmentsTest::itIsToldAsItsSourcesAnswer()
{
    Room room;
    QVERIFY(!room.tab.isSettled());
    room.answerAll();
    QVERIFY(room.tab.isSettled());
    QVERIFY2(room.text().contains(QStringLiteral("LOG")), qPrintable(room.text()));
    QVERIFY(room.text().contains(QStringLiteral("info")));
    QVERIFY(named<LinkButton>(room.tab, QStringLiteral("From ConfigMap app")));
}

void EnvironmentsTest::valuesOfSecretsAreAskedForByAPersonOnly()
{
    Room room;
    QVERIFY(room.watched.at("secrets/db").request.accept.find("PartialObjectMetadata") != std::string::npos);
    room.answerAll();
    QVERIFY(room.text().contains(QStringLiteral("not read")));
    QCOMPARE(room.tab.findChildren<SecretText *>().size(), 0);
    QVERIFY(room.press("Environment Read their values"));
    room.watched.makeLive("secrets", {secret});
    QCOMPARE(room.tab.findChildren<SecretText *>().size(), 1);
    QVERIFY(!room.text().contains(QStringLiteral("s3cret")));
    QVERIFY(room.press("Show the value of PASSWORD"));
    QVERIFY(room.text().contains(QStringLiteral("s3cret")));
}

void EnvironmentsTest::whatChangesIsToldWhileSomebodyLooks()
{
    Room room;
    room.answerAll();
    room.watched.say("configmaps", "MODIFIED", R"({"metadata":{"name":"app","namespace":"team-a","uid":"m1","resourceVersion":"11"},"data":{"LOG":"debug"}})");
    QVERIFY(room.text().contains(QStringLiteral("debug")));
    room.tab.hide();
    room.watched.settle();
    QVERIFY(std::ranges::none_of(room.watched.api().exchanges, [](const auto &exchange) { return exchange.request.path.find("configmaps") != std::string::npos && !exchange.isLetGo(); }));
    QVERIFY(room.environments->isPaused());
    const int before = room.asksFor("configmaps");
    room.tab.show();
    room.watched.settle();
    QVERIFY(room.asksFor("configmaps") > before);
    QVERIFY(room.text().contains(QStringLiteral("debug")));
}

void EnvironmentsTest::secretsAreLookedAtAgain()
{
    Room room(Proof::Offered, std::chrono::milliseconds(1));
    QTRY_VERIFY(room.asksFor("secrets/db") > 2);
    room.tab.hide();
    room.watched.settle();
    const int before = room.asksFor("secrets/db");
    room.watched.settle();
    QCOMPARE(room.asksFor("secrets/db"), before);
}

void EnvironmentsTest::servicesThatMayNotBeListedLeaveKubernetes()
{
    Room room;
    room.watched.makeLive("namespaces/default/services", {R"({"metadata":{"name":"kubernetes","namespace":"default","uid":"k1","resourceVersion":"7"},"spec":{"clusterIP":"10.96.0.1","ports":[{"port":443}]}})"});
    room.watched.refuse("namespaces/team-a/services");
    QVERIFY2(room.text().contains(QStringLiteral("Services could not be read")), qPrintable(room.text()));
    QVERIFY2(named<LinkButton>(room.tab, QStringLiteral("Show all 7 of Service variables of main")), qPrintable(room.text()));
}

void EnvironmentsTest::whatMayNotBeReadIsSaid()
{
    Room room;
    room.watched.makeLive("namespaces/team-a/services", {});
    room.watched.at("secrets/db").fail(base::ErrorKind::Forbidden, "secrets \"db\" is forbidden");
    room.watched.refuse("configmaps");
    QVERIFY2(room.text().contains(QStringLiteral("could not be read: secrets \"db\" is forbidden")), qPrintable(room.text()));
    QVERIFY2(room.text().contains(QStringLiteral("could not be read: configmaps is forbidden")), qPrintable(room.text()));
}

void EnvironmentsTest::aContainerIsAskedByAPersonOnly()
{
    Room room;
    room.answerAll();
    QVERIFY(!named<LinkButton>(room.tab, QStringLiteral("Environment Compare with the container")));
    room.permit(true);
    QVERIFY(room.asked.empty());
    QVERIFY(room.press("Environment Compare with the container"));
    QCOMPARE(room.asked.size(), std::size_t(1));
    QCOMPARE(room.asked.front(), std::string("web-0/main"));
    QVERIFY(room.text().contains(QStringLiteral("asking the container")));
    room.watched.makeLive("secrets", {secret});
    room.answer(inside::Environment{{{"LOG", "warn"}, {"PASSWORD", "s3cret"}, {"PATH", "/bin"}}, {}});
    room.watched.settle();
    QVERIFY2(room.text().contains(QStringLiteral("compared with the container")), qPrintable(room.text()));
    QVERIFY(room.text().contains(QStringLiteral("changed")));
    QVERIFY(room.text().contains(QStringLiteral("warn")));
    QVERIFY(room.text().contains(QStringLiteral("equal")));
    QVERIFY(room.text().contains(QStringLiteral("/bin")));
}

void EnvironmentsTest::whoMayNotIsToldWhy()
{
    Room room;
    room.answerAll();
    room.permit(false);
    QVERIFY2(room.text().contains(QStringLiteral("needs get and create of pods/exec. no rule lets jane")), qPrintable(room.text()));
    QVERIFY(!named<LinkButton>(room.tab, QStringLiteral("Environment Compare with the container")));
}

void EnvironmentsTest::whoLooksAwayBetweenTheAnswersIsAskedAboutAgain()
{
    Room room;
    room.answerAll();
    room.answerReviews("get", [](auto &exchange) { exchange.answer(R"({"status":{"allowed":true}})"); });
    QVERIFY(!room.isComparingOffered());
    room.tab.hide();
    room.watched.settle();
    room.tab.show();
    room.watched.settle();
    QCOMPARE(room.asksFor("selfsubjectaccessreviews"), 4);
    room.permit(true);
    QVERIFY2(room.isComparingOffered(), qPrintable(room.text()));
}

void EnvironmentsTest::newsOfThePodDoNotAskAgain()
{
    Room room;
    room.answerAll();
    room.watched.say("pods", "MODIFIED", podOf("11"));
    room.watched.say("pods", "MODIFIED", podOf("12"));
    QCOMPARE(room.asksFor("selfsubjectaccessreviews"), 2);
    room.answerReviews("get", [](auto &exchange) { exchange.answer(R"({"status":{"allowed":true}})"); });
    QVERIFY(!room.isComparingOffered());
    room.answerReviews("create", [](auto &exchange) { exchange.answer(R"({"status":{"allowed":true}})"); });
    QVERIFY(room.isComparingOffered());
    room.watched.say("pods", "MODIFIED", podOf("13"));
    QCOMPARE(room.asksFor("selfsubjectaccessreviews"), 2);
}

void EnvironmentsTest::whoCannotSayWhetherSomebodyMayLetsThemTry()
{
    Room room;
    room.answerAll();
    for (const char *verb : {"get", "create"})
        room.answerReviews(verb, [](auto &exchange) { exchange.fail(base::ErrorKind::Timeout, "no answer within 60 seconds"); });
    QVERIFY2(!room.text().contains(QStringLiteral("pods/exec")), qPrintable(room.text()));
    QVERIFY(room.isComparingOffered());
    room.watched.say("pods", "MODIFIED", podOf("11"));
    QCOMPARE(room.asksFor("selfsubjectaccessreviews"), 4);
    QVERIFY(room.isComparingOffered());
    room.permit(false);
    QVERIFY2(room.text().contains(QStringLiteral("needs get and create of pods/exec. no rule lets jane")), qPrintable(room.text()));
}

void EnvironmentsTest::aReadOnlyClusterIsNotAsked()
{
    Room room(Proof::ReadOnly);
    room.answerAll();
    QCOMPARE(room.asksFor("selfsubjectaccessreviews"), 0);
    QVERIFY(room.text().contains(QStringLiteral("this cluster is read-only here")));
    room.environments->act(QStringLiteral("compare:main"));
    room.watched.settle();
    QVERIFY(room.asked.empty());
}

void EnvironmentsTest::whatAnotherRunSaidIsForgotten()
{
    Room room;
    room.answerAll();
    room.permit(true);
    QVERIFY(room.press("Environment Compare with the container"));
    room.answer(inside::Environment{{{"LOG", "info"}}, {}});
    room.watched.settle();
    QVERIFY(room.text().contains(QStringLiteral("compared with the container")));
    room.watched.say("pods", "MODIFIED", podOf("9", "c2"));
    QVERIFY2(!room.text().contains(QStringLiteral("compared with the container")), qPrintable(room.text()));
    QVERIFY(named<LinkButton>(room.tab, QStringLiteral("Environment Compare with the container")));
}

void EnvironmentsTest::aContainerThatCannotSayIsToldInItsWords()
{
    Room room;
    room.answerAll();
    room.permit(true);
    QVERIFY(room.press("Environment Compare with the container"));
    room.answer(base::makeError(base::ErrorKind::Unsupported, "it has no env and no shell"));
    room.watched.settle();
    QVERIFY(room.text().contains(QStringLiteral("the container did not say: it has no env and no shell")));
    QVERIFY(room.text().contains(QStringLiteral("info")));
}

void EnvironmentsTest::manyVariablesOfServicesAreFolded()
{
    Room room;
    room.watched.makeLive("namespaces/team-a/services", {R"({"metadata":{"name":"shop","namespace":"team-a","uid":"v1","resourceVersion":"7"},"spec":{"clusterIP":"10.1.2.3","ports":[{"port":80}]}})"});
    QVERIFY2(!room.text().contains(QStringLiteral("SHOP_PORT")), qPrintable(room.text()));
    QVERIFY(room.press("Show all 7 of Service variables of main"));
    QVERIFY2(room.text().contains(QStringLiteral("SHOP_PORT_80_TCP_ADDR")), qPrintable(room.text()));
}

QTEST_MAIN(EnvironmentsTest)
#include "EnvironmentsTest.moc"
