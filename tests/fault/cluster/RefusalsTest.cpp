#include "tests/fault/cluster/LiveServer.h"

#include <QTest>

using base::ErrorKind;
using fault::answer;
using fault::LivePods;
using fault::podsPath;
using fault::Streaming;
using kube::SyncState;
using support::Script;

namespace {

Script denied(const std::string &what)
{
    return answer(fault::statusOf(403, "Forbidden", what + R"( is forbidden: User \"ann\" may not)"), 403);
}

Script quietWatch()
{
    return fault::stream().hold();
}

std::string namespaces(const std::vector<std::string> &names)
{
    std::string items;
    for (const std::string &name : names)
        items += (items.empty() ? "" : ",") + (R"({"metadata":{"name":")" + name + R"(","resourceVersion":"5"}})");
    return R"({"kind":"NamespaceList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[)" + items + "]}";
}

} // namespace

/// What a viewer sees who may not do everything, and of a server that is busy, broken or elsewhere.
class RefusalsTest : public QObject
{
    Q_OBJECT

    /// Lists pods of that namespace, then watches them without a word.
    static void serveNamespace(support::FaultServer &server, const std::string &name, const std::vector<std::string> &pods)
    {
        std::vector<std::string> items;
        for (const std::string &pod : pods)
            items.push_back(fault::pod(pod, "5", {}, {}, name));
        server.answer("/api/v1/namespaces/" + name + "/pods", answer(fault::listOf(items, "10")));
        server.answer("/api/v1/namespaces/" + name + "/pods?watch=1", quietWatch());
    }

private Q_SLOTS:
    void aDeniedWatchIsPolledWithoutAStorm_data();
    void aDeniedWatchIsPolledWithoutAStorm();
    void aDeniedListIsReadNamespaceByNamespace();
    void namespacesThatComeAndGoAreFollowed();
    void deniedNamespacesLeaveTheKnownOnes();
    void whoMayNothingIsToldOnceAndMayTryAgain();
    void aPartThatLosesItsRightsIsNoLongerLive();
    void retryAfterIsObeyedUpToAMinute_data();
    void retryAfterIsObeyedUpToAMinute();
    void brokenAnswersKeepTheRows_data();
    void brokenAnswersKeepTheRows();
    void aRedirectIsNotFollowed_data();
    void aRedirectIsNotFollowed();
};

void RefusalsTest::aDeniedWatchIsPolledWithoutAStorm_data()
{
    QTest::addColumn<bool>("streaming");
    QTest::addColumn<int>("requests");
    QTest::newRow("of a server with streaming lists: its list is a watch, too") << true << 3;
    QTest::newRow("of an older server") << false << 2;
}

void RefusalsTest::aDeniedWatchIsPolledWithoutAStorm()
{
    QFETCH(bool, streaming);
    QFETCH(int, requests);
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5"), fault::pod("b", "11")}, "12")));
    server.answer(podsPath + "?watch=1", denied("watch pods"));
    fault::Client client(server.url());
    LivePods live(client, {.streaming = streaming ? Streaming::Yes : Streaming::No});
    TRY(live, live.phase() == SyncState::Phase::Polling);
    QCOMPARE(live.names(), std::set<std::string>{"a"});
    QVERIFY(live.rows().isComplete());
    QCOMPARE(server.requests().size(), std::size_t(requests));
    live.retryNow();
    TRY(live, live.names() == std::set<std::string>({"a", "b"}) && server.requests().size() == std::size_t(requests) + 2);
    TRY(live, live.phase() == SyncState::Phase::Polling);
    for (const support::SeenRequest &request : server.requests())
        QCOMPARE(request.target.substr(0, request.target.find('?')), podsPath);
}

