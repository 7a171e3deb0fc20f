#include "models/kube/ApiCatalog.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/kube/Discovery.h"
#include "models/text/Json.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <algorithm>
#include <set>

using base::ErrorKind;
using kube::ApiCatalog;

namespace {

const char *coreGroups = R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[
 {"resource":"pods","responseKind":{"group":"","version":"v1","kind":"Pod"},"scope":"Namespaced","singularResource":"pod","verbs":["get","list","watch"],"shortNames":["po"],"categories":["all"],"subresources":[{"subresource":"log"},{"subresource":"exec"}]}]}]}]})";
const char *moreGroups = R"({"kind":"APIGroupDiscoveryList","items":[
 {"metadata":{"name":"apps"},"versions":[{"version":"v1","freshness":"Current","resources":[{"resource":"deployments","responseKind":{"kind":"Deployment"},"scope":"Namespaced","singularResource":"deployment","verbs":["list"],"shortNames":["deploy"],"categories":["all"]}]}]},
 {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale","resources":[]}]}]})";

const char *plainApi = R"({"kind":"APIVersions","versions":["v1"]})";
const char *plainApis = R"({"kind":"APIGroupList","groups":[{"name":"apps","preferredVersion":{"groupVersion":"apps/v1"},"versions":[{"groupVersion":"apps/v1"},{"groupVersion":"apps/v1beta1"}]},{"name":"metrics.k8s.io","versions":[{"groupVersion":"metrics.k8s.io/v1beta1"}]}]})";
const char *coreList = R"({"kind":"APIResourceList","groupVersion":"v1","resources":[{"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["get","list"],"shortNames":["po"],"categories":["all"]},{"name":"pods/log","kind":"Pod","namespaced":true,"verbs":["get"]}]})";

QString named(const kube::ResourceType *type)
{
    return type ? QString::fromStdString(type->resource + '.' + type->version + '.' + type->group) : QStringLiteral("none");
}

} // namespace

class ApiCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesMeanWhatKubectlMeansByThem_data();
    void namesMeanWhatKubectlMeansByThem();
    void aCategoryHoldsOneVersionOfEachResource();
    void pathsAreThoseOfTheServer();
    void aggregatedDiscoveryTakesTwoRequests();
    void aStaleVersionIsAFailureAndTheRestIsKept();
    void aStaleVersionIsNoLongerPreferred();
    void anAnswerOfEachSortIsReadAsItIs_data();
    void anAnswerOfEachSortIsReadAsItIs();
    void anOldServerIsAskedVersionByVersion();
    void oneBrokenGroupDoesNotHideTheOthers();
    void aServerThatCannotBeAskedIsAnError();
    void aMissingCoreApiIsTolerated();
    void whatDidNotChangeNeedNotComeAgain();
    void whatHasNoTagIsAskedForWhole_data();
    void whatHasNoTagIsAskedForWhole();

private:
    /// A discovery that goes on from the one before; the answers are given by hand.
    struct Round
    {
        Round(support::FakeApi &api, std::shared_ptr<kube::DiscoveryMemory> memory)
            : first(api.count()), job(kube::discover(api, [this](auto catalog) { found = std::move(catalog); }, kube::Retries::None, std::move(memory)))
        {
            api.time.run();
        }
        std::size_t first;                                  ///< of its exchanges
        std::optional<base::Result<ApiCatalog>> found;
        base::Job job;
    };
};

void ApiCatalogTest::namesMeanWhatKubectlMeansByThem_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *found) { QTest::newRow(name) << QByteArray(name) << QString::fromLatin1(found); };
    row("pods", "pods.v1.");
    row("pod", "pods.v1.");
    row("po", "pods.v1.");
    row("Pod", "pods.v1.");
    row("PODS", "pods.v1.");
    row("events", "events.v1.");
    row("ev", "events.v1.");
    row("events.events.k8s.io", "events.v1.events.k8s.io");
    row("deploy", "deployments.v1.apps");
    row("deployments.apps", "deployments.v1.apps");
    row("deployment.v1.apps", "deployments.v1.apps");
    row("deployments.v1.app", "deployments.v1.apps");
    row("deployments.v1beta1.apps", "none");
    row("hpa", "horizontalpodautoscalers.v2.autoscaling");
    row("hpa.v1.autoscaling", "horizontalpodautoscalers.v1.autoscaling");
    row("crd", "customresourcedefinitions.v1.apiextensions.k8s.io");
    row("Deployment.apps", "deployments.v1.apps");
    row("podz", "none");
    row("", "none");
    row("pods.", "pods.v1.");
    row(".", "none");
}

void ApiCatalogTest::namesMeanWhatKubectlMeansByThem()
{
    QFETCH(QByteArray, name);
    QTEST(named(kube::builtinCatalog().find(name.toStdString())), "found");
}

