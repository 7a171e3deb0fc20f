#include "models/cluster/ConnectedCluster.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/table/CellLook.h"
#include "widgets/usage/UsageFeature.h"
#include "widgets/usage/UsageWords.h"

using fault::Window;

namespace {

constexpr const char *prometheus = "*services*prometheus*proxy*";
constexpr const char *metricsServer = "/apis/metrics.k8s.io/*";
constexpr const char *kubelets = "*/proxy/stats/summary";

/// Asks no Prometheus, so that what the lower rungs tell can be tested alone.
class WithoutPrometheus final : public base::Feature
{
public:
    void addTo(base::Registry &registry) override { usage::UsageFeature(std::make_shared<metrics::SharedUsage>()).addTo(registry); }
};

} // namespace

/// What the tables of pods and nodes tell about CPU and memory, in the whole window on the sample cluster.
class UsageColumnsTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { closeDemo(); }

    void prometheusTellsItAndTheTipSaysSo()
    {
        startDemo<usage::UsageFeature>();
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_VERIFY_WITH_TIMEOUT(tip("team-b/cache-0", "CPU").contains(QStringLiteral("Source: Prometheus")), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(text("team-b/cache-0", "CPU").endsWith(QStringLiteral("m")), fault::patience);
        QVERIFY(text("team-b/cache-0", "Memory").endsWith(QStringLiteral("Mi")));
        QVERIFY2(tip("team-b/cache-0", "CPU").contains(QStringLiteral("Request: 50m (")), qPrintable(tip("team-b/cache-0", "CPU")));
        QVERIFY(tip("team-b/cache-0", "CPU").contains(QStringLiteral(", CPU over 120 s")));
    }

    void withoutItMetricsServerDoesAndTheReasonIsTold()
    {
        startDemo<usage::UsageFeature>();
        m_demo->server.misbehave({demo::refused(prometheus, 503)});
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_VERIFY_WITH_TIMEOUT(tip("team-b/cache-0", "CPU").contains(QStringLiteral("Source: metrics.k8s.io")), fault::patience);
        QVERIFY(tip("team-b/cache-0", "CPU").contains(QStringLiteral("Not from Prometheus: ")));
    }

    void aBareClusterIsAskedKubeletByKubelet()
    {
        startDemo<WithoutPrometheus>();
        m_demo->server.misbehave({demo::refused(metricsServer, 404)});
        QVERIFY(open(QStringLiteral("nodes")));
        QTRY_VERIFY_WITH_TIMEOUT(tip("kube-server", "Memory").contains(QStringLiteral("Source: kubelet /stats/summary")), fault::patience);
        QVERIFY(tip("kube-server", "Memory").contains(QStringLiteral("Not from metrics.k8s.io: Metrics API not available")));
        QVERIFY(tip("kube-server", "Memory").contains(QStringLiteral("Allocatable: ")));
        QVERIFY(gauge("kube-server", "Memory")->limit);
    }

    void whereNobodyTellsNothingIsZero()
    {
        startDemo<WithoutPrometheus>();
        m_demo->server.misbehave({demo::refused(metricsServer, 403), demo::refused(kubelets, 403)});
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/cache-0", "CPU"), QStringLiteral("?"), fault::patience);
        QVERIFY(tip("team-b/cache-0", "CPU").contains(QStringLiteral("Nobody tells what is used.")));
        QVERIFY(!gauge("team-b/cache-0", "CPU"));
    }

    void whatDoesNotRunWasNotMeasuredAndHasNoBar()
    {
        startDemo<WithoutPrometheus>();
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_VERIFY_WITH_TIMEOUT(text("team-b/cache-0", "CPU").endsWith(QStringLiteral("m")), fault::patience);
        const std::string completed = firstOf("Completed");
        QCOMPARE(text(completed, "CPU"), QStringLiteral("—"));
        QVERIFY(tip(completed, "CPU").contains(QStringLiteral("Nothing was measured of it.")));
        QVERIFY(!gauge(completed, "CPU"));
        QVERIFY(gauge("team-b/cache-0", "CPU")->request);
    }

    void numbersAreSortedAsNumbersAndWordsComeBehind()
    {
        startDemo<WithoutPrometheus>();
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_VERIFY_WITH_TIMEOUT(text("team-b/cache-0", "CPU").endsWith(QStringLiteral("m")), fault::patience);
        m_page->grid().header().sortByColumn(column("Memory"), false);
        const tables::TableModel &model = m_page->model();
        const auto numberAt = [&](int row, bool *isNumber) { return QString::fromStdString(model.text(row, column("Memory"))).remove(QStringLiteral("Mi")).toInt(isNumber); };
        bool wasNumber = true, isNumber = true;
        for (int row = 1; row < model.rowCount(); ++row) {
            const int before = numberAt(row - 1, &wasNumber), now = numberAt(row, &isNumber);
            QVERIFY(wasNumber || !isNumber);
            QVERIFY(!isNumber || before <= now);
        }
        QVERIFY(!isNumber);
    }

    void anotherMomentBringsOtherNumbersAndAFailureKeepsThem()
    {
        startDemo<WithoutPrometheus>();
        QVERIFY(open(QStringLiteral("pods")));
        QTRY_VERIFY_WITH_TIMEOUT(text("team-b/cache-0", "Memory").endsWith(QStringLiteral("Mi")), fault::patience);
        const QString known = text("team-b/cache-0", "Memory");
        m_demo->server.misbehave({demo::refused(metricsServer, 503), demo::refused(kubelets, 503)});
        QTRY_VERIFY_WITH_TIMEOUT(tip("team-b/cache-0", "Memory").contains(QStringLiteral("The last question was refused: ")), fault::patience);
        QCOMPARE(text("team-b/cache-0", "Memory"), known);
    }

    // How a number looks

    void theLimitIsTheEndOfTheBarAndTheRequestAMark()
    {
        QCOMPARE(usage::gaugeOf({0.05, 0.1, 0.2}, false), (tables::Gauge{0.25, 0.5, 1.0, kinds::Health::NotTold}));
    }

    void withoutALimitTheRequestStandsInTheMiddle()
    {
        QCOMPARE(usage::gaugeOf({50.0, 100.0, {}}, false), (tables::Gauge{0.25, 0.5, {}, kinds::Health::NotTold}));
        QVERIFY(*usage::gaugeOf({1000.0, 100.0, {}}, false).fill < 1);
        QCOMPARE(usage::gaugeOf({5.0, {}, {}}, false), tables::Gauge());
    }

    void closeToTheLimitIsAWarningAndOldIsGrey()
    {
        QVERIFY(usage::gaugeOf({0.19, {}, 0.2}, false).meaning == kinds::Health::NotReady);
        QVERIFY(usage::gaugeOf({0.1, {}, 0.2}, true).meaning == kinds::Health::Unknown);
        QCOMPARE(usage::gaugeOf({0.0, {}, 0.2}, false).fill, std::optional(0.0));
    }

private:
    bool open(const QString &kind)
    {
        connectDemo();
        m_window->window().open({kind, {}, {}, {}});
        m_page = m_window->table(kind);
        return m_page && QTest::qWaitFor([this] { return Window::isLive(m_page); }, fault::patience);
    }
    int column(const char *name) const { return static_cast<int>(m_page->model().source().columnNamed(name).value()); }
    int rowOf(const std::string &key) const { return m_page->model().placeOf(m_page->model().source().store().find(key)); }
    QString text(const std::string &key, const char *name) const { return QString::fromStdString(m_page->model().text(rowOf(key), column(name))); }
    QString tip(const std::string &key, const char *name) const { return table::tipOf(m_page->model(), rowOf(key), column(name)); }
    std::optional<tables::Gauge> gauge(const std::string &key, const char *name) const
    {
        return m_page->model().source().gauge(m_page->model().source().store().find(key), std::size_t(column(name)));
    }
    std::string firstOf(const std::string &state) const
    {
        const tables::TableModel &model = m_page->model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.text(row, column("Status")) == state)
                return model.key(row);
        return {};
    }

    table::TablePage *m_page = nullptr;
};

QTEST_MAIN(UsageColumnsTest)
#include "UsageColumnsTest.moc"
