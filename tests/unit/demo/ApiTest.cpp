#include "tests/unit/demo/DemoCluster.h"

#include <QTest>

using text::Value;

class ApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreAnsweredWithTheirCode_data();
    void pathsAreAnsweredWithTheirCode();
    void aListInPagesIsTheWholeListOfItsFirstMoment();
    void selectorsChooseObjects_data();
    void selectorsChooseObjects();
    void itemsOfBuiltinKindsDoNotRepeatTheirKind();
    void objectsComeAsTablesAndAsMetadata();
    void aWatchTellsWhatHappenedSince();
    void aStreamingListEndsWithItsBookmark();
    void anObjectThatStopsMatchingIsDeletedForThatWatch();
    void aVersionThatIsForgottenIsExpired();
    void bookmarksComeWhenTheyAreWished();
    void writesCheckVersionAndName_data();
    void writesCheckVersionAndName();
    void aDryRunChangesNothing();
    void aDefinitionMakesAKindAndItsEndTakesItAway();
    void bothWaysOfDiscoveryNameTheSameKinds();
    void schemasLeadToEachOtherAndToKindsOfTheCluster();

private:
    DemoCluster m_unchanged; ///< for the many rows that only read, or ask what is refused
};

namespace {

const char *const configMap = R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"%1"},"data":{"a":"1"}})";

std::string configMapNamed(const char *name) { return QString::fromLatin1(configMap).arg(QLatin1String(name)).toStdString(); }

std::string versionOf(const Value &object) { return object["metadata"]["resourceVersion"].text(); }

} // namespace

void ApiTest::pathsAreAnsweredWithTheirCode_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("target");
    QTest::addColumn<int>("code");
    const auto row = [](const char *method, const char *target, int code) {
        QTest::addRow("%s %s", method, target) << std::string(method) << std::string(target) << code;
    };
    row("GET", "/version", 200);
    row("GET", "/readyz", 200);
    row("GET", "/openapi/v3", 200);
    row("GET", "/openapi/v3/apis/apps/v1", 200);
    row("GET", "/openapi/v3/apis/nobody/v1", 404);
    row("GET", "/openapi/v3/", 404);
    row("GET", "/openapi/v2", 404);
    row("GET", "/", 404);
    row("GET", "/api/v2", 404);
    row("GET", "/api/v1/potatoes", 404);
    row("GET", "/api/v1/pods", 200);
    row("GET", "/api/v1/namespaces/team-a", 200);
    row("GET", "/api/v1/namespaces/team-a/pods/downward-demo", 200);
    row("GET", "/api/v1/namespaces/team-a/pods/downward-demo/status", 200);
    row("GET", "/api/v1/namespaces/team-a/pods/downward-demo/log?container=main", 200);
    row("GET", "/api/v1/namespaces/team-a/pods/downward-demo/log?container=nobody", 400);
    row("GET", "/api/v1/namespaces/team-a/pods/downward-demo/nothing", 404);
    row("GET", "/api/v1/namespaces/team-a/pods/nobody", 404);
    row("GET", "/apis/apps/v1/namespaces/team-a/deployments/web/scale", 200);
    row("GET", "/apis/metrics.k8s.io/v1beta1/nodes", 200);
    row("GET", "/apis/metrics.k8s.io/v1beta1/namespaces/team-a/pods/downward-demo", 200);
    row("GET", "/api/v1/pods?labelSelector=a%20b%20c", 400);
    row("GET", "/api/v1/pods?fieldSelector=spec.colour%3Dred", 400);
    row("GET", "/api/v1/pods?resourceVersion=99999999", 504);
    row("GET", "/api/v1/pods?resourceVersion=abc", 400);
    row("GET", "/api/v1/pods?continue=77-1", 410);
    row("GET", "/api/v1/pods?continue=nonsense", 400);
    row("GET", "/api/v1/pods?watch=1&resourceVersion=99999999", 504);
    row("GET", "/api/v1/pods?watch=1&sendInitialEvents=true", 422);
    row("DELETE", "/api/v1/namespaces/team-a/pods/nobody", 404);
    row("PUT", "/api/v1/pods", 405);
    row("POST", "/api/v1/namespaces/team-a/pods/downward-demo/exec", 400);
}

void ApiTest::pathsAreAnsweredWithTheirCode()
{
    QFETCH(std::string, method);
    QFETCH(std::string, target);
    QFETCH(int, code);
    QVERIFY(m_unchanged.loaded);
    const auto answer = m_unchanged.ask(method, target, method == "GET" ? "" : "{}");
    QVERIFY2(answer.code == code, answer.body.c_str());
    if (code >= 400 && answer.contentType == "application/json")
        QCOMPARE((*text::parseJson(answer.body))["kind"].text(), std::string("Status"));
}

