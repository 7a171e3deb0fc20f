#include "models/metrics/CapabilityQuestion.h"
#include "models/metrics/PrometheusAnswer.h"
#include "tests/fault/metrics/PrometheusWorld.h"

#include <QtTest>

#include <cmath>

using base::ErrorKind;
using fault::FaultServer;
using fault::Program;
using fault::Script;
using metrics::Obstacle;
using Verdict = metrics::Proof::Verdict;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(support::Script)

namespace {

const std::string half = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,)" "\"4";

std::shared_ptr<metrics::PrometheusTransport> direct(Program &program, const metrics::DirectServer &server)
{
    metrics::Candidate candidate{metrics::Origin::Person};
    candidate.direct = server;
    return metrics::transportTo(program.ways(), candidate, metrics::Way::Direct);
}

metrics::PrometheusClient clientOf(Program &program, const FaultServer &server)
{
    return metrics::PrometheusClient(direct(program, {server.url()}));
}

/// The error of a request as the transport makes it.
base::Error errorOf(metrics::PrometheusTransport &transport, const metrics::PrometheusRequest &request)
{
    std::promise<base::Error> promise;
    auto result = promise.get_future();
    base::Job job;
    cluster::runOn(transport.executor(), [&] {
        job = transport.send(request, [&promise](base::Result<metrics::PrometheusReply> reply) { promise.set_value(reply ? base::Error() : reply.error()); });
    });
    return result.wait_for(30s) == std::future_status::ready ? result.get() : base::makeError(ErrorKind::Io, "it never ended");
}

} // namespace

/// A server that misbehaves, asked directly: each fault is named, and nothing of it becomes a value.
class PrometheusFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultIsNamed_data();
    void eachFaultIsNamed();
    void aServerThatSaysNothingTimesOut();
    void whatIsNoNumberIsKeptAsSuchOrRefused();
    void anAnswerLargerThanTheCapIsRefused();
    void theSameQueryIsSentOnce();
    void whatNobodyWaitsForIsCancelled();
    void aClockThatIsFarOffIsNamedAndUsed();
    void anAuthorityOfItsOwnAndAClientCertificateAreUsed();
    void aLongQueryIsPosted();
    void capabilitiesAreCountedWithTheirLabelsAndIntervals();
    void withoutTargetsTheIntervalIsTheDistanceOfSamples();
};

void PrometheusFaultTest::eachFaultIsNamed_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("obstacle");
    QTest::addColumn<std::string>("words");
    const auto row = [](const char *name, const Script &script, ErrorKind kind, Obstacle obstacle, const char *words) {
        QTest::newRow(name) << script << static_cast<int>(kind) << static_cast<int>(obstacle) << std::string(words);
    };
    row("it dies in the middle", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + half).close(), ErrorKind::Network, Obstacle::Unreachable, "");
    row("it dies hard in the middle", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + half).reset(), ErrorKind::Network, Obstacle::Unreachable, "");
    row("its last chunk is missing", Script::stream().send(half).close(), ErrorKind::Network, Obstacle::Unreachable, "");
    row("its answer is cut and whole by its length", Script::answer(200, half), ErrorKind::BadInput, Obstacle::Malformed, "ends too early");
    row("403", Script::answer(403, "<html><head><title>403 Forbidden</title></head></html>"), ErrorKind::Forbidden, Obstacle::NotPrometheus, "403 Forbidden");
    row("403 in words", Script::answer(403, "no access"), ErrorKind::Forbidden, Obstacle::Forbidden, "no access");
    row("401", Script::answer(401, "login first"), ErrorKind::Unauthorized, Obstacle::Unauthorized, "login first");
    row("302", Script::answer(302, "", {{"Location", "https://login.example/?rd=x"}}), ErrorKind::Server, Obstacle::Redirected, "https://login.example/");
    row("404", Script::answer(404, "404 page not found"), ErrorKind::NotFound, Obstacle::WrongPrefix, "404 page not found");
    row("a page", Script::answer(200, "<!doctype html><title>Grafana</title>"), ErrorKind::BadInput, Obstacle::NotPrometheus, "Grafana");
    row("nothing at all", Script::answer(200, ""), ErrorKind::BadInput, Obstacle::NotPrometheus, "empty");
    row("502", Script::answer(502, ""), ErrorKind::Server, Obstacle::Other, "502");
    row("429", Script::answer(429, "slow down", {{"Retry-After", "7"}}), ErrorKind::Throttled, Obstacle::Other, "slow down");
    row("no HTTP", Script::raw("SSH-2.0-OpenSSH\r\n").close(), ErrorKind::Network, Obstacle::Unreachable, "");
    row("a query that takes too long there", Script::answer(503, R"({"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"})"), ErrorKind::Timeout, Obstacle::Timeout, "query timed out");
    row("an error with 200", Script::answer(200, R"({"status":"error","errorType":"execution","error":"many-to-many"})"), ErrorKind::Invalid, Obstacle::Other, "many-to-many");
}

