#include "models/rbac/AccessFacts.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

constexpr const char *everything = "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}";
constexpr const char *readPods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";
constexpr const char *readSecrets = "{verbs: [get], apiGroups: [''], resources: [secrets]}";

std::string anAccount(const char *namespaceName, const char *name, const char *more = "")
{
    return std::string("---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {namespace: ") + namespaceName + ", name: " + name + "}\n" + more;
}

std::string aPod(const char *name, const char *account, const char *spec = "", const char *phase = "Running")
{
    return std::string("---\napiVersion: v1\nkind: Pod\nmetadata: {namespace: a, name: ") + name + "}\nspec: {serviceAccountName: " + account + spec + "}\nstatus: {phase: " + phase + "}\n";
}

std::string byKubernetes(std::string object)
{
    const std::string_view metadata = "metadata: {";
    return object.insert(object.find(metadata) + metadata.size(), "labels: {kubernetes.io/bootstrapping: rbac-defaults}, ");
}

constexpr const char *tokenVolume = ", volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: token}}]}}]";

AccessFacts factsOf(const std::string &yaml, std::vector<Unreadable> unreadable = {})
{
    Inputs inputs = samples::inputs(yaml);
    inputs.catalog = kube::builtinCatalog();
    inputs.unreadable = std::move(unreadable);
    return accessFacts(inputs, FactSet().set());
}

QString severity(const std::optional<GravestRisk> &risk)
{
    return risk ? QString::fromStdString(std::string(severityName(risk->risk.severity)) + ' ' + std::string(risk->risk.id)) : QStringLiteral("none");
}

QString namesOf(const AccountFacts &facts)
{
    QStringList out;
    for (const NamingBinding &each : facts.bindings)
        out << QString::fromStdString(each.binding.text() + (each.group.empty() ? "" : " by " + each.group));
    return out.join(QStringLiteral(", "));
}

} // namespace