void ApiTest::aListInPagesIsTheWholeListOfItsFirstMoment()
{
    DemoCluster demo;
    const Value whole = demo.get("/api/v1/pods");
    std::vector<std::string> names;
    std::string token;
    do {
        const Value page = demo.get("/api/v1/pods?limit=7" + (token.empty() ? "" : "&continue=" + token));
        QCOMPARE(versionOf(page), versionOf(whole));
        QVERIFY(page["items"].items().size() <= 7);
        for (const Value &pod : page["items"].items())
            names.push_back(pod["metadata"]["name"].text());
        token = page["metadata"]["continue"].text();
        QCOMPARE(page["metadata"]["remainingItemCount"].asInteger(), std::int64_t(whole["items"].items().size() - names.size()));
        demo.ask("DELETE", "/api/v1/namespaces/team-b/pods/cache-2?gracePeriodSeconds=0");
    } while (!token.empty());
    QCOMPARE(names.size(), whole["items"].items().size());
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(names[i], whole["items"].items()[i]["metadata"]["name"].text());
}

void ApiTest::selectorsChooseObjects_data()
{
    QTest::addColumn<std::string>("target");
    QTest::addColumn<int>("least");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("value");
    const auto row = [](const char *target, int least, const char *path, const char *value) {
        QTest::newRow(target) << std::string(target) << least << std::string(path) << std::string(value);
    };
    row("/api/v1/pods?labelSelector=app%3Dweb", 2, "metadata.namespace", "team-a");
    row("/api/v1/pods?fieldSelector=spec.nodeName%3Dkube-worker-1", 5, "spec.nodeName", "kube-worker-1");
    row("/api/v1/pods?fieldSelector=status.phase%3DPending", 2, "status.phase", "Pending");
    row("/api/v1/pods?fieldSelector=metadata.namespace%3Dteam-b", 5, "metadata.namespace", "team-b");
    row("/api/v1/namespaces/team-b/pods?fieldSelector=metadata.name%3Dcache-1", 1, "metadata.name", "cache-1");
    row("/api/v1/events?fieldSelector=involvedObject.kind%3DPod%2Ctype%3DWarning", 2, "type", "Warning");
    row("/api/v1/secrets?labelSelector=owner%3Dhelm", 4, "type", "helm.sh/release.v1");
}

void ApiTest::selectorsChooseObjects()
{
    QFETCH(std::string, target);
    QFETCH(int, least);
    QFETCH(std::string, path);
    QFETCH(std::string, value);
    const Value list = m_unchanged.get(target);
    QVERIFY2(int(list["items"].items().size()) >= least, std::to_string(list["items"].items().size()).c_str());
    for (const Value &item : list["items"].items()) {
        const std::size_t point = path.find('.');
        QCOMPARE((point == path.npos ? item[path] : item[path.substr(0, point)][path.substr(point + 1)]).text(), value);
    }
}

void ApiTest::itemsOfBuiltinKindsDoNotRepeatTheirKind()
{
    DemoCluster demo;
    const Value pods = demo.get("/api/v1/pods"), rules = demo.get("/apis/monitoring.coreos.com/v1/prometheusrules");
    QCOMPARE(pods["kind"].text(), std::string("PodList"));
    QVERIFY(pods["items"].items().front()["kind"].isNull());
    QCOMPARE(rules["kind"].text(), std::string("PrometheusRuleList"));
    QCOMPARE(rules["items"].items().front()["kind"].text(), std::string("PrometheusRule"));
}

