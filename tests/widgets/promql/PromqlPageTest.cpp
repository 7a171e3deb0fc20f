#include "tests/fault/window/OpenDemo.h"
#include "widgets/charts/ChartView.h"
#include "widgets/promql/FactsPane.h"
#include "widgets/promql/PromqlFeature.h"
#include "widgets/promql/PromqlPage.h"
#include "widgets/promql/QueryEditor.h"
#include "widgets/promql/QueryPane.h"
#include "widgets/promql/ResultView.h"

#include <QSignalSpy>
#include <QtTest>

using namespace promql;

/// The page as a person opens it, over the sample cluster and its own server of the Prometheus API.
class PromqlPageTest : public QObject, private fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo<PromqlFeature>();
        m_page = nullptr;
    }
    void cleanup() { closeDemo(); }

    void theServerIsFoundAndAnswers();
    void targetsRulesAndAlertsAreShown();
    void aRangeIsOpenedByItsAddress();

private:
    void open(const QString &tab)
    {
        window().open(*m_cluster, {QStringLiteral("promql"), {}, {}, tab});
        QTRY_VERIFY_WITH_TIMEOUT((m_page = window().findChild<PromqlPage *>()) != nullptr, fault::patience);
        TRY_SHOWN(m_page, m_page->isSettled() && m_page->query().isVisible() == tab.startsWith(QStringLiteral("query")));
    }

    PromqlPage *m_page = nullptr;
};

void PromqlPageTest::theServerIsFoundAndAnswers()
{
    open(QStringLiteral("query:count by (namespace) (kube_pod_info)"));
    TRY_SHOWN(m_page, m_page->query().result().model().rowCount() > 2);
    QVERIFY(m_page->apiCall().startsWith(QStringLiteral("GET /api/v1/")));
    QVERIFY2(m_page->apiCall().endsWith(QStringLiteral("/api/v1/query?query=count%20by%20%28namespace%29%20%28kube_pod_info%29&timeout=55s")), qPrintable(m_page->apiCall()));
    m_page->query().editor().setQuery(QStringLiteral("sum(up"));
    m_page->query().run();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->query().editor().markedAt().has_value(), fault::patience);
}

void PromqlPageTest::targetsRulesAndAlertsAreShown()
{
    open(QStringLiteral("targets"));
    TRY_SHOWN(m_page, m_page->targets().model().rowCount() > 0);
    m_page->setPart(PromqlPage::Part::Rules);
    TRY_SHOWN(m_page, m_page->rules().model().rowCount() > 0);
    m_page->setPart(PromqlPage::Part::Alerts);
    TRY_SHOWN(m_page, m_page->isSettled());
}

void PromqlPageTest::aRangeIsOpenedByItsAddress()
{
    const auto address = base::Address::parse(QStringLiteral("promql#query@1h:sum by (namespace) (kube_pod_info)"));
    QVERIFY(address);
    open(address->tab);
    QCOMPARE(m_page->query().span(), QStringLiteral("1h"));
    TRY_SHOWN(m_page, m_page->query().result().form() == ResultView::Form::Chart && m_page->query().result().chart().isVisible());
}

QTEST_MAIN(PromqlPageTest)
#include "PromqlPageTest.moc"
