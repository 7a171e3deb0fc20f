#include "models/metrics/PrometheusAnswer.h"
#include "tests/fault/metrics/PrometheusWorld.h"
#include "tests/support/SpdyServer.h"
#include "tests/support/WebSocketServer.h"

#include <QtTest>

using fault::FaultServer;
using fault::Program;
using fault::Script;
using metrics::Obstacle;
using metrics::Way;
using Verdict = metrics::Proof::Verdict;

namespace {

const std::string operated = R"({"operated-prometheus":"true"})";
const std::string chart = R"({"app":"prometheus","component":"server"})";

bool wasAsked(const FaultServer &server, const std::string &path)
{
    const auto requests = server.requests();
    return std::ranges::any_of(requests, [&path](const support::SeenRequest &request) { return request.target.starts_with(path); });
}

/// A good tunnel into a pod: every request gets the answer.
void serveTunnel(support::WebSocketServer::Peer &peer, const std::string &answer)
{
    support::SpdyServer spdy;
    peer.upgrade("SPDY/3.1+portforward.k8s.io");
    while (const auto frame = peer.read()) {
        if (frame->opcode == 9)
            peer.raw(support::serverFrame(0x8A, frame->payload));
        if (frame->opcode != 2)
            continue;
        for (const auto &event : spdy.take(frame->payload)) {
            if (event.what == "open")
                peer.message(spdy.reply(event.stream));
            if (event.what == "data")
                peer.message(support::SpdyServer::data(event.stream, answer) + support::SpdyServer::end(event.stream) + support::SpdyServer::end(event.stream - 2));
        }
    }
}

const std::string readyPod = R"({"items":[{"metadata":{"name":"prom-0"},"spec":{"containers":[{"ports":[{"name":"web","containerPort":9090}]}]},
    "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}]})";

} // namespace

class PrometheusDiscoveryFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOneThatWatchesThisClusterIsTaken();
    void oneOfAnotherClusterIsNeverTaken();
    void aRefusedProxyIsFollowedByAForwardAndBothAreFacts();
    void aForwardServesWhereTheProxyIsRefused();
    void theWayIntoAPathPrefixIsFound();
    void aRedirectToALoginIsToldAsItCame();
    void withoutAWayToTheApiServerNothingIsGuessed();
    void plainHttpToATlsPortIsTriedByTls();
    void aRememberedOneIsProvenBeforeAnythingIsListed();
    void aRememberedOneThatIsGoneIsLookedForAgain();
    void withoutRightsForTheClusterKnownNamespacesAreLookedThrough();
    void withoutAnyServicesUsualPlacesAreGuessed();
    void aCandidateThatHangsDoesNotHoldAProvenOne();
    void whoLetsGoIsNotCalled();
    void noSecretIsEverToldInTheReport();
};

void PrometheusDiscoveryFaultTest::onlyTheOneThatWatchesThisClusterIsTaken()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "other", operated) + ',' + fault::service("b", "mine", chart));
    fault::servePrometheus(server, fault::proxied("a", "other"), 1'700'000'000);
    fault::servePrometheus(server, fault::proxied("b", "mine"), fault::clusterCreatedSeconds);
    Program program(server.url());
    const auto found = program.find();
    QVERIFY(found.client);
    QCOMPARE(found.report.candidates.size(), std::size_t(2));
    QCOMPARE(found.report.candidates[0].proof->verdict, Verdict::OtherCluster);
    QVERIFY(english(found.report.candidates[0].proof->reason).find("2023-11-14T22:13:20Z") != std::string::npos);
    QCOMPARE(found.report.chosen, std::optional<std::size_t>(1));
    QCOMPARE(found.report.found()->build->flavour, metrics::Flavour::Prometheus);
    QCOMPARE(found.client->place(), std::string("the service b/mine:9090 through the API server"));
    QVERIFY(Program::ask(*found.client, {"anything"}));
}

void PrometheusDiscoveryFaultTest::oneOfAnotherClusterIsNeverTaken()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "other", operated));
    fault::servePrometheus(server, fault::proxied("a", "other"), 1'700'000'000);
    Program program(server.url());
    const auto found = program.find();
    QVERIFY(!found.client);
    QVERIFY(!found.report.found());
    QVERIFY(found.report.candidates.at(0).answers());
}

