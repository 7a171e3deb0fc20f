#include "models/metrics/UsageLadder.h"
#include "models/metrics/UsageSource.h"
#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QTest>

using namespace metrics;
using namespace std::chrono_literals;
using base::ErrorKind;

namespace {

constexpr const char *onePod = R"({"kind":"PodMetricsList","items":[{"metadata":{"name":"web","namespace":"a"},"timestamp":"2027-01-15T08:00:00Z","window":"15s","containers":[{"name":"web","usage":{"cpu":"5m","memory":"6Mi"}}]}]})";
constexpr const char *twoNodes = R"({"items":[{"metadata":{"name":"n1"}},{"metadata":{"name":"n2"}}]})";

std::string summaryOf(const std::string &node)
{
    return R"({"node":{"nodeName":")" + node + R"(","cpu":{"usageNanoCores":7000000},"memory":{"workingSetBytes":1048576}},"pods":[{"podRef":{"name":"p-)" + node
        + R"(","namespace":"a"},"containers":[{"name":"c","cpu":{"usageNanoCores":1000000},"memory":{"workingSetBytes":1}}]}]})";
}

std::string manyPods(int count)
{
    std::string pods;
    for (int i = 0; i < count; ++i)
        pods += (i ? "," : "") + std::string(R"({"metadata":{"namespace":"a","name":"p)") + std::to_string(i)
            + R"("},"timestamp":"2027-01-15T08:00:00Z","window":"15s","containers":[{"name":"c","usage":{"cpu":"5m","memory":"6Mi"}}]})";
    return R"({"kind":"PodMetricsList","items":[)" + pods + "]}";
}

base::Error refusal(ErrorKind kind, int code, const char *message)
{
    base::Error error = base::makeError(kind, message);
    error.code = code;
    return error;
}

/// A Prometheus that answers with what a test says, or not at all.
class FakePrometheus final : public Querier
{
public:
    std::vector<std::string> asked;
    std::optional<base::Error> error;
    std::vector<Series> answer;

    base::Job query(const InstantQuery &query, std::function<void(base::Result<Answer>)> done) override
    {
        asked.push_back(query.expression);
        done(error ? base::Result<Answer>(*error) : Answer{answer});
        return {};
    }
    base::Job query(const RangeQuery &, std::function<void(base::Result<Answer>)>) override { return {}; }
};

/// A ladder whose steps a test takes by hand; what is read aside takes as long as it takes.
struct Fixture
{
    support::FakeApi api;
    std::shared_ptr<FakePrometheus> prometheus = std::make_shared<FakePrometheus>();
    std::vector<std::string> namespaces;
    std::unique_ptr<UsageLadder> ladder = makeUsageLadder({[this]() -> kube::Api & { return api; }, [this] { return namespaces; }},
                                                          [this](auto done) { done(FoundServer{prometheus}); return base::Job(); }, api.time);
    std::optional<base::Result<std::shared_ptr<const UsageTable>>> result;
    base::Job job;

    void ask(const UsageQuestion &question = {}, std::optional<Rung> only = {})
    {
        result.reset();
        job = ladder->read(question, [this](auto table) { result = std::move(table); }, only);
    }
    bool waitFor(const std::function<bool()> &isSo)
    {
        return QTest::qWaitFor([&] { api.time.advance(0ms); return isSo(); }, 5000);
    }
    bool waitForRequest(std::size_t count) { return waitFor([&] { return api.count() >= count; }); }
    bool waitForResult() { return waitFor([&] { return result.has_value(); }); }
    const UsageTable &table() const { return ***result; }
    bool takeFromMetricsApi(std::size_t request)
    {
        if (!waitForRequest(request + 1))
            return false;
        api.exchanges[request].answer(onePod);
        return waitForResult();
    }
};

} // namespace

