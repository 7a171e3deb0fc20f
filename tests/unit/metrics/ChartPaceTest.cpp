#include "models/metrics/Catalogue.h"
#include "models/metrics/ChartLoader.h"
#include "models/metrics/PrometheusClient.h"
#include "models/metrics/RequestQueue.h"
#include "models/metrics/ServiceProxyTransport.h"
#include "tests/support/FakeApi.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

const std::string answer = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"chart_line":"0"},"values":[[1799999900,"1"],[1799999960,"1"]]}]}})";

/// The page of a cluster, asked from a server that takes as long for each question as a test says, on a clock that the test moves.
struct Page
{
    support::FakeApi api;
    std::shared_ptr<PrometheusClient> client = std::make_shared<PrometheusClient>(std::make_shared<ServiceProxyTransport>(api, ServicePort{"monitoring", "prometheus", 9090, false, {}}));
    ChartLoader loader{api.time, [](const std::string &english) { return english; }};
    std::vector<base::Job> delays;
    std::map<std::size_t, std::chrono::milliseconds> shown;     ///< by chart: when
    std::size_t mostAtOnce = 0;

    Page()
    {
        loader.show(chartsOf({}, {}), client, {});
        QObject::connect(&loader, &ChartLoader::changed, &loader, [this](std::size_t chart) { shown.try_emplace(chart, elapsed()); });
    }
    std::chrono::milliseconds elapsed() const { return std::chrono::duration_cast<std::chrono::milliseconds>(api.time.clock().steady() - begun); }

    /// Milliseconds for each question in their order; the last one for all others.
    void run(const std::vector<int> &milliseconds)
    {
        begun = api.time.clock().steady();
        loader.refresh(api.time.clock().now());
        for (std::size_t asked = 0; elapsed() < 60s && (asked == 0 || loader.isAsking()); api.time.advance(1ms)) {
            for (; asked < api.count(); ++asked)
                delays.push_back(api.time.after(std::chrono::milliseconds(milliseconds[std::min(asked, milliseconds.size() - 1)]), [this, asked] { api.exchanges[asked].answer(answer); ++answered; }));
            mostAtOnce = std::max(mostAtOnce, api.count() - answered);
        }
    }

    base::SteadyTime begun{};
    std::size_t answered = 0;
};

} // namespace

/// How soon charts are there, measured on the server's time alone.
class ChartPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstChartIsThereWithItsOwnAnswer_data()
    {
        QTest::addColumn<std::vector<int>>("milliseconds");
        QTest::newRow("all take as long") << std::vector<int>{400};
        QTest::newRow("the first is the slowest") << std::vector<int>{900, 100, 200, 50};
        QTest::newRow("the last are the slowest") << std::vector<int>{50, 100, 200, 900};
        QTest::newRow("each longer than the one before") << std::vector<int>{100, 200, 300, 400, 500, 600, 700, 800};
    }

    void theFirstChartIsThereWithItsOwnAnswer()
    {
        QFETCH(std::vector<int>, milliseconds);
        Page page;
        page.run(milliseconds);
        QVERIFY(page.api.count() <= 8);
        QCOMPARE(page.shown.size(), page.loader.specs().size());
        const double slowest = *std::ranges::max_element(milliseconds);
        const auto first = std::ranges::min_element(page.shown, {}, [](const auto &each) { return each.second; })->second;
        QVERIFY2(double(first.count()) <= 1.3 * slowest, qPrintable(QString::number(first.count())));
        QVERIFY(page.shown.at(0).count() <= milliseconds.front() + 2);      // the first on the page waits for nothing but itself
    }

    void onlySomeQuestionsAreUnderWay()
    {
        Page page;
        page.run({300});
        QCOMPARE(page.mostAtOnce, RequestQueue::AtOnce);
        QVERIFY(page.shown.rbegin()->second <= 605ms);
    }

    void whoLeavesIsAnsweredNoMore()
    {
        Page page;
        page.loader.refresh(page.api.time.clock().now());
        page.api.time.run();
        QVERIFY(page.api.count() > 0);
        page.loader.stop();
        page.api.time.run();
        QVERIFY(std::ranges::all_of(page.api.exchanges, [](const auto &exchange) { return exchange.isLetGo(); }));
        QCOMPARE(page.api.count(), RequestQueue::AtOnce);       // what waited was never sent
    }
};

QTEST_GUILESS_MAIN(ChartPaceTest)
#include "ChartPaceTest.moc"
