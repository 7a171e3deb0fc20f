#include "models/metrics/ChartLoader.h"

#include "models/base/ManualExecutor.h"
#include "models/charts/Lookup.h"

#include <QSignalSpy>
#include <QtTest>

#include <limits>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

/// A server whose answers the test gives.
class HandServer final : public Querier
{
public:
    struct Question { RangeQuery query; std::function<void(base::Result<Answer>)> done; base::JobToken token; };

    base::Job query(const InstantQuery &, std::function<void(base::Result<Answer>)>) override { return {}; }
    base::Job query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done) override
    {
        auto [job, token] = base::Job::make();
        questions.push_back({query, std::move(done), token});
        return std::move(job);
    }
    bool answer(std::size_t i, base::Result<Answer> answer)
    {
        return questions[i].token.finish([&] { questions[i].done(std::move(answer)); });
    }

    std::vector<Question> questions;
};

Series seriesOf(const RangeQuery &query, double value, Labels labels = {})
{
    Series series{std::move(labels), {}};
    for (base::SystemTime time = query.from; time <= query.to; time += query.step)
        series.points.push_back({time, value});
    return series;
}

const ChartSpec cpu{"cpu", "CPU", Unit::Cores, {{"sum(rate(container_cpu_usage_seconds_total[$window]))", "Used"}, {"sum(kube_pod_container_resource_limits)", "Limits", LineRole::Limit}}};
const ChartSpec pods{"pods", "Pods", Unit::Count, {{"kubelet_running_pods", "{{node}}"}}};

struct Page
{
    base::ManualExecutor executor;
    std::shared_ptr<HandServer> server = std::make_shared<HandServer>();
    ChartLoader loader{executor, [](const std::string &english) { return "<" + english + ">"; }};

    explicit Page(std::vector<ChartSpec> specs = {cpu, pods}) { loader.show(std::move(specs), server, {}); }
    void refresh() { loader.refresh(executor.clock().now()); }
    const HandServer::Question &asked(std::size_t i) const { return server->questions[i]; }
    void answer(std::size_t i, std::vector<Series> series)
    {
        Answer answer{std::move(series), {}, "{}", 12ms};
        server->answer(i, std::move(answer));
        executor.run();
    }
};

} // namespace

