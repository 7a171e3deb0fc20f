#include "models/metrics/ServiceProxyTransport.h"
#include "models/promql/NamesSource.h"
#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QtTest>

using namespace promql;
using namespace std::chrono_literals;

namespace {

/// A source over a service whose API server the test plays; one hand moves both threads.
struct Bench
{
    const Names &at(const std::string &query) { return source.namesFor(placeAt(query, query.size())); }
    void wait(std::chrono::milliseconds time) { api.time.advance(time); }
    /// What was asked for that path last; null: nothing.
    support::FakeApi::Exchange *asked(const std::string &path)
    {
        support::FakeApi::Exchange *found = nullptr;
        for (auto &exchange : api.exchanges)
            if (exchange.request.path.ends_with(path))
                found = &exchange;
        return found;
    }
    void answer(const std::string &path, const std::string &data)
    {
        asked(path)->answer(R"({"status":"success","data":)" + data + '}');
        api.time.run();
    }

    support::FakeApi api;
    std::shared_ptr<metrics::PrometheusClient> client = std::make_shared<metrics::PrometheusClient>(
        std::make_shared<metrics::ServiceProxyTransport>(api, metrics::ServicePort{"monitoring", "prometheus", 9090, false, {}}));
    NamesSource source{api.time};
};

} // namespace

class NamesSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsComeWithTheirTypesAndHelp();
    void nothingIsAskedWhileSomebodyTypes();
    void labelsAndValuesAreThoseOfTheSelector();
    void whatIsKnownIsAskedAgainAfterAWhile();
    void anErrorIsKeptAndTriedAgain();
    void whoLeavesCancels();
    void listsAreNotKeptForEver();
    void anotherServerIsAskedAnew();
};

void NamesSourceTest::metricsComeWithTheirTypesAndHelp()
{
    Bench bench;
    bench.source.setClient(bench.client);
    QSignalSpy changed(&bench.source, &NamesSource::changed);
    QVERIFY(bench.at("u").metrics.empty());
    QVERIFY(bench.source.isAsking());
    bench.wait(NamesSource::Pause);
    bench.answer("/label/__name__/values", R"(["up","uptime"])");
    bench.answer("/metadata", R"({"up":[{"type":"gauge","help":"Whether it answers","unit":""}]})");
    QCOMPARE(changed.count(), 2);
    const Names &names = bench.at("u");
    QCOMPARE(names.metrics, (std::vector<std::string>{"up", "uptime"}));
    QCOMPARE(names.about.at("up").type, std::string("gauge"));
    QCOMPARE(names.about.at("up").help, std::string("Whether it answers"));
    QVERIFY(!bench.source.isAsking());
}

void NamesSourceTest::nothingIsAskedWhileSomebodyTypes()
{
    Bench bench;
    bench.source.setClient(bench.client);
    for (const char *typed : {"u", "up", "up{", "up{j"}) {
        bench.at(typed);
        bench.wait(NamesSource::Pause / 2);
    }
    QCOMPARE(bench.api.count(), std::size_t(0));
    bench.wait(NamesSource::Pause);
    QCOMPARE(bench.api.count(), std::size_t(1));
    QVERIFY(bench.asked("/api/v1/labels"));
}

void NamesSourceTest::labelsAndValuesAreThoseOfTheSelector()
{
    Bench bench;
    bench.source.setClient(bench.client);
    bench.at("sum(up{");
    bench.wait(NamesSource::Pause);
    QCOMPARE(bench.asked("/labels")->query("match[]"), std::string("up"));
    bench.answer("/labels", R"(["__name__","job"])");
    QCOMPARE(bench.at("sum(up{").labels, (std::vector<std::string>{"__name__", "job"}));
    bench.at("up{zone=\"x\",job=\"");
    bench.wait(NamesSource::Pause);
    QCOMPARE(bench.asked("/label/job/values")->query("match[]"), std::string("up{zone=\"x\"}"));
    bench.answer("/label/job/values", R"(["node"])");
    QCOMPARE(bench.at("up{zone=\"x\",job=\"").values, (std::vector<std::string>{"node"}));
    QVERIFY(bench.at("sum(up{").values.empty());
}

void NamesSourceTest::whatIsKnownIsAskedAgainAfterAWhile()
{
    Bench bench;
    bench.source.setClient(bench.client);
    bench.at("up{");
    bench.wait(NamesSource::Pause);
    bench.answer("/labels", R"(["job"])");
    bench.at("up{");
    bench.wait(1min);
    QCOMPARE(bench.api.count(), std::size_t(1));
    bench.wait(NamesSource::Lifetime);
    QCOMPARE(bench.at("up{").labels, (std::vector<std::string>{"job"}));
    bench.wait(NamesSource::Pause);
    QCOMPARE(bench.api.count(), std::size_t(2));
}

void NamesSourceTest::anErrorIsKeptAndTriedAgain()
{
    Bench bench;
    bench.source.setClient(bench.client);
    bench.at("up{");
    bench.wait(NamesSource::Pause);
    bench.asked("/labels")->fail(base::ErrorKind::Forbidden, "services/proxy is forbidden");
    bench.api.time.run();
    QVERIFY(bench.source.error());
    QVERIFY(QString::fromStdString(bench.source.error()->message).contains(QStringLiteral("services/proxy is forbidden")));
    bench.at("up{");
    bench.wait(NamesSource::Pause);
    QCOMPARE(bench.api.count(), std::size_t(1));
    bench.wait(NamesSource::AfterError);
    bench.at("up{");
    bench.wait(NamesSource::Pause);
    bench.answer("/labels", R"(["job"])");
    QVERIFY(!bench.source.error());
    QCOMPARE(bench.at("up{").labels, (std::vector<std::string>{"job"}));
}

void NamesSourceTest::whoLeavesCancels()
{
    Bench bench;
    bench.source.setClient(bench.client);
    bench.at("up{");
    bench.wait(NamesSource::Pause);
    bench.source.stop();
    bench.api.time.run();
    QVERIFY(bench.asked("/labels")->isLetGo());
    QVERIFY(!bench.source.isAsking());
    bench.at("up{");
    bench.source.stop();
    bench.wait(1s);
    QCOMPARE(bench.api.count(), std::size_t(1));
}

void NamesSourceTest::listsAreNotKeptForEver()
{
    Bench bench;
    bench.source.setClient(bench.client);
    const auto visit = [&](int i) {
        bench.at("m" + std::to_string(i) + "{");
        bench.wait(NamesSource::Pause);
    };
    for (int i = 0; i <= static_cast<int>(NamesSource::MostLists) + 2; ++i) {
        visit(i);
        bench.answer("/labels", R"(["job"])");
    }
    const std::size_t asked = bench.api.count();
    visit(5);
    QCOMPARE(bench.api.count(), asked);
    visit(0);
    QCOMPARE(bench.api.count(), asked + 1);
}

void NamesSourceTest::anotherServerIsAskedAnew()
{
    Bench bench;
    bench.source.setClient(bench.client);
    bench.at("u");
    bench.wait(NamesSource::Pause);
    bench.answer("/label/__name__/values", R"(["up"])");
    bench.source.setClient(nullptr);
    QVERIFY(bench.at("u").metrics.empty());
    QVERIFY(!bench.source.isAsking());
}

QTEST_GUILESS_MAIN(NamesSourceTest)
#include "NamesSourceTest.moc"
