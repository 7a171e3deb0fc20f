#include "widgets/metrics/MetricsPane.h"

#include "models/metrics/UsageSource.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"
#include "widgets/metrics/MetricsPage.h"
#include "widgets/metrics/SampledBoard.h"
#include "widgets/metrics/ServerSource.h"
#include "widgets/metrics/SubjectOf.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

/// Answers at once, with a line for each line of a chart; or when the test says so.
class QuickServer final : public Querier
{
public:
    base::Job query(const InstantQuery &, std::function<void(base::Result<Answer>)>) override { return {}; }
    base::Job query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done) override
    {
        queries.push_back(query);
        if (!isHeld)
            return answer(query, done), base::Job();
        auto [job, token] = base::Job::make();
        held.push_back({query, std::move(done), token});
        return std::move(job);
    }
    void release(std::size_t i)
    {
        held[i].token.finish([&] { answer(held[i].query, held[i].done); });
    }
    void answer(const RangeQuery &query, const std::function<void(base::Result<Answer>)> &done)
    {
        if (error) {
            done(*error);
        } else if (isEmpty) {
            done(Answer{});
        } else {
            Answer answer{{}, {}, "{\"status\":\"success\"}", 7ms};
            for (const char *line : {"0", "1"}) {
                Series series{{{"chart_line", line}, {"container", "app"}, {"pod", "web-1"}}, {}};
                for (base::SystemTime time = query.from; time <= query.to; time += query.step)
                    series.points.push_back({time, value});
                answer.series.push_back(series);
            }
            done(answer);
        }
    }

    struct Held { RangeQuery query; std::function<void(base::Result<Answer>)> done; base::JobToken token; };
    std::vector<Held> held;
    bool isHeld = false;
    std::vector<RangeQuery> queries;
    std::optional<base::Error> error;
    bool isEmpty = false;
    double value = 0.5;
};

class HandSource final : public ServerSource
{
public:
    State state() const override { return m_state; }
    std::shared_ptr<Querier> server() const override { return m_state == State::Found ? quick : nullptr; }
    const Capabilities &capabilities() const override { return known; }
    QString name() const override { return QStringLiteral("Prometheus monitoring/prometheus:9090"); }
    QString way() const override { return QStringLiteral("by hand"); }
    std::vector<Finding> whyMissing() const override { return why; }
    std::optional<ClockDifference> clockDifference() const override { return clock; }
    base::SystemTime now() const override { return base::SystemTime(1'790'000'000s); }
    void want() override { ++wanted; }
    void lookAgain() override { ++lookedAgain; }
    void failed(const base::Error &error) override { lastError = error; }

    void set(State state)
    {
        m_state = state;
        Q_EMIT changed();
    }

    std::shared_ptr<QuickServer> quick = std::make_shared<QuickServer>();
    Capabilities known;
    std::vector<Finding> why = whyNoServer({}, Distribution::Usual);
    std::optional<ClockDifference> clock;
    int wanted = 0, lookedAgain = 0;
    std::optional<base::Error> lastError;

private:
    State m_state = State::Looking;
};

/// Tells what a test says pods and nodes use, on the next turn.
class HandReader final : public UsageReader
{
public:
    HandReader(base::Executor &consumer, base::Result<UsageTable> answer) : m_consumer(consumer), m_answer(std::move(answer)) { }

    Rung rung() const override { return Rung::MetricsApi; }
    base::Job read(const UsageQuestion &, Done done) override
    {
        auto [job, token] = base::Job::make();
        m_consumer.post([token, done, answer = m_answer] { token.finish([&] { done(answer); }); });
        return std::move(job);
    }

private:
    base::Executor &m_consumer;
    base::Result<UsageTable> m_answer;
};

struct Samples
{
    base::EventLoopExecutor executor;
    std::shared_ptr<UsageSource> source;

    explicit Samples(base::Result<UsageTable> answer)
    {
        std::vector<std::unique_ptr<UsageReader>> readers;
        readers.push_back(std::make_unique<HandReader>(executor, std::move(answer)));
        source = std::make_shared<UsageSource>(std::make_unique<UsageLadder>(std::move(readers), executor), executor);
    }
    static Usage usage() { return {Nanocores{250'000'000}, Bytes{64 * 1024 * 1024}, base::Clock::system().now(), 15s}; }
};

struct Shown
{
    std::shared_ptr<HandSource> source = std::make_shared<HandSource>();
    MetricsPane pane;

    explicit Shown(ServerSource::State state = ServerSource::State::Found, Subject subject = {}, ClusterSide cluster = {}) : pane((source->set(state), source), std::move(subject), std::move(cluster))
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        pane.resize(1300, 800);
        pane.show();
    }
    bool settle() { return QTest::qWaitFor([this] { return pane.isSettled(); }); }
    base::StateNotice *notice() { return pane.findChild<base::StateNotice *>(QString(), Qt::FindDirectChildrenOnly); }
    QPushButton *button(const QString &text)
    {
        const auto buttons = pane.findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, text, &QPushButton::text);
        return found != buttons.end() ? *found : nullptr;
    }
    charts::ChartView *chart(const char *name) { return pane.findChild<charts::ChartView *>(QString::fromLatin1(name)); }
};

} // namespace

