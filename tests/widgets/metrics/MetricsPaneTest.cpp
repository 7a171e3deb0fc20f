#include "widgets/metrics/MetricsPane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"
#include "widgets/metrics/MetricsPage.h"
#include "widgets/metrics/ServerSource.h"
#include "widgets/metrics/SubjectOf.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

/// Answers at once, with a line for each line of a chart.
class QuickServer final : public Querier
{
public:
    base::Job query(const InstantQuery &, std::function<void(base::Result<Answer>)>) override { return {}; }
    base::Job query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done) override
    {
        queries.push_back(query);
        if (error) {
            done(*error);
        } else if (isEmpty) {
            done(Answer{});
        } else {
            Answer answer{{}, {}, "{\"status\":\"success\"}", 7ms};
            for (const char *line : {"0", "1"}) {
                Series series{{{"chart_line", line}, {"container", "app"}, {"pod", "web-1"}}, {}};
                for (base::SystemTime time = query.from; time <= query.to; time += query.step)
                    series.points.push_back({time, 0.5});
                answer.series.push_back(series);
            }
            done(answer);
        }
        return {};
    }

    std::vector<RangeQuery> queries;
    std::optional<base::Error> error;
    bool isEmpty = false;
};

class HandSource final : public ServerSource
{
public:
    State state() const override { return m_state; }
    std::shared_ptr<Querier> server() const override { return m_state == State::Found ? quick : nullptr; }
    const Capabilities &capabilities() const override { return known; }
    QString name() const override { return QStringLiteral("Prometheus monitoring/prometheus:9090"); }
    QString way() const override { return QStringLiteral("by hand"); }
    QStringList problems() const override { return {QStringLiteral("services: forbidden")}; }
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
    int wanted = 0, lookedAgain = 0;
    std::optional<base::Error> lastError;

private:
    State m_state = State::Looking;
};

struct Shown
{
    std::shared_ptr<HandSource> source = std::make_shared<HandSource>();
    MetricsPane pane;

    explicit Shown(ServerSource::State state = ServerSource::State::Found, Subject subject = {}) : pane((source->set(state), source), std::move(subject))
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
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("services: forbidden")));
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("helm install kube-prometheus-stack")));
        QTest::mouseClick(shown.button(QStringLiteral("Look again")), Qt::LeftButton);
        QCOMPARE(shown.source->lookedAgain, 1);
        QTest::mouseClick(shown.button(QStringLiteral("Copy the Helm commands")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("--namespace monitoring")));
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
