#include "models/rights/LiveRights.h"

#include "models/cluster/ClusterSession.h"
#include "models/kube/BuiltinCatalog.h"
#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using rbac::AccessFacts;
using rbac::Fact;
using rbac::FactSet;
using rights::LiveRights;

namespace {

constexpr const char *accounts = "/api/v1/serviceaccounts", *pods = "/api/v1/pods", *namespaces = "/api/v1/namespaces", *quotas = "/api/v1/resourcequotas";
constexpr const char *roles = "/apis/rbac.authorization.k8s.io/v1/roles", *clusterRoles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
constexpr const char *bindings = "/apis/rbac.authorization.k8s.io/v1/rolebindings", *clusterBindings = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings";

FactSet setOf(std::initializer_list<Fact> facts)
{
    FactSet set;
    for (const Fact fact : facts)
        set.set(std::size_t(fact));
    return set;
}

const FactSet accountFacts = setOf({Fact::AccountPods, Fact::AccountBindings, Fact::AccountRisk});

std::string object(const std::string &name, const std::string &rest = {}, const std::string &namespaceName = "a")
{
    return R"({"metadata":{"name":")" + name + "\"," + (namespaceName.empty() ? "" : R"("namespace":")" + namespaceName + "\",") + R"("uid":")" + name + R"(","resourceVersion":"%"})" + rest + "}";
}

const std::string clusterAdmin = object("cluster-admin", R"(,"rules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])", {});

std::string bindingTo(const std::string &role, const std::string &account)
{
    return object("b-" + account, R"(,"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":")" + role + R"("},"subjects":[{"kind":"ServiceAccount","namespace":"a","name":")" + account + "\"}]", {});
}

std::string podOf(const std::string &name, const std::string &account, const std::string &phase = "Running")
{
    return object(name, R"(,"spec":{"serviceAccountName":")" + account + R"("},"status":{"phase":")" + phase + "\"}");
}

std::string eventOf(const char *type, std::string body, int version)
{
    body.replace(body.find('%'), 1, std::to_string(version));
    return std::string(R"({"type":")") + type + R"(","object":)" + body + "}\n";
}

} // namespace