void PrometheusFaultTest::eachFaultIsNamed()
{
    QFETCH(Script, script);
    QFETCH(int, kind);
    QFETCH(int, obstacle);
    QFETCH(std::string, words);
    FaultServer server;
    server.answer("/api/v1/query", script);
    Program program(server.url());
    auto client = clientOf(program, server);
    const auto answer = Program::ask(client, {"up"});
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.starts_with(server.url() + ": "), answer.error().message.c_str());
    QVERIFY2(answer.error().message.find(words) != std::string::npos, answer.error().message.c_str());
    QCOMPARE(static_cast<int>(answer.error().kind), kind);
    QCOMPARE(static_cast<int>(metrics::obstacleOf(answer.error())), obstacle);
}

void PrometheusFaultTest::aServerThatSaysNothingTimesOut()
{
    FaultServer server;
    server.answer("/api/v1/query", Script::raw().hold());
    Program program(server.url());
    const auto transport = direct(program, {server.url()});
    metrics::PrometheusRequest request{"/api/v1/query"};
    request.deadline = 300ms;
    const base::Error error = errorOf(*transport, request);
    QCOMPARE(error.kind, ErrorKind::Timeout);
    QCOMPARE(metrics::obstacleOf(error), Obstacle::Timeout);
}

void PrometheusFaultTest::whatIsNoNumberIsKeptAsSuchOrRefused()
{
    FaultServer server;
    const auto vectorOf = [](const std::string &value) { return fault::success(R"({"resultType":"vector","result":[{"metric":{},"value":[1,")" + value + R"("]}]})"); };
    server.answer("/api/v1/query?query=nan", Script::answer(200, vectorOf("NaN")));
    server.answer("/api/v1/query?query=huge", Script::answer(200, vectorOf("1e999")));
    server.answer("/api/v1/query?query=1", Script::answer(200, vectorOf("NaN")));
    Program program(server.url());
    auto client = clientOf(program, server);
    const auto kept = Program::ask(client, {"nan"});
    QVERIFY(kept && std::isnan(kept->series.at(0).points.at(0).value));
    QCOMPARE(Program::ask(client, {"huge"}).error().reason, std::string(metrics::reason::Malformed));
    const auto found = program.findDirect({server.url()});
    QCOMPARE(found.report.candidates.at(0).attempts.at(0).obstacle(), Obstacle::NotPrometheus);
}

void PrometheusFaultTest::anAnswerLargerThanTheCapIsRefused()
{
    FaultServer server;
    const std::string bomb = support::gzipOfZeros(64LL * 1024 * 1024);
    server.answer("/api/v1/query", Script::answer(200, bomb, {{"Content-Encoding", "gzip"}}));
    Program program(server.url());
    auto client = clientOf(program, server);
    const auto answer = Program::ask(client, {"up"});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::TooLarge);
}

