#include "models/metrics/HttpTransport.h"
#include "models/metrics/PrometheusFacts.h"
#include "models/metrics/ServerTime.h"
#include "models/text/Json.h"

#include <QtTest>

#include <sstream>

using metrics::Flavour;
using namespace std::chrono_literals;

namespace {

text::Value json(const std::string &text)
{
    const auto value = text::parseJson(text);
    return value ? *value : text::Value();
}

} // namespace

class PrometheusFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFlavourFollowsFromTheBuildInfo_data();
    void theFlavourFollowsFromTheBuildInfo();
    void targetsRulesAndAlertsAreRead();
    void wrongTypesAreAbsentAndAMissingListIsAnError();
    void durationsAreRead_data();
    void durationsAreRead();
    void clocksAreComparedByWhatIsCertain();
    void aPersonsUrlIsCheckedAndItsSecretsAreNotShown();
    void redirectsTellTheirPath_data();
    void redirectsTellTheirPath();
};

void PrometheusFactsTest::theFlavourFollowsFromTheBuildInfo_data()
{
    QTest::addColumn<std::string>("data");
    QTest::addColumn<int>("flavour");
    const auto row = [](const char *name, const char *data, Flavour flavour) { QTest::newRow(name) << std::string(data) << static_cast<int>(flavour); };
    row("prometheus", R"({"version":"2.42.0+ds","revision":"x","goVersion":"go1.19.8"})", Flavour::Prometheus);
    row("prometheus 3", R"({"version":"3.1.0","revision":"x","goVersion":"go1.23"})", Flavour::Prometheus);
    row("thanos", R"({"version":"0.34.1","revision":"x","goVersion":"go1.21"})", Flavour::Thanos);
    row("victoria metrics", R"({"version":"2.24.0"})", Flavour::VictoriaMetrics);
    row("mimir", R"({"application":"Grafana Mimir","version":"2.10.0","revision":"x","goVersion":"go1.21"})", Flavour::Mimir);
}

void PrometheusFactsTest::theFlavourFollowsFromTheBuildInfo()
{
    QFETCH(std::string, data);
    QFETCH(int, flavour);
    const auto info = metrics::readBuildInfo(json(data));
    QVERIFY(info);
    QCOMPARE(static_cast<int>(info->flavour), flavour);
}

void PrometheusFactsTest::targetsRulesAndAlertsAreRead()
{
    const auto targets = metrics::readTargets(json(R"({"activeTargets":[{"discoveredLabels":{"__scrape_interval__":"15s"},"labels":{"job":"dead","instance":"127.0.0.1:1"},
        "scrapePool":"dead","scrapeUrl":"http://127.0.0.1:1/metrics","lastError":"refused","lastScrape":"0001-01-01T00:00:00Z","health":"down"}]})"));
    QVERIFY(targets);
    QCOMPARE(targets->at(0).interval, std::optional<std::chrono::milliseconds>(15s));
    QVERIFY(!targets->at(0).lastScrape);
    QCOMPARE(targets->at(0).labels.at("job"), std::string("dead"));
    const auto rules = metrics::readRules(json(R"({"groups":[{"name":"g","file":"f","interval":60,"rules":[{"type":"alerting","name":"Always","query":"up","duration":90,
        "state":"firing","labels":{"severity":"warning"},"alerts":[{"labels":{"pod":"a"},"state":"firing","activeAt":"2026-11-23T08:07:34Z","value":"1e+00"}]},{"type":"recording","name":"r"}]}]})"));
    QVERIFY(rules);
    const metrics::Rule &rule = rules->at(0).rules.at(0);
    QCOMPARE(rule.waits, std::chrono::milliseconds(90s));
    QCOMPARE(rule.alerts.at(0).labels.at("pod"), std::string("a"));
    QCOMPARE(rules->at(0).rules.at(1).type, metrics::Rule::Type::Recording);
    const auto alerts = metrics::readAlerts(json(R"({"alerts":[{"labels":{"alertname":"Always"},"state":"pending"}]})"));
    QCOMPARE(alerts->at(0).state, std::string("pending"));
}

void PrometheusFactsTest::wrongTypesAreAbsentAndAMissingListIsAnError()
{
    QCOMPARE(metrics::readTargets(json("{}")).error().kind, base::ErrorKind::BadInput);
    QCOMPARE(metrics::readRules(json("[]")).error().kind, base::ErrorKind::BadInput);
    QCOMPARE(metrics::readBuildInfo(json("7")).error().kind, base::ErrorKind::BadInput);
    QCOMPARE(metrics::readNames(json(R"({"a":1})")).error().kind, base::ErrorKind::BadInput);
    QCOMPARE(*metrics::readNames(json(R"(["a",7,"b"])")), (std::vector<std::string>{"a", "b"}));
    const auto odd = metrics::readRules(json(R"({"groups":[7,{"name":[],"interval":"x","rules":{"a":1}}]})"));
    QVERIFY(odd);
    QCOMPARE(odd->at(1).interval, 0ms);
}