/// The facts of a cluster while its objects come, change and may not be read; both clocks are moved by the test.
class LiveRightsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<cluster::ClusterSession> session;
    base::ManualExecutor gui;
    std::map<std::string, std::weak_ptr<cluster::LiveRows>> lists;      ///< by path
    std::unique_ptr<LiveRights> live;
    std::unique_ptr<QSignalSpy> changes;
    int version = 10;

    support::FakeApi::Exchange *lastOf(const std::string &path)
    {
        const auto found = std::find_if(api->exchanges.rbegin(), api->exchanges.rend(), [&](const auto &exchange) { return exchange.request.path == path; });
        return found == api->exchanges.rend() ? nullptr : &*found;
    }
    void step()
    {
        api->time.run();
        for (const auto &[path, list] : lists)
            if (const auto rows = list.lock())
                rows->pump();
        gui.advance(0ms);
    }
    std::string event(const char *type, const std::string &body) { return eventOf(type, body, ++version); }
    void list(const char *path, std::initializer_list<std::string> objects = {})
    {
        support::FakeApi::Exchange *exchange = lastOf(path);
        exchange->open();
        for (const std::string &each : objects)
            exchange->send(event("ADDED", each));
        exchange->send(R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":")" + std::to_string(++version) + R"(","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n");
        step();
    }
    void change(const char *path, const char *type, const std::string &body)
    {
        lastOf(path)->send(event(type, body));
        step();
    }
    /// As a streaming list, and as a plain one after it.
    void refuse(const char *path)
    {
        for (int attempt = 0; attempt < 2; ++attempt) {
            lastOf(path)->fail(base::ErrorKind::Forbidden, std::string("not for you: ") + path);
            step();
        }
    }
    void listEverything()
    {
        list(accounts, {object("ci"), object("web")});
        list(pods, {podOf("p1", "ci"), podOf("p2", "ci", "Succeeded")});
        list(clusterRoles, {clusterAdmin});
        for (const char *path : {roles, bindings, clusterBindings, namespaces, quotas})
            list(path);
    }
    bool isAskedFor(const char *path) { return lastOf(path) && !lastOf(path)->isLetGo(); }
    const rbac::AccountFacts *account(const char *key) { return live->facts() ? AccessFacts::find(live->facts()->accounts, key) : nullptr; }
    bool hasRisk(const char *key, rbac::Severity severity) { return account(key) && account(key)->risk && account(key)->risk->risk.severity == severity; }

private Q_SLOTS:
    void init()
    {
        version = 10;
        api = std::make_unique<support::FakeApi>();
        session = std::make_unique<cluster::ClusterSession>(*api, api->time, std::vector<std::string>{}, cluster::ClusterSession::Observers{});
        rights::Source source{[this](const kube::ResourceType &type) {
                                  auto rows = std::make_shared<cluster::LiveRows>(type, "", "", session->open(type));
                                  lists[kube::collectionPath(type)] = rows;
                                  return rows;
                              },
                              [] { return kube::builtinCatalog(); }, [] { return std::string("v1.36.3"); }};
        live = std::make_unique<LiveRights>(std::move(source), gui);
        changes = std::make_unique<QSignalSpy>(live.get(), &LiveRights::changed);
        api->time.run();
    }
    void cleanup()
    {
        changes.reset();
        live.reset();
        lists.clear();
        session.reset();
        api->time.run();
        api.reset();
        gui.run();
    }

    void nothingIsAskedWhileNobodyLooks()
    {
        step();
        QVERIFY(!isAskedFor(accounts) && !isAskedFor(bindings) && !isAskedFor(pods));
        live->setWanted(this, setOf({Fact::RoleUse}));
        step();
        QVERIFY(isAskedFor(roles) && isAskedFor(bindings) && isAskedFor(clusterBindings) && isAskedFor(clusterRoles));
        QVERIFY(!isAskedFor(accounts) && !isAskedFor(pods) && !isAskedFor(namespaces));
    }

    void whoLooksAwayLetsTheListsGo()
    {
        live->setWanted(this, accountFacts);
        live->setWanted(live.get(), setOf({Fact::RoleUse}));
        step();
        listEverything();
        QTRY_VERIFY((step(), live->facts()));
        live->setWanted(this, {});
        QVERIFY(lists[pods].expired() && lists[accounts].expired());
        QVERIFY(!lists[bindings].expired());
        live->setWanted(live.get(), {});
        QVERIFY(lists[bindings].expired());
        QVERIFY(!live->facts());
        gui.advance(1h);
        QVERIFY(!live->facts());
    }

    void whoAsksGetsEverythingThatAccessIsJudgedBy()
    {
        live->setAsking(this, true);
        step();
        listEverything();
        QTRY_VERIFY((step(), live->basis()));
        QVERIFY(!live->facts());
        const auto ci = rbac::Identity::ofServiceAccount({"a", "ci"});
        QCOMPARE(live->basis()->inputs.pods.size(), std::size_t(2));
        QVERIFY(!live->basis()->evaluator.allows(ci, {"list", "", "pods", "", "", "a", ""}));
        const auto before = live->basis();
        change(clusterBindings, "ADDED", bindingTo("cluster-admin", "ci"));
        gui.advance(LiveRights::LeastPause);
        QTRY_VERIFY((step(), live->basis() != before));
        QVERIFY(live->basis()->evaluator.allows(ci, {"list", "", "pods", "", "", "a", ""}));
        QVERIFY(!before->evaluator.allows(ci, {"list", "", "pods", "", "", "a", ""}));
        live->setAsking(this, false);
        QVERIFY(!live->basis() && lists[pods].expired());
    }

    /// What is compared by what it shares would seem to be other than before.
    void anObjectThatSaysTheSameIsTheSame()
    {
        live->setAsking(this, true);
        step();
        listEverything();
        QTRY_VERIFY((step(), live->basis()));
        const auto before = live->basis();
        change(clusterRoles, "MODIFIED", clusterAdmin);
        change(pods, "ADDED", podOf("p3", "ci"));
        gui.advance(LiveRights::Pause);
        QTRY_VERIFY((step(), live->basis() != before && live->basis()->inputs.pods.size() == 3));
        QTRY_COMPARE((step(), live->versionOf({"ClusterRole", {}, "cluster-admin"})), std::to_string(version - 1));
        QVERIFY(live->basis()->inputs.roles == before->inputs.roles);
        live->setAsking(this, false);
    }

    void factsComeWhenEverythingIsKnown()
    {
        live->setWanted(this, accountFacts);
        QCOMPARE(changes->count(), 0);
        step();
        list(accounts, {object("ci")});
        step();
        QVERIFY(!gui.untilNextTimer());
        listEverything();
        QTRY_COMPARE((step(), changes->count()), 1);
        QCOMPARE(account("a/ci")->pods, 1u);
        QCOMPARE(account("a/web")->pods, 0u);
        QVERIFY(!account("a/ci")->risk);
        QVERIFY(live->facts()->unreadable.empty());
    }

    void aBindingChangesTheRiskWithinASecond()
    {
        live->setWanted(this, accountFacts);
        step();
        listEverything();
        QTRY_COMPARE((step(), changes->count()), 1);
        const auto before = live->facts();
        change(clusterBindings, "ADDED", bindingTo("cluster-admin", "ci"));
        QTRY_VERIFY((step(), gui.untilNextTimer().has_value()));
        change(clusterBindings, "ADDED", bindingTo("cluster-admin", "web"));
        QCOMPARE(gui.untilNextTimer().value(), LiveRights::Pause);
        gui.advance(LiveRights::Pause - 1ms);
        QCOMPARE(live->facts(), before);
        gui.advance(1ms);
        QTRY_VERIFY((step(), hasRisk("a/ci", rbac::Severity::Critical)));
        gui.advance(LiveRights::Pause);
        QTRY_VERIFY((step(), hasRisk("a/web", rbac::Severity::Critical)));
        QVERIFY(changes->count() <= 3);
        change(clusterBindings, "DELETED", bindingTo("cluster-admin", "ci"));
        gui.advance(LiveRights::Pause);
        QTRY_VERIFY((step(), gui.advance(LiveRights::Pause), account("a/ci") && !account("a/ci")->risk));
    }

    void whatSaysTheSameIsNoNews()
    {
        const kube::ResourceType &type = *rights::typeOf("pods", kube::builtinCatalog());
        const auto rows = std::make_shared<cluster::LiveRows>(type, "", "", session->open(type));
        lists[pods] = rows;
        int news = 0;
        rights::ReadList list("pods", rows, gui, [&] { ++news; });
        step();
        this->list(pods, {podOf("p1", "ci")});
        QTRY_VERIFY((step(), list.isKnown()));
        QCOMPARE(news, 1);
        change(pods, "MODIFIED", podOf("p1", "ci"));
        change(pods, "ADDED", podOf("p2", "ci"));
        QTRY_COMPARE((step(), list.known().objects.size()), 2u);
        QCOMPARE(news, 2);
        change(pods, "DELETED", podOf("p1", "ci"));
        QCOMPARE(news, 3);
        QCOMPARE(list.known().objects.size(), 1u);
    }

    void whatMayNotBeListedIsToldAndNothingIsGuessed()
    {
        live->setWanted(this, accountFacts);
        step();
        list(accounts, {object("ci")});
        for (const char *path : {pods, clusterRoles, roles, bindings, namespaces, quotas})
            list(path);
        refuse(clusterBindings);
        QTRY_COMPARE((step(), changes->count()), 1);
        QCOMPARE(live->facts()->missing(Fact::AccountBindings, "a"), std::vector<std::string_view>{"clusterrolebindings"});
        QVERIFY(live->facts()->missing(Fact::AccountPods, "a").empty());
        QVERIFY(live->facts()->unreadable.front().reason.find("not for you") != std::string::npos);
    }

    void whatTheServerDoesNotHaveIsNotKnown()
    {
        kube::ApiCatalog catalog;
        rights::Source source{[this](const kube::ResourceType &type) { return std::make_shared<cluster::LiveRows>(type, "", "", session->open(type)); }, [&catalog] { return catalog; }, [] { return std::string(); }};
        LiveRights bare(std::move(source), gui);
        bare.setWanted(this, setOf({Fact::RoleUse}));
        step();
        step();
        QVERIFY(!bare.facts());         // what it has is not known yet
        catalog.add(*kube::builtinCatalog().find("namespaces"));
        bare.catalogChanged();
        QTRY_VERIFY((step(), bare.facts()));
        QCOMPARE(bare.facts()->missing(Fact::RoleUse, "a").size(), 2u);
    }
};

QTEST_GUILESS_MAIN(LiveRightsTest)
#include "LiveRightsTest.moc"
