#include "models/metrics/PrometheusAnswer.h"
#include "models/metrics/PrometheusClient.h"
#include "models/metrics/ServiceProxyTransport.h"
#include "tests/support/FakeApi.h"

#include <QtTest>

using metrics::Answer;
using metrics::InstantQuery;
using metrics::PrometheusClient;
using metrics::RangeQuery;
using namespace std::chrono_literals;

namespace {

const std::string one = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1800000000,"1"]}]}})";

/// A client of a service of a cluster whose API server the test plays.
struct Bench
{
    base::Job ask(const std::string &expression)
    {
        return client.query(InstantQuery{expression}, [this](base::Result<Answer> answer) { answers.push_back(std::move(answer)); });
    }
    base::Error errorOf(std::size_t i) { return answers.at(i) ? base::Error() : answers.at(i).error(); }
    void run() { api.time.run(); }

    support::FakeApi api;
    PrometheusClient client{std::make_shared<metrics::ServiceProxyTransport>(api, metrics::ServicePort{"monitoring", "prometheus", 9090, false, "/prom"})};
    std::vector<base::Result<Answer>> answers;
};

base::Error statusError(base::ErrorKind kind, int code, const std::string &reason, const std::string &message)
{
    base::Error error = base::makeError(kind, message);
    error.code = code;
    error.reason = reason;
    return error;
}

} // namespace

class PrometheusClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueryGoesThroughTheServiceProxy();
    void theSameQueryInFlightIsSentOnce();
    void whoLetsGoIsNotCalledAndTheLastOneCancels();
    void onlySomeRequestsAreUnderWay();
    void aLongQueryIsPostedAndOtherwiseSentInTheUrl();
    void refusalsOfTheApiServerAndOfPrometheusAreTold();
    void aRangeThatMakesNoSenseIsMisuse();
    void rangesAreSpelledToTheMillisecond();
    void aProbeMustGiveOne();
    void theServersClockIsUsedWhereItIsFarOff();
    void aClientThatIsGoneTellsWhoWaits();
    void longAnswersAreReadAside();
};

void PrometheusClientTest::aQueryGoesThroughTheServiceProxy()
{
    Bench bench;
    const auto job = bench.ask("sum(up)");
    bench.run();
    const auto &request = bench.api.last().request;
    QCOMPARE(request.path, std::string("/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/prom/api/v1/query"));
    QCOMPARE(bench.api.last().query("query"), std::string("sum(up)"));
    QCOMPARE(bench.api.last().query("timeout"), std::string("55s"));
    QCOMPARE(request.method, http::Method::Get);
    bench.api.last().answer(one);
    QVERIFY(bench.answers.at(0));
    QCOMPARE(bench.answers[0]->series.at(0).points.at(0).value, 1.0);
}

void PrometheusClientTest::theSameQueryInFlightIsSentOnce()
{
    Bench bench;
    const auto first = bench.ask("up");
    const auto second = bench.ask("up");
    const auto other = bench.ask("down");
    bench.run();
    QCOMPARE(bench.api.count(), std::size_t(2));
    bench.api.exchanges[0].answer(one);
    QCOMPARE(bench.answers.size(), std::size_t(2));
    const auto third = bench.ask("up");
    bench.run();
    QCOMPARE(bench.api.count(), std::size_t(3));
}

void PrometheusClientTest::whoLetsGoIsNotCalledAndTheLastOneCancels()
{
    Bench bench;
    auto first = bench.ask("up");
    auto second = bench.ask("up");
    bench.run();
    first.cancel();
    bench.run();
    QVERIFY(!bench.api.last().isLetGo());
    second.cancel();
    bench.run();
    QVERIFY(bench.api.last().isLetGo());
    const auto third = bench.ask("up");
    bench.run();
    QCOMPARE(bench.api.count(), std::size_t(2));
    bench.api.last().answer(one);
    QCOMPARE(bench.answers.size(), std::size_t(1));
}

