#include "models/kube/Discovery.h"
#include "tests/fault/cluster/LiveServer.h"
#include "tests/support/Folders.h"

#include <QFile>
#include <QTest>

#include <future>

using base::ErrorKind;
using fault::answer;
using kube::ApiCatalog;
using support::FaultServer;

namespace {

const char *const coreVersions = R"({"kind":"APIVersions","versions":["v1"]})";

std::string resource(const std::string &name, const std::string &kind)
{
    return R"({"name":")" + name + R"(","singularName":"","namespaced":true,"kind":")" + kind + R"(","verbs":["get","list","watch"]})";
}

std::string resources(const std::string &groupVersion, const std::string &members)
{
    return R"({"kind":"APIResourceList","apiVersion":"v1","groupVersion":")" + groupVersion + R"(","resources":[)" + members + "]}";
}

std::string groups(const std::vector<std::string> &groupVersions)
{
    std::string items;
    for (const std::string &name : groupVersions)
        items += (items.empty() ? "" : ",") + (R"({"name":")" + name.substr(0, name.find('/')) + R"(","versions":[{"groupVersion":")" + name + R"("}]})");
    return R"({"kind":"APIGroupList","apiVersion":"v1","groups":[)" + items + "]}";
}

support::Script aggregated(const std::string &items)
{
    return support::Script::answer(200, R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":[)" + items + "]}",
                                   {{"Content-Type", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"}});
}

std::string discovered(const std::string &name, const std::string &kind)
{
    return R"({"resource":")" + name + R"(","responseKind":{"kind":")" + kind + R"("},"scope":"Namespaced","singularResource":"","verbs":["list"]})";
}

/// The groups of a recorded 1.20 server, as far as the record is whole.
std::string recordedGroups()
{
    QFile file(QString::fromStdString(folders::source("tests/data/exchanges/35_apis.txt")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("{\"kind\"");
    const qsizetype end = text.lastIndexOf(",{\"name\":\"");
    return (text.mid(begin, end - begin) + "]}").toStdString();
}

/// What discovery finds through the real client and thread.
base::Result<ApiCatalog> discover(const FaultServer &server)
{
    fault::Client client(server.url());
    std::promise<base::Result<ApiCatalog>> promise;
    auto found = promise.get_future();
    const base::Job job = kube::discover(client.api(), [&](base::Result<ApiCatalog> catalog) { promise.set_value(std::move(catalog)); });
    if (found.wait_for(std::chrono::milliseconds(fault::patience)) != std::future_status::ready)
        return base::makeError(ErrorKind::Timeout, "discovery never ended");
    return found.get();
}

std::size_t asked(const FaultServer &server, const std::string &path)
{
    const auto requests = server.requests();
    return static_cast<std::size_t>(std::ranges::count(requests, path, &support::SeenRequest::target));
}

} // namespace

/// Discovery of servers that are old, incomplete or partly down: what works is usable, what does not is named.
class OldServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupThatIsDownIsNamedAndTheOthersAreUsable_data();
    void aGroupThatIsDownIsNamedAndTheOthersAreUsable();
    void anAggregatedApiThatIsDownIsNamed();
    void aRecordedOldServerHasTheKindsOfItsTime();
    void aServerWithoutTheCoreApiIsUsable();
    void aServerWithoutAnyApiIsAnErrorInItsWords();
};

void OldServersTest::aGroupThatIsDownIsNamedAndTheOthersAreUsable_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("503 with words") << 503 << fault::statusOf(503, "ServiceUnavailable", "error trying to reach service: no route to host")
                                    << QByteArray("error trying to reach service: no route to host");
    QTest::newRow("503 in plain text") << 503 << std::string("service unavailable\n") << QByteArray("service unavailable");
    QTest::newRow("403") << 403 << fault::statusOf(403, "Forbidden", "may not read discovery") << QByteArray("may not read discovery");
    QTest::newRow("no JSON") << 200 << std::string("<html>") << QByteArray();
}

void OldServersTest::aGroupThatIsDownIsNamedAndTheOthersAreUsable()
{
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(QByteArray, words);
    FaultServer server;
    server.answer("/api", answer(coreVersions));
    server.answer("/apis", answer(groups({"metrics.k8s.io/v1beta1", "apps/v1"})));
    server.answer("/api/v1", answer(resources("v1", resource("pods", "Pod"))));
    server.answer("/apis/apps/v1", answer(resources("apps/v1", resource("deployments", "Deployment"))));
    server.answer("/apis/metrics.k8s.io/v1beta1", answer(body, status));
    const auto catalog = discover(server);
    QVERIFY2(catalog, catalog ? "" : catalog.error().message.c_str());
    QVERIFY(catalog->find("pods"));
    QVERIFY(catalog->find("deployments.apps"));
    QCOMPARE(catalog->types().size(), std::size_t(2));
    QCOMPARE(catalog->failures().size(), std::size_t(1));
    QCOMPARE(catalog->failures()[0].groupVersion, std::string("metrics.k8s.io/v1beta1"));
    const QByteArray said = QByteArray::fromStdString(catalog->failures()[0].message);
    QVERIFY2(!said.isEmpty() && said.contains(words), said.constData());
    QCOMPARE(asked(server, "/apis/metrics.k8s.io/v1beta1"), std::size_t(1));
}

void OldServersTest::anAggregatedApiThatIsDownIsNamed()
{
    FaultServer server;
    server.answer("/api", aggregated(R"({"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[)" + discovered("pods", "Pod") + "]}]}"));
    server.answer("/apis", aggregated(
        R"({"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale"}]},)"
        R"({"metadata":{"name":"custom.example"},"versions":[{"version":"v2","freshness":"Stale","resources":[)" + discovered("things", "Thing")
        + R"(]},{"version":"v1","freshness":"Current","resources":[)" + discovered("things", "Thing") + "]}]}"));
    const auto catalog = discover(server);
    QVERIFY2(catalog, catalog ? "" : catalog.error().message.c_str());
    QVERIFY(catalog->find("pods"));
    const kube::ResourceType *things = catalog->find("things");
    QVERIFY(things);
    std::set<std::string> down;
    for (const kube::DiscoveryFailure &failure : catalog->failures())
        down.insert(failure.groupVersion);
    QCOMPARE(down, (std::set<std::string>{"custom.example/v2", "metrics.k8s.io/v1beta1"}));
    QCOMPARE(server.requests().size(), std::size_t(2));
}

void OldServersTest::aRecordedOldServerHasTheKindsOfItsTime()
{
    FaultServer server;
    server.answer("/api", answer(coreVersions));
    server.answer("/apis", answer(recordedGroups()));
    server.answer("/api/v1", answer(resources("v1", resource("pods", "Pod"))));
    server.answer("/apis/policy/v1beta1", answer(resources("policy/v1beta1", resource("poddisruptionbudgets", "PodDisruptionBudget"))));
    server.answer("/apis/batch/v1", answer(resources("batch/v1", resource("jobs", "Job"))));
    server.answer("/apis/batch/v1beta1", answer(resources("batch/v1beta1", resource("cronjobs", "CronJob"))));
    for (const char *version : {"v1", "v2beta1", "v2beta2"})
        server.answer(std::string("/apis/autoscaling/") + version, answer(resources(std::string("autoscaling/") + version, resource("horizontalpodautoscalers", "HorizontalPodAutoscaler"))));
    const auto catalog = discover(server);
    QVERIFY2(catalog, catalog ? "" : catalog.error().message.c_str());
    const auto versionOf = [&](const char *name) {
        const kube::ResourceType *type = catalog->find(name);
        return type ? type->version : std::string("none");
    };
    QCOMPARE(versionOf("poddisruptionbudgets"), std::string("v1beta1"));
    QCOMPARE(versionOf("poddisruptionbudgets.v1.policy"), std::string("none"));
    QVERIFY(!catalog->findKind("policy/v1", "PodDisruptionBudget"));
    QCOMPARE(versionOf("cronjobs"), std::string("v1beta1"));
    QCOMPARE(versionOf("jobs"), std::string("v1"));
    QCOMPARE(versionOf("horizontalpodautoscalers"), std::string("v1"));
    QVERIFY(!catalog->findKind("autoscaling/v2", "HorizontalPodAutoscaler"));
    QCOMPARE(asked(server, "/apis/policy/v1"), std::size_t(0));
    QCOMPARE(asked(server, "/apis/autoscaling/v2beta2"), std::size_t(1));
}

void OldServersTest::aServerWithoutTheCoreApiIsUsable()
{
    FaultServer server;
    server.answer("/apis", answer(groups({"apps/v1"})));
    server.answer("/apis/apps/v1", answer(resources("apps/v1", resource("deployments", "Deployment"))));
    const auto catalog = discover(server);
    QVERIFY2(catalog, catalog ? "" : catalog.error().message.c_str());
    QVERIFY(catalog->find("deployments"));
    QVERIFY(!catalog->find("pods"));
    QVERIFY(catalog->failures().empty());
    QCOMPARE(asked(server, "/api"), std::size_t(1));
}

void OldServersTest::aServerWithoutAnyApiIsAnErrorInItsWords()
{
    FaultServer server;
    const std::string body = fault::statusOf(404, "NotFound", "no such API here");
    server.answer("/api", answer(body, 404));
    server.answer("/apis", answer(body, 404));
    const auto catalog = discover(server);
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().kind, ErrorKind::NotFound);
    QVERIFY2(catalog.error().message.find("no such API here") != std::string::npos, catalog.error().message.c_str());
}

QTEST_GUILESS_MAIN(OldServersTest)
#include "OldServersTest.moc"
