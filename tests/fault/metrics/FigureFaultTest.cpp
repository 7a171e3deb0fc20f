#include "models/base/EventLoopExecutor.h"
#include "models/metrics/ChartLoader.h"
#include "models/metrics/UsageSource.h"
#include "tests/fault/metrics/PrometheusWorld.h"

#include <QtTest>

using fault::FaultServer;
using fault::Program;
using fault::Script;
using metrics::ChartState;
using metrics::Measured;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(support::Script)

namespace {

constexpr int patience = 30'000;
constexpr const char *metricsApi = "/apis/metrics.k8s.io/v1beta1/pods";

const std::string halfRange = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1800000000,)" "\"4";
const std::string twoPods = R"({"kind":"PodMetricsList","items":[{"metadata":{"name":"web","namespace":"a"},"timestamp":"2027-01-15T08:00:00Z","window":"15s","containers":[{"name":"c","usage":{"cpu":"5m","memory":"6Mi"}}]},)"
                            R"({"metadata":{"name":"db","namespace":"a"},"timestamp":"2027-01-15T08:00:00Z","window":"15s","containers":[{"name":"c","usage":{"cpu":"7m","memory":"8Mi"}}]}]})";

std::string goodRange(double value)
{
    std::string points;
    for (std::int64_t at = fault::nowSeconds() / 15 * 15 - 285; at <= fault::nowSeconds(); at += 15)
        points += (points.empty() ? "[" : ",[") + std::to_string(at) + ",\"" + std::to_string(value) + "\"]";
    return fault::success(R"({"resultType":"matrix","result":[{"metric":{},"values":[)" + points + "]}]}");
}

/// What a server says that dies, lies, or says too much: begun by the good answer, so that a part of it is there.
void addFaults(const std::string &good)
{
    QTest::addColumn<Script>("script");
    const std::string part = good.substr(0, good.size() - 30), head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(good.size()) + "\r\n\r\n";
    QTest::newRow("it dies in the middle") << Script::raw(head + part).close();
    QTest::newRow("it dies hard in the middle") << Script::raw(head + part).reset();
    QTest::newRow("its last chunk is missing") << Script::stream(200, {{"Content-Type", "application/json"}}).send(part).close();
    QTest::newRow("it is cut and whole by its length") << Script::answer(200, part);
    QTest::newRow("it is a page") << Script::answer(200, "<html><title>Login</title></html>");
    QTest::newRow("it is huge") << Script::answer(200, support::gzipOfZeros(300LL * 1024 * 1024), {{"Content-Encoding", "gzip"}});
    QTest::newRow("it is out of order") << Script::answer(503, "no endpoints available");
}

/// One chart of a server that is asked by its URL, as a page asks it.
struct Chart
{
    explicit Chart(FaultServer &server) : program(server.url())
    {
        metrics::Candidate candidate{metrics::Origin::Person};
        candidate.direct = metrics::DirectServer{server.url()};
        client = std::make_shared<metrics::PrometheusClient>(metrics::transportTo(program.ways(), candidate, metrics::Way::Direct));
        loader.setRange(5min, metrics::ChartLoader::Comparison::None);
        loader.show({{"cpu", "CPU", metrics::Unit::Cores, {{"up", "Used"}}}}, client, {});
    }
    ~Chart() { loader.show({}, nullptr, {}); }
    void refresh() { loader.refresh(std::chrono::system_clock::now()); }
    const ChartState &state() const { return loader.state(0); }

    Program program;
    std::shared_ptr<metrics::PrometheusClient> client;
    base::EventLoopExecutor executor;
    metrics::ChartLoader loader{executor, [](const std::string &english) { return english; }};
};

/// The columns of a table, as they ask a cluster without Prometheus.
struct Columns
{
    explicit Columns(FaultServer &server) : program(server.url())
    {
        server.answer("/api/v1/nodes", Script::answer(403, fault::status(403, "Forbidden", "nodes is forbidden")));
        source.setWanted(this, Measured::Pods, true);
    }
    ~Columns() { source.setWanted(this, Measured::Pods, false); }

    Program program;
    base::EventLoopExecutor executor;
    metrics::UsageSource source{metrics::makeUsageLadder({[this]() -> kube::Api & { return *program.api; }}, {}, executor), executor};
};

} // namespace

