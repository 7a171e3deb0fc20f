#include "models/rbac/Covers.h"

#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;

namespace {

std::vector<PolicyRule> rulesOf(const QString &yaml)
{
    return samples::inputs(samples::role("ClusterRole", "/r", yaml.toStdString())).roles.front()->rules;
}

} // namespace

/// Whether rights include other rights, with the facts of upstream's comparator: S74.
class CoversTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAtomLiesInOneHeldRule_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<int>("missing");
        const auto row = [](const char *name, const char *held, const char *wanted, int missing) { QTest::newRow(name) << QString::fromLatin1(held) << QString::fromLatin1(wanted) << missing; };
        row("S74 the same", "{verbs: [get], apiGroups: [''], resources: [pods]}", "{verbs: [get], apiGroups: [''], resources: [pods]}", 0);
        row("S74 by two rules", "{verbs: [get], apiGroups: [''], resources: [pods]}, {verbs: [list], apiGroups: [''], resources: [pods]}", "{verbs: [get, list], apiGroups: [''], resources: [pods]}", 0);
        row("S74 an atom that is missing", "{verbs: [get], apiGroups: [''], resources: [pods]}", "{verbs: [get, list], apiGroups: ['', apps], resources: [pods]}", 3);
        row("S74 a wildcard covers", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}", "{verbs: [get], apiGroups: [apps], resources: [deployments/scale]}", 0);
        row("S74 all known verbs are no wildcard", "{verbs: [get, list, watch, create, update, patch, delete, deletecollection], apiGroups: [''], resources: [pods]}", "{verbs: ['*'], apiGroups: [''], resources: [pods]}", 1);
        row("S74 a wildcard in a wildcard", "{verbs: ['*'], apiGroups: [''], resources: [pods]}", "{verbs: ['*'], apiGroups: [''], resources: [pods]}", 0);
        row("S74 scale of everything", "{verbs: [get], apiGroups: [apps], resources: ['*/scale']}", "{verbs: [get], apiGroups: [apps], resources: [deployments/scale]}", 0);
        row("S74 scale of one thing", "{verbs: [get], apiGroups: [apps], resources: [deployments/scale]}", "{verbs: [get], apiGroups: [apps], resources: ['*/scale']}", 1);
        row("S74 a resource is not its subresource", "{verbs: [get], apiGroups: [''], resources: [pods]}", "{verbs: [get], apiGroups: [''], resources: [pods/log]}", 1);
        row("S74 no names cover names", "{verbs: [get], apiGroups: [''], resources: [pods]}", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [a, b]}", 0);
        row("S74 names do not cover all", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [a]}", "{verbs: [get], apiGroups: [''], resources: [pods]}", 1);
        row("S74 each name for itself", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [a]}", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [a, b]}", 1);
        row("S74 URLs", "{verbs: [get], nonResourceURLs: [/foo/*]}", "{verbs: [get], nonResourceURLs: [/foo/bar, /foo]}", 1);
        row("S74 a URL pattern in another", "{verbs: [get], nonResourceURLs: [/foo*]}", "{verbs: [get], nonResourceURLs: [/foo/*]}", 0);
        row("S74 every URL", "{verbs: [get], nonResourceURLs: ['*']}", "{verbs: [get], nonResourceURLs: ['*', /x]}", 0);
        row("S74 resources are no URLs", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}", "{verbs: [get], nonResourceURLs: [/x]}", 1);
        row("S74 a rule of nothing", "", "{verbs: [get], apiGroups: [], resources: [pods]}", 0);
    }

    void everyAtomLiesInOneHeldRule()
    {
        QFETCH(QString, held);
        QFETCH(QString, wanted);
        QFETCH(int, missing);
        QCOMPARE(static_cast<int>(uncovered(rulesOf(held), rulesOf(wanted)).size()), missing);
    }
};

QTEST_APPLESS_MAIN(CoversTest)
#include "CoversTest.moc"