/// The charts of a subject, and what is said where there are none.
class MetricsPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageOfAClusterNeedsAtMostEightRequests()
    {
        Shown shown;
        QVERIFY(shown.settle());
        QVERIFY(shown.pane.views().size() >= 5);
        QVERIFY(shown.source->quick->queries.size() <= 8);
        QVERIFY(shown.chart("cpu") && shown.chart("memory") && shown.chart("pods") && shown.chart("disk") && shown.chart("network"));
        QVERIFY(std::ranges::all_of(shown.pane.views(), [](const charts::ChartView *view) { return view->chart() != nullptr; }));
    }

    void aServerIsLookedForWhenThePageIsSeen()
    {
        Shown shown(ServerSource::State::Looking);
        QVERIFY(shown.source->wanted >= 1);
        QVERIFY(shown.notice()->isVisible());
        QVERIFY(!shown.pane.isSettled());
        shown.source->set(ServerSource::State::Found);
        QVERIFY(shown.settle());
        QVERIFY(!shown.notice()->isVisible());
    }

    void withoutAServerItSaysWhatWasTriedAndOffersHelm()
    {
        Shown shown(ServerSource::State::Missing);
        QVERIFY(shown.pane.isSettled());
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("No Prometheus was found in the cluster.")));
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("prometheus-community/kube-prometheus-stack --namespace monitoring")));
        QTest::mouseClick(shown.button(QStringLiteral("Look again")), Qt::LeftButton);
        QCOMPARE(shown.source->lookedAgain, 1);
        QTest::mouseClick(shown.button(QStringLiteral("Copy the commands")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("--namespace monitoring")));
    }

    void theServerIsOneClickAway()
    {
        Shown shown;
        QSignalSpy wished(&shown.pane, &MetricsPane::serverRequested);
        QVERIFY(shown.button(QStringLiteral("Server…")));
        shown.button(QStringLiteral("Server…"))->click();
        QCOMPARE(wished.size(), 1);
    }

    void whatIsRefusedIsNamedWithTheCommandsThatAllowIt()
    {
        Shown shown(ServerSource::State::Looking);
        DiscoveryReport report;
        report.gaps = {{"services", base::makeError(base::ErrorKind::Forbidden, R"(services is forbidden: User "jane" cannot list resource "services" in API group "" at the cluster scope)")}};
        shown.source->why = whyNoServer(report, Distribution::Usual);
        shown.source->set(ServerSource::State::Missing);
        QCOMPARE(shown.notice()->accessibleName(), QStringLiteral("Not allowed"));
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("jane may not list services in the cluster.")));
        QTest::mouseClick(shown.button(QStringLiteral("Copy the commands")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("kubectl create clusterrole")));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("helm")));
    }

    void withoutAServerWhatWasSampledIsDrawnAndNamed()
    {
        Samples samples(UsageTable(Rung::MetricsApi, {{"team-a", "web-1", Samples::usage(), {{"app", Samples::usage()}}}}));
        Shown shown(ServerSource::State::Missing, {SubjectKind::Pod, "team-a", "web-1"},
                    {[](base::Executor &consumer, std::function<void(SubjectFacts)> done) {
                         SubjectFacts facts;
                         facts.allowance.cpuLimit = Nanocores{500'000'000};
                         facts.events = {{base::Clock::system().now() - 60s, "OOMKilled · app (137)", true}};
                         consumer.post([done, facts] { done(facts); });
                         return base::Job();
                     },
                     samples.source});
        QTRY_VERIFY(shown.pane.isSettled());
        SampledBoard &board = *shown.pane.sampled();
        QVERIFY(board.isVisible() && !shown.notice()->isVisible());
        QTRY_VERIFY(board.views().size() == 4 && board.views()[0]->chart() && board.views()[0]->chart()->lines.size() == 2);
        QCOMPARE(board.views()[0]->chart()->lines[0].points.back().value, 0.25);
        QCOMPARE(board.views()[0]->chart()->lines[1].points.back().value, 0.5);
        QVERIFY2(board.views()[1]->summary().contains(QStringLiteral("OOMKilled · app (137)")), qPrintable(board.views()[1]->summary()));
        const auto strips = board.findChildren<base::StateNotice *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(strips[0]->isVisible());
        QVERIFY(strips[0]->accessibleDescription().contains(QStringLiteral("sampled by Wheelhouse from metrics.k8s.io")));
        QTest::mouseClick(shown.button(QStringLiteral("Why")), Qt::LeftButton);
        QVERIFY(board.doctor().isVisible());
        QVERIFY(board.doctor().text().contains(QStringLiteral("--namespace monitoring")));
        shown.source->set(ServerSource::State::Found);
        QVERIFY(!board.isVisible());
        QVERIFY(shown.settle());
        QVERIFY(shown.chart("network"));
    }

    void ofManyPodsNoSumOfSomeOfThemIsDrawn()
    {
        std::vector<MeasuredObject> pods;
        for (int i = 0; i < 5000; ++i)
            pods.push_back({"team-a", "web-" + std::to_string(i), Samples::usage()});
        Samples samples(UsageTable(Rung::MetricsApi, std::move(pods)));
        Shown shown(ServerSource::State::Missing, {SubjectKind::Namespace, {}, "team-a"}, {{}, samples.source});
        std::vector<double> values;
        connect(samples.source.get(), &UsageSource::changed, &shown.pane, [&] {
            for (const charts::ChartView *view : shown.pane.sampled()->views())
                values.push_back(view->chart() ? view->chart()->lines[0].points.back().value : 0);
        });
        QTRY_VERIFY(!shown.pane.sampled()->views().empty());
        QCOMPARE(shown.pane.sampled()->views()[0]->chart()->lines[0].points.back().value, 1250.0);
        QVERIFY(values.empty());        // when the table came, nothing was drawn yet
    }

    void whereNothingCanBeSampledEitherBothReasonsAreGiven()
    {
        Samples samples(base::makeError(base::ErrorKind::Forbidden, "nodes is forbidden"));
        Shown shown(ServerSource::State::Missing, {}, {{}, samples.source});
        QVERIFY(shown.settle());
        const auto notices = shown.pane.sampled()->findChildren<base::StateNotice *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(notices[1]->isVisible() && !notices[0]->isVisible());
        QVERIFY(notices[1]->accessibleDescription().contains(QStringLiteral("nodes is forbidden")));
        QVERIFY(notices[1]->accessibleDescription().contains(QStringLiteral("helm upgrade --install")));
    }

    void samplesAreTakenOnlyWhereThereIsNoServer()
    {
        Samples samples(UsageTable(Rung::MetricsApi, {{{}, "n1", Samples::usage()}}));
        Shown shown(ServerSource::State::Found, {}, {{}, samples.source});
        QVERIFY(shown.settle());
        QCoreApplication::processEvents();
        QVERIFY(!samples.source->table(Measured::Nodes));
        shown.source->set(ServerSource::State::Missing);
        QTRY_VERIFY(samples.source->table(Measured::Nodes));
    }

    void aChartIsDrawnWithItsOwnAnswerWhileOthersAreWaitedFor()
    {
        Shown shown(ServerSource::State::Looking);
        shown.source->quick->isHeld = true;
        shown.source->set(ServerSource::State::Found);
        QCOMPARE(shown.source->quick->held.size(), shown.pane.views().size());
        QVERIFY(shown.source->quick->held.size() <= 8);
        shown.source->quick->release(0);
        QTRY_COMPARE(shown.chart("cpu")->draws(), 1);
        QVERIFY(!shown.pane.isSettled());
        QCOMPARE(shown.chart("memory")->draws(), 0);
        for (std::size_t i = 1; i < shown.source->quick->held.size(); ++i)
            shown.source->quick->release(i);
        QVERIFY(shown.settle());
        QCOMPARE(shown.chart("cpu")->draws(), 1);
    }

    void whoLeavesThePageWaitsForNothing()
    {
        Shown shown(ServerSource::State::Looking);
        shown.source->quick->isHeld = true;
        shown.source->set(ServerSource::State::Found);
        shown.pane.hide();
        QVERIFY(std::ranges::all_of(shown.source->quick->held, [](const QuickServer::Held &held) { return held.token.isCancelled(); }));
        const std::size_t before = shown.source->quick->held.size();
        shown.pane.show();
        QVERIFY(shown.source->quick->held.size() > before);
    }

    void whatDidNotChangeOrIsOutOfSightIsNotDrawn()
    {
        Shown shown;
        shown.pane.resize(700, 320);
        QVERIFY(shown.settle());
        const auto drawsOf = [&] {
            std::vector<int> draws;
            for (const charts::ChartView *view : shown.pane.views())
                draws.push_back(view->draws());
            return draws;
        };
        const std::vector<int> before = drawsOf();
        const charts::ChartView &last = *shown.pane.views().back();
        QVERIFY(last.visibleRegion().isEmpty());
        shown.pane.refresh();
        QVERIFY(shown.settle());
        QCOMPARE(drawsOf(), before);
        shown.source->quick->value = 0.25;
        shown.pane.refresh();
        QVERIFY(shown.settle());
        QVERIFY(shown.pane.views().front()->draws() > before.front());
        QCOMPARE(last.draws(), before.back());
    }

    void whatIsZoomedIntoIsAskedForMoreFinely()
    {
        Shown shown;
        shown.pane.setSpan(QStringLiteral("24h"));
        QVERIFY(shown.settle());
        const std::size_t before = shown.source->quick->queries.size();
        const RangeQuery whole = shown.source->quick->queries.back();
        shown.pane.group().setZoom(charts::Range{whole.to - 12h, whole.to - 11h});
        shown.pane.group().setZoom(charts::Range{whole.to - 12h, whole.to - 11h - 30min});
        QTRY_COMPARE(shown.source->quick->queries.size(), before + shown.pane.views().size());
        QVERIFY(shown.source->quick->queries.back().step < whole.step);
        QVERIFY(shown.settle());
        QVERIFY(shown.chart("cpu")->chart()->range.from > whole.from);
        shown.chart("cpu")->zoomBy(0.001, whole.to - 12h);
        QVERIFY(!shown.pane.group().zoom());
        QTRY_COMPARE(shown.chart("cpu")->chart()->range.from, whole.from);
    }

    void whatHappenedToTheObjectIsMarkedOnAllCharts()
    {
        const base::SystemTime when = HandSource().now() - 10min;
        Shown shown(ServerSource::State::Found, {SubjectKind::Pod, "team-a", "web-1"},
                    {[when](base::Executor &consumer, std::function<void(SubjectFacts)> done) {
                         SubjectFacts facts;
                         facts.events = {{when, "OOMKilled · app (137)", true}};
                         consumer.post([done, facts] { done(facts); });
                         return base::Job();
                     },
                     nullptr});
        QVERIFY(shown.settle());
        const auto isMarked = [when](const charts::ChartView *view) { return view->chart() && std::ranges::any_of(view->chart()->events, [when](const charts::Event &event) { return event.time == when; }); };
        QTRY_VERIFY(std::ranges::all_of(shown.pane.views(), isMarked));
        QVERIFY(shown.chart("memory")->summary().contains(QStringLiteral("OOMKilled · app (137)")));
    }

    void thePodsOfAWorkloadAreAskedForByNameOnlyWhereOwnersAreNotKnown()
    {
        const ClusterSide side{[](base::Executor &consumer, std::function<void(SubjectFacts)> done) {
                                   SubjectFacts facts;
                                   facts.selection.pods = {"web-7d-abc"};
                                   consumer.post([done, facts] { done(facts); });
                                   return base::Job();
                               },
                               nullptr};
        const Subject subject{SubjectKind::Workload, "team-a", "web", "deployments"};
        Shown knowing(ServerSource::State::Found, subject, side);
        QVERIFY(knowing.settle());
        QVERIFY(knowing.source->quick->queries.front().expression.find("kube_replicaset_owner") != std::string::npos);
        QCoreApplication::processEvents();
        QCOMPARE(knowing.source->quick->queries.size(), knowing.pane.views().size());
        Shown shown(ServerSource::State::Looking, subject, side);
        shown.source->known.setAsked({"kube_pod_owner"});
        shown.source->set(ServerSource::State::Found);
        QTRY_VERIFY(shown.source->quick->queries.back().expression.find("web-7d-abc") != std::string::npos);
    }

    void whatIsWrongIsNamedAndNeverDrawn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("title");
        const auto failure = [](const char *name, base::ErrorKind kind, std::string_view reason, const char *title) {
            QTest::newRow(name) << int(kind) << QString::fromUtf8(reason.data(), qsizetype(reason.size())) << 0.5 << QString::fromUtf8(title);
        };
        failure("refused", base::ErrorKind::Forbidden, {}, "Not allowed");
        failure("too slow", base::ErrorKind::Timeout, {}, "No answer in time");
        failure("died in the middle", base::ErrorKind::Network, {}, "The server was not reached");
        failure("malformed", base::ErrorKind::BadInput, "malformed", "No usable answer");
        failure("no Prometheus", base::ErrorKind::BadInput, "not-prometheus", "No usable answer");
        failure("too large", base::ErrorKind::TooLarge, {}, "Too much was asked for");
        failure("a query it does not take", base::ErrorKind::Invalid, "bad_data", "The query was refused");
        failure("not trusted", base::ErrorKind::Tls, {}, "The certificate is not trusted");
        QTest::newRow("not a number") << -1 << QString() << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("Nothing was measured in this time");
        QTest::newRow("infinite") << -1 << QString() << std::numeric_limits<double>::infinity() << QStringLiteral("Nothing was measured in this time");
    }

    void whatIsWrongIsNamedAndNeverDrawn()
    {
        QFETCH(int, kind);
        QFETCH(QString, reason);
        QFETCH(double, value);
        QFETCH(QString, title);
        Shown shown(ServerSource::State::Looking);
        if (kind >= 0) {
            shown.source->quick->error = base::makeError(base::ErrorKind(kind), "in the server's words");
            shown.source->quick->error->reason = reason.toStdString();
        }
        shown.source->quick->value = value;
        shown.source->set(ServerSource::State::Found);
        QVERIFY(shown.settle());
        for (const charts::ChartView *view : shown.pane.views()) {
            QVERIFY(view->hasNotice() && !view->chart());
            QVERIFY2(view->summary().startsWith(title), qPrintable(view->summary()));
            QVERIFY(kind < 0 || view->summary().contains(QStringLiteral("in the server's words")));
        }
        shown.pane.explain(0);
        QVERIFY(shown.pane.doctor().text().contains(QStringLiteral("Fix: ")));
    }

    void anotherClockIsNamedWhereAChartIsEmpty()
    {
        Shown shown(ServerSource::State::Looking);
        shown.source->quick->isEmpty = true;
        shown.source->clock = ClockDifference{3600s, 3602s};
        shown.source->set(ServerSource::State::Found);
        QVERIFY(shown.settle());
        QVERIFY(shown.chart("cpu")->summary().contains(QStringLiteral("The clocks differ")));
        QVERIFY(shown.chart("cpu")->summary().contains(QStringLiteral("3601 s ahead")));
    }

    void anotherRangeAsksForAnotherStep()
    {
        Shown shown;
        QVERIFY(shown.settle());
        const std::size_t before = shown.source->quick->queries.size();
        const RangeQuery hour = shown.source->quick->queries.front();
        shown.pane.setSpan(QStringLiteral("30d"));
        QVERIFY(shown.settle());
        QCOMPARE(shown.source->quick->queries.size(), 2 * before);
        const RangeQuery month = shown.source->quick->queries.back();
        QCOMPARE(month.to - month.from, std::chrono::hours(720));
        QVERIFY(month.step > hour.step);
        shown.pane.setSpan(QStringLiteral("1000y"));
        QCOMPARE(shown.pane.span(), QStringLiteral("30d"));
    }

    void comparingAsksForThePeriodBefore()
    {
        Shown shown;
        QVERIFY(shown.settle());
        QTest::mouseClick(shown.button(QStringLiteral("Compare")), Qt::LeftButton);
        QVERIFY(shown.settle());
        const auto &lines = shown.chart("cpu")->chart()->lines;
        QVERIFY(std::ranges::any_of(lines, [](const charts::Line &line) { return line.role == charts::Role::Before; }));
    }

    void nobodyIsAskedWhileNobodyLooks()
    {
        Shown shown;
        QVERIFY(shown.settle());
        shown.pane.hide();
        const std::size_t before = shown.source->quick->queries.size();
        shown.pane.refresh();
        QCoreApplication::sendPostedEvents();
        shown.source->set(ServerSource::State::Found);
        QCOMPARE(shown.source->quick->queries.size(), before);
    }

    void anEmptyChartNamesWhatIsMissingAndWhoGivesIt()
    {
        Shown shown(ServerSource::State::Looking);
        shown.source->quick->isEmpty = true;
        shown.source->known.setAsked({"kube_pod_status_phase", "kubelet_running_pods"});
        shown.source->set(ServerSource::State::Found);
        QVERIFY(shown.settle());
        QVERIFY(shown.chart("pods")->hasNotice());
        QVERIFY(shown.chart("pods")->summary().contains(QStringLiteral("kubelet_running_pods")));
        QVERIFY(shown.chart("cpu")->summary().contains(QStringLiteral("Nothing was measured in this time")));
    }

    void anErrorIsTheServersAndTheSourceHearsOfIt()
    {
        Shown shown(ServerSource::State::Looking);
        shown.source->quick->error = base::makeError(base::ErrorKind::Forbidden, "services \"prometheus\" is forbidden");
        shown.source->set(ServerSource::State::Found);
        QVERIFY(shown.settle());
        QVERIFY(shown.chart("cpu")->summary().contains(QStringLiteral("services \"prometheus\" is forbidden")));
        QVERIFY(shown.source->lastError);
    }

    void theDoctorTellsTheQueryAndTheAnswer()
    {
        Shown shown;
        QVERIFY(shown.settle());
        Q_EMIT shown.chart("cpu")->explanationRequested();
        QVERIFY(shown.pane.doctor().isVisible());
        const QString told = shown.pane.doctor().text();
        QVERIFY(told.contains(QString::fromStdString(shown.source->quick->queries.front().expression)));
        QVERIFY(told.contains(QStringLiteral("Prometheus monitoring/prometheus:9090, by hand")));
        QVERIFY(told.contains(QStringLiteral("{\"status\":\"success\"}")));
        QVERIFY(!told.contains(QStringLiteral("Cause")));
        QTest::keyClick(&shown.pane.doctor(), Qt::Key_Escape);
        QVERIFY(!shown.pane.doctor().isVisible());
    }

    void aPodOffersItsContainers()
    {
        Shown shown(ServerSource::State::Found, {SubjectKind::Pod, "team-a", "web-1"});
        QVERIFY(shown.settle());
        const auto combos = shown.pane.findChildren<QComboBox *>();
        const auto box = std::ranges::find(combos, QStringLiteral("Container"), &QWidget::accessibleName);
        QVERIFY(box != combos.end());
        QTRY_VERIFY((*box)->isVisible());
        const std::size_t before = shown.source->quick->queries.size();
        shown.pane.setContainer(QStringLiteral("app"));
        QVERIFY(shown.settle());
        QVERIFY(shown.source->quick->queries.size() > before);
        QVERIFY(shown.source->quick->queries.back().expression.find("app") != std::string::npos);
    }

    void whatIsRememberedIsTheRangeAndTheComparison()
    {
        Shown shown;
        shown.pane.setSpan(QStringLiteral("7d"));
        shown.pane.setCompares(true);
        Shown other;
        other.pane.restore(shown.pane.state());
        QCOMPARE(other.pane.span(), QStringLiteral("7d"));
        QVERIFY(other.pane.compares());
        other.pane.restore(text::Value::string("nonsense"));
        QCOMPARE(other.pane.span(), QStringLiteral("7d"));
    }

    void anAddressNamesTheRange()
    {
        auto source = std::make_shared<HandSource>();
        MetricsTab tab(source, *subjectOf({QStringLiteral("pods"), QStringLiteral("team-a"), QStringLiteral("web-1"), {}}));
        tab.showPart(QStringLiteral("range:6h"));
        QCOMPARE(tab.part(), QStringLiteral("range:6h"));
        QCOMPARE(tab.command(), QStringLiteral("kubectl top pod web-1 -n team-a --containers"));
        MetricsPage page(source);
        page.showAgain({QStringLiteral("metrics"), {}, {}, QStringLiteral("range:24h")});
        QCOMPARE(page.pane().span(), QStringLiteral("24h"));
    }

    void everyKindWithChartsIsKnown_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kind");
        QTest::newRow("node") << QStringLiteral("nodes") << int(SubjectKind::Node);
        QTest::newRow("claim") << QStringLiteral("persistentvolumeclaims") << int(SubjectKind::Claim);
        QTest::newRow("ingress") << QStringLiteral("ingresses.networking.k8s.io") << int(SubjectKind::Ingress);
        QTest::newRow("workload") << QStringLiteral("cronjobs.batch") << int(SubjectKind::Workload);
        QTest::newRow("none") << QStringLiteral("configmaps") << -1;
    }

    void everyKindWithChartsIsKnown()
    {
        QFETCH(QString, place);
        QFETCH(int, kind);
        const auto subject = subjectOf({place, QStringLiteral("team-a"), QStringLiteral("x"), {}});
        QCOMPARE(subject ? int(subject->kind) : -1, kind);
        if (kind == int(SubjectKind::Workload))
            QCOMPARE(subject->resource, "cronjobs");
    }
};

QTEST_MAIN(MetricsPaneTest)
#include "MetricsPaneTest.moc"
