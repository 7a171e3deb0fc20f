#include "tests/widgets/promql/AskedServer.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/promql/FactsPane.h"

#include <QSignalSpy>
#include <QtTest>

using namespace promql;

namespace {

struct Bench
{
    explicit Bench(FactSource source) : pane(server.api.time, std::move(source))
    {
        pane.setClient(server.client);
        pane.resize(1000, 500);
        static_cast<QWidget &>(pane).show();
    }
    QString cell(int row, int column) { return pane.model().index(row, column).data().toString(); }
    QString notices()
    {
        QString text;
        for (const auto *each : pane.findChildren<base::StateNotice *>())
            if (each->isVisible())
                text += each->accessibleName() + u'|' + each->accessibleDescription() + u'\n';
        return text;
    }

    support::AskedServer server;
    FactsPane pane;
};

const std::string alerts = R"({"alerts":[
    {"labels":{"alertname":"Slow","severity":"info"},"annotations":{},"state":"pending","activeAt":"2027-01-15T07:59:00Z","value":"1"},
    {"labels":{"alertname":"KubePodCrashLooping","severity":"warning","namespace":"team-a","pod":"web-1"},"annotations":{"summary":"web-1 restarts"},
     "state":"firing","activeAt":"2027-01-15T07:50:00Z","value":"5e+00"}]})";

} // namespace

class FactsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firingAlertsComeFirstAndOpenTheirObject();
    void anAlertWithoutAnObjectSaysSo();
    void targetsThatAreDownComeFirst();
    void aRuleShowsItsQuery();
    void agesAndNumbersAreSortedByValue();
    void wordsFilterTheRows();
    void itIsAskedAgainWhileSomebodyLooks();
    void whatWasKnownStaysWhenTheServerIsGone();
    void noAlertsIsGoodNews();
};

void FactsPaneTest::firingAlertsComeFirstAndOpenTheirObject()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", alerts);
    QCOMPARE(bench.pane.model().rowCount(), 2);
    QCOMPARE(bench.cell(0, 0), QStringLiteral("✕ firing"));
    QCOMPARE(bench.cell(0, 1), QStringLiteral("KubePodCrashLooping"));
    QCOMPARE(bench.cell(0, 3), QStringLiteral("pods team-a/web-1"));
    QCOMPARE(bench.cell(0, 4), QStringLiteral("10m"));
    QCOMPARE(bench.cell(0, 5), QStringLiteral("web-1 restarts"));
    QSignalSpy opened(&bench.pane, &FactsPane::openRequested);
    bench.pane.table().selectRow(0);
    QTest::keyClick(&bench.pane.table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<base::Address>().toString(), QStringLiteral("pods/team-a/web-1"));
}

void FactsPaneTest::anAlertWithoutAnObjectSaysSo()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", alerts);
    QSignalSpy opened(&bench.pane, &FactsPane::openRequested), noticed(&bench.pane, &FactsPane::noticed);
    bench.pane.table().selectRow(1);
    QTest::keyClick(&bench.pane.table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    QCOMPARE(noticed.count(), 1);
}

void FactsPaneTest::targetsThatAreDownComeFirst()
{
    Bench bench(targetSource());
    bench.server.answer("/api/v1/targets", R"({"activeTargets":[
        {"scrapePool":"node","scrapeUrl":"http://10.0.0.1:9100/metrics","labels":{"job":"node"},"discoveredLabels":{"__meta_kubernetes_node_name":"worker-1"},"health":"up","lastError":"","lastScrape":"2027-01-15T07:59:50Z"},
        {"scrapePool":"ksm","scrapeUrl":"http://10.0.0.2:8080/metrics","labels":{"job":"ksm"},"discoveredLabels":{"__meta_kubernetes_pod_name":"ksm-1","__meta_kubernetes_namespace":"monitoring"},"health":"down","lastError":"connection refused","lastScrape":"2027-01-15T07:59:50Z"}],"droppedTargets":[]})");
    QCOMPARE(bench.cell(0, 0), QStringLiteral("✕ down"));
    QCOMPARE(bench.cell(0, 3), QStringLiteral("pods monitoring/ksm-1"));
    QCOMPARE(bench.cell(0, 5), QStringLiteral("connection refused"));
    QCOMPARE(bench.cell(1, 0), QStringLiteral("✓ up"));
    QCOMPARE(bench.cell(1, 3), QStringLiteral("nodes worker-1"));
}

