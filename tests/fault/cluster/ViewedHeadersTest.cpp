#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/http/Meta.h"
#include "tests/support/FaultServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using support::FaultServer;
using support::Script;

namespace {

constexpr int patience = 30'000;
using Values = std::vector<std::string>;

Values valuesOf(const support::SeenRequest &request, const char *name)
{
    Values values;
    for (const auto &[key, value] : request.headers) {
        if (http::equalNames(key, name))
            values.push_back(value);
    }
    return values;
}

/// Lets through all but one path; another is answered here.
class PodsOnly final : public cluster::Judge
{
    Ruling on(const kube::ApiRequest &request) const override
    {
        if (request.path == "/api/v1/secrets")
            return {base::makeError(base::ErrorKind::Forbidden, "secrets is forbidden"), {}};
        return request.path == "/apis/answered" ? Ruling{{}, R"({"of":"the judge"})"} : Ruling{};
    }
};

} // namespace

/// Two sessions of one cluster side by side: one's own, and one with somebody else's eyes. What the server sees of each.
class ViewedHeadersTest : public QObject
{
    Q_OBJECT

    base::EventLoopExecutor m_executor;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<cluster::Clusters> m_clusters;

    void read(const std::string &user = {})
    {
        std::ofstream(m_folder->path().toStdString() + "/one") << "{apiVersion: v1, kind: Config, current-context: one, clusters: [{name: c, cluster: {server: \"" << m_server->url()
                                                               << "\"}}], users: [{name: u, user: {" << user << "}}], contexts: [{name: one, context: {cluster: c, user: u, namespace: home}}]}\n";
        kube::CatalogSources sources;
        sources.places.home = m_folder->path().toStdString() + "/nowhere";
        sources.added = {m_folder->path().toStdString()};
        m_clusters = std::make_unique<cluster::Clusters>(sources, cluster::Network::Settings(), m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(m_clusters->isRead() && !m_clusters->entries().empty(), patience);
    }
    cluster::EntryId one() const { return cluster::EntryId::of(m_clusters->entries().front()); }
    /// What the server saw of a request that this session sent.
    support::SeenRequest sentBy(cluster::ConnectedCluster &cluster, const std::string &path)
    {
        kube::ApiRequest request;
        request.path = path;
        const base::Job job = cluster.api().fetch(std::move(request), [](base::Result<kube::ApiAnswer>) { });
        const auto seen = [&]() -> std::optional<support::SeenRequest> {
            for (const auto &each : m_server->requests()) {
                if (each.target == path)
                    return each;
            }
            return std::nullopt;
        };
        (void)QTest::qWaitFor([&] { return seen().has_value(); }, patience);
        return seen().value_or(support::SeenRequest());
    }
    base::Result<std::string> answerTo(cluster::ConnectedCluster &cluster, const std::string &path)
    {
        std::optional<base::Result<std::string>> answer;
        kube::ApiRequest request;
        request.path = path;
        const base::Job job = cluster.api().fetch(std::move(request), [&](base::Result<kube::ApiAnswer> got) {
            m_executor.post([&answer, got = std::move(got)] { answer = got ? base::Result<std::string>(got->body) : base::Result<std::string>(got.error()); });
        });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, patience);
        return answer.value_or(base::makeError(base::ErrorKind::Timeout, "no answer"));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FaultServer>();
    }
    void cleanup()
    {
        m_clusters.reset();
        m_server.reset();
    }

    void eachSessionIsTakenForItsOwn()
    {
        read();
        cluster::ConnectedCluster *viewed = m_clusters->viewAs(one(), {"jane", {}, {"devs", "qa"}, {}});
        cluster::ConnectedCluster *own = m_clusters->connected(one());
        QVERIFY(viewed && own && viewed != own && &viewed->api() != &own->api());
        const auto asJane = sentBy(*viewed, "/as-jane"), asMyself = sentBy(*own, "/as-myself");
        QCOMPARE(valuesOf(asJane, "Impersonate-User"), Values{"jane"});
        QCOMPARE(valuesOf(asJane, "Impersonate-Group"), (Values{"devs", "qa"}));
        QCOMPARE(valuesOf(asMyself, "Impersonate-User"), Values());
        QCOMPARE(valuesOf(asMyself, "Impersonate-Group"), Values());
    }

