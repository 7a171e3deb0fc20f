#include "models/base/ManualExecutor.h"
#include "models/metrics/ClusterPrometheus.h"
#include "models/text/Json.h"
#include "tests/fault/metrics/PrometheusWorld.h"

#include <QtTest>

using fault::FaultServer;
using fault::Script;
using metrics::ClusterPrometheus;
using State = metrics::ClusterPrometheus::State;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

kube::CatalogEntry entryOf(const std::string &server)
{
    kube::CatalogEntry entry;
    entry.file = "/home/me/.kube/config";
    entry.context.context = "prod";
    kube::ConnectionSettings settings;
    settings.server = server;
    settings.namespaceName = "default";
    entry.context.connection = settings;
    return entry;
}

/// A cluster with a Prometheus, and the program's window, whose time the test moves.
struct Bench
{
    Bench()
    {
        fault::serveCluster(server, fault::service("m", "mine", R"({"operated-prometheus":"true"})"));
        fault::servePrometheus(server, fault::proxied("m", "mine"), fault::clusterCreatedSeconds);
    }

    std::unique_ptr<ClusterPrometheus> make() { return std::make_unique<ClusterPrometheus>(cluster, settings, window); }
    bool reaches(const ClusterPrometheus &prometheus, State state)
    {
        window.run();
        return prometheus.state() == state;
    }
    std::size_t listings() const
    {
        const auto requests = server.requests();
        return static_cast<std::size_t>(std::ranges::count_if(requests, [](const auto &request) { return request.target.starts_with("/api/v1/services"); }));
    }
    std::string remembered() const
    {
        return text::writeJson(settings.value("prometheus", "/home/me/.kube/config\nprod"));
    }

    FaultServer server;
    base::ManualExecutor window{std::chrono::system_clock::now()};
    cluster::Network network{{}};
    settings::Settings settings{window};
    cluster::ConnectedCluster cluster{network, window, entryOf(server.url())};
};

} // namespace

class ClusterPrometheusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedBeforeSomebodyWantsIt();
    void whatWasFoundIsProvenFirstAtTheNextStart();
    void whatIsLostIsLookedForAgain();
    void anErrorOfTheQueryIsNoLoss();
    void aNewConnectionLooksAgain();
    void aPersonsServerIsTakenAndItsSecretsAreNotRemembered();
    void withoutItsSecretsAPersonsServerIsNotAsked();
    void withoutOneTheReportSaysWhy();
};

void ClusterPrometheusTest::nothingIsAskedBeforeSomebodyWantsIt()
{
    Bench bench;
    const auto prometheus = bench.make();
    QCOMPARE(prometheus->state(), State::Idle);
    int changes = 0;
    connect(prometheus.get(), &ClusterPrometheus::changed, this, [&changes] { ++changes; });
    prometheus->want();
    prometheus->want();
    QCOMPARE(prometheus->state(), State::Looking);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    QCOMPARE(changes, 2);
    QCOMPARE(bench.listings(), std::size_t(1));
    QVERIFY(fault::Program::ask(*prometheus->client(), {"up"}));
}

void ClusterPrometheusTest::whatWasFoundIsProvenFirstAtTheNextStart()
{
    Bench bench;
    auto first = bench.make();
    first->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*first, State::Found), patience);
    const std::string known = R"({"found":{"namespace":"m","service":"mine","port":9090,"selector":"app=prom","targetPort":"web"}})";
    QCOMPARE(bench.remembered(), known);
    first.reset();
    const auto second = bench.make();
    second->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*second, State::Found), patience);
    QCOMPARE(bench.listings(), std::size_t(1));
    QCOMPARE(second->found()->candidate.origin, metrics::Origin::Remembered);
    QCOMPARE(bench.remembered(), known);
}

void ClusterPrometheusTest::whatIsLostIsLookedForAgain()
{
    Bench bench;            // of several answers each is given once, and the last one stays
    bench.server.answer("/api/v1/services", Script::answer(200, R"({"items":[]})"));
    bench.server.answer("/api/v1/services", Script::answer(200, R"({"items":[)" + fault::service("n", "next", R"({"operated-prometheus":"true"})") + "]}"));
    fault::servePrometheus(bench.server, fault::proxied("n", "next"), fault::clusterCreatedSeconds);
    const std::string gone = fault::status(404, "NotFound", "services mine not found");
    bench.server.answer(fault::proxied("m", "mine") + "/api/v1/query?query=up", Script::answer(404, gone));
    bench.server.answer(fault::proxied("m", "mine") + "/api/v1/query?query=1", Script::answer(404, gone));
    const auto prometheus = bench.make();
    prometheus->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    const auto answer = fault::Program::ask(*prometheus->client(), {"up"});
    QVERIFY(!answer);
    prometheus->failed(answer.error());
    prometheus->failed(answer.error());
    QCOMPARE(prometheus->state(), State::Found);
    bench.window.advance(ClusterPrometheus::Pause);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Missing), patience);     // it is gone, and no other one is there yet
    bench.window.advance(2 * ClusterPrometheus::Pause);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    QCOMPARE(prometheus->found()->candidate.service.namespaceName, std::string("n"));
}