/// Prometheus, else metrics.k8s.io, else the kubelets; and why.
class UsageLadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prometheusAnswersWithTwoQueriesAndNothingElse()
    {
        Fixture f;
        f.prometheus->answer = {{{{"namespace", "a"}, {"pod", "web"}}, {{f.api.time.clock().now(), 0.5}}}};
        f.ask();
        QVERIFY(f.waitForResult());
        QCOMPARE(f.prometheus->asked.size(), std::size_t(2));
        QCOMPARE(f.api.count(), std::size_t(0));
        QVERIFY(f.table().source() == Rung::Prometheus);
        QCOMPARE(f.table().find("a/web")->usage.cpu, std::optional(Nanocores{500'000'000}));
        QVERIFY(f.table().troubles.empty());
    }

    void whatPrometheusDoesNotHaveTellsMetricsServer()
    {
        Fixture f;
        f.ask();
        QVERIFY(f.takeFromMetricsApi(0));
        QVERIFY(f.table().source() == Rung::MetricsApi);
        QCOMPARE(f.table().find("a/web")->usage.memory->mebi(), std::int64_t(6));
        QCOMPARE(f.table().troubles.size(), std::size_t(1));
        QVERIFY(f.table().troubles[0].rung == Rung::Prometheus);
        QVERIFY(f.table().troubles[0].error.message.find("cadvisor") != std::string::npos);
    }

    void aBareClusterIsAskedKubeletByKubelet()
    {
        Fixture f;
        f.prometheus->error = base::makeError(ErrorKind::NotFound, "no Prometheus was found");
        f.ask({Measured::Nodes});
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].fail(refusal(ErrorKind::NotFound, 404, "the server could not find the requested resource"));
        QVERIFY(f.waitForRequest(2));
        QCOMPARE(f.api.exchanges[1].request.path, std::string("/api/v1/nodes"));
        f.api.exchanges[1].answer(twoNodes);
        QVERIFY(f.waitForRequest(4));
        QCOMPARE(f.api.exchanges[2].request.path, std::string("/api/v1/nodes/n1/proxy/stats/summary"));
        f.api.exchanges[2].answer(summaryOf("n1"));
        f.api.exchanges[3].answer(summaryOf("n2"));
        QVERIFY(f.waitForResult());
        QVERIFY(f.table().source() == Rung::KubeletSummary);
        QCOMPARE(f.table().find("n2")->usage.cpu->milli(), std::int64_t(7));
        QCOMPARE(f.table().troubles.size(), std::size_t(2));
        QCOMPARE(f.table().troubles[1].error.message, std::string("Metrics API not available"));
    }

    void oneKubeletThatIsSilentLeavesAGapAndNoZero()
    {
        Fixture f;
        f.ask({Measured::Pods}, Rung::KubeletSummary);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(twoNodes);
        QVERIFY(f.waitForRequest(3));
        f.api.exchanges[1].fail(refusal(ErrorKind::Server, 502, "error trying to reach service: dial tcp: i/o timeout"));
        f.api.exchanges[2].answer(summaryOf("n2"));
        QVERIFY(f.waitForResult());
        QVERIFY(!f.table().find("a/p-n1"));
        QVERIFY(f.table().find("a/p-n2"));
        QCOMPARE(f.table().gaps.front().message, std::string("n1: error trying to reach service: dial tcp: i/o timeout"));
    }

    void onlyAFewKubeletsAreAskedAtOnceAndTooManyNotAtAll()
    {
        Fixture f;
        const auto nodes = [](std::size_t count) {
            std::string list = R"({"items":[)";
            for (std::size_t i = 0; i < count; ++i)
                list += (i ? "," : "") + std::string(R"({"metadata":{"name":"n)") + std::to_string(i) + "\"}}";
            return list + "]}";
        };
        f.ask({Measured::Nodes}, Rung::KubeletSummary);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(nodes(20));
        QVERIFY(f.waitForRequest(1 + KubeletsAtOnce));
        f.api.time.run();
        QCOMPARE(f.api.count(), 1 + KubeletsAtOnce);
        f.api.exchanges[1].answer(summaryOf("n0"));
        QVERIFY(f.waitForRequest(2 + KubeletsAtOnce));
        f.ask({Measured::Nodes}, Rung::KubeletSummary);
        const std::size_t before = f.api.count();
        QVERIFY(f.waitForRequest(before + 1));
        f.api.last().answer(nodes(MostKubelets + 1));
        QVERIFY(f.waitForResult());
        QVERIFY(f.result->error().kind == ErrorKind::TooLarge);
    }

    void whereAllNamespacesAreRefusedTheKnownOnesAreAsked()
    {
        Fixture f;
        f.namespaces = {"b", "a"};
        f.ask({}, Rung::MetricsApi);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].fail(refusal(ErrorKind::Forbidden, 403, "pods.metrics.k8s.io is forbidden"));
        QVERIFY(f.waitForRequest(2));
        QCOMPARE(f.api.exchanges[1].request.path, std::string("/apis/metrics.k8s.io/v1beta1/namespaces/a/pods"));
        f.api.exchanges[1].answer(onePod);
        QVERIFY(f.waitForRequest(3));
        f.api.exchanges[2].fail(refusal(ErrorKind::Forbidden, 403, "not in b"));
        QVERIFY(f.waitForResult());
        QVERIFY(f.table().find("a/web"));
        QCOMPARE(f.table().gaps.size(), std::size_t(2));
        QCOMPARE(f.table().gaps[1].message, std::string("not in b"));
    }

    void aSourceThatFailedIsLeftAloneForAWhile()
    {
        Fixture f;
        f.ask();
        QVERIFY(f.takeFromMetricsApi(0));
        f.ask();
        QVERIFY(f.takeFromMetricsApi(1));
        QCOMPARE(f.prometheus->asked.size(), std::size_t(2));
        QCOMPARE(f.table().troubles.size(), std::size_t(1));
        f.api.time.advance(UsageLadder::PauseOfAbsent);
        f.ask();
        QVERIFY(f.takeFromMetricsApi(2));
        QCOMPARE(f.prometheus->asked.size(), std::size_t(4));
        f.ladder->forgetTroubles();
        f.ask();
        QVERIFY(f.takeFromMetricsApi(3));
        QCOMPARE(f.prometheus->asked.size(), std::size_t(6));
    }

    void whatMayPassIsTriedAgainSooner()
    {
        Fixture f;
        f.prometheus->error = refusal(ErrorKind::Server, 503, "no endpoints available for service");
        f.ask();
        QVERIFY(f.takeFromMetricsApi(0));
        f.api.time.advance(UsageLadder::PauseOfBroken);
        f.prometheus->error.reset();
        f.prometheus->answer = {{{{"namespace", "a"}, {"pod", "web"}}, {{f.api.time.clock().now(), 0.5}}}};
        f.ask();
        QVERIFY(f.waitForResult());
        QVERIFY(f.table().source() == Rung::Prometheus);
        QVERIFY(f.ladder->troubles(Measured::Pods).empty());
    }

    void aChosenSourceIsAskedAloneAndItsErrorIsTheAnswer()
    {
        Fixture f;
        f.ask({}, Rung::Prometheus);
        QVERIFY(f.waitForResult());
        QVERIFY(!*f.result);
        QCOMPARE(f.api.count(), std::size_t(0));
    }

    void malformedAnswersAreErrorsAndNoFigures()
    {
        Fixture f;
        f.ask({}, Rung::MetricsApi);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(R"({"kind":"PodMetricsList","items":[{"metadata":{"name":"web")");
        QVERIFY(f.waitForResult());
        QVERIFY(!*f.result);
    }

    void lettingGoEndsTheRequests()
    {
        Fixture f;
        f.ask();
        QVERIFY(f.waitForRequest(1));
        f.job = {};
        f.api.time.run();
        QVERIFY(f.api.exchanges[0].isLetGo());
        f.api.exchanges[0].answer(onePod);
        f.api.time.run();
        QVERIFY(!f.result);
    }

    // What a window keeps asking

    void nothingIsAskedWhileNobodyLooks()
    {
        Fixture f;
        UsageSource source(std::move(f.ladder), f.api.time);
        f.api.time.advance(1min);
        QCOMPARE(f.api.count(), std::size_t(0));
        source.setWanted(this, Measured::Pods, true);
        source.setWanted(&f, Measured::Pods, true);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(onePod);
        QVERIFY(f.waitFor([&] { return source.table(Measured::Pods) != nullptr; }));
        f.api.time.advance(UsageSource::Interval);
        QVERIFY(f.waitForRequest(2));
        source.setWanted(this, Measured::Pods, false);
        QVERIFY(!f.api.exchanges[1].isLetGo());
        source.setWanted(&f, Measured::Pods, false);
        f.api.time.run();
        QVERIFY(f.api.exchanges[1].isLetGo());
        f.api.time.advance(10min);
        QCOMPARE(f.api.count(), std::size_t(2));
    }

    void eachRefreshIsOneRequestHoweverManyPodsAndWhoeverLooks()
    {
        Fixture f;
        UsageSource source(std::move(f.ladder), f.api.time);
        QSignalSpy said(&source, &UsageSource::changed);
        for (const void *who : {static_cast<const void *>(this), static_cast<const void *>(&f), static_cast<const void *>(&source)})
            source.setWanted(who, Measured::Pods, true);
        for (std::size_t refresh = 0; refresh < 4; ++refresh) {
            QVERIFY(f.waitForRequest(refresh + 1));
            f.api.exchanges[refresh].answer(manyPods(5000));
            QVERIFY(f.waitFor([&] { return said.count() == int(refresh + 1); }));
            QCOMPARE(f.api.count(), refresh + 1);
            f.api.time.advance(UsageSource::Interval);
        }
        QCOMPARE(source.table(Measured::Pods)->objects().size(), std::size_t(5000));
    }

    void aPrometheusIsAskedOnceForEachColumn()
    {
        Fixture f;
        f.prometheus->answer = {{{{"namespace", "a"}, {"pod", "web"}}, {{base::SystemTime(1800000000s), 0.5}}}};
        UsageSource source(std::move(f.ladder), f.api.time);
        QSignalSpy said(&source, &UsageSource::changed);
        source.setWanted(this, Measured::Pods, true);
        source.setWanted(&f, Measured::Pods, true);
        for (int refresh = 1; refresh <= 3; ++refresh) {
            QVERIFY(f.waitFor([&] { return said.count() == refresh; }));
            QCOMPARE(f.prometheus->asked.size(), std::size_t(2 * refresh));
            f.api.time.advance(UsageSource::Interval);
        }
        QCOMPARE(f.api.count(), std::size_t(0));
    }

    void whoComesBackSoonSeesWhatIsKnownAndAsksLater()
    {
        Fixture f;
        UsageSource source(std::move(f.ladder), f.api.time);
        source.setWanted(this, Measured::Pods, true);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(onePod);
        QVERIFY(f.waitFor([&] { return source.table(Measured::Pods) != nullptr; }));
        source.setWanted(this, Measured::Pods, false);
        f.api.time.advance(5s);
        source.setWanted(this, Measured::Pods, true);
        QVERIFY(source.table(Measured::Pods));
        f.api.time.advance(9s);
        QCOMPARE(f.api.count(), std::size_t(1));
        f.api.time.advance(1s);
        QVERIFY(f.waitForRequest(2));
    }

    void aBetterSourceLetsTheFirstReadEnd()
    {
        Fixture f;
        UsageSource source(std::move(f.ladder), f.api.time);
        source.setWanted(this, Measured::Pods, true);
        QVERIFY(f.waitForRequest(1));
        source.askAgain();
        f.api.time.advance(1s);
        QVERIFY(!f.api.exchanges[0].isLetGo());
        QCOMPARE(f.api.count(), std::size_t(1));
        f.api.exchanges[0].answer(onePod);
        QVERIFY(f.waitFor([&] { return source.table(Measured::Pods) != nullptr; }));
        QVERIFY(f.waitForRequest(2));       // at once, and not an interval later
        source.retryNow();                  // another connection: what is on its way has lost its
        f.api.time.advance(1ms);
        QVERIFY(f.waitForRequest(3));
        QVERIFY(f.api.exchanges[1].isLetGo());
    }

    void aFailedRefreshClearsNothingAndGrowsOld()
    {
        Fixture f;
        UsageSource source(std::move(f.ladder), f.api.time);
        QSignalSpy said(&source, &UsageSource::changed);
        source.setWanted(this, Measured::Pods, true);
        QVERIFY(f.waitForRequest(1));
        f.api.exchanges[0].answer(onePod);
        QVERIFY(f.waitFor([&] { return said.count() == 1; }));
        QCOMPARE(source.history().cpu("a/web/web").size(), std::size_t(1));
        QVERIFY(!source.staleSince(Measured::Pods));
        f.api.time.advance(UsageSource::Interval);
        QVERIFY(f.waitForRequest(2));
        f.api.exchanges[1].fail(refusal(ErrorKind::Server, 503, "the server is currently unable to handle the request"));
        QVERIFY(f.waitForRequest(3));     // the kubelets' turn
        f.api.exchanges[2].fail(refusal(ErrorKind::Forbidden, 403, "nodes is forbidden"));
        QVERIFY(f.waitFor([&] { return said.count() == 2; }));
        QVERIFY(source.table(Measured::Pods)->find("a/web"));
        QCOMPARE(source.error(Measured::Pods)->message, std::string("nodes is forbidden"));
        f.api.time.advance(1min);
        QVERIFY(source.staleSince(Measured::Pods));
    }
};

QTEST_GUILESS_MAIN(UsageLadderTest)
#include "UsageLadderTest.moc"
