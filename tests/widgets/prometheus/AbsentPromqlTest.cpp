#include "tests/fault/window/OpenDemo.h"
#include "tests/support/FaultServer.h"
#include "widgets/base/Page.h"
#include "widgets/prometheus/AbsentPromql.h"
#include "widgets/prometheus/PrometheusFeature.h"

#include <QtTest>

using namespace prometheus;

/// A build without Qt Charts, over the sample cluster with its Prometheus.
class AbsentPromqlTest : public QObject, private fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        startDemo();
        m_servers = std::make_shared<metrics::SharedPrometheus>();
        AbsentPromql(m_servers).addTo(m_window->registry());
        PrometheusFeature(m_servers).addTo(m_window->registry());
        connectDemo();
    }
    void cleanup()
    {
        closeDemo();
        m_servers.reset();
    }

    void itLeadsToThePageThatPrometheusHasOfItsOwn();
    void withoutAPrometheusItLeadsToWhyThereIsNone();
    void aServerOfOnesOwnNeedsNoForward();

private:
    base::Page *open(const char *place)
    {
        base::Page *found = nullptr;
        window().open(*m_cluster, {QString::fromLatin1(place), {}, {}, {}});
        (void)QTest::qWaitFor([&] {
            for (auto *page : window().findChildren<base::Page *>()) {
                if (page->isVisible() && page->address().place == QLatin1String(place))
                    found = page;
            }
            return found && found->isSettled();
        }, fault::patience);
        return found;
    }

    std::shared_ptr<metrics::SharedPrometheus> m_servers;
};

void AbsentPromqlTest::itLeadsToThePageThatPrometheusHasOfItsOwn()
{
    base::Page *page = open("promql");
    QVERIFY(page && page->isSettled());
    const fault::Shown shown = fault::Window::notice(page);
    QVERIFY2(shown.title.contains(QStringLiteral("PromQL")) && shown.says(QStringLiteral("Qt Charts")), shown.text().constData());
    QVERIFY2(shown.says(QStringLiteral("kubectl --context demo port-forward -n monitoring service/prometheus-kube-prometheus-prometheus 9090:9090")), shown.text().constData());
    QVERIFY(shown.says(QStringLiteral("http://127.0.0.1:9090/")));
    QCOMPARE(page->command(), QStringLiteral("kubectl port-forward -n monitoring service/prometheus-kube-prometheus-prometheus 9090:9090"));
    QVERIFY(fault::Window::press(page, QStringLiteral("Prometheus server")));
    QVERIFY(open("prometheus"));
}

void AbsentPromqlTest::withoutAPrometheusItLeadsToWhyThereIsNone()
{
    const auto server = m_servers->of(*m_cluster, m_window->clusters().settings());
    server->setServer(metrics::DirectServer{"http://127.0.0.1:1"});
    base::Page *page = open("promql");
    QVERIFY(page && page->isSettled());
    const fault::Shown shown = fault::Window::notice(page);
    QVERIFY2(shown.says(QStringLiteral("No server of the Prometheus API is in use either")), shown.text().constData());
    QCOMPARE(shown.steps, QStringList{QStringLiteral("Prometheus server")});
    QVERIFY(page->command().isEmpty());
}

void AbsentPromqlTest::aServerOfOnesOwnNeedsNoForward()
{
    support::FaultServer own;
    own.answer("/team/api/v1/query", support::Script::answer(200, R"({"status":"success","data":{"resultType":"scalar","result":[1800000000,"1"]}})"));
    const auto server = m_servers->of(*m_cluster, m_window->clusters().settings());
    server->setServer(metrics::DirectServer{own.url("/team")});
    base::Page *page = open("promql");
    QVERIFY(page && page->isSettled());
    const fault::Shown shown = fault::Window::notice(page);
    QVERIFY2(shown.says(QString::fromStdString(own.url("/team"))) && !shown.says(QStringLiteral("port-forward")), shown.text().constData());
    QVERIFY(page->command().isEmpty());
}

QTEST_MAIN(AbsentPromqlTest)
#include "AbsentPromqlTest.moc"