void PrometheusDiscoveryFaultTest::aRefusedProxyIsFollowedByAForwardAndBothAreFacts()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "mine", operated));
    server.answer(fault::proxied("a", "mine") + "/api/v1/query", Script::answer(403, fault::status(403, "Forbidden", "cannot get resource services/proxy")));
    server.answer("/api/v1/namespaces/a/pods", Script::answer(200, R"({"items":[{"metadata":{"name":"prom-0"},"status":{"phase":"Pending"}}]})"));
    Program program(server.url());
    const auto found = program.find();
    QVERIFY(!found.client);
    const auto &attempts = found.report.candidates.at(0).attempts;
    QCOMPARE(attempts.size(), std::size_t(2));
    QCOMPARE(attempts[0].way, Way::ServiceProxy);
    QCOMPARE(attempts[0].obstacle(), Obstacle::Forbidden);
    QVERIFY(attempts[0].error->message.find("cannot get resource services/proxy") != std::string::npos);
    QCOMPARE(attempts[1].way, Way::PortForward);
    QCOMPARE(attempts[1].obstacle(), Obstacle::NoReadyPod);
    QVERIFY(attempts[1].error->message.find("0 of 1") != std::string::npos);
}

void PrometheusDiscoveryFaultTest::aForwardServesWhereTheProxyIsRefused()
{
    const std::string answer = fault::one(fault::nowSeconds());
    support::WebSocketServer tunnel([&answer](auto &peer) {
        serveTunnel(peer, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(answer.size()) + "\r\n\r\n" + answer);
    });
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "mine", operated));
    server.answer(fault::proxied("a", "mine") + "/api/v1/query", Script::answer(403, fault::status(403, "Forbidden", "no")));
    server.answer("/api/v1/namespaces/a/pods?labelSelector=app%3Dprom", Script::answer(200, readyPod));
    Program program(server.url(), tunnel.url());
    const auto found = program.find();
    QVERIFY(found.client);
    QCOMPARE(found.client->way(), Way::PortForward);
    QCOMPARE(found.report.found()->proof->verdict, Verdict::Unproven);
    QCOMPARE(Program::ask(*found.client, {"1"})->kind, metrics::Answer::Kind::Scalar);
}

void PrometheusDiscoveryFaultTest::theWayIntoAPathPrefixIsFound()
{
    FaultServer server;
    fault::servePrometheus(server, "/prom", fault::clusterCreatedSeconds);
    fault::serveCluster(server, "");
    server.answer("/api/v1/query", Script::answer(404, "404 page not found\n"));
    server.answer("/", Script::answer(302, "", {{"Location", "/prom/graph"}}));
    Program program(server.url());
    const auto found = program.findDirect({server.url()});
    QVERIFY(found.client);
    QCOMPARE(found.client->place(), server.url("/prom"));
    QCOMPARE(found.report.found()->proof->verdict, Verdict::ThisCluster);
}

void PrometheusDiscoveryFaultTest::aRedirectToALoginIsToldAsItCame()
{
    FaultServer server;
    fault::serveCluster(server, "");
    const Script login = Script::answer(302, "", {{"Location", "/oauth2/start?rd=x"}});
    server.answer("/api/v1/query", login);
    server.answer("/", login);
    Program program(server.url());
    const auto found = program.findDirect({server.url()});
    QVERIFY(!found.client);
    const auto &report = found.report.candidates.at(0);
    QCOMPARE(report.attempts.size(), std::size_t(1));
    QCOMPARE(report.attempts[0].obstacle(), Obstacle::Redirected);
    QCOMPARE(report.attempts[0].place, server.url());
    QCOMPARE(report.candidate.text(), server.url());
    QVERIFY(report.attempts[0].error->message.find("/oauth2/start") != std::string::npos);
    QVERIFY(wasAsked(server, "/oauth2/start/api/v1/query"));
}