    void namesArriveAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces") << "jane of accounting";
        QTest::newRow("Korean") << "김민지";
        QTest::newRow("quotes") << "o'neil \"the\" boss, <b>";
        QTest::newRow("percent") << "100%41";
        QTest::newRow("colon") << "system:serviceaccount:team-a:web";
        QTest::newRow("semicolon at the end") << "jane;";
    }

    void namesArriveAsTheyAre()
    {
        QFETCH(QString, name);
        read();
        cluster::ConnectedCluster *viewed = m_clusters->viewAs(one(), {name.toStdString(), {}, {name.toStdString()}, {}});
        const auto seen = sentBy(*viewed, "/seen");
        QCOMPARE(valuesOf(seen, "Impersonate-User"), Values{name.toStdString()});
        QCOMPARE(valuesOf(seen, "Impersonate-Group"), Values{name.toStdString()});
    }

    void sixtyFourGroupsArrive()
    {
        read();
        Values groups;
        for (int i = 0; i < 64; ++i)
            groups.push_back("oidc:a-group-with-a-rather-long-name-" + std::to_string(i));
        const auto seen = sentBy(*m_clusters->viewAs(one(), {"jane", {}, groups, {}}), "/seen");
        QCOMPARE(valuesOf(seen, "Impersonate-Group"), groups);
    }

    void whomTheKubeconfigActsAsIsReplacedAsAWhole()
    {
        read("as: boss, as-groups: [bosses], as-uid: '7', as-user-extra: {scopes: [everything]}");
        cluster::ConnectedCluster *viewed = m_clusters->viewAs(one(), {"jane", {}, {}, {}});
        const auto asJane = sentBy(*viewed, "/as-jane"), asBoss = sentBy(*m_clusters->connected(one()), "/as-boss");
        QCOMPARE(valuesOf(asJane, "Impersonate-User"), Values{"jane"});
        for (const char *header : {"Impersonate-Group", "Impersonate-Uid", "Impersonate-Extra-scopes"})
            QCOMPARE(valuesOf(asJane, header), Values());
        QCOMPARE(valuesOf(asBoss, "Impersonate-User"), Values{"boss"});
        QCOMPARE(valuesOf(asBoss, "Impersonate-Group"), Values{"bosses"});
    }

    void whereItIsComputedRequestsAreOnesOwnAndPassAJudge()
    {
        read();
        cluster::ConnectedCluster *viewed = m_clusters->viewAs(one(), {"jane", {}, {}, {}});
        viewed->setJudge(std::make_shared<const PodsOnly>());
        QVERIFY(viewed->isComputed());
        QCOMPARE(valuesOf(sentBy(*viewed, "/computed"), "Impersonate-User"), Values());
        m_server->answer("/api/v1/secrets", Script::answer(200, "secret"));
        const auto refused = answerTo(*viewed, "/api/v1/secrets");
        QVERIFY(!refused && refused.error().kind == base::ErrorKind::Forbidden);
        const auto answered = answerTo(*viewed, "/apis/answered");
        QVERIFY(answered);
        QCOMPARE(*answered, std::string(R"({"of":"the judge"})"));
        for (const auto &each : m_server->requests())
            QVERIFY2(each.target != "/api/v1/secrets" && each.target != "/apis/answered", each.target.c_str());
        viewed->setJudge(nullptr);
        QCOMPARE(valuesOf(sentBy(*viewed, "/again"), "Impersonate-User"), Values{"jane"});
    }
};

QTEST_GUILESS_MAIN(ViewedHeadersTest)
#include "ViewedHeadersTest.moc"