/// Charts of a page are asked for, and what comes is theirs.
class ChartLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChartIsOneRequest()
    {
        Page page;
        page.refresh();
        QCOMPARE(page.server->questions.size(), std::size_t(2));
        QVERIFY(page.asked(0).query.expression.find("container_cpu_usage_seconds_total[240000ms]") != std::string::npos);
        QVERIFY(page.asked(0).query.expression.find("kube_pod_container_resource_limits") != std::string::npos);
        QCOMPARE(page.asked(0).query.to - page.asked(0).query.from, std::chrono::hours(1));
    }

    void eachChartIsShownAsSoonAsItIsThere()
    {
        Page page;
        QSignalSpy changed(&page.loader, &ChartLoader::changed), finished(&page.loader, &ChartLoader::finished);
        page.refresh();
        page.answer(1, {seriesOf(page.asked(1).query, 5, {{"node", "n1"}})});
        QCOMPARE(changed.size(), 1);
        QVERIFY(page.loader.state(1).kind == ChartState::Kind::Shown);
        QCOMPARE(page.loader.state(1).chart->lines[0].name, "n1");
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Asking);
        QCOMPARE(finished.size(), 0);
        page.answer(0, {seriesOf(page.asked(0).query, 0.5, {{"chart_line", "0"}}), seriesOf(page.asked(0).query, 2, {{"chart_line", "1"}})});
        QCOMPARE(finished.size(), 1);
        const charts::Chart &chart = *page.loader.state(0).chart;
        QCOMPARE(chart.lines[0].name, "<Used>");
        QVERIFY(chart.lines[0].role == charts::Role::Value && chart.lines[1].role == charts::Role::Mark);
        QCOMPARE(page.loader.state(0).took, 12ms);
    }

    void nothingAndNoNumberAreEmptyAndNeverDrawn()
    {
        Page page;
        page.refresh();
        page.answer(0, {});
        page.answer(1, {seriesOf(page.asked(1).query, std::numeric_limits<double>::quiet_NaN())});
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Empty);
        QVERIFY(page.loader.state(1).kind == ChartState::Kind::Empty);
    }

    void boundsAloneAreEmpty()
    {
        Page page;
        page.refresh();
        page.answer(0, {seriesOf(page.asked(0).query, 2, {{"chart_line", "1"}})});
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Empty);
    }

    void aFailedRefreshKeepsWhatIsShownAndMakesItStale()
    {
        Page page({pods});
        page.refresh();
        const base::SystemTime end = page.asked(0).query.to;
        page.answer(0, {seriesOf(page.asked(0).query, 5)});
        page.executor.advance(60s);
        QSignalSpy failed(&page.loader, &ChartLoader::failed);
        page.refresh();
        page.server->answer(1, base::makeError(base::ErrorKind::Timeout, "too slow"));
        page.executor.run();
        const ChartState &state = page.loader.state(0);
        QVERIFY(state.kind == ChartState::Kind::Shown);
        QCOMPARE(state.error->message, "too slow");
        QCOMPARE(state.chart->staleSince, std::optional(end));
        QCOMPARE(state.chart->range.to, page.asked(1).query.to);
        QCOMPARE(failed.size(), 1);
        page.refresh();
        page.answer(2, {seriesOf(page.asked(2).query, 5)});
        QVERIFY(!page.loader.state(0).error && !page.loader.state(0).chart->staleSince);
    }

    void aFirstQuestionThatFailsSaysSo()
    {
        Page page({pods});
        page.refresh();
        page.server->answer(0, base::makeError(base::ErrorKind::Forbidden, "no"));
        page.executor.run();
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Failed);
        QVERIFY(!page.loader.state(0).chart);
    }

    void thePeriodBeforeIsMovedToThisOne()
    {
        Page page({pods});
        page.loader.setRange(1h, ChartLoader::Comparison::PeriodBefore);
        page.refresh();
        QCOMPARE(page.server->questions.size(), std::size_t(2));
        QCOMPARE(page.asked(1).query.to, page.asked(0).query.from);
        page.answer(0, {seriesOf(page.asked(0).query, 5, {{"node", "n1"}})});
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Asking);
        page.answer(1, {seriesOf(page.asked(1).query, 3, {{"node", "n1"}})});
        const charts::Chart &chart = *page.loader.state(0).chart;
        QCOMPARE(chart.lines.size(), std::size_t(2));
        QVERIFY(chart.lines[1].role == charts::Role::Before);
        QCOMPARE(charts::valueAt(chart.lines[1], chart.range.to, chart.gap()), std::optional(3.0));
        QCOMPARE(chart.lines[1].points.front().time, chart.range.from);
    }

    void withoutAPeriodBeforeThisOneIsShownAlone()
    {
        Page page({pods});
        page.loader.setRange(1h, ChartLoader::Comparison::PeriodBefore);
        page.refresh();
        page.answer(0, {seriesOf(page.asked(0).query, 5)});
        page.server->answer(1, base::makeError(base::ErrorKind::Timeout, "too slow"));
        page.executor.run();
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Shown);
        QCOMPARE(page.loader.state(0).chart->lines.size(), std::size_t(1));
    }

    void whatWasGivenUpNeverArrives()
    {
        Page page({pods});
        page.refresh();
        page.refresh();
        QVERIFY(!page.server->answer(0, Answer{{seriesOf(page.asked(0).query, 5)}}));
        page.loader.stop();
        QVERIFY(!page.server->answer(1, Answer{{seriesOf(page.asked(1).query, 5)}}));
        QVERIFY(!page.loader.isAsking());
    }

    void aPartIsAskedForWithAFinerStepAndAllOfItStays()
    {
        Page page({pods});
        page.loader.setRange(24h, ChartLoader::Comparison::None);
        page.refresh();
        const RangeQuery whole = page.asked(0).query;
        page.answer(0, {seriesOf(whole, 5)});
        const charts::Range part{whole.to - 12h, whole.to - 11h};
        const base::SystemTime now = page.executor.clock().now();
        QVERIFY(page.loader.wouldTellMore(part, now));
        QVERIFY(!page.loader.wouldTellMore({whole.from, whole.to}, now));
        page.loader.setPart(part);
        page.refresh();
        const RangeQuery fine = page.asked(1).query;
        QVERIFY(fine.step < whole.step);
        QVERIFY(fine.from <= part.from && fine.to >= part.to && fine.to - fine.from <= 2h + fine.step);
        page.answer(1, {seriesOf(fine, 6)});
        QCOMPARE(page.loader.state(0).chart->range.from, fine.from);
        QVERIFY(page.loader.isPast(now));
        QVERIFY(!page.loader.wouldTellMore(part, now));
        QSignalSpy changed(&page.loader, &ChartLoader::changed);
        page.loader.setPart({});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(page.loader.state(0).chart->range.from, whole.from);
        QCOMPARE(page.loader.state(0).chart->lines[0].points.front().value, 5.0);
    }

    void aPartThatIsNotHadStaysCoarseAndIsNotStale()
    {
        Page page({pods});
        page.loader.setRange(24h, ChartLoader::Comparison::None);
        page.refresh();
        page.answer(0, {seriesOf(page.asked(0).query, 5)});
        const base::SystemTime end = page.asked(0).query.to;
        page.loader.setPart(charts::Range{end - 2h, end - 1h});
        page.refresh();
        page.server->answer(1, base::makeError(base::ErrorKind::Timeout, "too slow"));
        page.executor.run();
        QVERIFY(page.loader.state(0).kind == ChartState::Kind::Shown && !page.loader.state(0).chart->staleSince);
        QCOMPARE(page.loader.state(0).error->message, "too slow");
    }

    void thePeriodBeforeAPartIsAsFarBackAsThatOfAll()
    {
        Page page({pods});
        page.loader.setRange(24h, ChartLoader::Comparison::PeriodBefore);
        page.refresh();
        const base::SystemTime end = page.asked(0).query.to;
        page.loader.setPart(charts::Range{end - 2h, end - 1h});
        page.refresh();
        const RangeQuery now = page.asked(2).query, before = page.asked(3).query;
        QCOMPARE(now.from - before.from, std::chrono::hours(24));
        QCOMPARE(now.step, before.step);
    }

    void legendsTakeLabels_data()
    {
        QTest::addColumn<QByteArray>("legend");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("words") << QByteArray("Used") << QByteArray("<Used>");
        QTest::newRow("a label alone is in nobody's language") << QByteArray("{{pod}}") << QByteArray("web-1");
        QTest::newRow("both") << QByteArray("{{pod}} received") << QByteArray("<web-1 received>");
        QTest::newRow("a label that is not there") << QByteArray("{{device}}") << QByteArray("");
        QTest::newRow("a label whose value looks like one") << QByteArray("{{odd}}") << QByteArray("{{pod}}");
    }

    void legendsTakeLabels()
    {
        QFETCH(QByteArray, legend);
        QFETCH(QByteArray, name);
        const auto words = [](const std::string &english) { return "<" + english + ">"; };
        QCOMPARE(QByteArray::fromStdString(legendOf(legend.toStdString(), {{"pod", "web-1"}, {"odd", "{{pod}}"}}, words)), name);
    }

    void manyLinesAreTheHighestAndOneForTheRest()
    {
        Page page({pods});
        page.refresh();
        std::vector<Series> series;
        for (int i = 0; i < 50; ++i)
            series.push_back(seriesOf(page.asked(0).query, i, {{"node", "n" + std::to_string(i)}}));
        page.answer(0, std::move(series));
        const charts::Chart &chart = *page.loader.state(0).chart;
        QCOMPARE(chart.lines.size(), MostLines);
        QCOMPARE(chart.lines.back().name, "<All others together>");
        double sum = 0;
        for (const charts::Line &line : chart.lines)
            sum += line.points.back().value;
        QCOMPARE(sum, 49.0 * 50 / 2);
    }

    void restartsAreMarkedWhereTheCountRises()
    {
        charts::Chart chart{Unit::Count, {}, 60s, {{"app", {{base::SystemTime(0s), 1}, {base::SystemTime(60s), 1}, {base::SystemTime(120s), 2}, {base::SystemTime(180s), 0}}}}};
        const auto events = risesOf(chart, [](const std::string &line) { return "restarted: " + line; });
        QCOMPARE(events, (std::vector<charts::Event>{{base::SystemTime(120s), "restarted: app", true}}));
    }
};

QTEST_GUILESS_MAIN(ChartLoaderTest)
#include "ChartLoaderTest.moc"