void PrometheusDiscoveryFaultTest::withoutAWayToTheApiServerNothingIsGuessed()
{
    std::string nobody;
    {
        FaultServer server;
        nobody = server.url();
    }
    Program program(nobody);
    const auto found = program.find();
    QVERIFY(found.report.isUnreachable);
    QVERIFY(found.report.candidates.empty());
    QCOMPARE(found.report.gaps.size(), std::size_t(3));
}

void PrometheusDiscoveryFaultTest::plainHttpToATlsPortIsTriedByTls()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "mine", operated));
    server.answer(fault::proxied("a", "mine") + "/api/v1/query", Script::answer(400, "Client sent an HTTP request to an HTTPS server.\n"));
    fault::servePrometheus(server, "/api/v1/namespaces/a/services/https:mine:9090/proxy", fault::clusterCreatedSeconds);
    Program program(server.url());
    const auto found = program.find();
    QVERIFY(found.client);
    QVERIFY(found.report.found()->candidate.service.tls);
    QCOMPARE(found.report.found()->proof->verdict, Verdict::ThisCluster);
}

void PrometheusDiscoveryFaultTest::aRememberedOneIsProvenBeforeAnythingIsListed()
{
    FaultServer server;
    fault::serveCluster(server, "");
    fault::servePrometheus(server, fault::proxied("b", "mine"), fault::clusterCreatedSeconds);
    Program program(server.url());
    metrics::DiscoveryWish wish{program.ways()};
    wish.first = {metrics::Candidate{metrics::Origin::Remembered, {"b", "mine", 9090}}};
    const auto found = program.find(std::move(wish));
    QVERIFY(found.client);
    QVERIFY(!wasAsked(server, "/api/v1/services"));
    QCOMPARE(server.requests().size(), std::size_t(6));
}

void PrometheusDiscoveryFaultTest::aRememberedOneThatIsGoneIsLookedForAgain()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("b", "mine", chart));
    server.answer(fault::proxied("old", "gone") + "/api/v1/query", Script::answer(404, fault::status(404, "NotFound", "services gone not found")));
    server.answer("/api/v1/namespaces/old/pods", Script::answer(200, R"({"items":[]})"));
    fault::servePrometheus(server, fault::proxied("b", "mine"), fault::clusterCreatedSeconds);
    Program program(server.url());
    metrics::DiscoveryWish wish{program.ways()};
    wish.first = {metrics::Candidate{metrics::Origin::Remembered, {"old", "gone", 9090}, "app=prom"}};
    const auto found = program.find(std::move(wish));
    QVERIFY(found.client);
    QCOMPARE(found.report.candidates.size(), std::size_t(2));
    QCOMPARE(found.report.candidates[0].attempts.at(0).obstacle(), Obstacle::NoSuchService);
    QCOMPARE(found.report.found()->candidate.origin, metrics::Origin::OldChart);
}

void PrometheusDiscoveryFaultTest::withoutRightsForTheClusterKnownNamespacesAreLookedThrough()
{
    FaultServer server;
    const std::string no = fault::status(403, "Forbidden", "not you");
    for (const char *path : {"/api/v1/namespaces/kube-system", "/api/v1/nodes", "/api/v1/pods", "/api/v1/services", "/apis/monitoring.coreos.com/v1/prometheuses"})
        server.answer(path, Script::answer(403, no));
    server.answer("/api/v1/namespaces/team/pods", Script::answer(200, R"({"items":[{"metadata":{"namespace":"team","name":"web","uid":"1111-2222"}}]})"));
    server.answer("/api/v1/namespaces/team/services", Script::answer(200, R"({"items":[)" + fault::service("team", "my-prometheus") + "]}"));
    fault::servePrometheus(server, fault::proxied("team", "my-prometheus"), 1);
    server.answer(fault::proxied("team", "my-prometheus") + "/api/v1/query",
        Script::answer(200, fault::success(R"({"resultType":"vector","result":[{"metric":{"__name__":"kube_pod_info","uid":"1111-2222"},"value":[1,"1"]}]})")));
    server.forgetRequests();
    Program program(server.url());
    metrics::DiscoveryWish wish{program.ways()};
    wish.namespaces = {"team"};
    const auto found = program.find(std::move(wish));
    QVERIFY(found.client);
    QCOMPARE(found.report.gaps.size(), std::size_t(5));
    QVERIFY(wasAsked(server, "/api/v1/namespaces/team/services"));
}