void PrometheusClientTest::onlySomeRequestsAreUnderWay()
{
    Bench bench;
    std::vector<base::Job> jobs;
    for (int i = 0; i < 10; ++i)
        jobs.push_back(bench.ask("up + " + std::to_string(i)));
    bench.run();
    QCOMPARE(bench.api.count(), metrics::RequestQueue::AtOnce);
    jobs[9].cancel();       // it waits
    jobs[0].cancel();       // it was sent
    bench.run();
    QCOMPARE(bench.api.count(), metrics::RequestQueue::AtOnce + 1);
    for (std::size_t i = 1; i < bench.api.count(); ++i)
        bench.api.exchanges[i].answer(one);
    QCOMPARE(bench.api.count(), std::size_t(9));
    QCOMPARE(bench.answers.size(), std::size_t(8));
}

void PrometheusClientTest::aLongQueryIsPostedAndOtherwiseSentInTheUrl()
{
    Bench bench;
    const std::string expression = "up{pod=~\"" + std::string(8000, 'a') + "\"}";
    const auto job = bench.ask(expression);
    bench.run();
    QCOMPARE(bench.api.last().request.method, http::Method::Post);
    QVERIFY(bench.api.last().request.body.starts_with("query=up%7Bpod"));
    QVERIFY(bench.api.last().request.query.empty());
    bench.api.last().fail(statusError(base::ErrorKind::Forbidden, 403, "Forbidden", "cannot create resource \"services/proxy\""));
    bench.run();
    QCOMPARE(bench.api.count(), std::size_t(2));
    QCOMPARE(bench.api.last().request.method, http::Method::Get);
    QCOMPARE(bench.api.last().query("query"), expression);
    bench.api.last().answer(one);
    QVERIFY(bench.answers.at(0));
    auto dropped = bench.ask(expression + " + 1");
    bench.run();
    dropped.cancel();
    bench.run();
    QVERIFY(bench.api.last().isLetGo());
}

void PrometheusClientTest::refusalsOfTheApiServerAndOfPrometheusAreTold()
{
    Bench bench;
    const auto refused = bench.ask("a");
    const auto wrong = bench.ask("b(");
    bench.run();
    bench.api.exchanges[0].fail(statusError(base::ErrorKind::Forbidden, 403, "Forbidden", "services \"prometheus\" is forbidden"));
    bench.api.exchanges[1].fail(statusError(base::ErrorKind::Invalid, 400, "", R"({"status":"error","errorType":"bad_data","error":"1:3: parse error"})"));
    QCOMPARE(bench.errorOf(0).kind, base::ErrorKind::Forbidden);
    QCOMPARE(bench.errorOf(0).message, std::string("the service monitoring/prometheus:9090/prom through the API server: services \"prometheus\" is forbidden"));
    QCOMPARE(bench.errorOf(1).reason, std::string("bad_data"));
    QVERIFY(bench.errorOf(1).message.ends_with(": 1:3: parse error"));
}