void RefusalsTest::aDeniedListIsReadNamespaceByNamespace()
{
    support::FaultServer server;
    server.answer(podsPath, denied("list pods"));
    server.answer("/api/v1/namespaces", answer(namespaces({"one", "secret", "two"})));
    server.answer("/api/v1/namespaces?watch=1", quietWatch());
    serveNamespace(server, "one", {"a", "b"});
    serveNamespace(server, "two", {"c"});
    server.answer("/api/v1/namespaces/secret/pods", denied("list pods in secret"));
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive() && live.rows().size() == 3);
    QCOMPARE(live.names(), (std::set<std::string>{"a", "b", "c"}));
    // The whole, a list and a watch of the namespaces and of each of two, the list of the third.
    QVERIFY(server.waitForRequests(8));
    QCOMPARE(server.requests().size(), std::size_t(8));
}

void RefusalsTest::namespacesThatComeAndGoAreFollowed()
{
    const auto event = [](const std::string &type, const std::string &name, const std::string &version) {
        return fault::eventOf(type, R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":")" + name + R"(","resourceVersion":")" + version + "\"}}");
    };
    support::FaultServer server;
    server.answer(podsPath, denied("list pods"));
    server.answer("/api/v1/namespaces", answer(namespaces({"one", "two"})));
    server.answer("/api/v1/namespaces?watch=1", fault::stream().gate("made").send(event("ADDED", "three", "11")).gate("removed").send(event("DELETED", "one", "12")).hold());
    serveNamespace(server, "one", {"a"});
    serveNamespace(server, "two", {"b"});
    serveNamespace(server, "three", {"c"});
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"a", "b"}));
    server.open("made");
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"a", "b", "c"}));
    server.open("removed");
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"b", "c"}));
    // The watch of the namespace that is gone ended with it; no list was asked for twice.
    QVERIFY(server.waitForRequests(9));
    QCOMPARE(server.requests().size(), std::size_t(9));
}

void RefusalsTest::deniedNamespacesLeaveTheKnownOnes()
{
    support::FaultServer server;
    server.answer(podsPath, denied("list pods"));
    server.answer("/api/v1/namespaces", denied("list namespaces"));
    serveNamespace(server, "mine", {"a"});
    fault::Client client(server.url());
    LivePods live(client, {.knownNamespaces = {"mine"}});
    TRY(live, live.isLive() && live.names() == std::set<std::string>{"a"});
    QVERIFY(server.waitForRequests(4));
    QCOMPARE(server.requests().size(), std::size_t(4));
}

void RefusalsTest::whoMayNothingIsToldOnceAndMayTryAgain()
{
    support::FaultServer server;
    server.answer(podsPath, denied("list pods"));
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath + "?watch=1", quietWatch());
    server.answer("/api/v1/namespaces", denied("list namespaces"));
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error.has_value());
    QCOMPARE(live.state().error->kind, ErrorKind::Forbidden);
    QVERIFY2(live.failedWith(R"(list pods is forbidden: User "ann" may not)"), live.describe().c_str());
    QVERIFY(!live.rows().isComplete());
    QCOMPARE(server.requests().size(), std::size_t(2));
    live.retryNow();
    TRY(live, live.isLive() && live.names() == std::set<std::string>{"a"});
}

void RefusalsTest::aPartThatLosesItsRightsIsNoLongerLive()
{
    support::FaultServer server;
    server.answer(podsPath, denied("list pods"));
    server.answer("/api/v1/namespaces", answer(namespaces({"one", "two"})));
    server.answer("/api/v1/namespaces?watch=1", quietWatch());
    serveNamespace(server, "one", {"a"});
    server.answer("/api/v1/namespaces/two/pods", answer(fault::listOf({fault::pod("b", "5", {}, {}, "two")}, "10")));
    server.answer("/api/v1/namespaces/two/pods", denied("list pods in two"));
    server.answer("/api/v1/namespaces/two/pods?watch=1", fault::stream().gate("revoked").send(fault::eventOf("ERROR", fault::statusOf(410, "Expired", "too old"))));
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive() && live.rows().size() == 2);
    server.open("revoked");
    TRY(live, live.failedWith("too old"));
    live.retryNow();
    TRY(live, live.failedWith("list pods in two is forbidden"));
    QCOMPARE(live.phase(), SyncState::Phase::Stale);
    QCOMPARE(live.names(), (std::set<std::string>{"a", "b"}));
}