void PrometheusDiscoveryFaultTest::withoutAnyServicesUsualPlacesAreGuessed()
{
    FaultServer server;
    const std::string no = fault::status(403, "Forbidden", "not you");
    for (const char *path : {"/api/v1/namespaces/kube-system", "/api/v1/nodes", "/api/v1/pods", "/api/v1/services", "/apis/monitoring.coreos.com/v1/prometheuses"})
        server.answer(path, Script::answer(403, no));
    server.answer("/api/v1/namespaces/team/services", Script::answer(200, R"({"items":[]})"));
    fault::servePrometheus(server, fault::proxied("monitoring", "prometheus-k8s"), fault::clusterCreatedSeconds);
    Program program(server.url());
    metrics::DiscoveryWish wish{program.ways()};
    wish.namespaces = {"team"};
    const auto found = program.find(std::move(wish));
    QVERIFY(found.client);
    QCOMPARE(found.report.found()->candidate.origin, metrics::Origin::Guess);
    QCOMPARE(found.report.found()->proof->verdict, Verdict::Unproven);
    QVERIFY(english(found.report.found()->proof->reason).find("may be read") != std::string::npos);
}

void PrometheusDiscoveryFaultTest::aCandidateThatHangsDoesNotHoldAProvenOne()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "hangs", operated) + ',' + fault::service("b", "mine", chart));
    server.answer(fault::proxied("a", "hangs") + "/api/v1/query", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{").hold());
    fault::servePrometheus(server, fault::proxied("b", "mine"), fault::clusterCreatedSeconds);
    Program program(server.url());
    QElapsedTimer timer;
    timer.start();
    const auto found = program.find();
    QVERIFY(found.client);
    QCOMPARE(found.report.found()->candidate.service.namespaceName, std::string("b"));
    QVERIFY(timer.elapsed() < metrics::PrometheusClient::ProbeDeadline.count());
    QCOMPARE(found.report.notTried.size(), std::size_t(1));
}

void PrometheusDiscoveryFaultTest::whoLetsGoIsNotCalled()
{
    FaultServer server;
    fault::serveCluster(server, fault::service("a", "hangs", operated));
    server.answer(fault::proxied("a", "hangs") + "/api/v1/query", Script::raw().hold());
    Program program(server.url());
    std::atomic<int> calls = 0;
    {
        const base::Job job = metrics::findPrometheus({program.ways()}, [&calls](metrics::DiscoveryReport, std::shared_ptr<metrics::PrometheusClient>) { ++calls; });
        QTRY_VERIFY(wasAsked(server, fault::proxied("a", "hangs")));
    }
    cluster::runOn(program.thread, [] { });
    QVERIFY(server.waitForOpenConnections(server.openConnections()));
    QCOMPARE(calls.load(), 0);
}

void PrometheusDiscoveryFaultTest::noSecretIsEverToldInTheReport()
{
    FaultServer server;
    fault::serveCluster(server, "");
    server.answer("/api/v1/query", Script::answer(401, "Unauthorized\n"));
    Program program(server.url());
    metrics::DirectServer direct{"http://user:" + fault::secret + "@" + server.address()};
    direct.headers.push_back({"X-Scope-OrgID", base::SecretText(fault::secret)});
    const auto found = program.findDirect(direct);
    const auto &attempt = found.report.candidates.at(0).attempts.at(0);
    QCOMPARE(attempt.obstacle(), Obstacle::Unauthorized);
    QVERIFY((attempt.place + attempt.error->message + found.report.candidates[0].candidate.text()).find(fault::secret) == std::string::npos);
    const auto requests = server.requests();
    const auto asked = std::ranges::find_if(requests, [](const auto &request) { return request.target.starts_with("/api/v1/query"); });
    QVERIFY(asked != requests.end());
    QCOMPARE(asked->header("X-Scope-OrgID"), fault::secret);
    QVERIFY(asked->header("Authorization").starts_with("Basic "));
}

QTEST_GUILESS_MAIN(PrometheusDiscoveryFaultTest)
#include "PrometheusDiscoveryFaultTest.moc"