void PrometheusClientTest::aRangeThatMakesNoSenseIsMisuse()
{
    Bench bench;
    std::vector<base::Error> errors;
    const auto keep = [&errors](base::Result<Answer> answer) { errors.push_back(answer.error()); };
    const base::SystemTime now(1'800'000'000s);
    const auto noStep = bench.client.query(RangeQuery{"up", now, now, 0ms}, keep);
    const auto backwards = bench.client.query(RangeQuery{"up", now, now - 1s, 1s}, keep);
    bench.run();
    QCOMPARE(errors.size(), std::size_t(2));
    QCOMPARE(errors[0].kind, base::ErrorKind::Misuse);
    QCOMPARE(bench.api.count(), std::size_t(0));
}

void PrometheusClientTest::rangesAreSpelledToTheMillisecond()
{
    const auto request = metrics::requestFor(RangeQuery{"up", base::SystemTime(1'800'000'000s), base::SystemTime(1'800'000'060'005ms), 500ms});
    QVERIFY(request);
    QCOMPARE(request->encodedQuery(), std::string("query=up&start=1800000000&end=1800000060.005&step=0.500&timeout=55s"));
}

void PrometheusClientTest::aProbeMustGiveOne()
{
    Bench bench;
    std::vector<base::Result<std::chrono::milliseconds>> results;
    const auto probe = [&] { return bench.client.probe([&results](base::Result<std::chrono::milliseconds> result) { results.push_back(result); }); };
    auto job = probe();
    bench.run();
    QCOMPARE(bench.api.last().query("query"), std::string("1"));
    bench.api.last().answer(R"({"status":"success","data":{"resultType":"scalar","result":[1800000000,"1"]}})");
    job = probe();
    bench.run();
    bench.api.last().answer(R"({"status":"success","data":{"resultType":"scalar","result":[1800000000,"2"]}})");
    QVERIFY(results.at(0));
    QCOMPARE(results.at(1).error().reason, std::string("not-prometheus"));
}

void PrometheusClientTest::theServersClockIsUsedWhereItIsFarOff()
{
    Bench bench;
    const auto answerAt = [&bench](const std::string &seconds) {
        const auto job = bench.client.probe([](base::Result<std::chrono::milliseconds>) { });
        bench.run();
        bench.api.last().answer(R"({"status":"success","data":{"resultType":"scalar","result":[)" + seconds + R"(,"1"]}})");
    };
    QVERIFY(!bench.client.clockDifference());
    answerAt("1800000002");
    QVERIFY(!bench.client.clockDifference()->isLarge());
    QCOMPARE(bench.client.now(), bench.api.time.clock().now());

    Bench far;
    const auto job = far.client.probe([](base::Result<std::chrono::milliseconds>) { });
    far.run();
    far.api.time.advance(2s);
    far.api.last().answer(R"({"status":"success","data":{"resultType":"scalar","result":[1800000601,"1"]}})");
    QVERIFY(far.client.clockDifference()->isLarge());
    QCOMPARE(far.client.clockDifference()->least, std::chrono::milliseconds(599s));
    QVERIFY(far.client.now() >= far.api.time.clock().now() + 599s);
}

void PrometheusClientTest::aClientThatIsGoneTellsWhoWaits()
{
    support::FakeApi api;
    std::vector<base::Error> errors;
    auto client = std::make_unique<PrometheusClient>(std::make_shared<metrics::ServiceProxyTransport>(api, metrics::ServicePort{"a", "b", 1}));
    const auto job = client->query(InstantQuery{"up"}, [&errors](base::Result<Answer> answer) { errors.push_back(answer.error()); });
    api.time.run();
    client.reset();
    api.time.run();
    QVERIFY(api.last().isLetGo());
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors[0].kind, base::ErrorKind::Cancelled);
}

void PrometheusClientTest::longAnswersAreReadAside()
{
    Bench bench;
    const auto job = bench.ask("up");
    bench.run();
    std::string samples;
    for (int i = 0; i < 3000; ++i)
        samples += (i == 0 ? "[" : ",[") + std::to_string(1'800'000'000 + i) + ",\"" + std::to_string(i) + "\"]";
    bench.api.last().answer(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + samples + "]}]}}");
    QVERIFY(bench.answers.empty());
    QTRY_VERIFY((bench.run(), bench.answers.size() == 1));
    QVERIFY(bench.answers[0]);
    QCOMPARE(bench.answers[0]->series.at(0).points.size(), std::size_t(3000));
    QCOMPARE(bench.answers[0]->series[0].points.back().value, 2999.0);
    QVERIFY(bench.answers[0]->raw.size() <= metrics::RawCap);
}

QTEST_GUILESS_MAIN(PrometheusClientTest)
#include "PrometheusClientTest.moc"
