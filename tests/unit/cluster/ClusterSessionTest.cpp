#include "models/cluster/ClusterSession.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <algorithm>

using cluster::ClusterSession;
using cluster::LiveStore;
using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};
const std::string discovery = R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":[]})";

std::string pod(const std::string &type, const std::string &name, const std::string &version)
{
    return R"({"type":")" + type + R"(","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name
        + R"(","namespace":"default","uid":")" + name + R"(","resourceVersion":")" + version + "\"}}}\n";
}

const std::string endOfList = R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";

std::string definitions(const std::string &type, const std::string &metadata)
{
    return R"({"type":")" + type + R"(","object":{"kind":"Table","columnDefinitions":[{"name":"Name","type":"string"}],"rows":[{"cells":["x"],"object":{"metadata":)"
        + metadata + "}}]}}\n";
}

} // namespace

/// One session on a clock that the test moves: what is reflected, for how long, and when the server is asked what it serves.
class ClusterSessionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<ClusterSession> session;

    std::size_t countOf(const std::string &path) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(api->exchanges, [&](const auto &exchange) { return exchange.request.path == path; }));
    }
    support::FakeApi::Exchange *lastOf(const std::string &path)
    {
        support::FakeApi::Exchange *found = nullptr;
        for (auto &exchange : api->exchanges) {
            if (exchange.request.path == path)
                found = &exchange;
        }
        return found;
    }
    void makeLive()
    {
        lastOf("/api/v1/pods")->open();
        lastOf("/api/v1/pods")->send(pod("ADDED", "a", "5") + endOfList);
        api->time.run();
    }