void RefusalsTest::retryAfterIsObeyedUpToAMinute_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("a second") << std::string("1") << 1000;
    QTest::newRow("half a minute") << std::string("30") << 30'000;
    QTest::newRow("an hour") << std::string("3600") << 60'000;
    QTest::newRow("before now") << std::string("-1") << 800;
    QTest::newRow("a date") << std::string("Wed, 21 Oct 2037 07:28:00 GMT") << 800;
    QTest::newRow("text") << std::string("soon") << 800;
}

void RefusalsTest::retryAfterIsObeyedUpToAMinute()
{
    QFETCH(std::string, header);
    QFETCH(int, milliseconds);
    support::FaultServer server;
    server.answer(podsPath, Script::answer(429, "slow down", {{"Retry-After", header}}));
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath + "?watch=1", quietWatch());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error || live.isLive());
    if (!live.isLive()) {
        QCOMPARE(live.state().error->kind, ErrorKind::Throttled);
        QVERIFY(live.failedWith("slow down"));
        QVERIFY(live.state().nextAttempt.has_value());
        const auto wait = std::chrono::round<std::chrono::seconds>(*live.state().nextAttempt - live.state().since);
        QCOMPARE(wait.count(), std::chrono::round<std::chrono::seconds>(std::chrono::milliseconds(milliseconds)).count());
    }
    live.retryNow();
    TRY(live, live.isLive() && live.rows().size() == 1);
}

void RefusalsTest::brokenAnswersKeepTheRows_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("words");
    QTest::newRow("500") << 500 << std::string("etcdserver: request timed out") << std::string("etcdserver: request timed out");
    QTest::newRow("502") << 502 << std::string() << std::string("502");
    QTest::newRow("503") << 503 << std::string("no endpoints available") << std::string("no endpoints available");
    QTest::newRow("504 of a version from the future") << 504
        << std::string(R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Timeout: Too large resource version: 999, current: 5","reason":"Timeout","details":{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}],"retryAfterSeconds":1},"code":504})")
        << std::string("Too large resource version");
}

void RefusalsTest::brokenAnswersKeepTheRows()
{
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(std::string, words);
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath, Script::answer(status, body));
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5"), fault::pod("b", "11")}, "20")));
    // Ends the first watch, then refuses the second, so that both roads are broken at once.
    server.answer(podsPath + "?watch=1", fault::stream().gate("trouble").send(fault::eventOf("ERROR", fault::statusOf(410, "Expired", "too old"))));
    server.answer(podsPath + "?watch=1", Script::answer(status, body));
    server.answer(podsPath + "?watch=1", quietWatch());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    server.open("trouble");
    TRY(live, live.failedWith("too old"));
    live.retryNow();
    TRY(live, live.failedWith(words));
    QCOMPARE(live.phase(), SyncState::Phase::Stale);
    QVERIFY(live.names().contains("a"));
    for (int attempt = 0; attempt < 3 && !(live.isLive() && live.rows().size() == 2); ++attempt) {
        const std::size_t before = server.requests().size();
        live.retryNow();
        QVERIFY(server.waitForRequests(before + 1));
        TRY(live, live.isLive() || live.phase() == SyncState::Phase::Stale);
    }
    TRY(live, live.isLive() && live.rows().size() == 2);
}

void RefusalsTest::aRedirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("scheme");
    for (const int status : {301, 302, 307, 308})
        QTest::addRow("%d to another port", status) << status << std::string("http://");
    QTest::newRow("to another scheme") << 302 << std::string("https://");
    QTest::newRow("to ftp") << 302 << std::string("ftp://");
    QTest::newRow("to a file") << 307 << std::string("file:///etc/");
}

void RefusalsTest::aRedirectIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(std::string, scheme);
    support::FaultServer server, decoy;
    const std::string target = scheme + decoy.address() + "/stolen";
    server.answer(podsPath, Script::answer(status, {}, {{"Location", target}}));
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error.has_value());
    QVERIFY2(live.failedWith(target), live.describe().c_str());
    QCOMPARE(decoy.connections(), 0);
    QCOMPARE(live.rows().size(), std::size_t(0));
    QVERIFY(!live.rows().isComplete());
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "RefusalsTest.moc"