void PrometheusFaultTest::theSameQueryIsSentOnce()
{
    FaultServer server;
    server.answer("/api/v1/query", Script::stream().gate("go").send(fault::one(1)));
    Program program(server.url());
    const auto transport = direct(program, {server.url()});
    metrics::PrometheusClient client(transport);
    std::atomic<int> good = 0;
    std::vector<base::Job> jobs;
    for (int i = 0; i < 20; ++i)
        jobs.push_back(client.query(metrics::InstantQuery{"up"}, [&good](base::Result<metrics::Answer> answer) { good += answer.has_value(); }));
    QVERIFY(server.waitForRequests(1));
    cluster::runOn(transport->executor(), [] { });      // all have asked
    server.open("go");
    QTRY_COMPARE(good.load(), 20);
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void PrometheusFaultTest::whatNobodyWaitsForIsCancelled()
{
    FaultServer server;
    server.answer("/api/v1/query", Script::raw().hold());
    Program program(server.url());
    auto client = clientOf(program, server);
    std::vector<base::Job> jobs;
    for (int i = 0; i < 10; ++i)
        jobs.push_back(client.query(metrics::InstantQuery{"up + " + std::to_string(i)}, [](base::Result<metrics::Answer>) { }));
    QVERIFY(server.waitForRequests(metrics::RequestQueue::AtOnce));
    QCOMPARE(server.openConnections(), static_cast<int>(metrics::RequestQueue::AtOnce));
    while (!jobs.empty())
        jobs.pop_back();        // first those that were not sent, or they would be, in the places that become free
    QVERIFY(server.waitForOpenConnections(0));
    QCOMPARE(server.requests().size(), metrics::RequestQueue::AtOnce);
}

void PrometheusFaultTest::aClockThatIsFarOffIsNamedAndUsed()
{
    FaultServer server;
    fault::serveCluster(server, "");
    fault::servePrometheus(server, "", fault::clusterCreatedSeconds, fault::nowSeconds() + 600);
    Program program(server.url());
    const auto found = program.findDirect({server.url()});
    QVERIFY(found.client);
    QVERIFY(found.report.found()->clock->isLarge());
    const auto ahead = std::chrono::duration_cast<std::chrono::seconds>(found.client->now() - std::chrono::system_clock::now()).count();
    QVERIFY2(ahead > 590 && ahead < 610, std::to_string(ahead).c_str());
}

void PrometheusFaultTest::anAuthorityOfItsOwnAndAClientCertificateAreUsed()
{
    const support::TestAuthority authority("the server's");
    const support::TestAuthority clients("the clients'");
    const support::TestAuthority stranger("somebody's");
    support::TlsWish tls;
    tls.identity = authority.issue({"server", {}, {"IP:127.0.0.1"}});
    tls.clientAuthorityPem = clients.pem();
    FaultServer server(tls);
    server.answer("/api/v1/query", Script::answer(200, fault::one(1)));
    Program program(server.url());
    const auto mine = clients.issue({"me"});
    metrics::DirectServer wish{server.url()};
    wish.bearer = base::SecretText(fault::secret);
    wish.authorityPem = authority.pem();
    wish.clientCertificatePem = mine.certificatePem;
    wish.clientKeyPem = base::SecretText(mine.keyPem);
    metrics::PrometheusClient good(direct(program, wish));
    QVERIFY(Program::ask(good, {"1"}));
    QCOMPARE(server.requests().at(0).header("Authorization"), "Bearer " + fault::secret);
    wish.authorityPem = stranger.pem();
    metrics::PrometheusClient bad(direct(program, wish));
    const auto refused = Program::ask(bad, {"1"});
    QVERIFY(!refused);
    QCOMPARE(metrics::obstacleOf(refused.error()), Obstacle::Tls);
    QVERIFY(refused.error().message.find(fault::secret) == std::string::npos);
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void PrometheusFaultTest::aLongQueryIsPosted()
{
    FaultServer server;
    server.answer("/api/v1/query", Script::answer(200, fault::one(1)));
    Program program(server.url());
    auto client = clientOf(program, server);
    QVERIFY(Program::ask(client, {"up{pod=~\"" + std::string(20'000, 'x') + "\"}"}));
    const auto request = server.requests().at(0);
    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.target, std::string("/api/v1/query"));
    QVERIFY(request.body.starts_with("query=up%7Bpod"));
    QCOMPARE(request.header("Content-Type"), std::string("application/x-www-form-urlencoded"));
}

namespace {

std::string counted(const std::string &metric, const std::string &job, const std::string &value)
{
    return R"({"metric":{"__name__":")" + metric + R"(","job":")" + job + R"("},"value":[1,")" + value + R"("]})";
}

base::Result<metrics::Capabilities> capabilitiesOf(const std::shared_ptr<metrics::PrometheusClient> &client)
{
    std::promise<base::Result<metrics::Capabilities>> promise;
    auto result = promise.get_future();
    const base::Job job = metrics::fetchCapabilities(client, {"node_load1", "kube_pod_info", "not_there"}, {}, [&promise](base::Result<metrics::Capabilities> value) { promise.set_value(std::move(value)); });
    return result.wait_for(30s) == std::future_status::ready ? result.get() : base::Result<metrics::Capabilities>(base::makeError(ErrorKind::Io, "it never ended"));
}

void serveCapabilities(FaultServer &server)
{
    const auto encoded = [](const std::string &query) { return metrics::PrometheusRequest{"", {{"query", query}}}.encodedQuery(); };
    const std::string all = counted("node_load1", "node", "3") + ',' + counted("kube_pod_info", "ksm", "NaN") + ',' + counted("kube_pod_info", "state", "12");
    server.answer("/api/v1/query?" + encoded(metrics::countQuery({"node_load1", "kube_pod_info", "not_there"}, {})), Script::answer(200, fault::success(R"({"resultType":"vector","result":[)" + all + "]}")));
    const std::string sample = R"({"metric":{"__name__":"node_load1","job":"node","instance":"10.0.0.1:9100","nodename":"a"},"value":[1,"0.5"]})";
    server.answer("/api/v1/query?" + encoded(metrics::sampleQuery({"kube_pod_info", "node_load1"}, {})), Script::answer(200, fault::success(R"({"resultType":"vector","result":[)" + sample + "]}")));
    const std::string spaced = R"({"metric":{"__name__":"up","job":"node","instance":"10.0.0.1:9100"},"values":[[0,"1"],[30,"1"],[60,"1"],[200,"1"]]})";
    server.answer("/api/v1/query?" + encoded(R"(up{instance="10.0.0.1:9100",job="node"}[10m])"), Script::answer(200, fault::success(R"({"resultType":"matrix","result":[)" + spaced + "]}")));
}

} // namespace

void PrometheusFaultTest::capabilitiesAreCountedWithTheirLabelsAndIntervals()
{
    FaultServer server;
    serveCapabilities(server);
    const std::string targets = R"({"activeTargets":[{"labels":{"job":"node"},"scrapeInterval":"15s"},{"labels":{"job":"node"},"scrapeInterval":"1m"},{"labels":{"job":"state"},"scrapeInterval":"x"},7]})";
    server.answer("/api/v1/targets", Script::answer(200, fault::success(targets)));
    Program program(server.url());
    const auto client = std::make_shared<metrics::PrometheusClient>(direct(program, {server.url()}));
    const auto capabilities = capabilitiesOf(client);
    QVERIFY(capabilities);
    QCOMPARE(capabilities->seriesOf("node_load1"), std::uint64_t(3));
    QCOMPARE(capabilities->seriesOf("kube_pod_info"), std::uint64_t(12));
    QCOMPARE(capabilities->presence("not_there"), metrics::Capabilities::Presence::Absent);
    QCOMPARE(capabilities->hasLabel("node_load1", "nodename"), std::optional(true));
    QCOMPARE(capabilities->interval("node"), std::optional<std::chrono::milliseconds>(60s));
    QVERIFY(!capabilities->interval("state"));
}

void PrometheusFaultTest::withoutTargetsTheIntervalIsTheDistanceOfSamples()
{
    FaultServer server;
    serveCapabilities(server);
    server.answer("/api/v1/targets", Script::answer(404, "404 page not found"));
    Program program(server.url());
    const auto capabilities = capabilitiesOf(std::make_shared<metrics::PrometheusClient>(direct(program, {server.url()})));
    QVERIFY(capabilities);
    QCOMPARE(capabilities->interval("node"), std::optional<std::chrono::milliseconds>(30s));
    FaultServer broken;
    broken.answer("/api/v1/query", Script::answer(500, "oh"));
    QCOMPARE(capabilitiesOf(std::make_shared<metrics::PrometheusClient>(direct(program, {broken.url()}))).error().code, 500);
}

QTEST_GUILESS_MAIN(PrometheusFaultTest)
#include "PrometheusFaultTest.moc"
