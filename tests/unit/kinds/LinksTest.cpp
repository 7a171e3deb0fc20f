#include "models/kinds/Links.h"

#include <QTest>

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellLeadsToTheObjectItNames_data();
    void aCellLeadsToTheObjectItNames();
    void otherColumnsAndForeignKindsLeadNowhere();
};

void LinksTest::aCellLeadsToTheObjectItNames_data()
{
    QTest::addColumn<std::string>("apiVersion");
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<std::string>("column");
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("expected");   // resource namespace name, or nothing

    const auto row = [](const char *apiVersion, const char *kind, const char *column, const char *cell, const char *expected) {
        QTest::addRow("%s %s %s", kind, column, cell)
            << std::string(apiVersion) << std::string(kind) << std::string(column) << std::string(cell) << std::string(expected);
    };
    row("v1", "Pod", "ServiceAccount", "builder", "serviceaccounts team-a builder");
    row("v1", "Pod", "ServiceAccount", "", "");
    row("v1", "Pod", "Node", "worker-1", "nodes  worker-1");
    row("v1", "Pod", "Node", "<none>", "");
    row("v1", "PersistentVolume", "Claim", "team-b/data", "persistentvolumeclaims team-b data");
    row("v1", "PersistentVolume", "Claim", "/", "");
    row("v1", "PersistentVolumeClaim", "StorageClass", "fast", "storageclasses.storage.k8s.io  fast");
    row("rbac.authorization.k8s.io/v1", "RoleBinding", "Role", "ClusterRole/view", "clusterroles.rbac.authorization.k8s.io  view");
    row("rbac.authorization.k8s.io/v1", "RoleBinding", "Role", "Role/reader", "roles.rbac.authorization.k8s.io team-a reader");
    row("v1", "Event", "Object", "pod/web-0", "pods team-a web-0");
    row("v1", "Event", "Object", "node/worker-1", "nodes  worker-1");
    row("v1", "Event", "Object", "gizmo/g", "");
    row("autoscaling/v2", "HorizontalPodAutoscaler", "Reference", "Deployment/web", "deployments.apps team-a web");
}

void LinksTest::aCellLeadsToTheObjectItNames()
{
    QFETCH(std::string, apiVersion);
    QFETCH(std::string, kind);
    QFETCH(std::string, column);
    QFETCH(std::string, cell);
    QFETCH(std::string, expected);
    const kinds::LinkRule *rule = kinds::findLinkRule(apiVersion, kind, column);
    QVERIFY(rule);
    const auto link = kinds::linkOf(*rule, "team-a", cell);
    QCOMPARE(link ? link->resource + ' ' + link->namespaceName + ' ' + link->name : std::string(), expected);
}

void LinksTest::otherColumnsAndForeignKindsLeadNowhere()
{
    QVERIFY(!kinds::findLinkRule("v1", "Pod", "Status"));
    QVERIFY(!kinds::findLinkRule("example.com/v1", "Pod", "Node"));
}

QTEST_APPLESS_MAIN(LinksTest)
#include "LinksTest.moc"