void ApiTest::objectsComeAsTablesAndAsMetadata()
{
    DemoCluster demo;
    auto request = DemoCluster::request("GET", "/api/v1/namespaces/team-b/pods?limit=3");
    request.headers.emplace_back(
        "Accept", "application/vnd.kubernetes.protobuf, application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
    const Value table = *text::parseJson(std::get<demo::HttpAnswer>(demo.api.answer(request)).body);
    QCOMPARE(table["kind"].text(), std::string("Table"));
    QCOMPARE(table["rows"].items().size(), std::size_t(3));
    QCOMPARE(table["rows"].items().front()["cells"].items().size(), table["columnDefinitions"].items().size());
    QCOMPARE(table["rows"].items().front()["object"]["kind"].text(), std::string("PartialObjectMetadata"));
    request.headers.back().second = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    const Value metadata = *text::parseJson(std::get<demo::HttpAnswer>(demo.api.answer(request)).body);
    QCOMPARE(metadata["kind"].text(), std::string("PartialObjectMetadataList"));
    QVERIFY(metadata["items"].items().front()["spec"].isNull());
    request.headers.back().second = "application/xml";
    QCOMPARE(std::get<demo::HttpAnswer>(demo.api.answer(request)).code, 406);
}

void ApiTest::aWatchTellsWhatHappenedSince()
{
    DemoCluster demo;
    const std::string version = versionOf(demo.get("/api/v1/configmaps"));
    const auto watch = demo.watch("/api/v1/namespaces/team-a/configmaps?watch=1&resourceVersion=" + version);
    QVERIFY(demo.take(*watch).empty());
    QCOMPARE(demo.ask("POST", "/api/v1/namespaces/team-a/configmaps", configMapNamed("new")).code, 201);
    QCOMPARE(demo.ask("PATCH", "/api/v1/namespaces/team-a/configmaps/new", R"({"data":{"a":"2"}})", "application/merge-patch+json").code, 200);
    QCOMPARE(demo.ask("POST", "/api/v1/namespaces/team-b/configmaps", configMapNamed("other")).code, 201);
    QCOMPARE(demo.ask("DELETE", "/api/v1/namespaces/team-a/configmaps/new").code, 200);
    const auto events = demo.take(*watch);
    QCOMPARE(events.size(), std::size_t(3));
    const char *const types[] = {"ADDED", "MODIFIED", "DELETED"};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(events[i]["type"].text(), std::string(types[i]));
        QCOMPARE(events[i]["object"]["metadata"]["name"].text(), std::string("new"));
        QVERIFY(i == 0 || versionOf(events[i]["object"]) > versionOf(events[i - 1]["object"]));
    }
    QVERIFY(demo.take(*watch).empty());
}

void ApiTest::aStreamingListEndsWithItsBookmark()
{
    DemoCluster demo;
    const auto watch
        = demo.watch("/api/v1/nodes?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
    const auto events = demo.take(*watch);
    QCOMPARE(events.size(), std::size_t(4));
    QCOMPARE(events[0]["type"].text(), std::string("ADDED"));
    QCOMPARE(events[3]["type"].text(), std::string("BOOKMARK"));
    QCOMPARE(events[3]["object"]["metadata"]["annotations"]["k8s.io/initial-events-end"].text(), std::string("true"));
    QCOMPARE(versionOf(events[3]["object"]), versionOf(demo.get("/api/v1/nodes")));
}

void ApiTest::anObjectThatStopsMatchingIsDeletedForThatWatch()
{
    DemoCluster demo;
    const auto watch = demo.watch(
        "/api/v1/configmaps?watch=1&labelSelector=colour%3Dred&resourceVersion=" + versionOf(demo.get("/api/v1/configmaps")));
    const auto paint = [&demo](const char *colour) {
        return demo.ask("PATCH", "/api/v1/namespaces/team-a/configmaps/web-config", QStringLiteral(R"({"metadata":{"labels":{"colour":"%1"}}})").arg(QLatin1String(colour)).toStdString(),
                        "application/merge-patch+json").code;
    };
    QCOMPARE(paint("red"), 200);
    QCOMPARE(paint("blue"), 200);
    const auto events = demo.take(*watch);
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0]["type"].text(), std::string("ADDED"));
    QCOMPARE(events[1]["type"].text(), std::string("DELETED"));
}

void ApiTest::aVersionThatIsForgottenIsExpired()
{
    DemoCluster demo(1, 4);
    const std::string version = versionOf(demo.get("/api/v1/configmaps"));
    const auto patient = demo.watch("/api/v1/configmaps?watch=1&resourceVersion=" + version);
    for (const char *name : {"a", "b", "c", "d", "e"})
        demo.ask("POST", "/api/v1/namespaces/team-a/configmaps", configMapNamed(name));
    const auto events = demo.take(*patient);
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0]["type"].text(), std::string("ERROR"));
    QCOMPARE(events[0]["object"]["code"].asInteger(), 410);
    QVERIFY(patient->isEnded());
    const auto recent = demo.watch("/api/v1/configmaps?watch=1&resourceVersion=" + versionOf(demo.get("/api/v1/configmaps")));
    QVERIFY(demo.take(*recent).empty() && !recent->isEnded());
}