/// What tables tell about the access of objects.
class AccessFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bindingsAreThoseThatNameTheAccountAndThoseOfItsGroups_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("bindings");
        QTest::addColumn<int>("defaults");
        const auto row = [](const char *name, const std::string &objects, const char *bindings, int defaults = 0) {
            QTest::newRow(name) << QString::fromStdString(objects) << QString::fromLatin1(bindings) << defaults;
        };
        const std::string ci = samples::account("a", "ci");
        row("none", role("ClusterRole", "/r", readPods), "");
        row("by its name", binding("a/b", "ClusterRole/r", ci), "RoleBinding/a/b");
        row("in its own namespace without saying so", binding("a/b", "ClusterRole/r", "{kind: ServiceAccount, name: ci}"), "RoleBinding/a/b");
        row("in a namespace that is not its own", binding("z/b", "ClusterRole/r", ci), "RoleBinding/z/b");
        row("by its user name", binding("/b", "ClusterRole/r", user("system:serviceaccount:a:ci")), "ClusterRoleBinding/b");
        row("twice in one binding", binding("/b", "ClusterRole/r", ci + ", " + user("system:serviceaccount:a:ci")), "ClusterRoleBinding/b");
        row("another account of that name", binding("/b", "ClusterRole/r", samples::account("b", "ci")), "");
        row("the accounts of its namespace", binding("/b", "ClusterRole/r", group("system:serviceaccounts:a")), "ClusterRoleBinding/b by system:serviceaccounts:a");
        row("the accounts of another namespace", binding("/b", "ClusterRole/r", group("system:serviceaccounts:b")), "");
        row("all accounts", binding("/b", "ClusterRole/r", group("system:serviceaccounts")), "ClusterRoleBinding/b by system:serviceaccounts");
        row("everybody", binding("/b", "ClusterRole/r", group("system:authenticated")), "ClusterRoleBinding/b by system:authenticated");
        row("its name goes before its group", binding("/b", "ClusterRole/r", group("system:authenticated") + ", " + ci), "ClusterRoleBinding/b");
        row("what names it comes first", binding("/a", "ClusterRole/r", group("system:authenticated")) + binding("/b", "ClusterRole/r", ci), "ClusterRoleBinding/b, ClusterRoleBinding/a by system:authenticated");
        row("everybody, by Kubernetes itself", byKubernetes(binding("/b", "ClusterRole/r", group("system:authenticated"))), "", 1);
        row("its name, by Kubernetes itself", byKubernetes(binding("/b", "ClusterRole/r", ci)), "ClusterRoleBinding/b");
        row("of a role that is not there", binding("a/b", "Role/gone", ci), "RoleBinding/a/b");
    }

    void bindingsAreThoseThatNameTheAccountAndThoseOfItsGroups()
    {
        QFETCH(QString, objects);
        QFETCH(QString, bindings);
        QFETCH(int, defaults);
        const AccessFacts facts = factsOf(anAccount("a", "ci") + objects.toStdString());
        const AccountFacts *account = AccessFacts::find(facts.accounts, "a/ci");
        QVERIFY(account);
        QCOMPARE(namesOf(*account), bindings);
        QCOMPARE(int(account->defaultBindings), defaults);
    }

    void podsAreCountedWhileTheyAreAlive()
    {
        const AccessFacts facts = factsOf(anAccount("a", "ci") + anAccount("a", "default") + anAccount("b", "ci") + aPod("one", "ci") + aPod("two", "ci", "", "Pending") + aPod("done", "ci", "", "Succeeded")
                                          + aPod("failed", "ci", "", "Failed") + aPod("other", "''"));
        QCOMPARE(AccessFacts::find(facts.accounts, "a/ci")->pods, 2u);
        QCOMPARE(AccessFacts::find(facts.accounts, "a/default")->pods, 1u);
        QCOMPARE(AccessFacts::find(facts.accounts, "b/ci")->pods, 0u);
        QVERIFY(!AccessFacts::find(facts.accounts, "a/gone"));
    }

    void theGravestRiskIsTold_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("risk");
        const auto row = [](const char *name, const std::string &objects, const char *risk) { QTest::newRow(name) << QString::fromStdString(objects) << QString::fromLatin1(risk); };
        const std::string ci = samples::account("a", "ci"), all = role("ClusterRole", "/all", everything), secrets = role("ClusterRole", "/s", readSecrets), pods = role("ClusterRole", "/p", readPods);
        row("nothing", all, "none");
        row("nothing that is a risk", pods + binding("a/b", "ClusterRole/p", ci), "none");
        row("wider than its rights ask for", pods + binding("/b", "ClusterRole/p", ci), "med R65");
        row("cluster-admin", all + binding("/b", "ClusterRole/all", ci), "crit R01");
        row("the same in one namespace", all + binding("a/b", "ClusterRole/all", ci), "high R02");
        row("of two the graver one", secrets + all + binding("/b", "ClusterRole/s", ci) + binding("/c", "ClusterRole/all", ci), "crit R01");
        row("a lesser one", secrets + binding("/b", "ClusterRole/s", ci), "high R08");
        row("lowered in an ordinary namespace", secrets + binding("a/b", "ClusterRole/s", ci), "med R08");
        row("by the group of its namespace", secrets + binding("a/b", "ClusterRole/s", group("system:serviceaccounts:a")), "high R57");
        row("by everybody", all + binding("/b", "ClusterRole/all", group("system:authenticated")), "crit R01");
        row("by its user name", all + binding("/b", "ClusterRole/all", user("system:serviceaccount:a:ci")), "crit R01");
        row("a role that is not there", binding("a/b", "Role/gone", ci), "med R63");
    }

    void theGravestRiskIsTold()
    {
        QFETCH(QString, objects);
        QFETCH(QString, risk);
        const AccessFacts facts = factsOf(anAccount("a", "ci") + objects.toStdString());
        QCOMPARE(severity(AccessFacts::find(facts.accounts, "a/ci")->risk), risk);
    }

    void aRoleTellsWhomItIsBoundTo()
    {
        const AccessFacts facts = factsOf(role("Role", "a/r", readPods) + role("Role", "b/r", readPods) + role("ClusterRole", "/r", readPods) + binding("a/x", "Role/r", user("ann") + ", " + user("bob"))
                                          + binding("a/y", "Role/r", user("ann")) + binding("a/z", "ClusterRole/r", user("carl")) + binding("/all", "ClusterRole/r", ""));
        const RoleFacts *inNamespace = AccessFacts::find(facts.roles, "a/r"), *inCluster = AccessFacts::find(facts.clusterRoles, "r");
        QCOMPARE(inNamespace->bindings.size(), 2u);
        QCOMPARE(inNamespace->subjects, (std::vector<ObjectRef>{{"User", {}, "ann"}, {"User", {}, "bob"}}));
        QVERIFY(inNamespace->use == RoleUse::Bound);
        QCOMPARE(inCluster->bindings.size(), 2u);
        QCOMPARE(inCluster->subjects.size(), 1u);
        QVERIFY(AccessFacts::find(facts.roles, "b/r")->use == RoleUse::Unused);
    }

    void aRoleThatAnotherTakesInIsNotUnused()
    {
        std::string sum = role("ClusterRole", "/sum", "");
        sum += "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: sum}}]}\n";
        std::string part = role("ClusterRole", "/part", readPods);
        part.insert(part.find("metadata: {") + 11, "labels: {to: sum}, ");
        const AccessFacts facts = factsOf(sum + part + role("ClusterRole", "/alone", readPods) + byKubernetes(role("ClusterRole", "/brought", readPods)));
        const RoleFacts *aggregated = AccessFacts::find(facts.clusterRoles, "part");
        QVERIFY(aggregated->use == RoleUse::Aggregated);
        QCOMPARE(aggregated->aggregatedInto, (std::vector<ObjectRef>{{"ClusterRole", {}, "sum"}}));
        QVERIFY(AccessFacts::find(facts.clusterRoles, "sum")->use == RoleUse::Unused);
        QVERIFY(AccessFacts::find(facts.clusterRoles, "alone")->use == RoleUse::Unused);
        QVERIFY(AccessFacts::find(facts.clusterRoles, "brought")->use == RoleUse::Default);
    }

    void whatDecidesAboutATokenIsTold_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("spec");
        QTest::addColumn<bool>("mounted");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const char *account, const char *spec, bool mounted, TokenReason reason) {
            QTest::newRow(name) << QString::fromLatin1(account) << QString::fromLatin1(spec) << mounted << int(reason);
        };
        row("nobody says anything", "", "", true, TokenReason::Default);
        row("the account says no", "automountServiceAccountToken: false\n", "", false, TokenReason::Account);
        row("the account says yes", "automountServiceAccountToken: true\n", "", true, TokenReason::Account);
        row("the pod says no", "", ", automountServiceAccountToken: false", false, TokenReason::Pod);
        row("the pod goes before the account", "automountServiceAccountToken: false\n", ", automountServiceAccountToken: true", true, TokenReason::Pod);
        row("a volume goes before both", "automountServiceAccountToken: false\n", (std::string(", automountServiceAccountToken: false") + tokenVolume).c_str(), true, TokenReason::Volume);
    }

    void whatDecidesAboutATokenIsTold()
    {
        QFETCH(QString, account);
        QFETCH(QString, spec);
        QFETCH(bool, mounted);
        QFETCH(int, reason);
        const AccessFacts facts = factsOf(anAccount("a", "ci", account.toLatin1()) + aPod("p", "ci", spec.toLatin1()) + role("ClusterRole", "/all", everything) + binding("/b", "ClusterRole/all", samples::account("a", "ci")));
        const PodFacts *pod = AccessFacts::find(facts.pods, "a/p");
        QCOMPARE(pod->mountsToken, mounted);
        QCOMPARE(int(pod->reason), reason);
        QCOMPARE(severity(pod->risk), mounted ? QStringLiteral("crit R01") : QStringLiteral("none"));
        QCOMPARE(pod->account.name, std::string("ci"));
    }

    void aPodThatEndedOrIsStaticHasNoRisk()
    {
        std::string mirror = aPod("static", "''");
        mirror.insert(mirror.find("metadata: {") + 11, "annotations: {kubernetes.io/config.mirror: x}, ");
        const AccessFacts facts = factsOf(anAccount("a", "ci") + aPod("done", "ci", tokenVolume, "Succeeded") + mirror + role("ClusterRole", "/all", everything) + binding("/b", "ClusterRole/all", group("system:serviceaccounts")));
        QVERIFY(!AccessFacts::find(facts.pods, "a/done")->risk);
        QVERIFY(!AccessFacts::find(facts.pods, "a/done")->isAlive);
        QVERIFY(!AccessFacts::find(facts.pods, "a/static")->mountsToken);
        QVERIFY(!AccessFacts::find(facts.pods, "a/static")->risk);
        QVERIFY(AccessFacts::find(facts.pods, "a/static")->reason == TokenReason::StaticPod);
    }

    void whatMayNotBeReadIsMissingWhereItCouldCount_data()
    {
        QTest::addColumn<int>("fact");
        QTest::addColumn<QString>("namespaceName");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, Fact fact, const char *namespaceName, const char *missing) { QTest::newRow(name) << int(fact) << QString::fromLatin1(namespaceName) << QString::fromLatin1(missing); };
        row("pods of the account's own namespace", Fact::AccountPods, "a", "");
        row("pods of one that may not be read", Fact::AccountPods, "b", "pods");
        row("bindings could be anywhere", Fact::AccountBindings, "a", "rolebindings");
        row("risks ask for both", Fact::AccountRisk, "b", "rolebindings pods");
        row("a Role is bound in its namespace", Fact::RoleSubjects, "a", "");
        row("a Role of another one", Fact::RoleUse, "b", "rolebindings");
        row("a ClusterRole is bound anywhere", Fact::RoleUse, "", "rolebindings");
    }

    void whatMayNotBeReadIsMissingWhereItCouldCount()
    {
        QFETCH(int, fact);
        QFETCH(QString, namespaceName);
        QFETCH(QString, missing);
        const AccessFacts facts = factsOf("", {{"pods", "b", {}, "no"}, {"rolebindings", "", {"a"}, "no"}});
        QStringList names;
        for (const std::string_view name : facts.missing(static_cast<Fact>(fact), namespaceName.toStdString()))
            names << QString::fromStdString(std::string(name));
        QCOMPARE(names.join(QLatin1Char(' ')), missing);
    }

    void onlyWhatIsAskedForIsToldAndRead()
    {
        FactSet roles;
        roles.set(std::size_t(Fact::RoleUse));
        const AccessFacts facts = accessFacts(samples::inputs(anAccount("a", "ci") + aPod("p", "ci") + role("Role", "a/r", readPods)), roles);
        QVERIFY(facts.accounts.empty() && facts.pods.empty());
        QCOMPARE(facts.roles.size(), 1u);
        const auto sources = sourcesOf(roles);
        QCOMPARE(sources, (std::vector<std::string_view>{"clusterrolebindings", "clusterroles", "rolebindings", "roles"}));
        QVERIFY(sourcesOf({}).empty());
    }
};

QTEST_APPLESS_MAIN(AccessFactsTest)
#include "AccessFactsTest.moc"