void PrometheusFactsTest::durationsAreRead_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("seconds") << std::string("30s") << 30'000;
    QTest::newRow("mixed") << std::string("1m30s") << 90'000;
    QTest::newRow("milliseconds") << std::string("1s500ms") << 1'500;
    for (const char *bad : {"", "s", "30", "-5s", "1.5s", "1x", "99999999999y", "1m 5s"})
        QTest::newRow(bad) << std::string(bad) << -1;
}

void PrometheusFactsTest::durationsAreRead()
{
    QFETCH(std::string, text);
    QFETCH(int, milliseconds);
    QCOMPARE(metrics::parsePrometheusDuration(text).value_or(-1ms).count(), std::int64_t(milliseconds));
}

void PrometheusFactsTest::clocksAreComparedByWhatIsCertain()
{
    const base::SystemTime now(1'800'000'000s);
    metrics::ServerTime time;
    time.heardDate(now + 100s, now, now + 2s);                  // between 98 s and 101 s ahead
    QCOMPARE(time.difference()->least, std::chrono::milliseconds(98s));
    QCOMPARE(time.difference()->most, std::chrono::milliseconds(101s));
    time.heardDate(now + 201s, now + 100s, now + 100s);         // between 101 s and 102 s
    QCOMPARE(time.difference()->least, std::chrono::milliseconds(101s));
    QCOMPARE(time.difference()->most, std::chrono::milliseconds(101s));
    time.heardEvaluation(now + 70s, now, now);                  // a moment that is past by design
    QVERIFY(time.difference()->isLarge());
    QCOMPARE(time.now(now), now + 101s);
    time.heardDate(now + 200s, now + 200s, now + 200s);         // its clock was set
    QVERIFY(!time.difference()->isLarge());
    QCOMPARE(time.now(now), now);
}

void PrometheusFactsTest::aPersonsUrlIsCheckedAndItsSecretsAreNotShown()
{
    metrics::DirectServer server{"https://admin:s3cret@prom.example:9443/prefix/?x=1"};
    server.headers.push_back({"X-Scope-OrgID", base::SecretText("team")});
    const auto route = metrics::routeTo(server);
    QVERIFY(route);
    QCOMPARE(route->url, std::string("https://prom.example:9443/prefix"));
    QCOMPARE(route->place, route->url);
    QCOMPARE(route->headers.at(0), (http::Header{"Authorization", "Basic YWRtaW46czNjcmV0"}));
    QCOMPARE(route->headers.at(1), (http::Header{"X-Scope-OrgID", "team"}));
    server.url = "http://prom.example";
    QCOMPARE(metrics::routeTo(server).error().kind, base::ErrorKind::Misuse);
    server.url = "http://127.0.0.1:9090";
    QVERIFY(metrics::routeTo(server));
    server.headers[0].value = base::SecretText("a\r\nEvil: 1");
    QVERIFY(!metrics::routeTo(server));
    QCOMPARE(metrics::routeTo({"ftp://prom.example"}).error().kind, base::ErrorKind::Misuse);
    QCOMPARE(metrics::routeTo({"prom.example"}).error().kind, base::ErrorKind::Misuse);
    std::ostringstream out;
    out << server.headers[0].value;
    QCOMPARE(out.str(), std::string("***"));
}

void PrometheusFactsTest::redirectsTellTheirPath_data()
{
    QTest::addColumn<std::string>("target");
    QTest::addColumn<std::string>("path");
    QTest::newRow("a path") << std::string("/prom") << std::string("/prom");
    QTest::newRow("a URL") << std::string("http://prom.example/prom/graph?x=1") << std::string("/prom/graph");
    QTest::newRow("only a host") << std::string("https://prom.example") << std::string();
    QTest::newRow("through the API server") << std::string("/api/v1/namespaces/m/services/p:9090/proxy/prom") << std::string("/prom");
}

void PrometheusFactsTest::redirectsTellTheirPath()
{
    QFETCH(std::string, target);
    QFETCH(std::string, path);
    QCOMPARE(metrics::redirectPath(metrics::redirectError(302, target)).value_or(""), path);
}

QTEST_APPLESS_MAIN(PrometheusFactsTest)
#include "PrometheusFactsTest.moc"