void FactsPaneTest::aRuleShowsItsQuery()
{
    Bench bench(ruleSource());
    bench.server.answer("/api/v1/rules", R"json({"groups":[{"name":"g","file":"f","interval":30,"rules":[
        {"type":"recording","name":"a:rate5m","query":"rate(a[5m])","health":"ok"},
        {"type":"alerting","name":"Down","query":"up == 0","state":"inactive","health":"err","lastError":"too many samples","duration":60,"alerts":[]}]}]})json");
    QCOMPARE(bench.cell(0, 0), QStringLiteral("✕ fails"));
    QCOMPARE(bench.cell(0, 4), QStringLiteral("too many samples"));
    QCOMPARE(bench.cell(1, 0), QStringLiteral("✓ recorded"));
    QSignalSpy wished(&bench.pane, &FactsPane::queryRequested);
    bench.pane.table().selectRow(0);
    QTest::keyClick(&bench.pane.table(), Qt::Key_Return);
    QCOMPARE(wished.value(0).value(0).toString(), QStringLiteral("up == 0"));
}

void FactsPaneTest::agesAndNumbersAreSortedByValue()
{
    Bench bench(alertSource());
    const auto alert = [](const char *name, const char *since) {
        return std::string(R"({"labels":{"alertname":")") + name + R"("},"annotations":{},"state":"firing","activeAt":")" + since + R"(","value":"1"})";
    };
    bench.server.answer("/api/v1/alerts", R"({"alerts":[)" + alert("node-10", "2027-01-15T07:50:00Z") + ',' + alert("node-2", "2027-01-15T07:58:00Z") + ',' + alert("node-1", "2027-01-14T08:00:00Z") + "]}");
    const auto column = [&](int number) { return QStringList{bench.cell(0, number), bench.cell(1, number), bench.cell(2, number)}; };
    const auto press = [&](int number) { Q_EMIT bench.pane.table().sortWished(number); };
    press(4);
    QCOMPARE(column(4), (QStringList{QStringLiteral("2m"), QStringLiteral("10m"), QStringLiteral("24h")}));
    press(4);
    QCOMPARE(column(4), (QStringList{QStringLiteral("24h"), QStringLiteral("10m"), QStringLiteral("2m")}));
    press(1);
    QCOMPARE(column(1), (QStringList{QStringLiteral("node-1"), QStringLiteral("node-2"), QStringLiteral("node-10")}));
}

void FactsPaneTest::wordsFilterTheRows()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", alerts);
    bench.pane.filter().setText(QStringLiteral("CRASH team-a"));
    QCOMPARE(bench.pane.model().rowCount(), 1);
    QTest::keyClick(&bench.pane.filter(), Qt::Key_Escape);
    QCOMPARE(bench.pane.model().rowCount(), 2);
}

void FactsPaneTest::itIsAskedAgainWhileSomebodyLooks()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", alerts);
    QCOMPARE(bench.server.api.count(), std::size_t(1));
    bench.server.api.time.advance(FactsPane::Refresh);
    QCOMPARE(bench.server.api.count(), std::size_t(2));
    bench.server.answer("/api/v1/alerts", alerts);
    bench.pane.hide();
    bench.server.api.time.advance(FactsPane::Refresh * 4);
    QCOMPARE(bench.server.api.count(), std::size_t(2));
}

void FactsPaneTest::whatWasKnownStaysWhenTheServerIsGone()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", alerts);
    bench.server.api.time.advance(FactsPane::Refresh);
    bench.server.refuse("/api/v1/alerts", 503, "no endpoints available");
    QCOMPARE(bench.pane.model().rowCount(), 2);
    QVERIFY2(bench.notices().contains(QStringLiteral("Stale since")) && bench.notices().contains(QStringLiteral("no endpoints available")), qPrintable(bench.notices()));
}

void FactsPaneTest::noAlertsIsGoodNews()
{
    Bench bench(alertSource());
    bench.server.answer("/api/v1/alerts", R"({"alerts":[]})");
    QVERIFY2(bench.notices().contains(QStringLiteral("No alert is firing or pending.")), qPrintable(bench.notices()));
}

QTEST_MAIN(FactsPaneTest)
#include "FactsPaneTest.moc"
