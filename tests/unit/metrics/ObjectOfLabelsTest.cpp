#include "models/metrics/ObjectOfLabels.h"

#include <QtTest>

using metrics::Labels;

class ObjectOfLabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostParticularObjectIsMeant_data();
    void theMostParticularObjectIsMeant();
};

void ObjectOfLabelsTest::theMostParticularObjectIsMeant_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<QString>("object");
    const auto row = [](const char *name, Labels labels, const char *object) { QTest::newRow(name) << std::move(labels) << QString::fromUtf8(object); };
    row("nothing", {}, "");
    row("a pod", {{"namespace", "team-a"}, {"pod", "web-1"}, {"container", "nginx"}}, "pods team-a web-1");
    row("a pod without its namespace", {{"pod", "web-1"}}, "");
    row("whom the exporter tells of", {{"namespace", "monitoring"}, {"pod", "ksm-1"}, {"exported_namespace", "team-a"}, {"exported_pod", "web-1"}}, "pods team-a web-1");
    row("the exporter itself is not meant", {{"namespace", "monitoring"}, {"pod", "ksm-1"}, {"container", "kube-state-metrics"}}, "");
    row("but whom it tells of", {{"namespace", "monitoring"}, {"pod", "ksm-1"}, {"container", "kube-state-metrics"}, {"exported_namespace", "team-a"}, {"exported_pod", "web-1"}}, "pods team-a web-1");
    row("or the deployment", {{"namespace", "team-a"}, {"pod", "ksm-1"}, {"container", "kube-state-metrics"}, {"deployment", "web"}}, "deployments.apps team-a web");
    row("or the node", {{"namespace", "monitoring"}, {"pod", "ksm-1"}, {"container", "kube-state-metrics"}, {"node", "worker-1"}}, "nodes  worker-1");
    row("an autoscaler", {{"namespace", "team-a"}, {"horizontalpodautoscaler", "web"}, {"deployment", "web"}}, "horizontalpodautoscalers.autoscaling team-a web");
    row("a claim before its pod", {{"namespace", "team-a"}, {"persistentvolumeclaim", "data-0"}, {"pod", "db-0"}}, "persistentvolumeclaims team-a data-0");
    row("a volume", {{"persistentvolume", "pv-1"}, {"phase", "Failed"}}, "persistentvolumes  pv-1");
    row("a cron job", {{"namespace", "team-a"}, {"cronjob", "nightly"}}, "cronjobs.batch team-a nightly");
    row("a job", {{"namespace", "team-a"}, {"job_name", "nightly-1"}, {"job", "kube-state-metrics"}}, "jobs.batch team-a nightly-1");
    row("a scrape job is no job", {{"job", "kube-state-metrics"}}, "");
    row("a stateful set", {{"namespace", "team-a"}, {"statefulset", "db"}}, "statefulsets.apps team-a db");
    row("a daemon set", {{"namespace", "team-a"}, {"daemonset", "agent"}}, "daemonsets.apps team-a agent");
    row("a deployment", {{"namespace", "team-a"}, {"deployment", "web"}}, "deployments.apps team-a web");
    row("a deployment without its namespace", {{"deployment", "web"}, {"node", "worker-1"}}, "nodes  worker-1");
    row("a replica set", {{"namespace", "team-a"}, {"replicaset", "web-5d"}}, "replicasets.apps team-a web-5d");
    row("a budget", {{"namespace", "team-a"}, {"poddisruptionbudget", "web"}}, "poddisruptionbudgets.policy team-a web");
    row("an ingress", {{"namespace", "team-a"}, {"ingress", "shop"}, {"host", "shop.example"}}, "ingresses.networking.k8s.io team-a shop");
    row("an ingress of another namespace", {{"namespace", "ingress"}, {"exported_namespace", "team-a"}, {"ingress", "shop"}}, "ingresses.networking.k8s.io team-a shop");
    row("a node", {{"node", "worker-1"}, {"condition", "Ready"}}, "nodes  worker-1");
    row("a namespace", {{"namespace", "team-a"}, {"severity", "warning"}}, "namespaces  team-a");
    row("an instance is an address", {{"instance", "10.0.0.1:9100"}}, "");
}

void ObjectOfLabelsTest::theMostParticularObjectIsMeant()
{
    QFETCH(Labels, labels);
    QFETCH(QString, object);
    const auto found = metrics::objectOfLabels(labels);
    const QString text = found ? QString::fromStdString(found->type + ' ' + found->namespaceName + ' ' + found->name) : QString();
    QCOMPARE(text, object);
}

QTEST_APPLESS_MAIN(ObjectOfLabelsTest)
#include "ObjectOfLabelsTest.moc"