private Q_SLOTS:
    void anApiThatIsMissingIsAskedOnce();
    void init()
    {
        api = std::make_unique<support::FakeApi>();
        session = std::make_unique<ClusterSession>(*api, api->time, std::vector<std::string>{}, ClusterSession::Observers{});
        api->time.run();
    }
    void cleanup()
    {
        session.reset();
        api->time.run();
        api.reset();
    }

    void ofSecretsAndConfigMapsOnlyTheTableIsAskedFor_data()
    {
        QTest::addColumn<kube::ResourceType>("type");
        QTest::addColumn<QString>("format");
        QTest::newRow("secrets") << kube::ResourceType{"", "v1", "secrets", "secret", "Secret", true, {"list", "watch"}, {}, {}, {}} << "application/json;as=Table;v=v1;g=meta.k8s.io,";
        QTest::newRow("config maps") << kube::ResourceType{"", "v1", "configmaps", "configmap", "ConfigMap", true, {"list", "watch"}, {}, {}, {}}
                                     << "application/json;as=Table;v=v1;g=meta.k8s.io,";
        QTest::newRow("pods, for comparison") << pods << "application/vnd.kubernetes.protobuf";
    }

    /// Whatever way the rows come: nothing of what is in them, since a Table holds the metadata alone unless more is asked for.
    void ofSecretsAndConfigMapsOnlyTheTableIsAskedFor()
    {
        QFETCH(kube::ResourceType, type);
        QFETCH(QString, format);
        const std::string path = kube::collectionPath(type);
        const auto store = session->open(type);
        api->time.run();
        base::Error unknown = base::makeError(base::ErrorKind::Invalid, "sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled");
        unknown.code = 422;
        unknown.reason = "Invalid";
        lastOf(path)->fail(unknown);
        api->time.run();
        lastOf(path)->answer(R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"7"},"columnDefinitions":[{"name":"Name","type":"string"}],"rows":[]})");
        api->time.run();
        QVERIFY(countOf(path) >= 2); // a streaming list, then a list
        for (const auto &exchange : api->exchanges) {
            if (exchange.request.path != path)
                continue;
            QVERIFY2(QString::fromStdString(exchange.request.accept).startsWith(format), exchange.request.accept.c_str());
            QVERIFY(exchange.query("includeObject").empty() || exchange.query("includeObject") == "Metadata");
        }
    }

    void ofCustomResourcesTheWholeObjectComesWithItsRow()
    {
        const kube::ResourceType widgets{"example.org", "v1", "widgets", "widget", "Widget", true, {"list", "watch"}, {}, {}, {}};
        const auto store = session->open(widgets);
        api->time.run();
        const std::string path = kube::collectionPath(widgets);
        QVERIFY(countOf(path) > 0);
        for (const auto &exchange : api->exchanges)
            if (exchange.request.path == path)
                QCOMPARE(exchange.query("includeObject"), std::string("Object"));
        QVERIFY(store->store().packer());
    }

    void otherLabelsAreAnotherCollection()
    {
        const auto all = session->open(pods), web = session->open(pods, {}, "app=web"), again = session->open(pods, {}, "app=web");
        api->time.run();
        QVERIFY(all.get() != web.get());
        QCOMPARE(web.get(), again.get());
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(2));
        std::vector<std::string> selectors;
        for (const auto &exchange : api->exchanges) {
            if (exchange.request.path == "/api/v1/pods")
                selectors.push_back(exchange.query("labelSelector"));
        }
        QCOMPARE(selectors, (std::vector<std::string>{"", "app=web"}));
    }

    void howeverManyLookACollectionIsReflectedOnce()
    {
        const auto one = session->open(pods), two = session->open(pods);
        api->time.run();
        QCOMPARE(one.get(), two.get());
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(1));
    }

    void whoComesBackWithinAMinuteFindsItLive()
    {
        auto store = session->open(pods);
        api->time.run();
        makeLive();
        store.reset();
        api->time.advance(59s);
        QVERIFY(!lastOf("/api/v1/pods")->isLetGo());
        lastOf("/api/v1/pods")->send(pod("ADDED", "b", "11"));
        store = session->open(pods);
        api->time.run();
        store->pump();
        QCOMPARE(store->store().size(), std::size_t(2));
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(1));
        // The minute begins anew when it is left again.
        api->time.advance(2min);
        QVERIFY(!lastOf("/api/v1/pods")->isLetGo());
    }

    void afterAMinuteItIsLetGo()
    {
        auto store = session->open(pods);
        api->time.run();
        makeLive();
        store.reset();
        api->time.advance(61s);
        QVERIFY(lastOf("/api/v1/pods")->isLetGo());
        QCOMPARE(session->openCollections(), std::size_t(0));
        store = session->open(pods);
        api->time.run();
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(2));
    }

    void aHandleMayOutliveTheSession()
    {
        const auto store = session->open(pods);
        api->time.run();
        makeLive();
        session.reset();
        api->time.run();
        store->pump();
        QCOMPARE(store->store().size(), std::size_t(1));
    }

    void aNewDefinitionIsAskedForOnceHoweverManyCome()
    {
        lastOf("/api")->answer(discovery);
        lastOf("/apis")->answer(discovery);
        api->time.run();
        QCOMPARE(countOf("/apis"), std::size_t(1));
        auto *watch = lastOf("/apis/apiextensions.k8s.io/v1/customresourcedefinitions");
        QVERIFY(watch);
        watch->open();
        for (int i = 0; i < 50; ++i) {
            watch->send(definitions("ADDED", R"({"name":"d)" + std::to_string(i) + R"(","uid":"u)" + std::to_string(i) + R"(","resourceVersion":"7"})"));
            api->time.run();
        }
        api->time.advance(299ms);
        QCOMPARE(countOf("/apis"), std::size_t(1));
        api->time.advance(1ms);
        QCOMPARE(countOf("/apis"), std::size_t(2));
    }

    void afterASleepEveryWatchGoesOnOverNewConnections()
    {
        const auto store = session->open(pods);
        api->time.run();
        makeLive();
        const auto *before = lastOf("/api/v1/pods");
        api->time.sleep(10min);
        api->time.advance(cluster::WakeWatch::Beat);
        QCOMPARE(api->freshStarts, 1);
        QVERIFY(before->isLetGo());
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(2));
        QCOMPARE(lastOf("/api/v1/pods")->query("resourceVersion"), std::string("10"));
        QVERIFY(lastOf("/api/v1/pods")->query("sendInitialEvents").empty());
        store->pump();
        QCOMPARE(store->store().size(), std::size_t(1));
    }

    void aListThatASleepInterruptedBeginsAnew()
    {
        const auto store = session->open(pods);
        api->time.run();
        lastOf("/api/v1/pods")->open();
        lastOf("/api/v1/pods")->send(pod("ADDED", "a", "5"));
        api->time.sleep(10min);
        api->time.advance(cluster::WakeWatch::Beat);
        QCOMPARE(countOf("/api/v1/pods"), std::size_t(2));
        QCOMPARE(lastOf("/api/v1/pods")->query("sendInitialEvents"), std::string("true"));
        makeLive();
        store->pump();
        QCOMPARE(store->store().size(), std::size_t(1));
        QVERIFY(store->store().isComplete());
    }

    void aFailedDiscoveryKeepsTheCatalogAndIsTriedAgainSoon()
    {
        lastOf("/api")->fail(base::ErrorKind::Network, "no route");
        lastOf("/apis")->fail(base::ErrorKind::Network, "no route");
        api->time.run();
        QVERIFY(session->catalogError().has_value());
        QCOMPARE(session->catalogError()->message, std::string("no route"));
        api->time.advance(30s);
        QCOMPARE(countOf("/apis"), std::size_t(2));
        lastOf("/api")->answer(discovery);
        lastOf("/apis")->answer(discovery);
        api->time.run();
        QVERIFY(!session->catalogError().has_value());
        api->time.advance(4min);
        QCOMPARE(countOf("/apis"), std::size_t(2));
    }
};

void ClusterSessionTest::anApiThatIsMissingIsAskedOnce()
{
    const std::string path = "/apis/apiregistration.k8s.io/v1/apiservices";
    lastOf(path)->fail(base::ErrorKind::NotFound, "the server could not find the requested resource");
    api->time.run();
    for (int attempt = 0; attempt < 3 && countOf(path) > static_cast<std::size_t>(attempt) + 1; ++attempt) {
        lastOf(path)->fail(base::ErrorKind::NotFound, "the server could not find the requested resource");
        api->time.run();
    }
    const std::size_t asked = countOf(path);
    QVERIFY2(asked <= 2, qPrintable(QString::number(asked)));
    api->time.advance(1h);
    session->retryNow();
    api->time.run();
    QCOMPARE(countOf(path), asked);
}

QTEST_GUILESS_MAIN(ClusterSessionTest)
#include "ClusterSessionTest.moc"