void ApiTest::bookmarksComeWhenTheyAreWished()
{
    DemoCluster demo(1, 4096, false);
    const std::string version = versionOf(demo.get("/api/v1/nodes"));
    const auto wished = demo.watch("/api/v1/nodes?watch=1&allowWatchBookmarks=1&timeoutSeconds=100&resourceVersion=" + version);
    const auto plain = demo.watch("/api/v1/nodes?watch=1&resourceVersion=" + version);
    demo.executor.advance(std::chrono::seconds(59));
    QVERIFY(demo.take(*wished).empty());
    demo.executor.advance(std::chrono::seconds(2));
    const auto events = demo.take(*wished);
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0]["type"].text(), std::string("BOOKMARK"));
    QVERIFY(demo.take(*plain).empty());
    demo.executor.advance(std::chrono::seconds(40));
    demo.take(*wished);
    QVERIFY(wished->isEnded() && !plain->isEnded());
}

void ApiTest::writesCheckVersionAndName_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<int>("code");
    const auto row = [](const char *title, const char *method, const char *name, const char *body, const char *type, int code) {
        QTest::newRow(title) << std::string(method) << std::string(name) << std::string(body) << std::string(type) << code;
    };
    const char *const json = "application/json";
    row("create", "POST", "", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x"}})", json, 201);
    row("a generated name", "POST", "", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"generateName":"x-"}})", json, 201);
    row("exists", "POST", "", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"web-config"}})", json, 409);
    row("no name", "POST", "", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{}})", json, 422);
    row("another kind", "POST", "", R"({"kind":"Secret","apiVersion":"v1","metadata":{"name":"x"}})", json, 400);
    row("another namespace", "POST", "", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x","namespace":"team-b"}})", json, 400);
    row("no JSON", "POST", "", "{", json, 400);
    row("protobuf", "POST", "", "k8s", "application/vnd.kubernetes.protobuf", 400);
    row("old version", "PUT", "web-config", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"web-config","resourceVersion":"3"}})", json, 409);
    row("no version", "PUT", "web-config", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"web-config"}})", json, 200);
    row("another name", "PUT", "web-config", R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"y"}})", json, 400);
    row("merge", "PATCH", "web-config", R"({"data":{"THEME":"x"}})", "application/merge-patch+json", 200);
    row("old version in a patch", "PATCH", "web-config", R"({"metadata":{"resourceVersion":"3"}})", "application/merge-patch+json", 409);
    row("json patch", "PATCH", "web-config", R"([{"op":"add","path":"/data/n","value":"1"}])", "application/json-patch+json", 200);
    row("json patch that fails", "PATCH", "web-config", R"([{"op":"test","path":"/data/n","value":"1"}])", "application/json-patch+json", 422);
    row("apply makes it", "PATCH", "fresh", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: fresh}\n",
        "application/apply-patch+yaml", 201);
    row("unknown patch", "PATCH", "web-config", "{}", "text/plain", 415);
    row("delete", "DELETE", "web-config", "", json, 200);
    row("delete another one", "DELETE", "web-config", R"({"preconditions":{"uid":"1"}})", json, 409);
}

void ApiTest::writesCheckVersionAndName()
{
    QFETCH(std::string, method);
    QFETCH(std::string, name);
    QFETCH(std::string, body);
    QFETCH(std::string, type);
    QFETCH(int, code);
    DemoCluster demo;
    const std::string before = versionOf(demo.get("/api/v1/configmaps"));
    const auto answer = demo.ask(method, "/api/v1/namespaces/team-a/configmaps" + (name.empty() ? "" : '/' + name), body, type);
    QVERIFY2(answer.code == code, answer.body.c_str());
    const std::string after = versionOf(demo.get("/api/v1/configmaps"));
    QCOMPARE(after != before, code < 300);
}

void ApiTest::aDryRunChangesNothing()
{
    DemoCluster demo;
    const std::string before = versionOf(demo.get("/api/v1/configmaps"));
    QCOMPARE(demo.ask("POST", "/api/v1/namespaces/team-a/configmaps?dryRun=All", configMapNamed("x")).code, 201);
    QCOMPARE(demo.ask("PATCH", "/api/v1/namespaces/team-a/configmaps/web-config?dryRun=All", R"({"data":{"a":"b"}})", "application/merge-patch+json").code, 200);
    QCOMPARE(demo.ask("DELETE", "/api/v1/namespaces/team-a/configmaps/web-config?dryRun=All").code, 200);
    QCOMPARE(versionOf(demo.get("/api/v1/configmaps")), before);
}

