#include "models/rbac/RuleMatch.h"

#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;

namespace {

PolicyRule ruleOf(const char *yaml)
{
    const std::string whole = samples::role("ClusterRole", "/r", yaml);
    return samples::inputs(whole).roles.front()->rules.front();
}

} // namespace

/// The matching of one rule against one request: S43 to S54, with the facts of upstream's own table.
class RuleMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRuleMatchesAsTheServerDoes_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("request");
        QTest::addColumn<bool>("allows");
        const auto row = [](const char *name, const char *rule, const char *request, bool allows) {
            QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(request) << allows;
        };
        constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
        row("S43 exact verb", pods, "get /pods x@a", true);
        row("S43 another verb", pods, "list /pods @a", false);
        row("S43 case of a verb", pods, "Get /pods x@a", false);
        row("S43 any verb", "{verbs: ['*'], apiGroups: [''], resources: [pods]}", "approve /pods x@a", true);
        row("S43 no globs in verbs", "{verbs: ['impersonate*'], apiGroups: [''], resources: [users]}", "impersonate:user-info /users x@", false);
        row("S43 odd verbs are legal", "{verbs: ['impersonate:user-info'], apiGroups: [authentication.k8s.io], resources: [users]}", "impersonate:user-info authentication.k8s.io/users x@", true);
        row("S43 update is not patch", "{verbs: [update], apiGroups: [''], resources: [pods]}", "patch /pods x@a", false);
        row("S43 delete is not deletecollection", "{verbs: [delete], apiGroups: [''], resources: [pods]}", "deletecollection /pods @a", false);
        row("S44 exact group", "{verbs: [get], apiGroups: [apps], resources: [deployments]}", "get apps/deployments x@a", true);
        row("S44 extensions is not apps", "{verbs: [get], apiGroups: [extensions], resources: [deployments]}", "get apps/deployments x@a", false);
        row("S44 any group", "{verbs: [get], apiGroups: ['*'], resources: [deployments]}", "get apps/deployments x@a", true);
        row("S44 core is a wrong name", "{verbs: [get], apiGroups: [core], resources: [pods]}", "get /pods x@a", false);
        row("S44 v1 is a wrong name", "{verbs: [get], apiGroups: [v1], resources: [pods]}", "get /pods x@a", false);
        row("S44 no suffix globs", "{verbs: [get], apiGroups: ['*.k8s.io'], resources: [leases]}", "get coordination.k8s.io/leases x@a", false);
        row("S44 no groups at all", "{verbs: [get], resources: [pods]}", "get /pods x@a", false);
        row("S45 all resources", "{verbs: [get], apiGroups: [''], resources: ['*']}", "get /pods x@a", true);
        row("S45 all resources and their subresources", "{verbs: [get], apiGroups: [''], resources: ['*']}", "get /pods/log x@a", true);
        row("S46 a resource without its subresource", pods, "get /pods/log x@a", false);
        row("S46 a subresource without its resource", "{verbs: [get], apiGroups: [''], resources: [pods/log]}", "get /pods x@a", false);
        row("S46 the subresource itself", "{verbs: [get], apiGroups: [''], resources: [pods/log]}", "get /pods/log x@a", true);
        row("S47 scale of everything", "{verbs: [get], apiGroups: ['*'], resources: ['*/scale']}", "get apps/deployments/scale x@a", true);
        row("S47 scale of everything is no resource", "{verbs: [get], apiGroups: ['*'], resources: ['*/scale']}", "get apps/deployments x@a", false);
        row("S47 another subresource", "{verbs: [get], apiGroups: ['*'], resources: ['*/scale']}", "get apps/deployments/status x@a", false);
        row("S47 the whole subresource counts", "{verbs: [get], apiGroups: ['*'], resources: ['*/autoscale']}", "get apps/deployments/scale x@a", false);
        row("S47 of other groups", "{verbs: [get], apiGroups: [batch], resources: ['*/scale']}", "get apps/deployments/scale x@a", false);
        row("S48 pods/* is no wildcard", "{verbs: [get], apiGroups: [''], resources: ['pods/*']}", "get /pods/log x@a", false);
        row("S48 */* is no wildcard", "{verbs: [get], apiGroups: [''], resources: ['*/*']}", "get /pods/log x@a", false);
        row("S48 */* matches the literal subresource *", "{verbs: [get], apiGroups: [''], resources: ['*/*']}", "get /pods/* x@a", true);
        row("S48 pods/* matches the literal subresource *", "{verbs: [get], apiGroups: [''], resources: ['pods/*']}", "get /pods/* x@a", true);
        row("S50 no singulars", "{verbs: [get], apiGroups: [''], resources: [pod]}", "get /pods x@a", false);
        row("S50 no short names", "{verbs: [get], apiGroups: [''], resources: [po]}", "get /pods x@a", false);
        row("S50 no kinds", "{verbs: [get], apiGroups: [''], resources: [Pods]}", "get /pods x@a", false);
        row("S50 no qualified names", "{verbs: [get], apiGroups: [apps], resources: [deployments.apps]}", "get apps/deployments x@a", false);
        row("S51 a request for any verb needs the rule for any", pods, "* /pods x@a", false);
        row("S51 a request for everything", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}", "* */* @", true);
        row("S51 a request for any group", pods, "get */pods x@a", false);
        row("S52 a listed name", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [x, z]}", "get /pods z@a", true);
        row("S52 a name that is not listed", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [x]}", "get /pods y@a", false);
        row("S52 no prefixes", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [x]}", "get /pods xy@a", false);
        row("S52 a nameless list", "{verbs: [list], apiGroups: [''], resources: [pods], resourceNames: [x]}", "list /pods @a", false);
        row("S52 a list of one name", "{verbs: [list], apiGroups: [''], resources: [pods], resourceNames: [x]}", "list /pods x@a", true);
        row("S52 a nameless create", "{verbs: [create], apiGroups: [''], resources: [pods], resourceNames: [x]}", "create /pods @a", false);
        row("S16 a create by apply has a name", "{verbs: [create], apiGroups: [''], resources: [pods], resourceNames: [x]}", "create /pods x@a", true);
        row("S52 a subresource has a name", "{verbs: [create], apiGroups: [''], resources: [pods/exec], resourceNames: [x]}", "create /pods/exec x@a", true);
        row("S52 the empty name is nameless", "{verbs: [list], apiGroups: [''], resources: [pods], resourceNames: ['']}", "list /pods @a", true);
        row("S52 * is a literal name", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: ['*']}", "get /pods x@a", false);
        row("S79 the literal name *", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: ['*']}", "get /pods *@a", true);
        row("S52 names apply to each resource", "{verbs: [get], apiGroups: [''], resources: [pods, secrets], resourceNames: [x]}", "get /secrets x@a", true);
        row("S53 every URL", "{verbs: [get], nonResourceURLs: ['*']}", "get /metrics", true);
        row("S53 an exact URL", "{verbs: [get], nonResourceURLs: [/metrics]}", "get /metrics", true);
        row("S12 a trailing slash counts", "{verbs: [get], nonResourceURLs: [/version]}", "get /version/", false);
        row("S12 head is not get", "{verbs: [get], nonResourceURLs: [/version]}", "head /version", false);
        row("S53 a prefix", "{verbs: [get], nonResourceURLs: [/foo*]}", "get /foobar", true);
        row("S53 a folder covers what is in it", "{verbs: [get], nonResourceURLs: [/foo/*]}", "get /foo/bar/baz", true);
        row("S53 a folder covers itself with its slash", "{verbs: [get], nonResourceURLs: [/foo/*]}", "get /foo/", true);
        row("S53 a folder does not cover its name", "{verbs: [get], nonResourceURLs: [/foo/*]}", "get /foo", false);
        row("S53 all trailing stars are one", "{verbs: [get], nonResourceURLs: ['/foo/***']}", "get /foo/x", true);
        row("S53 a star in the middle is a letter", "{verbs: [get], nonResourceURLs: ['/*/bar']}", "get /foo/bar", false);
        row("S53 a star in the middle matches itself", "{verbs: [get], nonResourceURLs: ['/*/bar']}", "get /*/bar", true);
        row("S54 everything of resources is no URL", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}", "get /metrics", false);
        row("S54 every URL is no resource", "{verbs: ['*'], nonResourceURLs: ['*']}", "get /pods x@a", false);
        row("S54 a mixed rule is matched for resources", "{verbs: [get], apiGroups: [''], resources: [pods], nonResourceURLs: [/x]}", "get /pods x@a", true);
        row("S54 a mixed rule is matched for URLs", "{verbs: [get], apiGroups: [''], resources: [pods], nonResourceURLs: [/x]}", "get /x", true);
        row("S18 a kubelet's proxy is no metrics", "{verbs: [get], apiGroups: [''], resources: [nodes/proxy]}", "get /nodes/metrics n@", false);
        row("S18 a kubelet's metrics are no proxy", "{verbs: [get], apiGroups: [''], resources: [nodes/metrics]}", "get /nodes/proxy n@", false);
        row("S18 nodes/* is no proxy", "{verbs: [get], apiGroups: [''], resources: ['nodes/*']}", "get /nodes/proxy n@", false);
        row("S18 the proxy of one node", "{verbs: [get], apiGroups: [''], resources: [nodes/proxy], resourceNames: [n1]}", "get /nodes/proxy n1@", true);
        row("S18 the proxy of another node", "{verbs: [get], apiGroups: [''], resources: [nodes/proxy], resourceNames: [n1]}", "get /nodes/proxy m@", false);
        row("S78 whom a mode acts as", "{verbs: ['impersonate:user-info'], apiGroups: [authentication.k8s.io], resources: [users], resourceNames: [bob]}", "impersonate:user-info authentication.k8s.io/users bob@", true);
        row("S78 is of its own group", "{verbs: ['impersonate:user-info'], apiGroups: [''], resources: [users]}", "impersonate:user-info authentication.k8s.io/users bob@", false);
        row("S78 what is done in a mode", "{verbs: ['impersonate-on:user-info:get'], apiGroups: [''], resources: [pods]}", "impersonate-on:user-info:get /pods x@a", true);
        row("S78 the verb itself is not enough", pods, "impersonate-on:user-info:get /pods x@a", false);
        row("S78 another mode", "{verbs: ['impersonate-on:serviceaccount:get'], apiGroups: [''], resources: [pods]}", "impersonate-on:user-info:get /pods x@a", false);
        row("S81 the old verb is no mode", "{verbs: [impersonate], apiGroups: [authentication.k8s.io], resources: [users]}", "impersonate:user-info authentication.k8s.io/users bob@", false);
        row("S81 every verb is every mode", "{verbs: ['*'], apiGroups: [authentication.k8s.io], resources: [users]}", "impersonate:user-info authentication.k8s.io/users bob@", true);
        row("S43 no verbs", "{apiGroups: [''], resources: [pods]}", "get /pods x@a", false);
    }

    void oneRuleMatchesAsTheServerDoes()
    {
        QFETCH(QString, rule);
        QFETCH(QString, request);
        QFETCH(bool, allows);
        const PolicyRule made = ruleOf(rule.toLatin1().constData());
        const Request asked = samples::request(request.toStdString());
        QCOMPARE(ruleAllows(made, asked), allows);
        const Probe probe(asked);
        QCOMPARE(missesOf(made, probe).none(), allows);
        const std::vector<PolicyRule> rules = {made};
        QCOMPARE(CompiledRules(rules).firstAllowing(rules, probe) == 0, allows);
    }

    void aResourceFieldWithASlashMatchesTheExactRuleOnly()
    {
        Request asked = samples::request("get /pods x@a");
        asked.resource = "pods/log";
        QVERIFY(ruleAllows(ruleOf("{verbs: [get], apiGroups: [''], resources: [pods/log]}"), asked));   // S49
        QVERIFY(!ruleAllows(ruleOf("{verbs: [get], apiGroups: [''], resources: ['*/log']}"), asked));
    }

    void rulesNeverCombine()
    {
        const std::vector<PolicyRule> rules = {ruleOf("{verbs: [get], apiGroups: [''], resources: [secrets]}"), ruleOf("{verbs: [list], apiGroups: [''], resources: [pods]}")};
        const Request asked = samples::request("get /pods x@a");
        QCOMPARE(CompiledRules(rules).firstAllowing(rules, Probe(asked)), -1);
    }

    void theMissingPartsAreNamed()
    {
        const auto misses = [](const char *rule, const char *words) {
            const Request asked = samples::request(words);
            return missesOf(ruleOf(rule), Probe(asked));
        };
        const Misses log = misses("{verbs: [get], apiGroups: [''], resources: [pods]}", "get /pods/log x@a");
        QVERIFY(log.count() == 1 && log.first() == Part::Subresource);
        const Misses far = misses("{verbs: [get], apiGroups: [apps], resources: [deployments]}", "list /pods @a");
        QVERIFY(far.count() == 3 && far.first() == Part::Verb && far.has(Part::Group) && far.has(Part::Resource));
        const Misses named = misses("{verbs: [list], apiGroups: [''], resources: [pods], resourceNames: [x]}", "list /pods @a");
        QVERIFY(named.count() == 1 && named.first() == Part::Name);
        const Misses url = misses("{verbs: [get], nonResourceURLs: [/a]}", "get /b");
        QVERIFY(url.count() == 1 && url.first() == Part::Url);
    }
};

QTEST_APPLESS_MAIN(RuleMatchTest)
#include "RuleMatchTest.moc"