/// Figures of servers that misbehave, by the real HTTP stack: what went wrong is named, no part of it is shown as a value, and what was known stays.
class FigureFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChartThatFailsIsNotDrawn_data() { addFaults(goodRange(4)); }
    void aChartThatFailsIsNotDrawn();
    void aSilentServerLeavesTheChartUnansweredAndLettingGoEndsIt();
    void aSlowAnswerIsDrawnWhenItIsWhole();
    void columnsThatFailHaveNoNumbersAndKeepWhatTheyHad_data() { addFaults(twoPods); }
    void columnsThatFailHaveNoNumbersAndKeepWhatTheyHad();
};

void FigureFaultTest::aChartThatFailsIsNotDrawn()
{
    QFETCH(Script, script);
    FaultServer server;
    for (const Script &each : {script, Script::answer(200, goodRange(4)), script})
        server.answer("/api/v1/query_range", each);
    Chart chart(server);
    chart.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!chart.loader.isAsking(), patience);
    QVERIFY(chart.state().kind == ChartState::Kind::Failed);
    QVERIFY(!chart.state().chart);
    QVERIFY2(chart.state().error->message.starts_with(server.url()), chart.state().error->message.c_str());

    chart.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!chart.loader.isAsking(), patience);
    QVERIFY2(chart.state().kind == ChartState::Kind::Shown, chart.state().raw.c_str());
    chart.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!chart.loader.isAsking(), patience);
    QVERIFY(chart.state().error && chart.state().chart->staleSince);
    for (const charts::Line &line : chart.state().chart->lines)
        for (const charts::Point &point : line.points)
            QCOMPARE(point.value, 4.0);
}

void FigureFaultTest::aSilentServerLeavesTheChartUnansweredAndLettingGoEndsIt()
{
    FaultServer server;
    server.answer("/api/v1/query_range", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + halfRange).hold());
    Chart chart(server);
    chart.refresh();
    QVERIFY(server.waitForRequests(1));
    QTest::qWait(200);
    QVERIFY(chart.state().kind == ChartState::Kind::Asking && !chart.state().chart && !chart.state().error);
    chart.loader.stop();
    QVERIFY(server.waitForOpenConnections(0));
}

void FigureFaultTest::aSlowAnswerIsDrawnWhenItIsWhole()
{
    FaultServer server;
    const std::string body = goodRange(4);
    const std::size_t rest = body.size() - 50;
    server.answer("/api/v1/query_range", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body.substr(0, rest)).drip(body.substr(rest), 5ms));
    Chart chart(server);
    QSignalSpy changed(&chart.loader, &metrics::ChartLoader::changed);
    chart.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!chart.loader.isAsking(), patience);
    QCOMPARE(changed.size(), 1);
    QVERIFY(chart.state().kind == ChartState::Kind::Shown);
    QCOMPARE(chart.state().chart->lines.at(0).points.size(), std::size_t(20));
}

void FigureFaultTest::columnsThatFailHaveNoNumbersAndKeepWhatTheyHad()
{
    QFETCH(Script, script);
    FaultServer server;
    for (const Script &each : {script, Script::answer(200, twoPods), script})
        server.answer(metricsApi, each);
    Columns columns(server);
    QTRY_VERIFY_WITH_TIMEOUT(columns.source.error(Measured::Pods).has_value(), patience);
    QVERIFY(!columns.source.table(Measured::Pods));
    QVERIFY(!columns.source.error(Measured::Pods)->message.empty());

    columns.source.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(columns.source.table(Measured::Pods) != nullptr, patience);
    QCOMPARE(columns.source.table(Measured::Pods)->objects().size(), std::size_t(2));
    columns.source.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(columns.source.error(Measured::Pods).has_value(), patience);
    QCOMPARE(columns.source.table(Measured::Pods)->objects().size(), std::size_t(2));
    QCOMPARE(columns.source.table(Measured::Pods)->find("a/db")->usage.cpu->milli(), std::int64_t(7));
}

QTEST_GUILESS_MAIN(FigureFaultTest)
#include "FigureFaultTest.moc"