void ApiCatalogTest::aCategoryHoldsOneVersionOfEachResource()
{
    std::vector<std::string> names;
    for (const kube::ResourceType &type : kube::builtinCatalog().category("all"))
        names.push_back(type.qualifiedName());
    QCOMPARE(names.size(), std::set<std::string>(names.begin(), names.end()).size());
    QVERIFY(std::ranges::find(names, "pods") != names.end());
    QVERIFY(std::ranges::find(names, "horizontalpodautoscalers.autoscaling") != names.end());
    QVERIFY(std::ranges::find(names, "secrets") == names.end());
    QVERIFY(kube::builtinCatalog().category("nonsense").empty());
}

void ApiCatalogTest::pathsAreThoseOfTheServer()
{
    const kube::ResourceType &pods = *kube::builtinCatalog().find("pods");
    const kube::ResourceType &roles = *kube::builtinCatalog().find("clusterroles");
    QCOMPARE(kube::collectionPath(pods), std::string("/api/v1/pods"));
    QCOMPARE(kube::collectionPath(pods, "team-a"), std::string("/api/v1/namespaces/team-a/pods"));
    QCOMPARE(kube::objectPath(roles, "ignored", "system:node"), std::string("/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode"));
    QCOMPARE(kube::objectPath(pods, "a", "../x"), std::string("/api/v1/namespaces/a/pods/..%2Fx"));
}

void ApiCatalogTest::aggregatedDiscoveryTakesTwoRequests()
{
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    QCOMPARE(api.count(), std::size_t(2));
    QVERIFY(api.exchanges[0].request.accept.starts_with("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"));
    api.exchanges[1].answer(moreGroups);
    QVERIFY(!found);
    api.exchanges[0].answer(coreGroups);
    QVERIFY(found && *found);
    QCOMPARE((*found)->types().size(), std::size_t(2));
    QCOMPARE((*found)->types()[0].resource, std::string("pods"));
    QVERIFY((*found)->types()[0].can("watch"));
    QCOMPARE((*found)->types()[0].subresources, (std::vector<std::string>{"log", "exec"}));
}

void ApiCatalogTest::aStaleVersionIsAFailureAndTheRestIsKept()
{
    ApiCatalog catalog;
    kube::addAggregatedDiscovery(*text::parseJson(moreGroups), &catalog);
    QCOMPARE(catalog.failures().size(), std::size_t(1));
    QCOMPARE(catalog.failures()[0].groupVersion, std::string("metrics.k8s.io/v1beta1"));
    QVERIFY(catalog.find("deploy"));
}

void ApiCatalogTest::aStaleVersionIsNoLongerPreferred()
{
    const std::string resources = R"("resources":[{"resource":"things","responseKind":{"kind":"Thing"},"scope":"Namespaced","verbs":["list"]}])";
    ApiCatalog catalog;
    kube::addAggregatedDiscovery(*text::parseJson(R"({"items":[{"metadata":{"name":"custom.example"},"versions":[{"version":"v2","freshness":"Stale",)" + resources
                                                  + R"(},{"version":"v1","freshness":"Current",)" + resources + "}]}]}"), &catalog);
    QCOMPARE(named(catalog.find("things")), QStringLiteral("things.v1.custom.example"));
    QCOMPARE(catalog.preferredTypes().size(), std::size_t(1));
    QCOMPARE(catalog.preferredTypes()[0].version, std::string("v1"));
    QCOMPARE(catalog.failures().size(), std::size_t(1));
}

void ApiCatalogTest::anAnswerOfEachSortIsReadAsItIs_data()
{
    QTest::addColumn<QByteArray>("core");
    QTest::addColumn<QByteArray>("others");
    QTest::newRow("only the core is aggregated") << QByteArray(coreGroups) << QByteArray(plainApis);
    QTest::newRow("only the others are") << QByteArray(plainApi) << QByteArray(moreGroups);
}

/// A proxy may hand on one sort whatever was asked for: discovery must end all the same.
void ApiCatalogTest::anAnswerOfEachSortIsReadAsItIs()
{
    QFETCH(QByteArray, core);
    QFETCH(QByteArray, others);
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    for (std::size_t i = 0; i < api.count() && i < 20; ++i) {
        const std::string &path = api.exchanges[i].request.path;
        api.exchanges[i].answer(path == "/api" ? core.toStdString() : path == "/apis" ? others.toStdString() : path == "/api/v1" ? coreList
            : path == "/apis/apps/v1" ? R"({"resources":[{"name":"deployments","kind":"Deployment","namespaced":true,"verbs":["list"]}]})" : R"({"resources":[]})");
    }
    QVERIFY(found && *found);
    QCOMPARE((*found)->types().size(), std::size_t(2));
    QCOMPARE((*found)->types()[0].resource, std::string("pods"));
    QCOMPARE((*found)->types()[1].resource, std::string("deployments"));
}