void ApiTest::aDefinitionMakesAKindAndItsEndTakesItAway()
{
    DemoCluster demo;
    const char *const definition
        = R"({"kind":"CustomResourceDefinition","apiVersion":"apiextensions.k8s.io/v1","metadata":{"name":"boats.example.com"},
      "spec":{"group":"example.com","scope":"Cluster","names":{"kind":"Boat","plural":"boats","singular":"boat"},
      "versions":[{"name":"v1","served":true,"storage":true,"additionalPrinterColumns":[{"name":"Sails","type":"integer","jsonPath":".spec.sails"}]}]}})";
    QCOMPARE(demo.ask("GET", "/apis/example.com/v1/boats").code, 404);
    QCOMPARE(demo.ask("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition).code, 201);
    QCOMPARE(demo.ask("POST", "/apis/example.com/v1/boats", R"({"kind":"Boat","apiVersion":"example.com/v1","metadata":{"name":"b"},"spec":{"sails":2}})").code, 201);
    auto request = DemoCluster::request("GET", "/apis/example.com/v1/boats");
    request.headers.emplace_back("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
    const Value table = *text::parseJson(std::get<demo::HttpAnswer>(demo.api.answer(request)).body);
    QCOMPARE(table["columnDefinitions"].items().size(), std::size_t(2));
    QCOMPARE(table["rows"].items().front()["cells"].items()[1].asInteger(), 2);
    QCOMPARE(demo.ask("DELETE", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/boats.example.com").code, 200);
    QCOMPARE(demo.ask("GET", "/apis/example.com/v1/boats").code, 404);
    QCOMPARE(demo.ask("GET", "/apis/example.com").code, 404);
}

void ApiTest::bothWaysOfDiscoveryNameTheSameKinds()
{
    DemoCluster demo;
    std::size_t aggregated = 0, legacy = 0;
    for (const char *root : {"/api", "/apis"}) {
        auto request = DemoCluster::request("GET", root);
        request.headers.emplace_back(
            "Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json");
        const auto answer = std::get<demo::HttpAnswer>(demo.api.answer(request));
        QCOMPARE(answer.contentType, std::string("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"));
        const Value document = *text::parseJson(answer.body);
        for (const Value &group : document["items"].items()) {
            for (const Value &version : group["versions"].items()) {
                aggregated += version["resources"].items().size();
                const std::string path = group["metadata"]["name"].text().empty()
                    ? "/api/v1"
                    : "/apis/" + group["metadata"]["name"].text() + '/' + version["version"].text();
                const Value plain = demo.get(path);
                for (const Value &resource : plain["resources"].items())
                    legacy += resource["name"].text().find('/') == std::string::npos ? 1 : 0;
            }
        }
    }
    QVERIFY(aggregated > 60);
    QCOMPARE(legacy, aggregated);
}

namespace {

/// Every "$ref" in the value.
void collectReferences(const Value &value, std::vector<std::string> &references)
{
    for (const Value &item : value.items())
        collectReferences(item, references);
    for (const Value::Member &member : value.members()) {
        if (member.key == "$ref")
            references.push_back(member.value.text());
        collectReferences(member.value, references);
    }
}

} // namespace

void ApiTest::schemasLeadToEachOtherAndToKindsOfTheCluster()
{
    const Value index = m_unchanged.get("/openapi/v3");
    QVERIFY(index["paths"].members().size() >= 2);
    for (const Value::Member &path : index["paths"].members()) {
        const std::string url = path.value["serverRelativeURL"].text();
        QVERIFY(url.starts_with("/openapi/v3/" + path.key + "?hash="));
        const Value document = m_unchanged.get(url);
        const Value &schemas = document["components"]["schemas"];
        QVERIFY(!schemas.members().empty());
        std::vector<std::string> references;
        collectReferences(schemas, references);
        QVERIFY(references.size() > 20);
        for (const std::string &reference : references)
            QVERIFY2(reference.starts_with("#/components/schemas/") && schemas.find(reference.substr(21)), reference.c_str());
        for (const Value::Member &component : schemas.members()) {
            for (const Value &kind : component.value["x-kubernetes-group-version-kind"].items()) {
                const std::string version = kind["group"].text().empty() ? kind["version"].text() : kind["group"].text() + '/' + kind["version"].text();
                QVERIFY2(m_unchanged.cluster.catalog().findKind(version, kind["kind"].text()), component.key.c_str());
                QVERIFY2(!component.value["description"].text().empty(), component.key.c_str());
            }
        }
    }
}

QTEST_APPLESS_MAIN(ApiTest)
#include "ApiTest.moc"