void ClusterPrometheusTest::anErrorOfTheQueryIsNoLoss()
{
    Bench bench;
    const auto prometheus = bench.make();
    prometheus->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    bench.server.forgetRequests();
    base::Error wrong = base::makeError(base::ErrorKind::Invalid, "1:3: parse error");
    wrong.reason = "bad_data";
    prometheus->failed(wrong);
    prometheus->failed(base::makeError(base::ErrorKind::Timeout, "query timed out"));
    prometheus->failed(base::makeError(base::ErrorKind::Cancelled, "the connection was closed"));
    bench.window.advance(2 * ClusterPrometheus::Pause);
    QCOMPARE(prometheus->state(), State::Found);
    QCOMPARE(bench.listings(), std::size_t(0));
}

void ClusterPrometheusTest::aNewConnectionLooksAgain()
{
    Bench bench;
    const auto prometheus = bench.make();
    prometheus->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    const auto old = prometheus->client();
    bench.cluster.reconnect();
    QVERIFY(!prometheus->client());
    QCOMPARE(prometheus->state(), State::Looking);
    QCOMPARE(fault::Program::ask(*old, {"up"}).error().kind, base::ErrorKind::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    QVERIFY(prometheus->client() != old);
}

void ClusterPrometheusTest::aPersonsServerIsTakenAndItsSecretsAreNotRemembered()
{
    Bench bench;
    FaultServer own;
    fault::servePrometheus(own, "/p", fault::clusterCreatedSeconds);
    const auto prometheus = bench.make();
    metrics::DirectServer server{own.url("/p")};
    server.bearer = base::SecretText(fault::secret);
    prometheus->setServer(server);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    QCOMPARE(prometheus->client()->place(), own.url("/p"));
    QCOMPARE(bench.listings(), std::size_t(0));
    QCOMPARE(bench.remembered(), R"({"person":{"url":")" + own.url("/p") + R"(","hasSecrets":true}})");
    QCOMPARE(own.requests().at(0).header("Authorization"), "Bearer " + fault::secret);
    QVERIFY(bench.make()->server().has_value());
    prometheus->setServer(std::nullopt);
    const auto isBack = [&] { return bench.reaches(*prometheus, State::Found) && !prometheus->found()->candidate.direct; };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), patience);
}

/// The next start, on a system that keeps no secrets.
void ClusterPrometheusTest::withoutItsSecretsAPersonsServerIsNotAsked()
{
    Bench bench;
    FaultServer own;
    fault::servePrometheus(own, "/p", fault::clusterCreatedSeconds);
    metrics::DirectServer server{own.url("/p")};
    server.headers = {{"X-Scope-OrgID", base::SecretText("team-a")}};
    bench.make()->setServer(server);
    own.forgetRequests();
    const auto prometheus = bench.make();
    prometheus->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Missing), patience);
    QCOMPARE(prometheus->report().candidates.at(0).attempts.at(0).obstacle(), metrics::Obstacle::SecretsLost);
    bench.cluster.reconnect();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Missing), patience);
    QVERIFY(own.requests().empty());
    QCOMPARE(bench.listings(), std::size_t(0));
    prometheus->setServer(server);
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    QCOMPARE(own.requests().at(0).header("X-Scope-OrgID"), std::string("team-a"));
}

void ClusterPrometheusTest::withoutOneTheReportSaysWhy()
{
    Bench bench;
    bench.server.answer(fault::proxied("m", "mine") + "/api/v1/query?query=1", Script::answer(403, fault::status(403, "Forbidden", "not you")));
    bench.server.answer("/api/v1/namespaces/m/pods", Script::answer(200, R"({"items":[]})"));
    const auto prometheus = bench.make();
    prometheus->want();
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Found), patience);
    prometheus->lookAgain();                                        // the good answer was the last one
    QTRY_VERIFY_WITH_TIMEOUT(bench.reaches(*prometheus, State::Missing), patience);
    const auto &attempts = prometheus->report().candidates.at(0).attempts;
    QCOMPARE(attempts.at(0).obstacle(), metrics::Obstacle::Forbidden);
    QCOMPARE(attempts.at(1).obstacle(), metrics::Obstacle::NoReadyPod);
    QVERIFY(!prometheus->client());
}

QTEST_GUILESS_MAIN(ClusterPrometheusTest)
#include "ClusterPrometheusTest.moc"