void ApiCatalogTest::anOldServerIsAskedVersionByVersion()
{
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    api.exchanges[0].answer(plainApi);
    api.exchanges[1].answer(plainApis);
    QCOMPARE(api.count(), std::size_t(6));
    QCOMPARE(api.exchanges[2].request.path, std::string("/api/v1"));
    QCOMPARE(api.exchanges[3].request.path, std::string("/apis/apps/v1"));
    api.exchanges[2].answer(coreList);
    for (std::size_t i = 3; i < 6; ++i)
        api.exchanges[i].answer(R"({"kind":"APIResourceList","resources":[]})");
    QVERIFY(found && *found);
    const kube::ResourceType *pods = (*found)->find("po");
    QVERIFY(pods);
    QCOMPARE(pods->singular, std::string("pod"));
    QCOMPARE(pods->subresources, std::vector<std::string>{"log"});
}

void ApiCatalogTest::oneBrokenGroupDoesNotHideTheOthers()
{
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    api.exchanges[0].answer(plainApi);
    api.exchanges[1].answer(plainApis);
    api.exchanges[2].answer(coreList);
    api.exchanges[3].answer(R"({"resources":[]})");
    api.exchanges[4].answer(R"({"resources":[]})");
    api.exchanges[5].fail(base::makeError(ErrorKind::Server, "the server is currently unable to handle the request"));
    QVERIFY(found && *found);
    QVERIFY((*found)->find("pods"));
    QCOMPARE((*found)->failures().size(), std::size_t(1));
    QCOMPARE((*found)->failures()[0].groupVersion, std::string("metrics.k8s.io/v1beta1"));
}

void ApiCatalogTest::aServerThatCannotBeAskedIsAnError()
{
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    api.exchanges[0].fail(ErrorKind::Network, "connection refused");
    api.exchanges[1].fail(ErrorKind::Network, "connection refused");
    QVERIFY(found && !*found);
    QCOMPARE(found->error().kind, ErrorKind::Network);
}

void ApiCatalogTest::aMissingCoreApiIsTolerated()
{
    support::FakeApi api;
    std::optional<base::Result<ApiCatalog>> found;
    const base::Job job = kube::discover(api, [&](auto catalog) { found = std::move(catalog); });
    api.time.run();
    api.exchanges[0].fail(ErrorKind::NotFound);
    api.exchanges[1].answer(R"({"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1"}]}]})");
    QCOMPARE(api.count(), std::size_t(3));
    api.exchanges[2].answer(R"({"resources":[{"name":"deployments","kind":"Deployment","namespaced":true,"verbs":["list"]}]})");
    QVERIFY(found && *found);
    QVERIFY((*found)->find("deployments"));
}

void ApiCatalogTest::whatDidNotChangeNeedNotComeAgain()
{
    support::FakeApi api;
    const auto memory = std::make_shared<kube::DiscoveryMemory>();
    Round whole(api, memory);
    QVERIFY(api.exchanges[0].request.knownTag.empty() && api.exchanges[1].request.knownTag.empty());
    api.exchanges[0].answer(coreGroups, "\"core 1\"");
    api.exchanges[1].answer(moreGroups, "\"more 1\"");
    QVERIFY(whole.found && *whole.found);

    Round same(api, memory);
    QCOMPARE(api.exchanges[2].request.knownTag, std::string("\"core 1\""));
    QCOMPARE(api.exchanges[3].request.knownTag, std::string("\"more 1\""));
    api.exchanges[3].answerUnchanged();
    api.exchanges[2].answerUnchanged();
    QVERIFY(same.found && *same.found);
    QVERIFY(**same.found == **whole.found);
    QCOMPARE((*same.found)->failures().size(), std::size_t(1));

    Round other(api, memory);
    api.exchanges[4].answerUnchanged();
    api.exchanges[5].answer(R"({"kind":"APIGroupDiscoveryList","items":[]})", "\"more 2\"");
    QVERIFY(other.found && *other.found);
    QCOMPARE((*other.found)->types().size(), std::size_t(1));
    QVERIFY((*other.found)->find("pods") && (*other.found)->failures().empty());

    Round failed(api, memory);
    api.exchanges[6].answerUnchanged();
    api.exchanges[7].fail(ErrorKind::Server);
    QVERIFY(failed.found && !*failed.found);

    Round again(api, memory);
    QCOMPARE(api.exchanges[9].request.knownTag, std::string("\"more 2\""));   // what failed took nothing away
}

void ApiCatalogTest::whatHasNoTagIsAskedForWhole_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("aggregated, without a tag") << QByteArray(moreGroups) << QByteArray();
    QTest::newRow("of the legacy sort, which tells little") << QByteArray(R"({"kind":"APIGroupList","groups":[]})") << QByteArray("\"x\"");
}

void ApiCatalogTest::whatHasNoTagIsAskedForWhole()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, tag);
    support::FakeApi api;
    const auto memory = std::make_shared<kube::DiscoveryMemory>();
    memory->parts[1] = {"\"an older server's\"", {}};
    Round first(api, memory);
    api.exchanges[0].answer(coreGroups);
    api.exchanges[1].answer(answer.toStdString(), tag.toStdString());
    QVERIFY(first.found && *first.found);
    Round second(api, memory);
    QVERIFY(api.exchanges[2].request.knownTag.empty() && api.exchanges[3].request.knownTag.empty());
}

QTEST_APPLESS_MAIN(ApiCatalogTest)
#include "ApiCatalogTest.moc"
